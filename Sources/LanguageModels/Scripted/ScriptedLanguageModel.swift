// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A model that answers from a list or from a function, without any network.
///
/// Latencies are zero and token counts are estimated from the texts, so that its answers are the
/// same in each run. When a list is used up, further calls fail.
public final class ScriptedLanguageModel: LanguageModel {
  /// Answers a request; the second argument counts the calls from 0.
  public typealias Script =
    @Sendable (ModelRequest, Int) async throws(LanguageModelError) -> String

  /// Which model this plays.
  public let identity: ModelIdentity
  private let script: Script
  private let received = Mutex<[ModelRequest]>([])

  /// Creates a model that computes its answers.
  public init(
    identity: ModelIdentity = ModelIdentity(provider: "scripted", model: "function"),
    function: @escaping Script
  ) {
    self.identity = identity
    script = function
  }

  /// Creates a model that gives the answers in their order, one for each call.
  ///
  /// Calls that are made at once take the answers in the order of their arrival.
  public convenience init(
    identity: ModelIdentity = ModelIdentity(provider: "scripted", model: "list"),
    answers: [String]
  ) {
    self.init(identity: identity) { (request, index) throws(LanguageModelError) in
      guard index < answers.count else {
        throw LanguageModelError(
          .outOfScript,
          "call \(index + 1) of a script of \(answers.count) answers",
          callDigest: request.digest
        )
      }
      return answers[index]
    }
  }

  /// All requests so far, in the order of their arrival.
  public var requests: [ModelRequest] { received.withLock(\.self) }

  /// Answers from the script.
  ///
  /// - Throws: ``LanguageModelError`` with `outOfScript` when a list is used up, or what the
  ///   function throws.
  public func answer(_ request: ModelRequest) async throws(LanguageModelError) -> ModelAnswer {
    let index = received.withLock { received in
      received.append(request)
      return received.count - 1
    }
    let text = try await script(request, index)
    return ModelAnswer(text: text, usage: TokenUsage(estimatedFor: request, answer: text))
  }
}
