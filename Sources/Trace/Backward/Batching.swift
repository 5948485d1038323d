// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Several outputs as one, so that one feedback can be given to all of them.
public enum Batch {
  /// Records some outputs as one text that numbers them: `ID [0]: ...`, one a line.
  ///
  /// - Parameter outputs: At least one node, all of one tape.
  /// - Returns: The node of the text, with the outputs as inputs.
  /// - Throws: ``BundleError`` without outputs, or for nodes of several tapes.
  /// - Complexity: O(*n*) in the size of the outputs.
  public static func outputs(_ outputs: [TraceNode]) throws -> TraceNode {
    try combine.run(combine.options.bind(outputs, of: combine.description.name), on: nil)
  }

  /// Numbers what was said about each output of a batch in the same way.
  ///
  /// - Complexity: O(*n*) in the size of the feedback.
  public static func feedback(_ feedback: [String]) -> String { numbered(feedback) }

  private static let combine = bundle(
    "batch",
    summary: "Writes all outputs into one text, each on a line with its number.",
    options: BundleOptions(signature: BundleSignature(isVariadic: true))
  ) { values in .text(numbered(values.map(\.plainText))) }

  private static func numbered(_ texts: [String]) -> String {
    texts.enumerated().map { "ID [\($0.offset)]: \($0.element)\n" }.joined()
  }
}
