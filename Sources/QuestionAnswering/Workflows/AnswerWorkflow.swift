// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import CanonicalJSON
package import Datasets
package import OPTO
package import Trace

/// A way to answer a question with a model, some of whose parts are parameters.
package protocol AnswerWorkflow: Sendable {
  /// The parameters as every trial begins with them.
  var parameters: [ParameterSpecification] { get }
  /// What an optimizer is asked to reach.
  var objective: String { get }
  /// Instructions to the model that are no parameter; nil when there are none.
  var systemMessage: String? { get }
  /// What is said of an answer.
  var feedback: AnswerFeedback { get }
  /// What else decides an answer and is no parameter, such as what the workflow looks up; nil when
  /// there is nothing.
  var surroundings: JSONValue? { get }

  /// Answers a question and records how.
  ///
  /// - Parameters:
  ///   - question: The text of the item.
  ///   - parameters: The present values, on the tape that records.
  ///   - resources: The model and the sandbox.
  /// - Returns: The node of the answer.
  /// - Throws: `ExecutionError` when the workflow itself fails; anything else when the answer could
  ///   not be had, such as a failed model call.
  func answer(
    _ question: String, with parameters: BoundParameters, using resources: SuiteResources
  ) async throws -> TraceNode
}

extension AnswerWorkflow {
  /// Nothing.
  package var surroundings: JSONValue? { nil }

  /// The digest of everything beside the items that decides what a trial measures: the parameters
  /// as they begin, the fixed texts, the feedback, the rule and the surroundings.
  ///
  /// - Parameter rule: How answers are scored.
  /// - Returns: A digest that is part of a trial's identity.
  /// - Complexity: O(*n*) in the length of all texts.
  package func digest(scoredBy rule: some AnswerRule) -> ContentDigest {
    let parameters = parameters.map { parameter -> JSONValue in
      [
        "name": .string(parameter.name), "value": parameter.initialValue.jsonValue,
        "summary": .string(parameter.summary),
        "constraint": parameter.shownConstraint.map { .string($0) } ?? .null,
        "required": .array(parameter.requiredTexts.map { .string($0) }),
      ]
    }
    var members: [JSONValue.Member] = [
      .init("parameters", .array(parameters)), .init("objective", .string(objective)),
      .init("system", systemMessage.map { .string($0) } ?? .null),
      .init("feedback", feedback.jsonValue), .init("rule", .string(rule.name)),
    ]
    if let surroundings { members.append(.init("surroundings", surroundings)) }
    return ContentDigest(of: .object(members))
  }
}
