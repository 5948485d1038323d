// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import OPTO
import Trace

/// Puts the results of tests into words.
package struct CodeDebuggingFeedback: Sendable {
  private static let mostValueCharacters = 300
  private static let mostOutputCharacters = 200
  private static let mostOtherCalls = 5

  private let level: FeedbackLevel
  private let functions: [FaultyProgram.Function]

  /// Creates the feedback of a level on a program of these functions.
  package init(_ level: FeedbackLevel, on functions: [FaultyProgram.Function]) {
    self.level = level
    self.functions = functions
  }

  /// Whether any call is told, and not only how many tests are passed.
  var tellsCalls: Bool { level.includes(.call) }

  /// How many tests were passed, in words.
  package static func count(of report: TestReport) -> String {
    "\(report.passedCount) of \(report.runs.count) tests pass."
  }

  /// The feedback on a report.
  ///
  /// - Complexity: O(*n*) in the size of the report.
  package func text(on report: TestReport) -> String {
    guard !report.isPassed, let run = report.shownRun else {
      return "All \(report.runs.count) tests pass. Nothing has to be changed."
    }
    var parts = [Self.count(of: report)]
    if level.includes(.call) { parts += failure(of: run) }
    if level.includes(.trace), let place = raised(in: run) { parts.append(place) }
    if level.includes(.full) { parts += circumstances(of: run, in: report) }
    parts.append("Change the code so that it does what its specification says.")
    return parts.joined(separator: "\n")
  }

  private func failure(of run: TestRun) -> [String] {
    switch run.test {
    case .call(let arguments, let expected, _):
      return [
        "This call fails: \(call(arguments))",
        "It should return \(Self.literal(expected)) and \(ending(of: run, instead: expected)).",
      ]
    case .script(let test):
      return ["This test fails: \(Self.clipped(test.name))", "It \(ending(of: run))."]
    }
  }

  private func ending(of run: TestRun, instead expected: JSONValue? = nil) -> String {
    switch run.outcome {
    case nil: "was not run, because too many others did not end"
    case .value(let value, let typeName):
      if let expected, TraceValue(json: expected).typeName != TraceValue(json: value).typeName {
        "returns \(Self.literal(value)) of type \(typeName)"
      } else {
        "returns \(Self.literal(value))"
      }
    case .exception(let exception): "raises \(Self.clipped(exception.summary))"
    case .syntaxError(let exception): "cannot be run: \(Self.clipped(exception.summary))"
    case .limit(let limit) where run.isEndless: "does not end: \(limit.message)"
    case .limit(let limit): "is stopped: \(limit.message)"
    }
  }

  private func raised(in run: TestRun) -> String? {
    guard run.showsSource else { return nil }
    return switch run.outcome {
    case .exception(let exception)?, .syntaxError(let exception)?:
      "The code with what it raised:\n\(exception.annotatedSource)"
    default: nil
    }
  }

  private func circumstances(of run: TestRun, in report: TestReport) -> [String] {
    var parts: [String] = []
    if run.showsSource, case .limit(let limit)? = run.outcome, let exception = limit.exception {
      parts.append("The code with the line at which it was stopped:\n\(exception.annotatedSource)")
    }
    if !run.output.isEmpty {
      parts.append("The call printed: \(Self.clipped(run.output, to: Self.mostOutputCharacters))")
    }
    let others = report.runs.filter { !$0.isPassed && $0 != run }.map { name(of: $0.test) }
    if !others.isEmpty {
      let more = others.count - Self.mostOtherCalls
      parts.append(
        "These fail as well: \(others.prefix(Self.mostOtherCalls).joined(separator: ", "))"
          + (more > 0 ? " and \(more) more." : "."))
    }
    return parts
  }

  private func name(of test: ProgramTest) -> String {
    switch test {
    case .call(let arguments, _, _): call(arguments)
    case .script(let test): Self.clipped(test.name)
    }
  }

  /// The call as Python writes it, the later functions around the first one.
  private func call(_ arguments: [JSONValue]) -> String {
    let list = arguments.map(Self.literal).joined(separator: ", ")
    return functions.dropFirst().reduce("\(functions[0].name)(\(list))") { inner, function in
      "\(function.name)(\(inner))"
    }
  }

  private static func literal(_ value: JSONValue) -> String {
    clipped(TraceValue(json: value).literal)
  }

  private static func clipped(_ text: String, to count: Int = mostValueCharacters) -> String {
    text.count > count ? "\(text.prefix(count)) ..." : text
  }
}
