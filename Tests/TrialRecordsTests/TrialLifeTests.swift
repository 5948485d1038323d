// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import TrialRecords

struct TrialLifeTests {
  /// Every possible pair of a state and an event, with the state and the effect that follow.
  static let table: [(TrialRecord.State, TrialLife.Event, TrialRecord.State, TrialLife.Effect)] = [
    (.waiting, .begin, .running, .restart),
    (.stopped, .begin, .running, .restart),
    (.failed, .begin, .running, .restart),
    (.running, .begin, .running, .restart),
    (.complete, .begin, .complete, .nothing),
    (.running, .complete, .complete, .seal),
    (.running, .fail, .failed, .keepError),
    (.running, .stop, .stopped, .keepProgress),
  ]

  @Test(arguments: TrialRecord.State.allCases, TrialLife.Event.allCases)
  func everyEventInEveryStateIsInTheTableOrRefused(
    state: TrialRecord.State, event: TrialLife.Event
  ) {
    var life = TrialLife(state)
    let effect = life.take(event)
    if let row = Self.table.first(where: { $0.0 == state && $0.1 == event }) {
      #expect(life.state == row.2)
      #expect(effect == row.3)
    } else {
      #expect(effect == nil)
      #expect(life.state == state)
    }
  }

  /// Walks every sequence of events up to a length from every state.
  @Test func noSequenceOfEventsLeavesTheEndOrReachesItWithoutRunning() {
    var frontier = TrialRecord.State.allCases.map { TrialLife($0) }
    for _ in 0..<6 {
      var next: Set<TrialLife> = []
      for life in frontier {
        for event in TrialLife.Event.allCases {
          var after = life
          let effect = after.take(event)
          if life.state == .complete { #expect(after.state == .complete) }
          if [.seal, .keepError, .keepProgress].contains(effect) {
            #expect(life.state == .running)
          }
          #expect(after.state == life.state || effect != nil)
          next.insert(after)
        }
      }
      frontier = Array(next)
    }
  }
}
