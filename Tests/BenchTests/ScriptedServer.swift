// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LoopbackServer

/// A model server whose answers depend on the request alone, and that counts what it was asked.
struct ScriptedServer {
  let server: LoopbackServer

  init() throws {
    server = try LoopbackServer { request in
      guard request.method == "POST" else {
        return .answer(body: #"{"object":"list","data":[]}"#)
      }
      return .answer(body: Self.completion(for: request.body).text, after: .milliseconds(2))
    }
  }

  /// Completions that were asked for.
  var asked: Int { server.requests.count { $0.method == "POST" } }

  /// The options of `bench` that name the server.
  var options: [String] { ["--base-url", server.baseURL + "/v1", "--model", "scripted"] }

  private static func completion(for body: String) -> JSONValue {
    let digest = ContentDigest(of: body).hex.utf8.reduce(0) { $0 + Int($1) }
    let proposal =
      #"{"reasoning":"r","answer":"","suggestion":{"prompt_template":"Variant "#
      + #"\(digest % 7).\n{question}\nAnswer:"}}"#
    let text = body.contains("response_format") ? proposal : "Answer: \(digest % 4 + 2)"
    return [
      "id": "1", "object": "chat.completion", "model": "scripted",
      "choices": [
        [
          "index": 0, "finish_reason": "stop",
          "message": ["role": "assistant", "content": .string(text)],
        ]
      ],
      "usage": ["prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15],
    ]
  }
}

/// A model server that is there and declines every request.
struct RefusingServer {
  let server: LoopbackServer

  init() throws {
    server = try LoopbackServer { request in
      request.method == "POST"
        ? .answer(status: 400, body: #"{"error":{"message":"no"}}"#)
        : .answer(body: #"{"object":"list","data":[]}"#)
    }
  }

  /// The options of `bench` that name the server.
  var options: [String] { ["--base-url", server.baseURL + "/v1", "--model", "refusing"] }
}
