// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Trace

/// A model call as an operation of a workflow.
package enum ModelOperation {
  /// An operation that sends `user_prompt` below fixed instructions.
  ///
  /// - Parameters:
  ///   - system: The instructions.
  ///   - resources: The model.
  /// - Returns: The operation, called `call_llm`.
  package static func asking(
    under system: String, _ resources: SuiteResources
  ) -> AsyncBundledFunction {
    bundle("call_llm", summary: "Sends user_prompt to a language model and returns its response.") {
      arguments in
      .text(try await resources.response(to: try text(arguments, 0, "prompt"), system: system))
    }
  }

  /// An operation that sends `user_prompt` below `system_prompt`.
  ///
  /// - Parameter resources: The model.
  /// - Returns: The operation, called `call_llm`.
  package static func askingWithInstruction(_ resources: SuiteResources) -> AsyncBundledFunction {
    bundle(
      "call_llm",
      summary: """
        Sends user_prompt to a language model below the instructions of system_prompt and returns \
        its response.
        """
    ) { arguments in
      let system = try text(arguments, 0, "instruction")
      return .text(
        try await resources.response(to: try text(arguments, 1, "prompt"), system: system))
    }
  }

  /// An argument as text; another value is the workflow's own fault.
  ///
  /// - Parameters:
  ///   - arguments: What an operation was given.
  ///   - index: Which of them.
  ///   - role: What it is, for the exception.
  /// - Returns: The text.
  /// - Throws: `OperatorException` when there is none.
  package static func text(
    _ arguments: [TraceValue], _ index: Int, _ role: String
  ) throws -> String {
    let argument = arguments.indices.contains(index) ? arguments[index] : TraceValue.none
    guard case .text(let text) = argument else {
      throw OperatorException(
        type: "TypeError", message: "the \(role) has to be text, not \(argument.typeName)")
    }
    return text
  }
}
