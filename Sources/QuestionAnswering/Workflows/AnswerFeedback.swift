// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON

/// What a guide says of an answer.
package struct AnswerFeedback: Sendable, Hashable {
  /// Said of a right answer.
  package let right: String
  private let wrongTemplate: String
  private let wrongTypeTemplate: String
  private let unreadableTemplate: String?

  /// Creates the sentences of a workflow.
  ///
  /// - Parameters:
  ///   - right: Said of a right answer.
  ///   - wrong: Said of a wrong one; `{expected}` stands for the right one.
  ///   - wrongType: Said when the workflow did not return text; `{type}` stands for what it
  ///     returned.
  ///   - unreadable: Said when the rule finds no answer in the text; nil says the same as `wrong`.
  package init(right: String, wrong: String, wrongType: String, unreadable: String? = nil) {
    self.right = right
    wrongTemplate = wrong
    wrongTypeTemplate = wrongType
    unreadableTemplate = unreadable
  }

  /// Said of a wrong answer.
  package func wrong(expected: String) -> String {
    wrongTemplate.replacing("{expected}", with: expected)
  }

  /// Said of an output that is no text.
  package func wrongType(_ typeName: String, expected: String) -> String {
    wrongTypeTemplate.replacing("{type}", with: typeName)
      .replacing("{expected}", with: expected)
  }

  /// Said of a text without an answer.
  package func unreadable(expected: String) -> String {
    (unreadableTemplate ?? wrongTemplate).replacing("{expected}", with: expected)
  }

  /// All sentences, as they enter a workflow's digest.
  package var jsonValue: JSONValue {
    var sentences: [JSONValue] = [
      .string(right), .string(wrong(expected: "?")), .string(wrongType("?", expected: "?")),
    ]
    if unreadableTemplate != nil { sentences.append(.string(unreadable(expected: "?"))) }
    return .array(sentences)
  }
}
