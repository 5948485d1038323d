// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import OPTO
package import Trace

/// The search for an input of an arithmetic program, told only whether the output is too small or
/// too large (Cheng, Nie and Swaminathan, 2024, section 5.1).
///
/// Each line of the program is one operation of the trace, so that the graph is the program.
package struct ProgramProblem: OptimizationProblem {
  /// The name of the only parameter.
  package static let inputName = "x"

  /// The program and its target.
  package let goal: HiddenGoal
  /// The one example, the same in all splits: a query of the program.
  package let example: ExampleID
  private let task: ProgramTask

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - goal: The program and its target.
  ///   - number: The number of the goal in its task, which names the example.
  ///   - task: When an input counts as found.
  package init(_ goal: HiddenGoal, number: Int, task: ProgramTask) {
    self.goal = goal
    self.task = task
    example = ExampleID(rawValue: "program-\(number)")
  }

  /// The input, from the published start.
  ///
  /// Where an input outside its range raises an exception, the parameter has no bounds, since
  /// otherwise the exception could not be met.
  package var parameters: [ParameterSpecification] {
    [
      ParameterSpecification(
        name: Self.inputName,
        kind: .real(task.allowedInputs == nil ? -10...10 : nil),
        initialValue: .real(HiddenGoal.startInput),
        summary: "the input of the program"
      )
    ]
  }

  /// What is asked.
  package var objective: String {
    "The code computes an output from the number x. Choose x so that the output equals a target "
      + "that is not shown; the feedback says in which direction the output has to change."
  }

  /// Lower than every error.
  package var minimumScore: Double { -.infinity }

  /// The one query.
  package func exampleIDs(in split: DatasetSplit) -> [ExampleID] { [example] }

  /// Runs the program line by line.
  ///
  /// - Throws: `ExecutionError` for an input that is not allowed, ``ProblemError`` without input.
  package func forward(
    _ example: ExampleID, with parameters: BoundParameters
  ) async throws -> TraceNode {
    guard example == self.example else {
      throw ProblemError(.unknownExample, "there is no example called \(example)")
    }
    var input = try parameters.node(Self.inputName)
    if let allowed = task.allowedInputs { input = try Self.check(allowed)(["x": input]) }
    var results: [TraceNode] = []
    func node(_ operand: ArithmeticProgram.Operand) -> TraceNode {
      switch operand {
      case .input: input
      case .result(let index): results[index]
      case .constant(let number): parameters.tape.constant(.integer(number))
      }
    }
    for line in goal.program.lines {
      results.append(try Self.record(line.operation, node(line.first), node(line.second)))
    }
    return results.last ?? input
  }

  private static func record(
    _ operation: ArithmeticOperation, _ first: TraceNode, _ second: TraceNode
  ) throws -> TraceNode {
    switch operation {
    case .add: try first + second
    case .subtract: try first - second
    case .multiply: try first * second
    case .divide: try divide(["x": first, "y": second])
    }
  }

  /// Division that does not fail: the programs define it for all numbers.
  private static let divide = bundle(
    "divide", summary: "Divides x by y; gives x when y is 0."
  ) { arguments in
    guard let first = arguments[0].realValue, let second = arguments[1].realValue else {
      throw OperatorException(type: "TypeError", message: "both operands have to be numbers")
    }
    return .real(ArithmeticOperation.divide(first, second))
  }

  /// Compares an output with the target, without saying how far apart they are.
  ///
  /// - Throws: ``ProblemError`` when the output is no number.
  package func assess(_ output: TraceNode, for example: ExampleID) async throws -> Assessment {
    guard let value = output.value.realValue else {
      throw ProblemError(.wrongType, "the output of a program has to be a number")
    }
    guard value.isFinite else {
      return Assessment(score: minimumScore, feedback: Self.notFinite, outcome: .invalidAnswer)
    }
    let error = abs(value - goal.target)
    if error <= task.tolerance(for: goal.target) {
      return Assessment(score: -error, feedback: Self.reached, outcome: .correct)
    }
    let feedback = Self.missed(output.value.plainText, isTooSmall: value < goal.target)
    return Assessment(score: -error, feedback: feedback, outcome: .incorrect)
  }

  /// The derivative of the negative error, by differentiation of the program in forward mode; 0 at
  /// the target.
  package func slopes(of example: ExampleID, at values: ParameterValues) -> [String: Double]? {
    guard let input = values[Self.inputName]?.realValue,
      task.allowedInputs?.contains(input) ?? true
    else { return nil }
    let output = goal.program.slope(at: input)
    let difference = output.value - goal.target
    let direction = difference > 0 ? 1.0 : difference < 0 ? -1 : 0
    return [Self.inputName: -direction * output.derivative]
  }

  private static let reached = "Reached."
  private static let notFinite = "The output is not a finite number."

  private static func missed(_ output: String, isTooSmall: Bool) -> String {
    "The output \(output) should be \(isTooSmall ? "larger" : "smaller")."
  }

  /// All sentences that an optimizer may be told beside the parameters and the objective.
  static let wording = [
    reached, notFinite, missed("?", isTooSmall: true), missed("?", isTooSmall: false),
    divide.description.summary, check(-1...1).description.summary,
  ]

  private static func check(_ allowed: ClosedRange<Double>) -> BundledFunction {
    let range = "\(allowed.lowerBound) to \(allowed.upperBound)"
    return bundle("check_input", summary: "Returns x when it is in the range that is allowed.") {
      guard let input = $0[0].realValue, allowed.contains(input) else {
        throw OperatorException(
          type: "ValueError", message: "x is \($0[0].plainText) but has to be from \(range)")
      }
      return $0[0]
    }
  }
}
