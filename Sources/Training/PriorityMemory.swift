// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// States with their scores so far, ordered by what they promise.
///
/// The bound is that of UCB1 (Auer, Cesa-Bianchi and Fischer, 2002), scaled to the range of the
/// scores seen; it is not cut at the end of the range, where states could not be told apart.
struct PriorityMemory<State> {
  private struct Entry {
    var state: State
    var count = 0
    var sum = 0.0

    var mean: Double { count == 0 ? 0 : sum / Double(count) }

    mutating func note(_ scores: [Double]) {
      count += scores.count
      sum += scores.reduce(0, +)
    }
  }

  private let confidence: Double
  private var entries: [Entry] = []
  private var total = 0
  private var range: ClosedRange<Double>?

  init(confidence: Double) { self.confidence = confidence }

  subscript(place: Int) -> State {
    get { entries[place].state }
    set { entries[place].state = newValue }
  }

  /// Adds a state with its first scores.
  mutating func add(_ state: State, scores: [Double]) {
    entries.append(Entry(state: state))
    note(scores, of: entries.count - 1)
  }

  /// Adds scores to a state.
  mutating func note(_ scores: [Double], of place: Int) {
    entries[place].note(scores)
    total += scores.count
    guard let low = scores.min(), let high = scores.max() else { return }
    range = min(low, range?.lowerBound ?? low)...max(high, range?.upperBound ?? high)
  }

  /// Whether a state is in the memory.
  func contains(where isWanted: (State) -> Bool) -> Bool {
    entries.contains { isWanted($0.state) }
  }

  /// The places of the states with the highest upper bounds; the earlier of equal ones first, and
  /// states without scores before all.
  ///
  /// - Complexity: O(*n* log *n*).
  func best(_ count: Int) -> [Int] { highest(count) { upperBound(of: entries[$0]) } }

  /// The places of the states with the highest means among those that have scores.
  ///
  /// - Complexity: O(*n* log *n*).
  func highestMeans(_ count: Int) -> [Int] {
    highest(count) { entries[$0].mean }.filter { entries[$0].count > 0 }
  }

  /// The most that a state's mean may be.
  private func upperBound(of entry: Entry) -> Double {
    guard let range, entry.count > 0 else { return .infinity }
    let width = range.upperBound - range.lowerBound
    let doubt = confidence * (log(Double(total + 1)) / Double(entry.count)).squareRoot() * width
    return entry.mean + doubt
  }

  private func highest(_ count: Int, by priority: (Int) -> Double) -> [Int] {
    let sorted = entries.indices.map { (place: $0, priority: priority($0)) }.sorted {
      $0.priority == $1.priority ? $0.place < $1.place : $0.priority > $1.priority
    }
    return sorted.prefix(count).map(\.place)
  }
}
