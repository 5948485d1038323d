// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Trace

/// A fixed controller that goes from waypoint to waypoint, whose lengths and gains are the
/// parameters: the problem for optimizers that work on numbers.
///
/// The hand goes above the puck, down to it, and with it to the goal; for `reach` straight to the
/// goal.
struct WaypointController: RobotController {
  private let task: RobotTask
  private let gains: [WaypointGain]
  private let run: BundledFunction

  init(_ task: RobotTask) {
    self.task = task
    let gains = WaypointGain.gains(of: task)
    self.gains = gains
    run = bundle(
      "controller",
      summary: "Chooses the action from the observation obs: the way to the next waypoint."
    ) { arguments in
      let numbers = try zip(gains, arguments.dropFirst()).map { gain, value in
        guard let number = value.realValue else {
          throw OperatorException(
            type: "TypeError", message: "\(gain.name) has to be a number, not \(value.typeName)")
        }
        return number
      }
      let rule = WaypointRule(task, gains: numbers)
      let action = try rule.action(for: ObservedPlaces(arguments[0]))
      return .list((action.move.coordinates + [action.grip]).map { .real($0) })
    }
  }

  var parameters: [ParameterSpecification] { gains.map(\.specification) }

  let request = """
    Change the numbers of the controller, which is called with the observation before each control \
    step, so that it solves the task from any start, not only from the one that is shown.
    """

  /// The numbers of the scripted policy.
  var expertValues: ParameterValues {
    var values = ParameterValues(initialOf: parameters)
    for gain in gains { values[gain.name] = .real(gain.expertValue) }
    return values
  }

  func act(
    on observation: TraceNode, with parameters: BoundParameters
  ) async throws -> TraceNode {
    var inputs: [(key: String, operand: any TraceOperand)] = [("obs", observation)]
    for gain in gains { inputs.append((gain.name, try parameters.node(gain.name))) }
    return try run.applied(toNamed: inputs)
  }
}
