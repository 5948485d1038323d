// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What happens to a local engine during a run, to be recorded and shown.
package enum LocalEngineEvent: Sendable, Hashable, CustomStringConvertible {
  /// The server ended by itself; calls under way fail and are sent again.
  case died(reason: String)
  /// The server is there again, at the same address.
  case restarted
  /// The server will not be started again; calls fail from now on.
  case gaveUp(reason: String)

  /// One sentence.
  package var description: String {
    switch self {
    case .died(let reason): "the local engine died (\(reason)) and is started again"
    case .restarted: "the local engine is serving again"
    case .gaveUp(let reason): "the local engine is gone: \(reason)"
    }
  }
}
