// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CanonicalJSON
package import CodeExecution
import Foundation
import OPTO
import Training
package import TrialRecords

/// Computes stored scores anew, without any model, and names rows that differ.
///
/// A workflow that asks no model is run again from the stored state. The answer of one that asks a
/// model is compared anew with what its example asks for, where the suite can read its stored text.
package struct StoreVerifier: Sendable {
  private let store: TrialStore
  private let dataDirectory: String?
  private let sandbox: PythonSandbox

  /// Creates a verifier.
  ///
  /// - Parameters:
  ///   - store: The store, open for reading.
  ///   - dataDirectory: The folder of the publisher's files; nil for the cache.
  ///   - sandbox: Where workflows run their code.
  package init(_ store: TrialStore, dataDirectory: String?, sandbox: PythonSandbox) {
    self.store = store
    self.dataDirectory = dataDirectory
    self.sandbox = sandbox
  }

  /// Verifies every trial that has evaluations.
  ///
  /// - Throws: `StoreError` when the store cannot be read; `CancellationError`.
  package func verify() async throws -> VerificationSummary {
    var summary = VerificationSummary(faults: try await store.faults())
    var tasks: [String: Result<LoadedTask, any Error>] = [:]
    for trial in try await store.trials() {
      try Task.checkCancellation()
      summary.trials += 1
      let rows = try await store.evaluations(of: trial.id)
      guard !rows.isEmpty else { continue }
      let key = "\(trial.suite):\(trial.task) \(trial.dataLabel)"
      if tasks[key] == nil { tasks[key] = await load(trial) }
      switch tasks[key] {
      case .success(let task)?:
        if let reason = Self.difference(of: trial, from: task) {
          summary.leave(rows.count, of: trial, because: reason)
        } else {
          try await verify(rows, of: trial, task, &summary)
        }
      case .failure(let error)?:
        summary.leave(rows.count, of: trial, because: String(describing: error))
      case nil: break
      }
    }
    return summary
  }

  private func load(_ trial: TrialRecord) async -> Result<LoadedTask, any Error> {
    do {
      let suite = try SuiteCatalog.suite(named: trial.suite)
      let source: DataSource =
        switch trial.dataLabel {
        case DataSource.generated.label: .generated
        case DataSource.user.label: .user
        default: .official(directory: dataDirectory)
        }
      let id = TaskID(suite: trial.suite, name: trial.task)
      return .success(try await suite.load(id, from: source))
    } catch {
      return .failure(error)
    }
  }

  /// Why the trial was not made from the task as it is here, or nil when it was.
  private static func difference(of trial: TrialRecord, from task: LoadedTask) -> String? {
    guard task.dataDigest == trial.dataDigest.hex else {
      return "its examples are not those of this version"
    }
    let workflow = "\"workflow\":\"\(task.workflowDigest.prefix(12))\""
    guard trial.protocolSettings.contains(workflow) else {
      return "its workflow is not that of this version"
    }
    return nil
  }

  private func verify(
    _ rows: [EvaluationRecord], of trial: TrialRecord, _ task: LoadedTask,
    _ summary: inout VerificationSummary
  ) async throws {
    let seed = Seed(rawValue: UInt64(bitPattern: Int64(trial.seed)))
    let problem = try task.pose(
      SuiteResources(model: AbsentModel(), sandbox: sandbox, answerTokens: 1), seed)
    var states: [String: ParameterValues] = [:]
    for row in rows {
      let found: Evaluation?
      do {
        if task.asksModel {
          found = try await assessment(of: row, in: problem)
        } else {
          let key = row.stateDigest.hex
          if states[key] == nil { states[key] = try await values(of: row, in: problem) }
          found = try await rerun(row, with: states[key], in: problem)
        }
      } catch let error as StoreError {
        throw error
      } catch {
        summary.faults.append(fault(trial, row, "it cannot be computed anew: \(error)"))
        continue
      }
      guard let found else {
        summary.leave(1, of: trial, because: "they can only be computed by asking the model again")
        continue
      }
      summary.recomputed += 1
      if let problem = Self.difference(of: row, from: found) {
        summary.faults.append(fault(trial, row, problem))
      }
    }
  }

  private func values(
    of row: EvaluationRecord, in problem: any OptimizationProblem
  ) async throws -> ParameterValues? {
    guard let state = try await store.state(row.stateDigest) else { return nil }
    return try ParameterValues(storedText: state.values, for: problem.parameters)
  }

  private func rerun(
    _ row: EvaluationRecord, with values: ParameterValues?, in problem: any OptimizationProblem
  ) async throws -> Evaluation? {
    guard row.outcome != .modelError, let values else { return nil }
    return try await TraceOracle(problem).evaluate(ExampleID(rawValue: row.exampleID), with: values)
  }

  private func assessment(
    of row: EvaluationRecord, in problem: any OptimizationProblem
  ) async throws -> Evaluation? {
    guard [.correct, .incorrect].contains(row.outcome) else { return nil }
    return try await problem.reassess(row.answer, for: ExampleID(rawValue: row.exampleID))
  }

  private static func difference(of row: EvaluationRecord, from found: Evaluation) -> String? {
    let assessment = found.assessment
    let outcome = EvaluationRecord.Outcome(assessment.outcome)
    // Infinite scores and not-a-number are stored by other means than they are computed.
    if row.score != assessment.score, row.score.map({ $0.isFinite }) ?? true {
      let stored = row.score.map { "\($0)" } ?? "none"
      return "a score of \(stored) is stored, \(assessment.score) is computed anew"
    }
    if row.outcome != outcome {
      return "'\(row.outcome.rawValue)' is stored, '\(outcome.rawValue)' is computed anew"
    }
    if row.feedback != assessment.feedback { return "its feedback is not what is computed anew" }
    return row.answer != found.answer ? "its answer is not what is computed anew" : nil
  }

  private func fault(
    _ trial: TrialRecord, _ row: EvaluationRecord, _ problem: String
  ) -> StoreFault {
    let place = "\(row.split.rawValue) \(row.phase.rawValue) \(row.exampleID)"
    return StoreFault("\(trial.name), evaluation \(row.sequence) (\(place))", problem)
  }
}
