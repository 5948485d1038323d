// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension Budget {
  /// A text that is no budget, in one sentence that says what one looks like.
  public struct ParseError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sentence.
    public let description: String
  }

  /// The name of a limit in texts.
  public enum LimitName: String, Sendable, Hashable, CaseIterable {
    /// Optimizer updates.
    case steps
    /// Scored forward passes.
    case evaluations
    /// Model calls.
    case calls
    /// Prompt and completion tokens together.
    case tokens
    /// US dollars.
    case money
    /// Wall time.
    case time
  }

  /// Reads limits such as `steps=3,calls=100,tokens=50000,money=2.50,time=30m`.
  ///
  /// Money is in US dollars; a time ends with `s`, `m` or `h`.
  ///
  /// - Parameters:
  ///   - text: The limits, separated by commas.
  ///   - names: The limits that make sense here.
  /// - Throws: ``ParseError`` when a name is unknown or repeated, or a limit is no number from 0 to
  ///   1e12 in its form.
  public init(
    parsing text: String, names: [LimitName] = LimitName.allCases
  ) throws(ParseError) {
    self.init()
    var seen: Set<LimitName> = []
    for entry in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = entry.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw ParseError(
          description: "'\(entry)' is not a limit: write name=number, such as calls=100")
      }
      guard let name = LimitName(rawValue: String(parts[0])), names.contains(name) else {
        let known = names.map(\.rawValue)
        throw ParseError(
          description: "there is no limit of '\(parts[0])': use "
            + "\(known.dropLast().joined(separator: ", ")) or \(known.last ?? "")")
      }
      guard seen.insert(name).inserted else {
        throw ParseError(description: "the limit of \(name.rawValue) is given twice: give it once")
      }
      guard set(name, to: parts[1]) else {
        throw ParseError(description: "'\(entry)' is not a limit: write \(name.example)")
      }
    }
  }

  private mutating func set(_ name: LimitName, to text: Substring) -> Bool {
    let count = Int(text).flatMap { (0...Self.largest).contains($0) ? $0 : nil }
    switch name {
    case .steps: steps = count
    case .evaluations: evaluations = count
    case .calls: modelCalls = count
    case .tokens: tokens = count
    case .money:
      money = Self.amount(text)
      return money != nil
    case .time:
      seconds = Self.seconds(text)
      return seconds != nil
    }
    return count != nil
  }

  /// The largest limit, which is more than any run needs and which sums of limits can hold.
  private static let largest = 1_000_000_000_000

  /// A number of at least 0 in digits with or without decimals.
  private static func amount(_ text: Substring) -> Double? {
    text.wholeMatch(of: /\d+(?:\.\d+)?/).flatMap { _ in Double(text) }
      .flatMap { $0 <= Double(largest) ? $0 : nil }
  }

  private static func seconds(_ text: Substring) -> Double? {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    guard let unit = text.last.flatMap({ units[$0] }) else { return nil }
    return amount(text.dropLast()).map { $0 * unit }.flatMap { $0 <= Double(largest) ? $0 : nil }
  }
}

extension Budget.LimitName {
  /// What a limit of this name looks like.
  fileprivate var example: String {
    switch self {
    case .steps, .evaluations, .calls, .tokens:
      "a whole number up to 1000000000000, such as \(rawValue)=100"
    case .money: "US dollars, such as money=2.50"
    case .time: "a number and s, m or h, such as time=30m"
    }
  }
}
