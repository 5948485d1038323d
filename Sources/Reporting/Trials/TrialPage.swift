// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import TrialRecords

/// One HTML page with a report and every trial down to its steps.
///
/// It needs nothing beside it, runs no script and shows every stored text as text. Trials and
/// steps open with the keyboard; printed, they are all open.
package struct TrialPage {
  private let report: Report
  private let figures: [DrawnFigure]
  private let remark: String?

  /// Creates the page of a report.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - figures: Its figures, drawn.
  ///   - remark: Why figures are missing, in a sentence.
  package init(_ report: Report, figures: [DrawnFigure] = [], remark: String? = nil) {
    self.report = report
    self.figures = figures
    self.remark = remark
  }

  /// Writes what comes before the trials: summary, tables, notes and figures.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func writeStart(to stream: inout some TextOutputStream) {
    HTMLFormat().writeBody(ReportDocument(report, detail: .full), to: &stream)
    if !figures.isEmpty || remark != nil {
      stream.write("<section aria-labelledby=\"figures\">\n<h2 id=\"figures\">Figures</h2>\n")
      if let remark { stream.write("<p>\(htmlEscaped(plainText(remark)))</p>\n") }
      for figure in figures { figure.write(to: &stream) }
      stream.write("</section>\n")
    }
    stream.write("<section aria-labelledby=\"trials\">\n<h2 id=\"trials\">Trials</h2>\n")
  }

  /// Writes what comes after the trials.
  package func writeEnd(to stream: inout some TextOutputStream) {
    stream.write("</section>\n" + HTMLFormat.foot)
  }

  /// Writes one trial.
  ///
  /// - Complexity: O(*n* · *m*) in its evaluations, steps and model calls.
  package func write(_ detail: TrialDetail, to stream: inout some TextOutputStream) {
    let trial = detail.trial
    let name = "\(trial.suite) \(trial.task), \(trial.optimizer), seed \(trial.seed)"
    let end = trial.stopReason.map { ", \($0)" } ?? ""
    open("\(name): \(trial.state.rawValue)\(end)", to: &stream)
    if let error = trial.error { block("Error", error, to: &stream) }
    for evaluation in detail.evaluations where evaluation.phase == .training {
      write(evaluation, of: detail, to: &stream)
      // The step that this evaluation's feedback led to has its number.
      if let step = detail.steps.first(where: { $0.index == evaluation.step }),
        isLast(evaluation, before: step, in: detail)
      {
        write(step, of: detail, to: &stream)
      }
    }
    for evaluation in detail.evaluations where evaluation.phase != .training {
      write(evaluation, of: detail, to: &stream)
    }
    close(to: &stream)
  }

  private func isLast(
    _ evaluation: EvaluationRecord, before step: StepRecord, in detail: TrialDetail
  ) -> Bool {
    !detail.evaluations.contains {
      $0.phase == .training && $0.step == step.index && $0.sequence > evaluation.sequence
    }
  }

  private func write(
    _ evaluation: EvaluationRecord, of detail: TrialDetail,
    to stream: inout some TextOutputStream
  ) {
    let measure = detail.measure
    let score = evaluation.score.map { $0.isFinite ? "\(measure.shown($0))" : "not finite" }
    open(
      "Evaluation \(evaluation.sequence), \(evaluation.phase.rawValue), \(evaluation.exampleID): "
        + "\(evaluation.outcome.rawValue), \(measure.name) \(score ?? "none")", to: &stream)
    block("Answer", evaluation.answer, to: &stream)
    block("Feedback", evaluation.feedback, to: &stream)
    if let error = evaluation.error { block("Error", error, to: &stream) }
    write(detail.calls(.task, of: evaluation.sequence), to: &stream)
    close(to: &stream)
  }

  private func write(
    _ step: StepRecord, of detail: TrialDetail, to stream: inout some TextOutputStream
  ) {
    open("Step \(step.index): \(step.outcome.rawValue)", to: &stream)
    let before = detail.states[step.beforeDigest]
    let after = detail.states[step.afterDigest]
    for change in ParameterChange.all(from: before, to: after) { write(change, to: &stream) }
    let reasoning = (try? JSONValue(parsing: step.proposal))?["reasoning"]?.stringValue
    if let reasoning { block("Reasons", reasoning, to: &stream) }
    if step.rejections != "[]" { block("Refused", step.rejections, to: &stream) }
    write(detail.calls(.optimizer, of: step.index), to: &stream)
    close(to: &stream)
  }

  private func write(_ change: ParameterChange, to stream: inout some TextOutputStream) {
    stream.write("<p>Change of <code>\(htmlEscaped(plainText(change.name)))</code></p>\n<pre>")
    for line in change.lines {
      let text = htmlLines(line.text)
      switch line.kind {
      case .kept: stream.write("  \(text)\n")
      case .removed: stream.write("<del>- \(text)</del>\n")
      case .added: stream.write("<ins>+ \(text)</ins>\n")
      }
    }
    stream.write("</pre>\n")
  }

  private func write(_ calls: [ModelCallRecord], to stream: inout some TextOutputStream) {
    for call in calls {
      open("Model call, \(call.model), from \(call.source.rawValue)", to: &stream)
      let messages = (try? JSONValue(parsing: call.request))?["messages"]?.arrayValue ?? []
      for message in messages {
        let role = message["role"]?.stringValue ?? "message"
        block("Prompt, \(role)", message["content"]?.stringValue ?? message.text, to: &stream)
      }
      if messages.isEmpty { block("Request", call.request, to: &stream) }
      block("Answer of the model", call.answer ?? call.error ?? "none", to: &stream)
      close(to: &stream)
    }
  }

  private func open(_ summary: String, to stream: inout some TextOutputStream) {
    stream.write("<details>\n<summary>\(htmlEscaped(plainText(summary)))</summary>\n")
  }

  private func close(to stream: inout some TextOutputStream) { stream.write("</details>\n") }

  private func block(
    _ name: String, _ text: String, to stream: inout some TextOutputStream
  ) {
    guard !text.isEmpty else { return }
    stream.write("<p>\(htmlEscaped(plainText(name)))</p>\n<pre>\(htmlLines(text))</pre>\n")
  }
}
