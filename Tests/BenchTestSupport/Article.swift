// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// An article of the documentation, whose code a test has to have.
package struct Article: Sendable {
  private let url: URL

  /// Opens an article by its path in the project.
  package init(_ path: String) {
    url = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(path)
  }

  /// The blocks of code in one language.
  package func blocks(of language: String) throws -> [String] {
    var blocks: [String] = []
    var open: [Substring]?
    let text = try String(contentsOf: url, encoding: .utf8)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let block = open {
        open = line == "```" ? nil : block + [line]
        if open == nil { blocks.append(block.joined(separator: "\n")) }
      } else if line == "```\(language)" {
        open = []
      }
    }
    return blocks
  }

  /// The blocks whose lines a source file does not have in this order, however they are indented.
  package func blocks(of language: String, missingIn path: String) throws -> [String] {
    let lines = Self.lines(try String(contentsOfFile: path, encoding: .utf8))
    return try blocks(of: language).filter { block in
      let wanted = Self.lines(block)
      return !lines.indices.contains { start in
        lines[start...].prefix(wanted.count).elementsEqual(wanted)
      }
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.drop { $0 == " " })
    }
  }
}
