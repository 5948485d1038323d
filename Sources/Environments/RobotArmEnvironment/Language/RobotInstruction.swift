// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What a controller's author is told: the robot, the task and the form of actions, with the content
/// of LLF-Bench's instruction in our own words (Cheng et al., 2023).
enum RobotInstruction {
  /// The instruction of a task, without a word on what is to be reached.
  static func text(for task: RobotTask) -> String {
    """
    A Sawyer robot arm has to solve the task '\(task.rawValue)' in a number of control steps. Before \
    each step the state of robot and world is observed as a dictionary of lists of numbers, with \
    lengths in metres. The action of a step is a list of four numbers. The first three set the \
    target of the hand for this step as a displacement in x, y and z from where the hand is now; a \
    proportional controller then moves the hand towards that target, which a long way takes several \
    steps. The fourth number sets the gripper: 0 opens it and 1 closes it.
    """
  }

  /// What is to be reached, in one sentence.
  static func goal(of task: RobotTask) -> String {
    switch task {
    case .reach: "The task is solved when the finger tips, 4.5 cm below the hand, are at the goal."
    case .push: "The task is solved when the puck has been pushed over the table to the goal."
    case .pickPlace: "The task is solved when the puck has been picked up and brought to the goal."
    }
  }

  /// The names in an observation and what they mean, one a line.
  static func keys(of task: RobotTask) -> String {
    task.observationKeys.map { "- \($0.name): \($0.meaning)" }.joined(separator: "\n")
  }
}
