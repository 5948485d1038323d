// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension OperatorException {
  static func type(_ message: String) -> OperatorException {
    OperatorException(type: "TypeError", message: message)
  }

  static func value(_ message: String) -> OperatorException {
    OperatorException(type: "ValueError", message: message)
  }

  static func index(_ message: String) -> OperatorException {
    OperatorException(type: "IndexError", message: message)
  }

  static func key(_ key: TraceValue) -> OperatorException {
    OperatorException(type: "KeyError", message: key.literal)
  }

  static func zeroDivision(_ message: String) -> OperatorException {
    OperatorException(type: "ZeroDivisionError", message: message)
  }

  static let overflow = OperatorException(
    type: "OverflowError", message: "the result does not fit a 64-bit number")
}
