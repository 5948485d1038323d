// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
import OPTO

extension AnswerFormat {
  /// A schema that names each parameter and its type, so that a server that can constrain answers
  /// lets the model write nothing else.
  static func suggestions(for parameters: [(name: String, kind: ParameterKind)]) -> AnswerFormat {
    let values = parameters.map { JSONValue.Member($0.name, valueSchema(for: $0.kind)) }
    let suggestion: JSONValue = [
      "type": "object", "properties": .object(values), "additionalProperties": false,
    ]
    let schema: JSONValue = [
      "type": "object",
      "properties": [
        "reasoning": ["type": "string"], "answer": ["type": "string"], "suggestion": suggestion,
      ],
      "required": ["reasoning", "answer", "suggestion"],
      "additionalProperties": false,
    ]
    return .jsonSchema(name: "suggestion", schema)
  }

  private static func valueSchema(for kind: ParameterKind) -> JSONValue {
    switch kind {
    case .text, .code: ["type": "string"]
    case .integer: ["type": "integer"]
    case .real: ["type": "number"]
    case .flag: ["type": "boolean"]
    case .choice(let choices): ["type": "string", "enum": .array(choices.map { .string($0) })]
    }
  }
}
