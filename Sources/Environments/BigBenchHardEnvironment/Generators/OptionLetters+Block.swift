// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import QuestionAnswering

extension OptionLetters {
  /// Options as items list them, each on a line of its own under `Options:`.
  ///
  /// - Parameter options: At most 26 texts.
  /// - Returns: The lines, without a line break at the end.
  static func block(_ options: [String]) -> String {
    let lines = options.enumerated().map { "\(name(at: $0.offset)) \($0.element)" }
    return (["Options:"] + lines).joined(separator: "\n")
  }

  /// The names of the first options, such as `(A)` and `(B)` for two.
  static func names(_ count: Int) -> [String] { (0..<count).map(name(at:)) }

  /// The place of an option's name, counted from 0, or `nil` when it is none.
  static func index(of name: String) -> Int? { names(26).firstIndex(of: name) }
}
