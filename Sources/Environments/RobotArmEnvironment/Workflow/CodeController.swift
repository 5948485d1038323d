// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CodeExecution
import OPTO
import Trace

/// A controller whose whole source is the parameter, called in the sandbox at each control step.
struct CodeController: RobotController {
  private static let signature = CodeSignature(entryPoint: "controller", parameters: ["obs"])

  private let run: CodeBundle

  init(in sandbox: PythonSandbox) {
    run = CodeBundle(python: Self.signature.entryPoint, in: sandbox)
  }

  var parameters: [ParameterSpecification] { Self.parameters }

  static let parameters = [
    ParameterSpecification(
      name: signature.entryPoint, kind: .code(signature),
      initialValue: .text(ControllerSource.idle),
      summary: "chooses the action of one control step from the observation")
  ]

  var request: String { Self.request }

  static let request = """
    Change the function controller, which is called with the observation before each control step, so \
    that it solves the task from any start, not only from the one that is shown. It keeps nothing \
    between its calls.
    """

  /// The state of a controller whose source is given.
  static func values(_ source: String) -> ParameterValues {
    var values = ParameterValues(initialOf: parameters)
    values[signature.entryPoint] = .text(source)
    return values
  }

  func act(
    on observation: TraceNode, with parameters: BoundParameters
  ) async throws -> TraceNode {
    try await run(["obs": observation], code: parameters.node(Self.signature.entryPoint))
  }
}
