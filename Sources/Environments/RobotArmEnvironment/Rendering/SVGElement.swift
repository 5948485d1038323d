// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// One element of a picture in SVG.
struct SVGElement: Sendable {
  private let name: String
  private let attributes: [(String, String)]
  private let content: String

  /// An element with attributes in their order and elements within.
  init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ children: [SVGElement] = []
  ) {
    self.name = name
    self.attributes = attributes.map { ($0.key, $0.value) }
    content = children.map(\.text).joined(separator: "\n")
  }

  /// A line of text.
  init(label: String, x: Double, y: Double, _ attributes: KeyValuePairs<String, String> = [:]) {
    name = "text"
    self.attributes =
      [("x", Self.number(x)), ("y", Self.number(y))] + attributes.map { ($0.key, $0.value) }
    content = Self.escaped(label)
  }

  /// The element as text.
  ///
  /// - Complexity: O(*n*) in its size.
  var text: String {
    let written = attributes.map { " \($0.0)=\"\(Self.escaped($0.1))\"" }.joined()
    return content.isEmpty ? "<\(name)\(written)/>" : "<\(name)\(written)>\(content)</\(name)>"
  }

  /// A number with two decimals at most.
  static func number(_ value: Double) -> String {
    let rounded = DecimalText.rounded(value, decimals: 2)
    return rounded == rounded.rounded() && abs(rounded) < 1e9 ? "\(Int(rounded))" : "\(rounded)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
