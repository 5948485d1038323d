// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import OPTO
import Trace

/// Turns a suggested value into a value of a parameter's kind, or says why it cannot.
enum ValueConversion {
  /// Why a suggestion was refused.
  struct Refusal: Error, Equatable {
    let reason: String
  }

  /// Converts a suggestion for a parameter of this kind.
  ///
  /// A parameter never changes its type: what cannot be converted is refused with a reason.
  ///
  /// - Throws: ``Refusal``.
  static func value(
    from suggestion: JSONValue, for kind: ParameterKind
  ) throws(Refusal) -> TraceValue {
    switch kind {
    case .text: return .text(try text(suggestion))
    case .code(let signature): return .text(try code(suggestion, signature))
    case .integer(let bounds): return .integer(try integer(suggestion, within: bounds))
    case .real(let bounds): return .real(try real(suggestion, within: bounds))
    case .flag: return .bool(try flag(suggestion))
    case .choice(let choices):
      let value = try text(suggestion)
      guard choices.contains(value) else {
        throw Refusal(reason: "\(value) is not one of \(choices.joined(separator: ", "))")
      }
      return .text(value)
    }
  }

  private static func text(_ suggestion: JSONValue) throws(Refusal) -> String {
    switch suggestion {
    case .string(let value): return value
    case .integer, .real, .bool: return suggestion.text
    case .null, .array, .object:
      throw Refusal(reason: "a text was expected, not \(suggestion.text.prefix(60))")
    }
  }

  private static func code(
    _ suggestion: JSONValue, _ signature: CodeSignature
  ) throws(Refusal) -> String {
    guard case .string(let source) = suggestion else {
      throw Refusal(reason: "source text was expected, not \(suggestion.text.prefix(60))")
    }
    let unfenced = withoutFence(source)
    guard !unfenced.trimmingSpace.isEmpty else { throw Refusal(reason: "the code is empty") }
    guard unfenced.contains("def \(signature.entryPoint)(") else {
      throw Refusal(reason: "the code does not define \(signature.entryPoint)")
    }
    return unfenced
  }

  private static func withoutFence(_ source: String) -> String {
    let trimmed = source.trimmingSpace
    guard trimmed.hasPrefix("```"), trimmed.hasSuffix("```"),
      let firstBreak = trimmed.firstIndex(of: "\n")
    else { return source }
    let body = trimmed[trimmed.index(after: firstBreak)...].dropLast(3)
    return String(body)
  }

  private static func number(_ suggestion: JSONValue) throws(Refusal) -> Double {
    if let value = suggestion.doubleValue { return value }
    if case .string(let text) = suggestion, let value = Double(text.trimmingSpace), value.isFinite {
      return value
    }
    throw Refusal(reason: "a number was expected, not \(suggestion.text.prefix(60))")
  }

  private static func integer(
    _ suggestion: JSONValue, within bounds: ClosedRange<Int>?
  ) throws(Refusal) -> Int {
    let value = try number(suggestion).rounded(.towardZero)
    guard let integer = Int(exactly: value) else {
      throw Refusal(reason: "\(value) does not fit a whole number")
    }
    if let bounds, !bounds.contains(integer) {
      throw Refusal(
        reason: "\(integer) is outside \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return integer
  }

  private static func real(
    _ suggestion: JSONValue, within bounds: ClosedRange<Double>?
  ) throws(Refusal) -> Double {
    let value = try number(suggestion)
    if let bounds, !bounds.contains(value) {
      throw Refusal(reason: "\(value) is outside \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return value
  }

  private static func flag(_ suggestion: JSONValue) throws(Refusal) -> Bool {
    if let value = suggestion.boolValue { return value }
    if case .string(let text) = suggestion {
      switch text.trimmingSpace.lowercased() {
      case "true": return true
      case "false": return false
      default: break
      }
    }
    throw Refusal(reason: "true or false was expected, not \(suggestion.text.prefix(60))")
  }
}
