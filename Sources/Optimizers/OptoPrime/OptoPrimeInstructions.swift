// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// The fixed sentences of OptoPrime's prompts, in our own wording.
///
/// Sections and order follow OptoPrime (Cheng, Nie and Swaminathan, 2024, section 4): what the nine
/// parts of a problem mean, then the form of the answer. The text does not depend on the problem,
/// so that a server can keep it in its prefix cache.
enum OptoPrimeInstructions {
  static let system = """
    You improve a small program by changing the values of its variables. The program has just \
    been run. You are shown what it computed and what was said about its result.

    A problem has these parts, each under a heading:
    - #Instruction: what you have to reach and how your answer is judged.
    - #Code: the operations that were carried out, one a line, in order.
    - #Documentation: what each operation in #Code does.
    - #Variables: the values that you may change.
    - #Constraints: conditions that new values of the variables have to meet.
    - #Inputs: values that went into the program and that you cannot change.
    - #Others: intermediate values between inputs and outputs.
    - #Outputs: what the program gave.
    - #Feedback: what was right or wrong with the outputs.

    #Variables, #Inputs, #Others and #Outputs have one value a line, written as

    (data_type) variable_name = value

    When the data type is `code`, the value is the source text of a function.

    Answer with one JSON object and nothing around it:

    {
      "reasoning": "why the result was as it was, and which change of which variable helps",
      "answer": "the answer itself, if the instruction asks for one, else an empty string",
      "suggestion": {
        "variable_name": "its complete new value"
      }
    }

    Use the names of #Variables as they are written there. Name only the variables that you \
    change and give each its whole new value, not a description of it. Keep the data type, and for \
    code keep the name and the parameters of the function. If nothing should be changed, answer \
    with the one word TERMINATE.
    """

  static let problemHeading = "This is the problem:"
  static let memoryHeading = "Values that were tried before, oldest first, and their feedback:"
  static let answerHeading = "Your answer:"

  /// The objective when a problem has none of its own.
  static let defaultObjective = """
    Change the values of the variables in #Variables so that the outputs become better in the \
    light of #Feedback.
    """
}
