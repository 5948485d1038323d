// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Controllers in Python: the one that trials begin with and those that bound their results.
enum ControllerSource {
  static let idle = """
    def controller(obs):
        # obs is a dict of lists of floats; the result is a list of four floats.
        return [0.0, 0.0, 0.0, 0.0]
    """

  static let straight = """
    def controller(obs):
        move = [goal - hand for goal, hand in zip(obs["goal_pos"], obs["hand_pos"])]
        return move + [1.0]
    """

  /// A controller that solves the task, by the rules of the scripted policy.
  static func expert(for task: RobotTask) -> String {
    switch task {
    case .reach: reach
    case .push: push
    case .pickPlace: pickPlace
    }
  }

  private static let reach = """
    def controller(obs):
        move = [goal - hand for goal, hand in zip(obs["goal_pos"], obs["hand_pos"])]
        return move + [0.0]
    """

  private static let push = """
    def controller(obs):
        hand, puck, goal = obs["hand_pos"], obs["puck_pos"], obs["goal_pos"]
        aim = [puck[0] - 0.005, puck[1], puck[2]]
        aside = ((hand[0] - aim[0]) ** 2 + (hand[1] - aim[1]) ** 2) ** 0.5
        if aside > 0.02:
            place = [aim[0], aim[1], aim[2] + 0.2]
        elif abs(hand[2] - aim[2]) > 0.04:
            place = [aim[0], aim[1], aim[2] + 0.03]
        else:
            place = goal
        near = ((hand[0] - puck[0]) ** 2 + (hand[1] - puck[1]) ** 2) ** 0.5 <= 0.02
        grip = 0.6 if near and abs(hand[2] - puck[2]) <= 0.1 else 0.0
        return [place[i] - hand[i] for i in range(3)] + [grip]
    """

  private static let pickPlace = """
    def controller(obs):
        hand, puck, goal = obs["hand_pos"], obs["puck_pos"], obs["goal_pos"]
        aim = [puck[0] - 0.005, puck[1], puck[2]]
        aside = ((hand[0] - aim[0]) ** 2 + (hand[1] - aim[1]) ** 2) ** 0.5
        if aside > 0.02:
            place = [aim[0], aim[1], aim[2] + 0.1]
        elif abs(hand[2] - aim[2]) > 0.05 and aim[2] < 0.04:
            place = [aim[0], aim[1], aim[2] + 0.03]
        elif obs["gripper_distance_apart"][0] > 0.73:
            place = hand
        else:
            place = goal
        distance = sum((hand[i] - puck[i]) ** 2 for i in range(3)) ** 0.5
        grip = 1.0 if distance < 0.07 else 0.0
        return [place[i] - hand[i] for i in range(3)] + [grip]
    """
}
