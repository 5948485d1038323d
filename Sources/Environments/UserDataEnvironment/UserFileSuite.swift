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
    let words = Words(of: name)
    path = String(words.file.dropFirst(Self.prefix.count))
    guard !path.isEmpty else {
      throw DataError(.missingFile, "--suite \(name) names no file: write file:PATH.")
    }
    let ruleName = words.rule ?? UserRule.exact.rawValue
    guard let rule = UserRule(rawValue: ruleName) else {
      let known = UserRule.allCases.map(\.rawValue).joined(separator: ", ")
      throw DataError(.unknownTask, "--rule takes one of \(known), not '\(ruleName)'.")
    }
    self.rule = rule
    let workflowName = words.workflow ?? UserWorkflow.program.rawValue
    guard let workflow = UserWorkflow(rawValue: workflowName) else {
      let known = UserWorkflow.allCases.map(\.rawValue).joined(separator: ", ")
      throw DataError(.unknownTask, "--workflow takes one of \(known), not '\(workflowName)'.")
    }
    self.workflow = workflow
  }

  /// The name of the suite of a file, as ``init(name:)`` reads it.
  ///
  /// - Parameters:
  ///   - suite: `file:PATH`, or a name that has a rule or a workflow already.
  ///   - rule: The raw value of a rule; nil leaves that of the name, else ``UserRule/exact``.
  ///   - workflow: The raw value of a workflow; nil leaves that of the name, else
  ///     ``UserWorkflow/program``.
  /// - Returns: The name; the given one when there is nothing to add.
  /// - Throws: `DataError` when the name says another rule or workflow.
  package static func name(
    _ suite: String, rule: String?, workflow: String?
  ) throws(DataError) -> String {
    guard rule != nil || workflow != nil else { return suite }
    var words = Words(of: suite)
    words.rule = try one(rule, words.rule, "--rule", suite) ?? UserRule.exact.rawValue
    words.workflow = try one(workflow, words.workflow, "--workflow", suite)
    return words.name
  }

  private static func one(
    _ given: String?, _ named: String?, _ option: String, _ suite: String
  ) throws(DataError) -> String? {
    guard let given, let named, given != named else { return given ?? named }
    throw DataError(
      .unknownTask, "--suite \(suite) says '\(named)' and \(option) '\(given)': leave one out.")
  }

  /// The default workflow has no name of its own here.
  package var name: String {
    let named = workflow == .program ? nil : workflow.rawValue
    return Words(file: Self.prefix + path, rule: rule.rawValue, workflow: named).name
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

/// The parts of the name of a suite of a file, before anyone asks whether they exist.
private struct Words {
  /// What stands before the sign, with the prefix.
  var file: String
  var rule: String?
  var workflow: String?

  var name: String { file + "#" + (rule ?? "") + (workflow.map { "+\($0)" } ?? "") }
}

extension Words {
  init(of name: String) {
    // A name with a dot or a stroke is no misspelt rule: the sign is part of the path.
    var end = name.lastIndex(of: "#") ?? name.endIndex
    if name[end...].contains(where: { $0 == "." || $0 == "/" }) { end = name.endIndex }
    let words = name[end...].dropFirst().split(
      separator: "+", maxSplits: 1, omittingEmptySubsequences: false
    ).map { $0.isEmpty ? nil : String($0) }
    self.init(
      file: String(name[..<end]), rule: words.first ?? nil, workflow: words.dropFirst().first ?? nil
    )
  }
}
