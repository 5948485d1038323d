// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import Trace

/// A program of the golden file, run through our API.
struct GoldenProgram {
  let expected: JSONValue
  let tape = Tape()
  private(set) var steps: [TraceNode] = []

  /// Runs the steps; a failed operation counts as its exception node.
  init(_ program: JSONValue) throws {
    expected = program
    for step in try #require(program["program"]?.arrayValue) {
      let recorded: TraceNode
      do {
        recorded = try record(step)
      } catch let error as ExecutionError {
        recorded = error.node
      }
      steps.append(recorded)
    }
  }

  var output: TraceNode { get throws { try #require(steps.last) } }

  func names(_ key: String) -> Set<String> {
    Set(expected[key]?.arrayValue?.compactMap(\.stringValue) ?? [])
  }

  private func record(_ step: JSONValue) throws -> TraceNode {
    guard step["op"]?.stringValue == "call" else {
      let value = Self.value(step["value"] ?? .null)
      let name = step["name"]?.stringValue
      guard step["trainable"]?.boolValue == true else { return tape.constant(value, named: name) }
      return tape.parameter(
        value, named: name ?? value.typeName, constraint: step["constraint"]?.stringValue)
    }
    let arguments = try #require(step["args"]?.arrayValue).compactMap(\.intValue).map { steps[$0] }
    switch step["fn"]?.stringValue {
    case "add": return try arguments[0] + arguments[1]
    case "subtract": return try arguments[0] - arguments[1]
    case "multiply": return try arguments[0] * arguments[1]
    case "divide": return try arguments[0] / arguments[1]
    case "cond": return try arguments[0].choosing(arguments[1], otherwise: arguments[2])
    case let name: throw UnknownOperator(name: name ?? "")
    }
  }

  struct UnknownOperator: Error { let name: String }

  static func value(_ json: JSONValue) -> TraceValue {
    switch json {
    case .null: .none
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .real(let value): .real(value)
    case .string(let value): .text(value)
    case .array(let elements): .list(elements.map(value))
    case .object(let members):
      .dictionary(TraceDictionary(members.map { ($0.name, value($0.value)) }))
    }
  }
}
