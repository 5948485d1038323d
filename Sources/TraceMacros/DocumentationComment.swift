// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import SwiftSyntax

/// The comment above a function.
enum DocumentationComment {
  /// The comment without its list of parameters, results and errors, as running text.
  ///
  /// - Parameter function: A function, with the comment among its leading trivia.
  /// - Returns: The text, paragraphs apart by an empty line; empty without a comment.
  static func summary(of function: FunctionDeclSyntax) -> String {
    var paragraphs: [[String]] = [[]]
    for piece in function.leadingTrivia.pieces {
      guard case .docLineComment(let comment) = piece else { continue }
      var line = comment.dropFirst(3)
      while line.first == " " { line = line.dropFirst() }
      if line.hasPrefix("- ") { break }
      if line.isEmpty {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(String(line))
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
      .joined(separator: "\n\n")
  }
}
