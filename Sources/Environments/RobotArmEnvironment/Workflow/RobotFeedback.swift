// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What is said of a whole episode, with the content of the paper's feedback (Cheng, Nie and
/// Swaminathan, 2024, appendix C.5).
struct RobotFeedback: Sendable {
  /// 1 for a success; otherwise the part of the largest possible return that was earned, which is
  /// less than 1.
  let score: Double
  /// Success and return.
  let text: String

  private static let largestReward = 10.0

  init(_ episode: RobotEpisode) {
    let possible = Self.largestReward * Double(RobotEpisode.horizon)
    score = episode.isSolved ? 1 : episode.totalReward / possible
    text = """
      Success: \(episode.isSolved ? "True" : "False")
      Return: \(DecimalText.text(episode.totalReward, decimals: 4))
      """
  }
}
