// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import OPTO
import Trace

/// The questions of TextGrad in our own wording.
///
/// Their roles are those of the paper (Yuksekgonul et al., "TextGrad: Automatic Differentiation via
/// Text", 2024, section 2 and appendix A): criticism of an input in the light of criticism of the
/// output, a summary where several criticisms meet, and a new value between tags.
enum TextGradPrompts {
  static let openTag = "<IMPROVED_VARIABLE>"
  static let closeTag = "</IMPROVED_VARIABLE>"

  /// Asks for criticism of one input of an operation.
  static func gradient(
    of name: String, through operation: FunctionView.Operation, gradient: String, objective: String,
    in graph: TextGradGraph
  ) -> [ChatMessage] {
    let inputs = operation.inputs.map(graph.line).joined(separator: "\n")
    return [
      .system(
        """
        You carry criticism back through a program. You are given one operation, its inputs, its \
        output, and criticism of the output. Say how one of the inputs should be different so that \
        the criticism no longer holds. Do not write the new value. Be brief and concrete.
        """),
      .user(
        """
        What the whole program has to reach: \(objective)

        Operation \(operation.name): \(graph.summary(operation))
        Inputs:
        \(inputs)
        Output:
        \(graph.line(operation.output))

        Criticism of \(operation.output):
        \(gradient)

        What should be different about \(name)?
        """),
    ]
  }

  /// Asks for a summary of several criticisms of the same value.
  static func reduction(of gradients: [String], name: String) -> [ChatMessage] {
    let list = gradients.enumerated().map { "Criticism \($0.offset + 1):\n\($0.element)" }
    return [
      .system(
        """
        You bring several criticisms of the same value together. Keep every point that is not said \
        twice, and keep what contradicts apart. Be brief.
        """),
      .user("The value is called \(name).\n\n" + list.joined(separator: "\n\n")),
    ]
  }

  /// Asks for the new value of a variable.
  static func update(
    _ parameter: ParameterSpecification, name: String, value: String, gradient: String,
    past: ArraySlice<String>
  ) -> [ChatMessage] {
    let condition = parameter.shownConstraint.map { "\nCondition: \($0)" } ?? ""
    let earlier =
      past.isEmpty ? "" : "\n\nValues that it had before:\n" + past.joined(separator: "\n---\n")
    return [
      .system(
        """
        You improve the value of a variable by what is said in criticism of it. Write the whole new \
        value between \(openTag) and \(closeTag), as it is to be used.
        """),
      .user(
        """
        \(name): \(parameter.summary)\(condition)
        Its value now:
        \(value)\(earlier)

        Criticism:
        \(gradient)

        Write the improved value between \(openTag) and \(closeTag).
        """),
    ]
  }

  /// The new value in an answer, or nil when the answer has no tags around one.
  static func improvedValue(in answer: String) -> String? {
    guard let opened = answer.firstRange(of: openTag),
      let closed = answer[opened.upperBound...].ranges(of: closeTag).last
    else { return nil }
    var value = answer[opened.upperBound..<closed.lowerBound]
    if value.first?.isNewline == true { value.removeFirst() }
    if value.last?.isNewline == true { value.removeLast() }
    return String(value)
  }
}
