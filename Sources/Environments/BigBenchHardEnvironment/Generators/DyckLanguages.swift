// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Nested brackets whose last closing ones are to be written.
struct DyckLanguages: ScalableGenerator {
  /// Brackets that are shown.
  private let shownCount: ClosedRange<Int>
  /// Closing brackets that are missing.
  private let missingCount: ClosedRange<Int>

  let task = BigBenchHardTask.dyckLanguages
  let balancedAnswers: [String] = []

  init(_ difficulty: Difficulty) {
    (shownCount, missingCount) =
      switch difficulty {
      case .published: (2...30, 1...3)
      case .hard: (40...80, 4...8)
      case .hardest: (100...160, 9...16)
      }
  }

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let missing = stream.integer(in: missingCount)
    let longest = stream.integer(in: shownCount)
    let length = stream.integer(in: shownCount.lowerBound...longest)
    guard length >= missing, (length - missing).isMultiple(of: 2) else { return nil }
    let brackets = walk(length: length, endingAt: missing, &stream)
    let question = """
      Write the brackets that are missing at the end of the sequence, so that every bracket is \
      closed in the right order. Input: \(brackets.shown.joined(separator: " "))
      """
    return GeneratedItem(input: question, target: brackets.missing.joined(separator: " "))
  }

  private static let pairs = [("(", ")"), ("[", "]"), ("{", "}"), ("<", ">")]

  /// A random walk over nesting depths that never goes below 0 and ends at `depth`.
  private func walk(
    length: Int,
    endingAt depth: Int,
    _ stream: inout SeededStream
  ) -> (shown: [String], missing: [String]) {
    var shown: [String] = []
    var open: [String] = []
    for left in stride(from: length - 1, through: 0, by: -1) {
      let canOpen = open.count + 1 - depth <= left
      let canClose = !open.isEmpty && depth - (open.count - 1) <= left
      if canOpen, !canClose || stream.chance(50) {
        let pair = stream.element(of: Self.pairs)
        shown.append(pair.0)
        open.append(pair.1)
      } else {
        shown.append(open.removeLast())
      }
    }
    return (shown, open.reversed())
  }
}
