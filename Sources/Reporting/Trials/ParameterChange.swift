// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// How a step changed the lines of a parameter's value.
struct ParameterChange: Hashable {
  /// A line of either value.
  struct Line: Hashable {
    /// What became of it.
    enum Kind: Hashable { case kept, removed, added }

    let kind: Kind
    let text: String
  }

  let name: String
  let lines: [Line]

  /// The parameters that differ between two states, given as JSON objects; none when one is missing.
  ///
  /// - Complexity: O(*n* · *d*) in the lines and their differences.
  static func all(from before: String?, to after: String?) -> [ParameterChange] {
    func members(_ text: String?) -> [JSONValue.Member] {
      text.flatMap { try? JSONValue(parsing: $0) }?.members ?? []
    }
    let old = members(before)
    return members(after).compactMap { member in
      let previous = old.first { $0.name == member.name }?.value
      guard previous != member.value else { return nil }
      return ParameterChange(
        name: member.name, lines: lines(from: text(of: previous), to: text(of: member.value)))
    }
  }

  private static func text(of value: JSONValue?) -> String {
    value.map { $0.stringValue ?? $0.text } ?? ""
  }

  private static func lines(from before: String, to after: String) -> [Line] {
    func split(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }
    let old = split(before)
    let new = split(after)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var place = 0
    for (index, text) in old.enumerated() {
      if removed.contains(index) {
        lines.append(Line(kind: .removed, text: text))
        continue
      }
      while added.contains(place) {
        lines.append(Line(kind: .added, text: new[place]))
        place += 1
      }
      lines.append(Line(kind: .kept, text: text))
      place += 1
    }
    return lines + new[place...].map { Line(kind: .added, text: $0) }
  }
}
