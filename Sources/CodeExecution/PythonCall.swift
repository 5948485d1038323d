// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON

/// One call of a function that Python source defines.
package struct PythonCall: Sendable, Hashable {
  /// The whole source; it runs from top to bottom before the function is called.
  package var source: String
  /// The name of the function to call.
  package var entryPoint: String
  /// The positional arguments: objects arrive as dicts, arrays as lists, null as None.
  package var arguments: [JSONValue]
  /// Processor time that the call may use when it is less than the sandbox allows, in whole seconds;
  /// a fraction is rounded up.
  package var cpuTime: Duration?

  /// Creates a call.
  package init(
    source: String, entryPoint: String, arguments: [JSONValue], cpuTime: Duration? = nil
  ) {
    self.source = source
    self.entryPoint = entryPoint
    self.arguments = arguments
    self.cpuTime = cpuTime
  }
}
