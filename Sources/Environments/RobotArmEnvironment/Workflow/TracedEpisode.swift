// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Synchronization
import Trace

/// An episode whose start and steps are operations of a graph.
///
/// Rewards and success stay outside of the graph, as in the Trace paper's experiment (Cheng, Nie and
/// Swaminathan, 2024, appendix C.5); what the episode says after each step is part of the values.
final class TracedEpisode: Sendable {
  static let resetName = "reset"
  static let stepName = "step"

  private let episode: Mutex<RobotEpisode>

  init(_ episode: RobotEpisode) { self.episode = Mutex(episode) }

  /// Whether the episode is over.
  var isOver: Bool { episode.withLock(\.isOver) }

  /// Records the start of the episode on a tape.
  func reset(on tape: Tape) throws -> TraceNode {
    let first = episode.withLock(\.firstObservation)
    let reset = bundle(
      Self.resetName, summary: "Puts robot and puck at their start and returns what is seen there."
    ) { _ in first }
    return try reset([:], on: tape)
  }

  /// Records a control step.
  ///
  /// - Throws: `ExecutionError` when the action is nothing that a robot could do.
  func step(_ action: TraceNode) throws -> TraceNode {
    let step = bundle(
      Self.stepName,
      summary: "Moves the robot as the action says and returns what is seen afterwards."
    ) { [self] arguments in
      let action = try TargetAction(arguments[0])
      return episode.withLock { $0.step(action) }
    }
    return try step(["action": action])
  }

  /// The actions of the control steps that a tape has recorded, in order; that of a step which
  /// failed is none of them.
  ///
  /// - Throws: `OperatorException` for a tape that records no episode of this kind.
  /// - Complexity: O(*n*) in the number of recorded nodes.
  static func actions(on tape: Tape) throws(OperatorException) -> [TargetAction] {
    var actions: [TargetAction] = []
    for node in tape.nodes where node.operation?.name == stepName && !node.isException {
      guard let action = node.inputs.first?.node else { continue }
      actions.append(try TargetAction(action.value))
    }
    return actions
  }
}
