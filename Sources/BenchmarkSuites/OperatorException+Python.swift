// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CodeExecution
package import Trace

extension OperatorException {
  /// What code raised, with its annotated source.
  package init(_ exception: PythonException, stage: Stage? = nil) {
    self.init(
      type: exception.type, message: exception.message, comment: exception.annotatedSource,
      stage: stage)
  }

  /// A limit that code hit, with its annotated source where the place is known.
  package init(_ limit: PythonLimit) {
    self.init(
      type: "LimitExceeded", message: limit.message, comment: limit.exception?.annotatedSource)
  }
}
