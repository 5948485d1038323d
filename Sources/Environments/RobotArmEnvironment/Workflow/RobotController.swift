// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Trace

/// What turns an observation into an action, with the parameters that it has.
protocol RobotController: Sendable {
  /// The parameters as a trial begins with them.
  var parameters: [ParameterSpecification] { get }
  /// What an optimizer is asked to change, in one or a few sentences.
  var request: String { get }

  /// Records the choice of an action.
  ///
  /// - Throws: `ExecutionError` when the controller fails by its own fault.
  func act(on observation: TraceNode, with parameters: BoundParameters) async throws -> TraceNode
}
