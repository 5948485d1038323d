// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets
import Foundation
package import QuestionAnswering
package import Training

/// The diamond questions of GPQA (Rein et al., 2023), from the user's own copy of the file.
///
/// The authors ask that the questions are not put out in plain text, so that nothing is fetched and
/// records hold their ids, answers and scores as for every set; `--store` files hold the prompts of
/// calls and are for the user alone. The instruction of one model call is tuned on the first 15
/// questions and chosen by the next 5, as in the Trace paper's BBH experiment. The papers tune the
/// solution of each question instead, which is another experiment.
package struct GPQASuite: AnswerSuite {
  /// The file as its publishers name it.
  private static let file = "gpqa_diamond.csv"
  /// The rows of the file.
  private static let count = 198

  /// Creates the suite.
  package init() {}

  package var name: String { "gpqa" }

  package var summary: String {
    "Questions of GPQA diamond with four choices: tunes the instruction of one model call."
  }

  package var protocols: [TrainingProtocol] { TrainingProtocol.thinking }

  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    guard case .official = source else { return [] }
    return [
      BenchmarkTask(
        id: id, summary: "choose the answer to a question of science for experts",
        isDefault: true)
    ]
  }

  /// Reads the questions.
  ///
  /// - Throws: `DataError` when there is no such task, or its file is missing or not of the
  ///   published form.
  package func load(_ id: TaskID, from source: DataSource) async throws -> LoadedTask {
    LoadedTask(
      id, try await split(of: id, from: source), workflow: MultipleChoice.workflow,
      rule: ExtractionRule.textGradLetter)
  }

  package func split(of id: TaskID, from source: DataSource) async throws -> ExampleSplit {
    try check(id)
    guard case .official(let directory) = source else {
      throw DataError(
        .unknownTask, "\(id) has published questions alone: add --data official --data-dir DIR.")
    }
    guard let directory else {
      throw DataError(
        .unavailable,
        "GPQA is read from a folder of yours: accept its terms at "
          + "https://huggingface.co/datasets/Idavidrein/gpqa, or unpack dataset.zip of "
          + "https://github.com/idavidrein/gpqa with the password that its README gives, put "
          + "\(Self.file) into DIR, and name the folder with --data-dir DIR.")
    }
    let url = URL(fileURLWithPath: directory, isDirectory: true).appendingPathComponent(Self.file)
    let examples = try Self.examples(in: try TextFile.bytes(of: url), named: url.path)
    guard examples.count == Self.count else {
      throw DataError(
        .wrongCount,
        "\(url.path) has \(examples.count) questions and GPQA diamond has \(Self.count): fetch the "
          + "file again.")
    }
    return try ExampleSplit(
      asInTracePaper: ExampleSet(name: id.name, label: .official, examples: examples))
  }

  package func rules(of id: TaskID) throws -> [any AnswerRule] {
    try check(id)
    return MultipleChoice.rules
  }

  /// Reads the columns `Question`, `Correct Answer` and `Incorrect Answer 1` to `3`, and offers
  /// the choices in the order of simple-evals and TextGrad: `Random(0)` draws one for each row.
  ///
  /// - Throws: `DataError` with code `malformed` naming file and line.
  static func examples(in bytes: [UInt8], named path: String) throws(DataError) -> [Example] {
    let rows = try CSVTable(parsing: bytes, named: path).rows
    var random = PythonRandom(seed: 0)
    var examples: [Example] = []
    for (place, row) in rows.enumerated() {
      var answers = [try row.text("Correct Answer")]
      for number in 1...3 { answers.append(try row.text("Incorrect Answer \(number)")) }
      let order = random.sample(4, of: [0, 1, 2, 3])
      let question = try row.text("Question")
      var choices: [String] = []
      for index in order { choices.append(answers[index]) }
      examples.append(
        MultipleChoice.example(
          place, question: question, choices: choices, answer: order.firstIndex(of: 0) ?? 0))
    }
    return examples
  }

  private var id: TaskID { TaskID(suite: name, name: "diamond") }

  private func check(_ id: TaskID) throws(DataError) {
    guard id == self.id else {
      throw DataError(
        .unknownTask, "There is no task \(id): see 'bench list tasks --suite gpqa --data official'."
      )
    }
  }
}
