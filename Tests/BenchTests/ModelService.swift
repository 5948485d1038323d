// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LoopbackServer

/// A server that answers every question, each time with the same words to the same request.
struct ModelService {
  let server: LoopbackServer

  /// Starts a server.
  ///
  /// - Parameter answer: Gives another reply than the usual one to a request, or nil.
  /// - Throws: `LoopbackServer.Failure`.
  init(_ answer: @escaping @Sendable (ReceivedRequest) -> PlannedReply? = { _ in nil }) throws {
    server = try LoopbackServer { request in answer(request) ?? Self.reply(to: request) }
  }

  var url: String { server.baseURL + "/v1" }

  /// How many questions came.
  var questions: Int { server.requests.count { $0.method == "POST" } }

  static func reply(to request: ReceivedRequest) -> PlannedReply {
    guard request.method == "POST" else { return .answer(body: "{}") }
    let sum = request.body.utf8.reduce(0) { $0 + Int($1) }
    let text =
      request.body.contains("response_format")
      ? #"{\"reasoning\":\"r\",\"answer\":\"\",\"suggestion\":{}}"# : "Answer: \(sum % 4 + 2)"
    return .answer(
      body: """
        {"choices": [{"message": {"role": "assistant", "content": "\(text)"},
          "finish_reason": "stop"}],
         "usage": {"prompt_tokens": \(request.body.utf8.count / 4), "completion_tokens": 5,
          "prompt_tokens_details": {"cached_tokens": 2}}}
        """)
  }
}
