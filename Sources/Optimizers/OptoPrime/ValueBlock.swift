// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Trace

/// A value between tags, which needs no escapes: what stands between the tags is the value.
struct ValueBlock {
  /// Characters of a value that is no variable, before it is cut.
  static let shownCharacters = 2000

  private let value: FunctionView.NamedValue
  private let tag: String
  private let constraint: String?
  private let limit: Int

  init(
    _ value: FunctionView.NamedValue, tag: String, constraint: String? = nil, limit: Int = .max
  ) {
    self.value = value
    self.tag = tag
    self.constraint = constraint
    self.limit = limit
  }

  /// The block.
  var text: String {
    let type = value.isCode ? "code" : value.typeName
    var lines = ["<\(tag) name=\"\(value.name)\" type=\"\(type)\">", "<value>", shown, "</value>"]
    if let constraint { lines += ["<constraint>", constraint, "</constraint>"] }
    lines.append("</\(tag)>")
    return lines.joined(separator: "\n")
  }

  private var shown: String {
    value.text.count > limit ? value.text.prefix(limit) + " ... (cut)" : value.text
  }
}
