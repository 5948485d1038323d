// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What the server does about a request, step by step.
package struct PlannedReply: Sendable {
  /// One thing that the server does.
  enum Step: Sendable {
    case send([UInt8])
    case wait(Duration)
    case close
  }

  let steps: [Step]

  /// A complete answer after a wait; the connection stays open unless it is closed afterwards.
  package static func answer(
    status: Int = 200,
    headers: [(String, String)] = [("Content-Type", "application/json")],
    body: String,
    after delay: Duration = .zero,
    closing: Bool = false
  ) -> PlannedReply {
    let bytes = head(status: status, headers: headers, length: body.utf8.count) + Array(body.utf8)
    return PlannedReply(steps: [.wait(delay), .send(bytes)] + (closing ? [.close] : []))
  }

  /// An answer that promises more bytes than it sends before it closes the connection.
  package static func cutAnswer(body: String, promising length: Int) -> PlannedReply {
    let bytes = head(status: 200, headers: [], length: length) + Array(body.utf8)
    return PlannedReply(steps: [.send(bytes), .close])
  }

  /// An answer whose head and body arrive with a wait between them.
  package static func slowAnswer(body: String, pause: Duration) -> PlannedReply {
    let bytes = Array(body.utf8)
    return PlannedReply(steps: [
      .send(head(status: 200, headers: [], length: bytes.count)), .wait(pause), .send(bytes),
    ])
  }

  /// No answer at all; the connection stays open.
  package static let silence = PlannedReply(steps: [.wait(.seconds(3600))])

  /// The connection is closed without an answer.
  package static let hangUp = PlannedReply(steps: [.close])

  private static func head(status: Int, headers: [(String, String)], length: Int) -> [UInt8] {
    let isChunked = headers.contains { $0.0 == "Transfer-Encoding" }
    let lines =
      ["HTTP/1.1 \(status) Planned"] + headers.map { "\($0.0): \($0.1)" }
      + (isChunked ? [] : ["Content-Length: \(length)"]) + ["", ""]
    return Array(lines.joined(separator: "\r\n").utf8)
  }
}
