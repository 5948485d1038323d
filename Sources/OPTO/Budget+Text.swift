// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension Budget {
  /// A text that is no budget, in one sentence that says what one looks like.
  public struct ParseError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sentence.
    public let description: String
  }

  /// Reads limits such as `steps=3,calls=100`; the names are steps, evaluations, calls and tokens.
  ///
  /// - Throws: ``ParseError`` when a name is unknown or repeated, or a limit is no whole number of
  ///   at least 0.
  public init(parsing text: String) throws(ParseError) {
    self.init()
    var seen: Set<String> = []
    for entry in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = entry.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let limit = Int(parts[1]), limit >= 0 else {
        throw ParseError(
          description: "'\(entry)' is not a limit: write name=number, such as calls=100")
      }
      let name = String(parts[0])
      guard seen.insert(name).inserted else {
        throw ParseError(description: "the limit of \(name) is given twice: give it once")
      }
      switch name {
      case "steps": steps = limit
      case "evaluations": evaluations = limit
      case "calls": modelCalls = limit
      case "tokens": tokens = limit
      default:
        throw ParseError(
          description: "there is no limit of '\(name)': use steps, evaluations, calls or tokens")
      }
    }
  }
}
