// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import OPTO

/// A question and its answer.
struct Exchange: Sendable {
  let request: ModelRequest
  let answer: String

  /// The conversation with a further question.
  func continued(by question: String) -> [ChatMessage] {
    request.messages + [.assistant(answer), .user(question)]
  }
}

/// The exchanges of one step, by the values that they led to.
struct ExchangeLog: Sendable {
  private var entries: [(values: ParameterValues, exchange: Exchange)] = []

  /// The first exchange that led to these values.
  subscript(values: ParameterValues) -> Exchange? {
    entries.first { $0.values == values }?.exchange
  }

  /// Keeps an exchange.
  mutating func add(_ exchange: Exchange, leadingTo values: ParameterValues) {
    entries.append((values, exchange))
  }
}
