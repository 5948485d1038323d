// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A kind of change that a model is asked for; each proposal of a step asks for another one.
struct SmallModelStrategy: Sendable, Hashable {
  /// The name in records.
  let name: String
  /// What the model is asked to write when sentences are added to a text.
  let insertion: String
  /// What it is asked for when a text is written anew.
  let rewriting: String
  /// What it is asked for when code is written anew.
  let repair: String
  /// Whether it is a strategy of writing anew, when both are allowed.
  var prefersRewriting = false

  /// All strategies in the order in which they are used.
  static let all: [SmallModelStrategy] = [
    SmallModelStrategy(
      name: "steps",
      insertion: """
        one or two sentences that make the reader work through a question of this kind in a few \
        short steps before it writes its answer
        """,
      rewriting: "Make it ask for a few short steps before the answer.",
      repair: """
        Go through the code with the inputs of a case, step by step, and repair the first step that \
        goes wrong.
        """),
    SmallModelStrategy(
      name: "form",
      insertion: """
        one or two sentences that say exactly how the answer has to be written, judging by the \
        feedback: which words, symbols and separators, and what must not stand beside it
        """,
      rewriting: "Make it say exactly how the answer has to be written, judging by the feedback.",
      repair: "Make it return exactly what the feedback asks for: its type, its order and its form."
    ),
    SmallModelStrategy(
      name: "mistake",
      insertion: """
        one or two sentences that warn of the mistake that the cases have in common and say how to \
        avoid it
        """,
      rewriting: "Make it avoid the mistake that the cases have in common.",
      repair: "Find the line that is at fault in the cases, and change that line alone."),
    SmallModelStrategy(
      name: "procedure",
      insertion: """
        a procedure of at most four numbered short steps for all questions of this kind, of which \
        the last one writes the answer
        """,
      rewriting: "Make it a procedure of at most four numbered short steps.",
      repair: "Write it as a few short steps, each of which does one thing of the goal."),
    SmallModelStrategy(
      name: "example",
      insertion: """
        one short worked example in the manner of the cases: a question, the steps, and the answer \
        that the feedback asks for, written as the text demands
        """,
      rewriting: "Put one short worked example into it, in the manner of the cases.",
      repair: "Think of the smallest input that still goes wrong, and make it work for that too."),
    SmallModelStrategy(
      name: "anew",
      insertion: "one sentence that was missing so far and that the cases show to be needed",
      rewriting:
        "Say the same more clearly and in fewer words, and add what the feedback asks for.",
      repair: "Write it in another way, as simply as you can.",
      prefersRewriting: true),
  ]

  /// General instructions in the order in which they are tried without asking a model.
  static let patterns: [(name: String, text: String)] = [
    (
      "brief steps",
      "Before the answer, work through the question in a few short steps, one a line."
    ),
    (
      "bare answer",
      """
      Write the answer in exactly the form that is asked for, with nothing after it: no \
      explanation, no full stop, no quotation marks.
      """
    ),
    (
      "one by one",
      """
      List the parts of the question one by one, deal with each in turn, and keep the result so far \
      in view. Then write the answer.
      """
    ),
    (
      "check",
      "When you have an answer, check it once against every condition of the question, then write it."
    ),
    (
      "answer first", "Do not explain anything. Write nothing but the answer in the form asked for."
    ),
    (
      "restate",
      "Say in one short line what is asked for. Then find it in short steps, and write the answer."
    ),
  ]
}
