// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import Datasets
import GSM8KEnvironment
import QuestionAnswering
import Testing
import Training

struct GSM8KSuiteTests {
  private let suite = GSM8KSuite(fetch: { _, _ in throw CancellationError() })

  private func id(_ name: String) -> TaskID { TaskID(suite: "gsm8k", name: name) }

  @Test func officialDataHaveOneTaskAndGeneratedOnesFive() {
    #expect(suite.tasks(in: .official(directory: nil)).map(\.id.name) == ["word_problems"])
    let generated = suite.tasks(in: .generated)
    #expect(
      generated.map(\.id.name)
        == [
          "composed_problems", "distracting_problems", "long_problems", "short_problems",
          "word_problems",
        ])
    #expect(generated.filter(\.isDefault).map(\.id.name) == ["word_problems"])
    #expect(suite.tasks(in: .user).isEmpty)
  }

  @Test func answeringAtOnceIsASuiteOfItsOwnOnTheSameProblems() async throws {
    let direct = GSM8KSuite(.direct)
    #expect(direct.name == "gsm8k-direct")
    #expect(direct.tasks(in: .generated).map(\.id.suite) == Array(repeating: direct.name, count: 5))
    let atOnce = try await direct.load(
      TaskID(suite: direct.name, name: "word_problems"), from: .generated)
    let thinking = try await suite.load(id("word_problems"), from: .generated)
    #expect(atOnce.dataDigest == thinking.dataDigest)
    #expect(atOnce.workflowDigest != thinking.workflowDigest)
    let quick = { (suite: GSM8KSuite) in suite.protocols.first { $0.name == "quick" }?.answerTokens
    }
    #expect(quick(direct) ?? .max < quick(suite) ?? 0)
    let error = await #expect(throws: DataError.self) {
      try await direct.load(id("word_problems"), from: .generated)
    }
    #expect(error?.message.contains("--suite gsm8k-direct") == true)
  }

  @Test func generatedTasksAreNeverOfficial() async throws {
    let error = await #expect(throws: DataError.self) {
      try await suite.load(id("long_problems"), from: .official(directory: "x"))
    }
    #expect(error?.message.contains("no part of GSM8K") == true)
  }

  @Test(arguments: ["nonsense", "test/0000", ""])
  func anUnknownTaskIsNamed(name: String) async throws {
    let error = await #expect(throws: DataError.self) {
      try await suite.load(id(name), from: .generated)
    }
    #expect(error?.code == .unknownTask)
    #expect(error?.message.contains("gsm8k:\(name)") == true)
  }

  @Test func aLineOfAnotherFormIsNamed() {
    let lines = [
      (##"{"question": "q", "answer": "a\n#### 1"}"## + "\n{", 2),
      (#"{"question": "q"}"#, 1), (#"{"question": "q", "answer": "seven"}"#, 1),
      ("\n\n" + "{\"question\": 7, \"answer\": \"#### 7\"}", 3),
    ]
    for (text, line) in lines {
      let error = #expect(throws: DataError.self) {
        try OfficialGSM8K.examples(in: Array(text.utf8), named: "x/test.jsonl", part: .test)
      }
      #expect(error?.line == line)
      #expect(error?.message.hasPrefix("x/test.jsonl, line \(line) ") == true)
    }
  }
}
