// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets
import Foundation
import QuestionAnswering

/// A file of the user's own questions and answers as a suite of one task.
package struct UserFileSuite: AnswerSuite {
  /// What the name of such a suite begins with.
  package static let prefix = "file:"

  private let path: String
  private let rule: UserRule
  private let workflow: UserWorkflow

  /// Reads the name of a suite: `file:PATH`, `file:PATH#RULE` to score by another rule than
  /// ``UserRule/exact``, or `file:PATH#RULE+WORKFLOW` to tune something else than
  /// ``UserWorkflow/program``; gives nil when the name does not begin with `file:`.
  ///
  /// - Parameter name: Any suite's name.
  /// - Throws: `DataError` when the path is empty or there is no such rule or workflow.
  package init?(name: String) throws(DataError) {
    guard name.hasPrefix(Self.prefix) else { return nil }
    let rest = name.dropFirst(Self.prefix.count)
    // A name with a dot or a stroke is no misspelt rule: the sign is part of the path.
    var end = rest.lastIndex(of: "#") ?? rest.endIndex
    if rest[end...].contains(where: { $0 == "." || $0 == "/" }) { end = rest.endIndex }
    path = String(rest[..<end])
    let words = rest[end...].dropFirst()
    let ruleName = words.prefix { $0 != "+" }
    let workflowName = words.dropFirst(ruleName.count).dropFirst()
    guard !path.isEmpty else {
      throw DataError(.missingFile, "--suite \(name) names no file: write file:PATH.")
    }
    guard let rule = UserRule(rawValue: ruleName.isEmpty ? "exact" : String(ruleName)) else {
      let known = UserRule.allCases.map(\.rawValue).joined(separator: ", ")
      throw DataError(.unknownTask, "--rule takes one of \(known), not '\(ruleName)'.")
    }
    self.rule = rule
    let chosen = workflowName.isEmpty ? .program : UserWorkflow(rawValue: String(workflowName))
    guard let chosen else {
      let known = UserWorkflow.allCases.map(\.rawValue).joined(separator: ", ")
      throw DataError(.unknownTask, "--workflow takes one of \(known), not '\(workflowName)'.")
    }
    workflow = chosen
  }

  /// The name of the suite of a file, as ``init(name:)`` reads it.
  ///
  /// - Parameters:
  ///   - suite: `file:PATH`.
  ///   - rule: The raw value of a rule; nil means ``UserRule/exact``.
  ///   - workflow: The raw value of a workflow; nil means ``UserWorkflow/program``.
  /// - Returns: The name; the given one when there is neither.
  package static func name(_ suite: String, rule: String?, workflow: String?) -> String {
    guard rule != nil || workflow != nil else { return suite }
    return "\(suite)#\(rule ?? UserRule.exact.rawValue)" + (workflow.map { "+\($0)" } ?? "")
  }

  /// The default workflow has no name of its own here.
  package var name: String {
    Self.name(
      Self.prefix + path, rule: rule.rawValue,
      workflow: workflow == .program ? nil : workflow.rawValue)
  }

  package var summary: String { "Your own items: tunes \(workflow.summary)." }

  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    guard source == .user else { return [] }
    return [
      BenchmarkTask(id: taskID, summary: "answer as \(path) says", isDefault: true)
    ]
  }

  /// Reads the file.
  ///
  /// - Throws: `DataError` naming file and line.
  package func load(_ id: TaskID, from source: DataSource) async throws -> LoadedTask {
    let split = try await split(of: id, from: source)
    func load(_ workflow: some AnswerWorkflow, _ rule: some AnswerRule) -> LoadedTask {
      LoadedTask(id, split, workflow: workflow, rule: rule)
    }
    return load(workflow.workflow, rule.rule)
  }

  package func split(of id: TaskID, from source: DataSource) async throws -> ExampleSplit {
    guard id == taskID, source == .user else {
      throw DataError(.unknownTask, "\(name) has the one task \(taskID.name): leave --task out.")
    }
    let url = URL(fileURLWithPath: path)
    return try UserFile.split(of: try TextFile.bytes(of: url), named: path, rule: rule)
  }

  package func rules(of id: TaskID) throws -> [any AnswerRule] {
    [rule.rule] + UserRule.allCases.filter { $0 != rule }.map(\.rule)
  }

  private var taskID: TaskID {
    let file = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return TaskID(suite: name, name: file)
  }
}
