// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import OPTO
import Trace

/// A small problem with its solution, written by the same code as the problem that follows it.
enum OptoPrimeExample {
  /// The problem and its answer in a style; nothing in it is masked.
  static func text(_ style: OptoPrimeStyle) -> String {
    var style = style
    (style.masked, style.showsExample) = ([], false)
    let prompt = OptoPrimePrompt(
      objective: OptoPrimeInstructions.defaultObjective(style.headings), signal: signal,
      style: style)
    let solution = style.format == .xml ? blocks : json
    return "An example of a problem and its answer:\n\n\(prompt.text)\n\n\(solution)"
  }

  private static let reasoning =
    "The output is a times b plus 2, which is 8 and should be 20. With b = 3 that takes a = 6."

  private static let json: String = JSONValue.object([
    JSONValue.Member("reasoning", .string(reasoning)), JSONValue.Member("answer", ""),
    JSONValue.Member("suggestion", ["a0": 6]),
  ]).indentedText

  private static let blocks = """
    <reasoning>
    \(reasoning)
    </reasoning>
    <variable>
    <name>a0</name>
    <value>
    6
    </value>
    </variable>
    """

  private static let signal = TrainingSignal(
    values: ParameterValues(initialOf: []), score: 0, feedback: view.feedback, view: view,
    parameterNames: [:])

  private static let view = FunctionView(
    code: ["multiply0 = multiply(x=a0, y=b0)", "add0 = add(x=multiply0, y=int0)"],
    documentation: [
      FunctionView.Documentation(name: "multiply", text: "Multiplies two numbers."),
      FunctionView.Documentation(name: "add", text: "Adds two numbers."),
    ],
    variables: [number("a0", 2)],
    constraints: [FunctionView.Constraint(typeName: "int", name: "a0", text: "a whole number")],
    inputs: [number("b0", 3), number("int0", 2)], others: [number("multiply0", 6)],
    outputs: [number("add0", 8)], feedback: "The result should be 20.")

  private static func number(_ name: String, _ value: Int) -> FunctionView.NamedValue {
    FunctionView.NamedValue(name: name, typeName: "int", text: String(value))
  }
}
