// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import Trace

@Suite(.enabled(if: GoldenFiles.isPresent, "the golden files are not beside this checkout"))
struct GoldenGraphTests {
  @Test func thereAreSeveralProgramsOfEveryKind() throws {
    #expect(try GoldenFiles.graphPrograms().count >= 30)
  }

  @Test(arguments: try GoldenFiles.graphPrograms())
  func namesAndLevelsAreThoseOfThePublicLibrary(program: JSONValue) throws {
    let golden = try GoldenProgram(program)
    let expected = try #require(program["names_levels"]?.arrayValue).map {
      "\($0.arrayValue?[0].stringValue ?? "") \($0.arrayValue?[1].intValue ?? -1)"
    }
    #expect(golden.steps.map { "\($0.name) \($0.level)" } == expected)
    let output = try golden.output
    #expect(output.pythonName == program["output"]?.stringValue)
    #expect(output.value == GoldenProgram.value(try #require(program["output_value"])))
  }

  @Test(arguments: try GoldenFiles.graphPrograms())
  func everyParameterReceivesTheGraphOfThePublicLibrary(program: JSONValue) throws {
    let golden = try GoldenProgram(program)
    try golden.output.backward(try #require(program["feedback"]?.stringValue))
    for parameter in golden.tape.parameters {
      let expected = program["per_parameter_feedback"]?[parameter.pythonName]?.arrayValue ?? []
      #expect(
        Set(parameter.receivedFeedback.map(described)) == Set(expected.map(described)),
        "\(program["id"]?.stringValue ?? "") \(parameter.pythonName)")
      #expect(parameter.receivedFeedback.count == expected.count)
    }
  }

  @Test(arguments: try GoldenFiles.graphPrograms())
  func functionViewIsThatOfThePublicLibrary(program: JSONValue) throws {
    let golden = try GoldenProgram(program)
    let feedback = try #require(program["feedback"]?.stringValue)
    try golden.output.backward(feedback)
    let view = try golden.tape.functionView()
    #expect(golden.tape.invariantViolations == [])
    #expect(view.feedback == feedback)
    #expect(Set(view.code) == golden.names("code"))
    #expect(Set(view.variables.map(line)) == golden.names("variables"))
    #expect(
      Set(view.constraints.map { "(\($0.typeName)) \($0.name): \($0.text)" })
        == golden.names("constraints"))
    #expect(Set(view.outputs.map(line)) == golden.names("outputs"))
    #expect(
      Set(view.documentation.map(\.name))
        == Set(golden.names("documentation").compactMap(operatorName)))
    let misplaced = golden.names("misclassified_roots")
    let isMisplaced: (String) -> Bool = { line in
      misplaced.contains { line.contains(" \($0)=") }
    }
    #expect(Set(view.inputs.map(line)) == golden.names("inputs").filter { !isMisplaced($0) })
    #expect(
      Set(view.others.map(line))
        == golden.names("others").union(golden.names("inputs").filter(isMisplaced)))
  }

  @Test(arguments: try GoldenFiles.graphPrograms())
  func exceptionsAreThoseOfThePublicLibrary(program: JSONValue) throws {
    let golden = try GoldenProgram(program)
    let output = try golden.output
    let expected = try #require(program["exception"])
    #expect(output.isException == (expected != .null))
    guard expected != .null else { return }
    #expect(output.name == expected["name"]?.stringValue)
    #expect(output.value.plainText == expected["data"]?.stringValue)
  }

  private func line(_ value: FunctionView.NamedValue) -> String {
    "(\(value.typeName)) \(value.name)=\(value.text)"
  }

  private func operatorName(_ documentation: String) -> String? {
    documentation.split(separator: "]").first.map { String($0.dropFirst()) }
  }

  private func described(_ received: ReceivedFeedback) -> String {
    let nodes = received.graph.nodes.map { "\($0.level) \($0.pythonName)" }
    return "\(received.child?.name ?? "itself"): \(nodes.sorted().joined(separator: ", "))"
  }

  private func described(_ expected: JSONValue) -> String {
    let nodes = (expected["nodes"]?.arrayValue ?? []).map {
      "\($0.arrayValue?[0].intValue ?? -1) \($0.arrayValue?[1].stringValue ?? "")"
    }
    // The public library's stand-in for the giver of feedback is a node called after its type.
    let child = expected["child"]?.stringValue ?? ""
    return
      "\(child.hasPrefix("str:") ? "itself" : child): \(nodes.sorted().joined(separator: ", "))"
  }
}
