// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension Tape {
  /// Records source text of a function as a parameter.
  ///
  /// New values have to begin as the text does: with the same definition line and, when there is
  /// one, the same documentation string.
  ///
  /// - Parameters:
  ///   - source: The source text.
  ///   - name: The base of the name.
  ///   - summary: What the function is for.
  ///   - isTrainable: Whether optimizers may change it.
  /// - Returns: The node of the parameter.
  @discardableResult
  public func code(
    _ source: String,
    named name: String = CodeBundle.codeKey,
    description summary: String = "",
    isTrainable: Bool = true
  ) -> TraceNode {
    let opening = FunctionOpening(of: source).text
    return parameter(
      .text(source),
      named: name,
      description: summary,
      constraint: opening.isEmpty ? nil : "has to begin with:\n\(opening)",
      isTrainable: isTrainable,
      isCode: true)
  }
}

/// The first lines of a function in source text: its definition and its documentation string.
struct FunctionOpening {
  /// The lines; empty when the text defines no function.
  let text: String

  init(of source: String) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard
      let first = lines.firstIndex(where: { line in
        let code = line.drop { $0 == " " }
        return code.hasPrefix("def ") || code.hasPrefix("async def ")
      }), let last = Self.endOfDefinition(lines, from: first)
    else {
      text = ""
      return
    }
    let end = Self.endOfDocumentation(lines, after: last) ?? last
    text = lines[first...end].joined(separator: "\n")
  }

  /// The line on which the brackets of the definition are closed and its colon stands.
  private static func endOfDefinition(_ lines: [Substring], from first: Int) -> Int? {
    var depth = 0
    for place in first..<lines.count {
      for character in lines[place] {
        if "([{".contains(character) { depth += 1 }
        if ")]}".contains(character) { depth -= 1 }
      }
      if depth == 0, lines[place].contains(":") { return place }
    }
    return nil
  }

  /// The line on which the documentation string ends, when the next line begins one.
  private static func endOfDocumentation(_ lines: [Substring], after definition: Int) -> Int? {
    guard definition + 1 < lines.count else { return nil }
    let opening = lines[definition + 1].drop { $0 == " " }
    guard let quotes = ["\"\"\"", "'''"].first(where: { opening.hasPrefix($0) }) else { return nil }
    let isClosed: (Substring) -> Bool = { TextMethods.firstRange(of: quotes, in: $0) != nil }
    if isClosed(opening.dropFirst(3)) { return definition + 1 }
    return lines.indices.dropFirst(definition + 2).first { isClosed(lines[$0]) }
  }
}
