// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import Datasets
package import Foundation

/// Questions about a made-up encyclopedia; they are labelled generated and are not HotpotQA.
package enum GeneratedHotpotQA {
  /// The seed of the frozen draw, which no seed of a run changes.
  package static let frozenSeed: UInt64 = 2406
  /// Questions of the frozen draw that train.
  static let trainCount = 50
  /// Questions of the frozen draw that validate.
  static let validationCount = 50
  /// Questions of the frozen draw.
  package static let frozenCount = 300

  /// Draws distinct questions, all about the same encyclopedia.
  ///
  /// - Parameters:
  ///   - task: The kind of questions.
  ///   - seed: Any number; equal seeds give equal questions on every machine.
  ///   - count: How many. A longer draw begins with the shorter one.
  /// - Returns: A set labelled generated.
  /// - Throws: ``DataError`` with code `exhausted` when there are fewer distinct ones.
  package static func draw(
    _ task: MultiHopTask, seed: UInt64, count: Int
  ) throws(DataError) -> GeneratedSet {
    try GeneratedSet(of: task.generator, seed: seed, count: count)
  }

  /// The questions that every run without official data uses.
  static func frozen(_ task: MultiHopTask) throws(DataError) -> ExampleSet {
    try draw(task, seed: frozenSeed, count: frozenCount).exampleSet
  }

  /// Writes the frozen draw of every task as `<task>.jsonl` and the articles of the encyclopedia as
  /// `encyclopedia.jsonl`, replacing the files.
  ///
  /// - Parameter folder: Where to; it is created when it is not there.
  /// - Throws: ``DataError`` with code `unwritable`.
  package static func write(to folder: URL) throws(DataError) {
    var sets: [GeneratedSet] = []
    for task in MultiHopTask.allCases {
      sets.append(try draw(task, seed: frozenSeed, count: frozenCount))
    }
    try GeneratedSet.write(sets, to: folder)
    let articles = Encyclopedia.frozen.passages.map { $0.json.text + "\n" }.joined()
    try TextFile.write(articles, to: folder.appendingPathComponent("encyclopedia.jsonl"))
  }
}

extension MultiHopTask {
  /// The generator of the task's questions.
  var generator: any ItemGenerator {
    switch self {
    // Of HotpotQA's 7,405 development questions 5,918 lead over a bridge.
    case .twoHop: TwoHopQuestions(name: rawValue, bridgePercentage: 80)
    case .bridge: TwoHopQuestions(name: rawValue, bridgePercentage: 100)
    case .comparison: TwoHopQuestions(name: rawValue, bridgePercentage: 0)
    }
  }
}
