// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The names of one tape: each base has a number, and a counter for the nodes that are called so.
///
/// Names without their colon stay unique: `x:10` and `x1:0` would both read `x10`, so whichever
/// would come second is given the next ordinal instead.
struct NameTable: Sendable {
  private(set) var names: [String] = []
  private var identifiers: [String: UInt32] = [:]
  private var counters: [UInt32] = []
  private var isContested: [Bool] = []
  /// Maps a text to the bases that are this text followed by digits.
  private var longerBases: [String: [UInt32]] = [:]

  /// The number of a base, which is added when it is new.
  mutating func identifier(of name: String) -> UInt32 {
    if let known = identifiers[name] { return known }
    precondition(
      !name.contains(":"),
      "the node name \(name) has a colon, which separates name and ordinal"
    )
    let identifier = UInt32(names.count)
    names.append(name)
    identifiers[name] = identifier
    counters.append(0)
    isContested.append(false)
    noteContests(of: name, identifier)
    return identifier
  }

  /// The ordinal of the next node called so.
  mutating func nextOrdinal(of identifier: UInt32) -> UInt32 {
    let place = Int(identifier)
    if isContested[place] {
      while isTaken(names[place] + String(counters[place]), except: identifier) {
        counters[place] += 1
      }
    }
    defer { counters[place] += 1 }
    return counters[place]
  }

  private mutating func noteContests(of name: String, _ identifier: UInt32) {
    for (shorter, _) in Self.splits(of: name) {
      longerBases[shorter, default: []].append(identifier)
      if let other = identifiers[shorter] {
        isContested[Int(other)] = true
        isContested[Int(identifier)] = true
      }
    }
    for other in longerBases[name] ?? [] {
      isContested[Int(other)] = true
      isContested[Int(identifier)] = true
    }
  }

  private func isTaken(_ pythonName: String, except identifier: UInt32) -> Bool {
    Self.splits(of: pythonName).contains { base, digits in
      guard let other = identifiers[base], other != identifier, let ordinal = UInt32(digits),
        digits == "0" || !digits.hasPrefix("0")
      else { return false }
      return ordinal < counters[Int(other)]
    }
  }

  /// The ways to read a text as a base followed by digits.
  private static func splits(of name: String) -> [(base: String, digits: String)] {
    var splits: [(String, String)] = []
    var index = name.endIndex
    while index > name.startIndex {
      let previous = name.index(before: index)
      guard let ascii = name[previous].asciiValue, (0x30...0x39).contains(ascii) else { break }
      index = previous
      splits.append((String(name[..<index]), String(name[index...])))
    }
    return splits
  }
}
