// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import HTTPTransport
import LanguageModels
import LoopbackServer
import Synchronization

/// A provider on this machine that does what a test plans, and a model that asks it without waits.
final class ScriptedProvider: Sendable {
  let server: LoopbackServer
  let model: ChatCompletionsModel
  private let pauses: Pauses

  /// What the model waited for, in order.
  private final class Pauses: Sendable {
    let delays = Mutex<[Duration]>([])
    let events = Mutex<[RetryEvent]>([])
  }

  static let key = "sk-hush-0123456789"

  init(
    timeout: Duration = .seconds(30),
    maximumResponseBytes: Int = 1 << 20,
    endpoint change: (inout ChatCompletionsEndpoint) -> Void = { _ in },
    _ plan: @escaping LoopbackServer.Plan
  ) throws {
    let pauses = Pauses()
    self.pauses = pauses
    server = try LoopbackServer(plan)
    var endpoint = ChatCompletionsEndpoint(
      baseURL: server.baseURL + "/v1",
      key: SecretKey(Self.key)
    )
    change(&endpoint)
    model = ChatCompletionsModel(
      identity: ModelIdentity(provider: "test", model: "m-1"),
      endpoint: endpoint,
      options: RemoteOptions(
        client: HTTPClient(),
        timeout: timeout,
        maximumResponseBytes: maximumResponseBytes,
        sleep: { delay in
          try Task.checkCancellation()
          pauses.delays.withLock { $0.append(delay) }
        },
        onRetry: { event in pauses.events.withLock { $0.append(event) } }
      )
    )
  }

  deinit { server.stop() }

  /// How long the model waited before each further attempt.
  var delays: [Duration] { pauses.delays.withLock(\.self) }

  /// What the model told about its waits.
  var events: [RetryEvent] { pauses.events.withLock(\.self) }

  /// The bodies of all requests, parsed.
  var bodies: [JSONValue] { server.requests.compactMap { try? JSONValue(parsing: $0.body) } }

  /// What the model throws for a request, or nil when it answers.
  func failure(of request: ModelRequest = ModelRequest([.user("Hi")])) async -> LanguageModelError?
  {
    do {
      _ = try await model.answer(request)
      return nil
    } catch {
      return error
    }
  }

  /// A reply as the protocol has it.
  static func reply(
    _ text: String?,
    finishReason: String = "stop",
    usage: JSONValue? = ["prompt_tokens": 11, "completion_tokens": 3],
    refusal: JSONValue = .null
  ) -> String {
    let content = text.map(JSONValue.string) ?? .null
    let message: JSONValue = ["role": "assistant", "content": content, "refusal": refusal]
    let choice: JSONValue = ["message": message, "finish_reason": .string(finishReason)]
    var members: [JSONValue.Member] = [JSONValue.Member("choices", [choice])]
    if let usage { members.append(JSONValue.Member("usage", usage)) }
    return JSONValue.object(members).text
  }
}
