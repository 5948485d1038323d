// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import LanguageModels
import Runner
import Synchronization

/// Shows how far a run has come, on standard error: one line that changes on a terminal, lines
/// that stay otherwise.
final class ProgressPrinter: Sendable {
  private struct State {
    var progress = RunProgress()
    var began: Double?
    var lastPrinted = 0.0
    var isLineOpen = false
  }

  private let isTerminal = isatty(2) == 1
  private let isQuiet: Bool
  private let now: @Sendable () -> Double
  private let state = Mutex(State())
  /// Seconds between two lines without other news when output is not a terminal.
  private static let heartbeat = 30.0

  init(isQuiet: Bool, now: @escaping @Sendable () -> Double) {
    self.isQuiet = isQuiet
    self.now = now
  }

  func show(_ event: RunEvent) {
    guard !isQuiet else { return }
    state.withLock { state in
      state.progress.update(with: event)
      switch event {
      case .planned(let trials, let complete):
        say("\(trials) trials, \(complete) of them complete in the store", &state)
      case .preparing(let what):
        say(what, &state)
      case .engine(let event):
        say(event.description, &state)
      case .trialBegan(let trial):
        if state.began == nil { state.began = now() }
        if isTerminal { redraw(&state) } else { say("\(trial) begins", &state) }
      case .shortOfExamples(_, let shortage):
        say("\(shortage)", &state)
      case .trialCompleted(let trial):
        say("\(trial) is complete; \(counts(state))", &state)
      case .trialFailed(let trial, let message):
        say("\(trial) failed: \(message)", &state)
      case .trialTaken(let trial):
        say("\(trial) is being run by another process", &state)
      case .retrying(let retry):
        if isTerminal { redraw(&state) } else { say("\(retry.error); asks again", &state) }
      case .evaluated, .proposed, .modelCalled, .waiting:
        update(&state)
      }
    }
  }

  /// Says from time to time that the run goes on, also when nothing is heard of it.
  ///
  /// - Throws: `CancellationError`.
  func beat() async throws {
    guard !isQuiet else { return }
    while true {
      try await Task.sleep(for: .seconds(isTerminal ? 1 : Self.heartbeat))
      state.withLock { state in
        guard state.began != nil else { return }
        update(&state)
      }
    }
  }

  /// A note that is not about a trial, such as a line of the model's set-up.
  func note(_ text: String) {
    guard !isQuiet else { return }
    state.withLock { say(text, &$0) }
  }

  /// Ends the line that changes.
  func finish() {
    state.withLock { state in
      guard state.isLineOpen else { return }
      write("\r\u{1B}[K")
      state.isLineOpen = false
    }
  }

  private func update(_ state: inout State) {
    let interval = isTerminal ? 0.1 : Self.heartbeat
    guard now() - state.lastPrinted >= interval else { return }
    if isTerminal { redraw(&state) } else { say(line(state), &state) }
  }

  private func redraw(_ state: inout State) {
    state.lastPrinted = now()
    state.isLineOpen = true
    write("\r\u{1B}[K" + line(state).prefix(max(20, TerminalWidth.columns - 1)))
  }

  private func say(_ text: String, _ state: inout State) {
    if state.isLineOpen { write("\r\u{1B}[K") }
    state.isLineOpen = false
    state.lastPrinted = now()
    write("bench: \(text)\n")
  }

  private func line(_ state: State) -> String {
    let progress = state.progress
    var parts = ["\(progress.ended)/\(progress.trials) trials"]
    if let trial = progress.current { parts.append("\(trial) \(progress.activity)") }
    parts.append(counts(state))
    return parts.joined(separator: " · ")
  }

  private func counts(_ state: State) -> String {
    let progress = state.progress
    var parts = [
      "\(progress.correct)/\(progress.tested) test answers right",
      "\(progress.calls) calls (\(progress.cachedCalls) stored)", "\(progress.tokens) tokens",
    ]
    if let began = state.began, now() - began >= 1 {
      let rate = Double(progress.evaluations) / (now() - began)
      parts.append("\((rate * 10).rounded() / 10) evaluations/s")
    }
    if let began = state.began, let left = progress.secondsLeft(after: now() - began) {
      parts.append("about \(Self.text(ofSeconds: left)) left")
    }
    return parts.joined(separator: " · ")
  }

  private static func text(ofSeconds seconds: Double) -> String {
    let minutes = Int((seconds / 60).rounded(.up))
    return minutes >= 60 ? "\(minutes / 60) h \(minutes % 60) min" : "\(minutes) min"
  }

  private func write(_ text: some StringProtocol) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
