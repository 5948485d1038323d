// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// The scenes of one trial: one to train on and ten that are held out.
struct RobotStarts: Sendable {
  /// Scenes that are drawn for each seed, as Meta-World's single-task benchmark draws them.
  private static let drawn = 50
  private static let heldOut = 10

  /// The scene to train on.
  let training: RobotScene
  /// The scenes of the test.
  let test: [RobotScene]

  /// Draws the scenes of a seed, the same for all kinds of episodes of a task.
  init(_ task: RobotTask, seed: Seed) {
    var generator = seed.derived(for: "robot starts").makeGenerator()
    let scenes = (0..<Self.drawn).map { _ in RobotScene(for: task, using: &generator) }
    let order = generator.shuffled(scenes)
    training = order[0]
    test = Array(order[1...Self.heldOut])
  }
}
