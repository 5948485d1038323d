// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CanonicalJSON
import Datasets
import OPTO
import QuestionAnswering
import Trace

/// A program that looks up an encyclopedia twice before it answers: it retrieves passages for the
/// question, sums them up, writes a query for what is missing, retrieves again, sums up again and
/// answers.
///
/// These are the steps of the program that GEPA's paper tunes on HotpotQA (Agrawal et al., 2025), with
/// the instructions of the four model calls as parameters. Prompts and instructions are our own, no
/// call thinks in writing unless an instruction asks for it, and the feedback is on the answer alone.
/// All of it is recorded, so that an optimizer sees which of the calls went astray.
struct MultiHopWorkflow: AnswerWorkflow {
  /// Passages that a retrieval finds, as published.
  static let passageCount = 7

  private let index: PassageIndex

  /// Creates the program.
  ///
  /// - Parameter index: What it looks up.
  init(_ index: PassageIndex) { self.index = index }

  private static let firstSummary = "first_summary_instruction"
  private static let query = "query_instruction"
  private static let secondSummary = "second_summary_instruction"
  private static let answer = "answer_instruction"

  var parameters: [ParameterSpecification] {
    [
      Self.instruction(
        Self.firstSummary,
        """
        You are given a question and passages of an encyclopedia. Write down, in one or two sentences, \
        what the passages say of the things that the question names.
        """,
        "the instruction of the model call that sums up the passages found with the question"),
      Self.instruction(
        Self.query,
        """
        You are given a question and a summary of what is known so far. Which person, place or thing \
        has to be looked up next to answer the question? Write its name alone.
        """,
        "the instruction of the model call that writes the query of the second retrieval"),
      Self.instruction(
        Self.secondSummary,
        """
        You are given a question, a summary of what is known so far and further passages of an \
        encyclopedia. Write down, in one or two sentences, what the passages say that answers the \
        question.
        """,
        "the instruction of the model call that sums up the passages found with the query"),
      Self.instruction(
        Self.answer,
        """
        You are given a question and two summaries of what an encyclopedia says. Answer the question. \
        End with one line that begins with "Answer:" and goes on with the answer alone, in as few words \
        as possible.
        """,
        "the instruction of the model call that answers the question from both summaries"),
    ]
  }

  private static func instruction(
    _ name: String, _ text: String, _ summary: String
  ) -> ParameterSpecification {
    ParameterSpecification(name: name, kind: .text, initialValue: .text(text), summary: summary)
  }

  var objective: String {
    """
    Change the instructions so that the program answers questions of this kind correctly, not only \
    the one shown. Find the call that went astray: a summary may have left out what matters, or a \
    query may have missed the passage that is needed. The feedback says what the answer should have \
    been.
    """
  }

  var systemMessage: String? { nil }

  var feedback: AnswerFeedback {
    AnswerFeedback(
      right: "The answer is correct. No instruction has to be changed.",
      wrong: """
        The answer is wrong. It should have been "{expected}". Change the instruction of the call \
        that kept the program from it.
        """,
      wrongType: """
        The program has to return text, and there was a value of type {type}. The answer should have \
        been "{expected}".
        """,
      unreadable: """
        No answer could be read from the last response. It should have been "{expected}", on one line \
        after "Answer:". Change \(Self.answer) so that the response ends in this way.
        """)
  }

  var surroundings: JSONValue? {
    [
      "passages": .integer(Self.passageCount), "index": .string(index.digest.hex),
      "retriever": .string(PassageIndex.method),
    ]
  }

  func answer(
    _ question: String, with parameters: BoundParameters, using resources: SuiteResources
  ) async throws -> TraceNode {
    let ask = ModelOperation.askingWithInstruction(resources)
    let question = parameters.tape.constant(.text(question), named: "question")

    let passages = try retrieve(["query": question])
    let firstPrompt = try Self.prompt([("question", question), ("passages", passages)])
    let summary = try await ask([
      "system_prompt": try parameters.node(Self.firstSummary), "user_prompt": firstPrompt,
    ])
    let queryPrompt = try Self.prompt([("question", question), ("summary", summary)])
    let query = try await ask([
      "system_prompt": try parameters.node(Self.query), "user_prompt": queryPrompt,
    ])
    let furtherPassages = try retrieve(["query": query])
    let secondPrompt = try Self.prompt([
      ("question", question), ("summary", summary), ("passages", furtherPassages),
    ])
    let secondSummary = try await ask([
      "system_prompt": try parameters.node(Self.secondSummary), "user_prompt": secondPrompt,
    ])
    let answerPrompt = try Self.prompt([
      ("question", question), ("first_summary", summary), ("second_summary", secondSummary),
    ])
    return try await ask([
      "system_prompt": try parameters.node(Self.answer), "user_prompt": answerPrompt,
    ])
  }

  private var retrieve: BundledFunction {
    bundle(
      "retrieve",
      summary: """
        Returns the \(Self.passageCount) passages of an encyclopedia that share the most telling \
        words with query, the best first, each as title | text.
        """
    ) { [index] arguments in
      let query = try ModelOperation.text(arguments, 0, "query")
      let passages = index.best(Self.passageCount, for: query)
      return .text(passages.map(\.passage.line).joined(separator: "\n"))
    }
  }

  /// Texts one below the other, each under its name.
  private static func prompt(
    _ parts: [(key: String, operand: any TraceOperand)]
  ) throws -> TraceNode {
    let headings = parts.map { Phrase.capitalized($0.key.replacing("_", with: " ")) }
    let write = bundle(
      "write_prompt", summary: "Puts its texts below one another, each under its name."
    ) { arguments in
      let parts = try headings.indices.map { place in
        "\(headings[place]):\n\(try ModelOperation.text(arguments, place, headings[place]))"
      }
      return .text(parts.joined(separator: "\n\n"))
    }
    return try write.applied(toNamed: parts)
  }
}
