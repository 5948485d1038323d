// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import OPTO
import Testing
import Trace

@testable import Optimizers

struct ValueConversionTests {
  static let signature = CodeSignature(entryPoint: "f", parameters: ["x"])

  @Test(arguments: [
    ("False" as JSONValue, ParameterKind.flag, TraceValue.bool(false)),
    ("3", .integer(nil), .integer(3)),
    ("3.7", .integer(nil), .integer(3)),
    (3.7, .integer(nil), .integer(3)),
    ("2", .real(nil), .real(2)),
    (5, .text, .text("5")),
    ("b", .choice(["a", "b"]), .text("b")),
    ("undefined", .text, .text("undefined")),
    (
      "```python\ndef f(x):\n    return x\n```", .code(signature),
      .text("def f(x):\n    return x\n")
    ),
  ])
  func whatFitsTheKindIsConverted(
    suggestion: JSONValue, kind: ParameterKind, expected: TraceValue
  ) throws {
    #expect(try ValueConversion.value(from: suggestion, for: kind) == expected)
  }

  @Test(arguments: [
    ("abc" as JSONValue, ParameterKind.real(nil)),
    ("nan", .real(nil)),
    (7, .integer(0...5)),
    (1e300, .integer(nil)),
    ("maybe", .flag),
    ("c", .choice(["a", "b"])),
    (nil, .text),
    (.array(["a"]), .text),
    ("  ", .code(signature)),
    (nil, .code(signature)),
    ("def g(x):\n    return x", .code(signature)),
  ])
  func whatDoesNotFitTheKindIsRefusedWithAReason(suggestion: JSONValue, kind: ParameterKind) {
    let refusal = #expect(throws: ValueConversion.Refusal.self) {
      try ValueConversion.value(from: suggestion, for: kind)
    }
    #expect(refusal?.reason.isEmpty == false)
  }
}
