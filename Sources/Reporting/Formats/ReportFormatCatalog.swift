// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// All formats that a report can be written in; a new one is a line here.
package enum ReportFormatCatalog {
  /// The formats, the default first.
  package static let all: [any ReportFormat] = [
    .terminal, .markdown, .csv, .json, .latex, .html,
  ]

  /// The format called `name`, or nil when there is none.
  ///
  /// - Complexity: O(*n*) in the number of formats.
  package static func format(named name: String) -> (any ReportFormat)? {
    all.first { $0.name == name }
  }
}
