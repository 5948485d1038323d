// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import Foundation
public import Trace

extension GraphView {
  /// The graph as a drawing, made by the `dot` program of Graphviz.
  ///
  /// - Parameter program: Where `dot` is; without it, it is looked for on the search path.
  /// - Returns: An SVG document.
  /// - Throws: ``GraphvizError`` when Graphviz is not installed or does not draw the graph.
  public func svg(program: URL? = nil) throws -> String {
    guard let program = program ?? GraphvizProgram.onSearchPath else {
      throw GraphvizError(
        .notInstalled,
        "Graphviz's program dot was not found: install it, for example with "
          + "apt-get install graphviz, or use the text, json or dot view")
    }
    let drawing = try GraphvizProgram(at: program).draw(dot, as: "svg")
    return String(decoding: drawing, as: UTF8.self)
  }
}
