// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import CodeExecution
import OPTO
package import Trace

extension CodeBundle {
  /// An operation whose body is a Python code parameter that runs in a sandbox.
  ///
  /// What the code raises, a source that does not compile and a limit that was hit are recorded as
  /// exceptions with the annotated source; a failure of the sandbox itself passes through.
  ///
  /// - Parameters:
  ///   - entryPoint: The function that the source has to define.
  ///   - sandbox: Where it runs.
  package init(python entryPoint: String, in sandbox: PythonSandbox) {
    self.init(entryPoint) { source, arguments in
      let call = PythonCall(
        source: source, entryPoint: entryPoint, arguments: arguments.map(\.jsonValue))
      switch try await sandbox.run(call) {
      case .value(let value, _):
        return TraceValue(json: value)
      case .exception(let exception): throw OperatorException(exception)
      case .syntaxError(let exception): throw OperatorException(exception, stage: .compiling)
      case .limit(let limit): throw OperatorException(limit)
      }
    }
  }
}
