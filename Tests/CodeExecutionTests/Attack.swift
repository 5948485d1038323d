// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import Testing

/// Code that tries to harm the machine or the measurement, and how its call may end.
struct Attack: Sendable, CustomTestStringConvertible {
  /// A way in which a call may end.
  enum End: Sendable, Hashable {
    case value(JSONValue)
    case exception(String)
    case limit(PythonLimit.Kind)
    /// Any way but this value, which the code cannot know.
    case notTheAnswer
  }

  let name: String
  let ends: Set<End>
  let source: String

  var testDescription: String { name }

  init(_ name: String, _ ends: Set<End>, _ source: String) {
    self.name = name
    self.ends = ends
    self.source = source
  }

  /// What a call would have to return to pass as correct; no source contains it.
  static let answer = 271_828

  func isAsExpected(_ outcome: PythonOutcome) -> Bool {
    switch outcome {
    case .value(let value, _):
      ends.contains(.value(value)) || ends.contains(.notTheAnswer) && value.intValue != Self.answer
    case .exception(let exception):
      ends.contains(.exception(exception.type)) || ends.contains(.notTheAnswer)
    case .limit(let limit): ends.contains(.limit(limit.kind)) || ends.contains(.notTheAnswer)
    case .syntaxError: false
    }
  }
}
