// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The life of a trial as a value: which event is possible in which state, and what it asks of the
/// trial's rows.
///
/// A kill is no event: it leaves a trial running without anyone who runs it, and the next one who
/// gets the right to run it begins it anew.
package struct TrialLife: Sendable, Hashable {
  /// What happens to a trial.
  package enum Event: String, Sendable, Hashable, CaseIterable {
    /// Someone who has the right to run it sets out to do so.
    case begin
    /// It went to its end.
    case complete
    /// It could not go on.
    case fail
    /// Whoever ran it was asked to stop.
    case stop
  }

  /// What an event asks of the trial's rows.
  package enum Effect: Sendable, Hashable {
    /// Put it back to its start; answers that were paid for stay.
    case restart
    /// Leave everything as it is, there is nothing to do.
    case nothing
    /// Keep how it ended, and seal its rows.
    case seal
    /// Keep why it ended.
    case keepError
    /// Keep its rows as they are until it is begun again.
    case keepProgress
  }

  /// Where the trial is.
  package private(set) var state: TrialRecord.State

  /// Starts from a stored state.
  package init(_ state: TrialRecord.State) { self.state = state }

  /// Takes an event.
  ///
  /// - Returns: What is to be done; nil, and the state stays, when the event is not possible in this
  ///   state.
  package mutating func take(_ event: Event) -> Effect? {
    switch (state, event) {
    case (.waiting, .begin), (.running, .begin), (.failed, .begin), (.stopped, .begin):
      state = .running
      return .restart
    case (.complete, .begin):
      return .nothing
    case (.running, .complete):
      state = .complete
      return .seal
    case (.running, .fail):
      state = .failed
      return .keepError
    case (.running, .stop):
      state = .stopped
      return .keepProgress
    case (.waiting, .complete), (.waiting, .fail), (.waiting, .stop),
      (.complete, .complete), (.complete, .fail), (.complete, .stop),
      (.failed, .complete), (.failed, .fail), (.failed, .stop),
      (.stopped, .complete), (.stopped, .fail), (.stopped, .stop):
      return nil
    }
  }
}
