// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// An operation whose body is a parameter: source text that optimizers may rewrite.
///
/// Each call is recorded as an operation called `eval` with the inputs of the function and the code
/// as further input `__code`. Source text that is no program is recorded as an exception whose only
/// input is the code.
public struct CodeBundle: Sendable {
  /// Runs a function of some source text on arguments in the order of its parameters.
  public typealias Evaluator =
    @Sendable (_ source: String, _ arguments: [TraceValue]) async throws -> TraceValue

  /// The name of the function that the source text defines.
  public let functionName: String
  private let options: BundleOptions
  private let evaluate: Evaluator

  /// Creates an operation.
  ///
  /// - Parameters:
  ///   - functionName: The name of the function that the source text defines.
  ///   - failures: Which errors become exception nodes.
  ///   - evaluate: Runs the function; it throws ``OperatorException`` when the function does.
  public init(
    _ functionName: String,
    failures: FailureRule = .exceptionsOnly,
    evaluate: @escaping Evaluator
  ) {
    self.functionName = functionName
    options = BundleOptions(failures: failures)
    self.evaluate = evaluate
  }

  /// What a reader of the graph is told of the operation.
  public static let description = OperatorDescription(
    name: "eval",
    summary: "Calls the function that __code defines with the other inputs."
  )

  /// The name of the input that is the code.
  public static let codeKey = "__code"

  /// Calls the function that the code defines and records its output.
  ///
  /// - Parameters:
  ///   - inputs: The arguments in the order of the function's parameters, by their names.
  ///   - code: The parameter with the source text.
  /// - Returns: The node of the output.
  /// - Throws: ``ExecutionError`` when the function fails or the source text is no program,
  ///   ``BundleError`` when the call cannot be recorded, and whatever else the evaluator throws.
  public func callAsFunction(
    _ inputs: KeyValuePairs<String, any TraceOperand>,
    code: TraceNode
  ) async throws -> TraceNode {
    try await run(inputs.map { (key: $0.key, operand: $0.value) }, code: code)
  }

  /// Calls the function with inputs whose names are known only when the program runs.
  ///
  /// - Parameters:
  ///   - inputs: The arguments in the order of the function's parameters, with their names.
  ///   - code: The parameter with the source text.
  /// - Returns: The node of the output.
  /// - Throws: As ``callAsFunction(_:code:)``.
  public func applied(
    to inputs: [(key: String, operand: any TraceOperand)],
    code: TraceNode
  ) async throws -> TraceNode {
    try await run(inputs, code: code)
  }

  func run(_ inputs: [BundleSignature.Argument], code: TraceNode) async throws -> TraceNode {
    let arguments = inputs + [(key: Self.codeKey, operand: code)]
    let call = try OperationCall(Self.description, options, arguments, on: code.tape)
    guard case .text(let source)? = call.values.last else {
      throw BundleError(
        .notCode,
        "\(functionName) is called with code that is not text: \(code.pythonName)"
      )
    }
    let context = RecordingContext.forOperation()
    let value: TraceValue
    do {
      value = try await RecordingContext.$current.withValue(context) {
        try await evaluate(source, Array(call.values.dropLast()))
      }
    } catch {
      if let exception = options.failures.exception(for: error), exception.stage == .compiling {
        throw call.failure(
          exception,
          base: "exception_\(code.baseName)",
          inputs: [("code", code.index)]
        )
      }
      try call.fail(with: error)
    }
    return try call.succeed(with: value, in: context)
  }
}
