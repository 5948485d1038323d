// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How many calls may be under way: one more after each windowful of answers, half as many after the
/// provider said that it has too many (additive increase, multiplicative decrease).
struct ConcurrencyWindow: Sendable {
  /// What a call's end says about the provider's load.
  enum Signal: Sendable, Hashable {
    /// It answered.
    case answered
    /// It has too much to do.
    case overloaded
    /// Nothing.
    case unclear
  }

  private let maximum: Double
  private var size: Double
  private var underWay = 0
  private var admitted = 0
  /// Calls before this number were under way when the window was last halved.
  private var firstSinceHalving = 0

  init(maximum: Int) {
    self.maximum = Double(max(1, maximum))
    size = self.maximum
  }

  /// Calls that may be under way at once now.
  var limit: Int { Int(size) }

  /// Whether one more call may begin.
  var hasRoom: Bool { underWay < limit }

  /// Notes that a call begins and gives its number.
  mutating func begin() -> Int {
    underWay += 1
    admitted += 1
    return admitted - 1
  }

  /// Notes that a call ended; of calls that were under way together only one halves the window.
  mutating func end(_ number: Int, _ signal: Signal) {
    let wasFull = underWay >= limit
    underWay -= 1
    switch signal {
    case .answered:
      if wasFull { size = min(maximum, size + 1 / size) }
    case .overloaded:
      guard number >= firstSinceHalving else { return }
      size = max(1, size / 2)
      firstSinceHalving = admitted
    case .unclear: break
    }
  }
}
