// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON

/// How a call ended.
package enum PythonOutcome: Sendable, Hashable {
  /// The function returned this value, whose Python class is named.
  ///
  /// Tuples are arrays. What has no exact JSON form (sets, NaN, whole numbers beyond 64 bits, dicts
  /// whose keys are no strings) is an exception of type `TypeError` instead.
  case value(JSONValue, typeName: String)
  /// The code raised an exception, or its process ended early (type `ProcessEnded`).
  case exception(PythonException)
  /// The source does not compile or does not define the function (type `SignatureError`).
  case syntaxError(PythonException)
  /// The call was ended because it hit a limit.
  case limit(PythonLimit)
}

/// How a call ended, with what it printed and used.
package struct PythonReport: Sendable, Hashable {
  /// How the call ended.
  package let outcome: PythonOutcome
  /// What the code printed to standard output and standard error, up to the limit.
  package let output: String
  /// The processor time of the call's process.
  package let cpuTime: Duration

  /// Creates a report.
  package init(outcome: PythonOutcome, output: String, cpuTime: Duration) {
    self.outcome = outcome
    self.output = output
    self.cpuTime = cpuTime
  }
}
