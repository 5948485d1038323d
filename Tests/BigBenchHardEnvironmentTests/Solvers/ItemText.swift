// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The parts of an item's text that several solvers look at.
struct ItemText {
  /// What comes before the options.
  let question: String
  /// The texts of the lettered options in order.
  let options: [String]

  init(_ text: String) {
    let parts = text.components(after: "\nOptions:")
    question = parts.before
    options = (parts.after ?? "").split(separator: "\n").compactMap { line in
      guard line.hasPrefix("("), line.dropFirst(2).hasPrefix(") ") else { return nil }
      return String(line.dropFirst(4))
    }
  }

  /// The letter of the only option that passes, or `nil` when none or several do.
  func letter(where passes: (String) -> Bool) -> String? {
    let places = options.indices.filter { passes(options[$0]) }
    guard places.count == 1 else { return nil }
    return ItemText.letter(places[0])
  }

  /// The letter in parentheses of an option's place.
  static func letter(_ place: Int) -> String {
    "(\(Character(Unicode.Scalar(UInt8(65 + place)))))"
  }
}

extension String {
  /// What comes before and after the last place of a mark.
  func components(after mark: String) -> (before: String, after: String?) {
    guard let range = ranges(of: mark).last else { return (self, nil) }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }

  /// What stands between the first `start` and the next `end`.
  func text(between start: String, and end: String) -> String? {
    guard let opening = firstRange(of: start) else { return nil }
    let rest = self[opening.upperBound...]
    guard let closing = rest.firstRange(of: end) else { return nil }
    return String(rest[..<closing.lowerBound])
  }

  /// The words: runs of anything but white space.
  var words: [String] { split(whereSeparator: \.isWhitespace).map(String.init) }
}
