// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Trace
import TraceGraphviz

struct GraphvizTests {
  private static let isInstalled =
    ["/usr/bin/dot", "/usr/local/bin/dot", "/opt/homebrew/bin/dot"].contains {
      FileManager.default.isExecutableFile(atPath: $0)
    }

  private func view() throws -> GraphView {
    let tape = Tape()
    try (tape.parameter("<a> & \"b\"", named: "x") + "c").backward("Should be larger.")
    return tape.view()
  }

  @Test(.enabled(if: isInstalled, "Graphviz is not installed"))
  func drawingShowsNodesAndFeedback() throws {
    let svg = try view().svg()
    #expect(svg.contains("<svg") && svg.hasSuffix("</svg>\n"))
    #expect(svg.contains("concat0 = concat") && svg.contains("Should be larger."))
    #expect(svg.contains("&lt;a&gt; &amp; &quot;b&quot;"))
  }

  @Test func missingProgramSaysHowToInstallIt() throws {
    let missing = URL(fileURLWithPath: "/nonexistent/dot")
    let error = #expect(throws: GraphvizError.self) { try view().svg(program: missing) }
    #expect(error?.code == .notInstalled)
    #expect(error?.message.contains("install Graphviz") == true)
  }

  @Test func programThatFailsIsNamed() throws {
    let failing = URL(fileURLWithPath: "/bin/false")
    let error = #expect(throws: GraphvizError.self) { try view().svg(program: failing) }
    #expect(error?.code == .failed)
  }
}
