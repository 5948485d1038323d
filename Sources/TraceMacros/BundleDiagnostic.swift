// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import SwiftDiagnostics

/// Why a function cannot be traced, in one sentence at the place that is to be changed.
enum BundleDiagnostic: String, DiagnosticMessage {
  case noFunction = "@Bundle goes on a function"
  case noResult = "@Bundle needs a function that returns a value"
  case generic = "@Bundle cannot trace a generic function: write one for each type"
  case mutating = "@Bundle cannot trace a mutating method: return the new value instead"
  case variadic = "@Bundle cannot trace a variadic parameter: take an array"
  case inOut = "@Bundle cannot trace an inout parameter: return the new value instead"
  case name = "@Bundle takes a name without interpolation"

  var message: String { rawValue }
  var diagnosticID: MessageID { MessageID(domain: "TraceMacros", id: "\(self)") }
  var severity: DiagnosticSeverity { .error }
}
