// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// The fixed sentences of OptoPrime's prompts, in our own wording.
///
/// Parts and order follow OptoPrime (Cheng, Nie and Swaminathan, 2024, section 4): what the nine
/// parts of a problem mean, then the form of the answer. The text does not depend on the problem,
/// so that a server can keep it in its prefix cache.
enum OptoPrimeInstructions {
  /// The system message in a style.
  static func system(_ style: OptoPrimeStyle = OptoPrimeStyle()) -> String {
    var parts = [
      reading(style), style.format == .xml ? answerInBlocks(style) : answerInJSON(style),
    ]
    if style.showsExample { parts.append(OptoPrimeExample.text(style)) }
    return parts.joined(separator: "\n\n")
  }

  private static func reading(_ style: OptoPrimeStyle) -> String {
    let head = style.headings
    let parts = OptoPrimeSection.allCases.filter { $0 != .constraints || style.format == .json }
    let list = parts.map { "- \(head[$0])\(head == .capitals ? "" : ":") \(meaning(of: $0, head))" }
    return """
      You improve a small program by changing the values of its variables. The program has just \
      been run. You are shown what it computed and what was said about its result.

      A problem has these parts, each under a heading:
      \(list.joined(separator: "\n"))

      \(style.format == .xml ? blocks(head) : lines(head))
      """
  }

  private static func meaning(of part: OptoPrimeSection, _ head: OptoPrimeHeadings) -> String {
    switch part {
    case .instruction: "what you have to reach and how your answer is judged."
    case .code: "the operations that were carried out, one a line, in order."
    case .documentation: "what each operation in \(name(.code, head)) does."
    case .variables: "the values that you may change."
    case .constraints: "conditions that new values of the variables have to meet."
    case .inputs: "values that went into the program and that you cannot change."
    case .others: "intermediate values between inputs and outputs."
    case .outputs: "what the program gave."
    case .feedback: "what was right or wrong with the outputs."
    }
  }

  private static func lines(_ head: OptoPrimeHeadings) -> String {
    """
    \(valueParts(head)) have one value a line, written as

    (data_type) variable_name = value

    When the data type is `code`, the value is the source text of a function.
    """
  }

  private static func blocks(_ head: OptoPrimeHeadings) -> String {
    """
    \(valueParts(head)) have each value in a block, in which the text between the lines <value> \
    and </value> is the value itself:

    <variable name="variable_name" type="data_type">
    <value>
    value
    </value>
    <constraint>
    a condition that a new value has to meet
    </constraint>
    </variable>

    Values that you cannot change stand in <node> blocks, and long ones are cut. When the data type \
    is `code`, the value is the source text of a function.
    """
  }

  private static func answerInJSON(_ style: OptoPrimeStyle) -> String {
    """
    Answer with one JSON object and nothing around it:

    {
      "reasoning": "why the result was as it was, and which change of which variable helps",
      "answer": "the answer itself, if the instruction asks for one, else an empty string",
      "suggestion": {
        "variable_name": "its complete new value"
      }
    }

    \(rules(style)) If nothing should be changed, answer with the one word TERMINATE.
    """
  }

  private static func answerInBlocks(_ style: OptoPrimeStyle) -> String {
    """
    Answer in this form, with one <variable> block for each variable that you change:

    <reasoning>
    why the result was as it was, and which change of which variable helps
    </reasoning>
    <variable>
    <name>variable_name</name>
    <value>
    its complete new value
    </value>
    </variable>

    \(rules(style)) If nothing should be changed, answer with the one word TERMINATE.
    """
  }

  private static func rules(_ style: OptoPrimeStyle) -> String {
    """
    Use the names of \(name(.variables, style.headings)) as they are written there. Name only the \
    variables that you change and give each its whole new value, not a description of it. Keep the \
    data type, and for code keep the name and the parameters of the function.
    """
  }

  private static func valueParts(_ head: OptoPrimeHeadings) -> String {
    let names = [OptoPrimeSection.variables, .inputs, .others].map { name($0, head) }
    return "\(names.joined(separator: ", ")) and \(name(.outputs, head))"
  }

  /// A part as sentences call it: its heading without a colon.
  static func name(_ part: OptoPrimeSection, _ head: OptoPrimeHeadings) -> String {
    String(head[part].trimmingCharacters(among: ":"))
  }

  static let problemHeading = "This is the problem:"
  static let memoryHeading = "Values that were tried before, oldest first, and their feedback:"
  static let answerHeading = "Your answer:"

  static func highlight(_ names: String) -> String {
    "Which new values do you suggest for these variables: \(names)?"
  }

  /// What the model is told when the program failed with the values that it suggested.
  static func failure(_ feedback: String) -> String {
    """
    With these values the program itself failed:

    \(feedback)

    Correct the values, and answer once more in the same form.
    """
  }

  /// The objective when a problem has none of its own.
  static func defaultObjective(_ head: OptoPrimeHeadings) -> String {
    """
    Change the values of the variables in \(name(.variables, head)) so that the outputs become \
    better in the light of \(name(.feedback, head)).
    """
  }
}
