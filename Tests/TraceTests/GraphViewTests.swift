// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import Trace

struct GraphViewTests {
  private func recorded() throws -> Tape {
    let tape = Tape()
    let x = tape.parameter(1, named: "x")
    let frozen = tape.parameter("say \"hi\"\n", named: "frozen", isTrainable: false)
    let side = try tape.constant(2) + 3
    let sum = try x * side
    try tape.list(sum, frozen, sum).backward("Should be larger.")
    return tape
  }

  @Test func textHasOneLineForEachNodeAndEachFeedback() throws {
    #expect(
      try recorded().view().text == #"""
        parameter (int) x0=1
        frozen (str) frozen0=say "hi"\n
        constant (int) int0=2
        constant (int) int1=3
        operation (int) add0=5 <- add(x=int0, y=int1)
        operation (int) multiply0=5 <- multiply(x=x0, y=add0)
          feedback to x0: Should be larger.
        operation (list) make_list0=[5, 'say "hi"\n', 5] <- make_list(args_0=multiply0, \#
        args_1=frozen0, args_2=multiply0)
          feedback to multiply0: Should be larger.
          feedback to frozen0: Should be larger.
        """#)
  }

  @Test func jsonIsReadByAnotherReaderAndHasEverything() throws {
    let json = try JSONValue(parsing: try recorded().view().json)
    #expect(json["version"]?.intValue == 1)
    let nodes = try #require(json["nodes"]?.arrayValue)
    #expect(
      nodes.compactMap { $0["name"]?.stringValue }
        == ["x0", "frozen0", "int0", "int1", "add0", "multiply0", "make_list0"])
    #expect(nodes[1]["value"]?.stringValue == "say \"hi\"\n")
    #expect(nodes[4]["operation"]?.stringValue == "add" && nodes[0]["operation"] == .null)
    let edges = try #require(json["edges"]?.arrayValue)
    let travelled = edges.filter { $0["feedback"]?.arrayValue?.isEmpty == false }
    #expect(
      travelled.map { "\($0["from"]?.stringValue ?? "") \($0["to"]?.stringValue ?? "")" }
        == ["x0 multiply0", "multiply0 make_list0", "frozen0 make_list0", "multiply0 make_list0"])
    #expect(edges.count == 7)
  }

  @Test func dotQuotesItsTextsAndColoursWhereFeedbackWent() throws {
    let dot = try recorded().view().dot
    #expect(dot.hasPrefix("digraph trace {\n") && dot.hasSuffix("}\n"))
    #expect(
      dot.contains(##""frozen0" [label="frozen0\n(str) say \"hi\"\n", fillcolor="#e7e9ec"];"##))
    #expect(dot.contains(#""int0" -> "add0" [label="x"];"#))
    #expect(
      dot.contains(
        ##""x0" -> "multiply0" [label="x\nShould be larger.", color="#b3261e", fontcolor="#b3261e"]"##
      ))
  }

  @Test func limitsKeepTheEndOfTheGraphAndCutLongTexts() throws {
    let tape = Tape()
    var node = tape.parameter(.text(String(repeating: "é", count: 100)), named: "x")
    for _ in 0..<10 { node = try node.cloned() }
    let view = tape.view(limits: GraphView.Limits(nodes: 3, characters: 5))
    #expect(view.vertices.map(\.name) == ["clone7", "clone8", "clone9"])
    #expect(view.vertices.map(\.text) == Array(repeating: "ééééé…", count: 3))
    #expect(view.edges.map(\.from) == ["clone7", "clone8"])
    #expect(view.omitted == 8)
    #expect(view.text.hasPrefix("(8 earlier nodes are not shown)\n"))
    #expect(view.dot.contains("8 earlier nodes are not shown"))
    #expect(tape.view(limits: .none).vertices.count == 11)
  }

  @Test func partOfAGraphCanBeViewedAlone() throws {
    let tape = Tape()
    let x = tape.parameter(1, named: "x")
    _ = try tape.constant(1) + 2
    try (x + 1).backward("f")
    let view = tape.view(of: try x.aggregatedFeedback())
    #expect(view.vertices.map(\.name) == ["x0", "int2", "add1"])
  }

  @Test func failureIsShownAsOne() throws {
    let tape = Tape()
    let x = tape.parameter(1, named: "x")
    #expect(throws: ExecutionError.self) { try x / 0 }
    #expect(tape.view().vertices.last?.kind == .exception)
  }
}
