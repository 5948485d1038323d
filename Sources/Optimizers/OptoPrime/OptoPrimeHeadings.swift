// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How the parts of a problem are headed; only headings follow it, never the data beneath them.
enum OptoPrimeHeadings: String, SettingWord {
  /// `#Code`, as published.
  case paper
  /// `## Code`, as in Markdown.
  case markdown
  /// `CODE:`, for models that take a number sign for a comment.
  case capitals

  /// The heading of a part.
  subscript(section: OptoPrimeSection) -> String {
    switch self {
    case .paper: "#\(section.title)"
    case .markdown: "## \(section.title)"
    case .capitals: "\(section.rawValue.uppercased()):"
    }
  }
}
