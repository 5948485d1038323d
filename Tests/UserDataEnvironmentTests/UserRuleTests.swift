// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import Datasets
import QuestionAnswering
import Testing
import UserDataEnvironment

struct UserRuleTests {
  private func accepts(_ rule: UserRule, _ answer: String?, _ target: String) throws -> Bool {
    let suite = try #require(try UserFileSuite(name: "file:x.jsonl#\(rule.rawValue)"))
    let rules = try suite.rules(of: TaskID(suite: suite.name, name: "x"))
    #expect(rules.map(\.name).first == rule.rawValue)
    #expect(Set(rules.map(\.name)) == Set(UserRule.allCases.map(\.rawValue)))
    return rules[0].isCorrect(answer, for: Example(id: "", input: "", target: target))
  }

  @Test(
    arguments: [
      (.exact, " Paris\n", "Paris"), (.exact, "", ""),
      (.normalized, "The Eiffel-Tower!", "eiffeltower"),
      (.normalized, "a  cat", "Cat"), (.choice, "I say (A), no, (B).", "(B)"),
      (.choice, "B", "(B)"), (.choice, "(B)", "B"), (.choice, "B.", "B"),
      (.number, "It is 1,234.50 in all", "1234.5"), (.number, "-0.0", "0"),
      (.number, "from 3 to 007", "7"),
      (.number, "it is .5", "0.5"), (.number, "-.5", "-0.50"), (.number, "1,2", "2"),
      (.number, "12,345,678", "12345678"), (.number, "-3", "-3"),
      (.contains, "It is the red fox.", "red fox"),
      (.contains, "Paris", "PARIS"),
    ] as [(UserRule, String, String)])
  func theseAnswersAreRight(rule: UserRule, answer: String, target: String) throws {
    #expect(try accepts(rule, answer, target))
  }

  @Test(
    arguments: [
      (.exact, "paris", "Paris"), (.exact, "Paris.", "Paris"), (.exact, nil, ""),
      (.normalized, "Paris city", "Paris"), (.choice, "(B) or (C)", "(B)"),
      (.choice, "Bees", "(B)"),
      (.choice, "b", "(B)"), (.number, "7 or 8", "7"), (.number, ".5", "5"), (.number, "1,2", "12"),
      (.number, "seven", "7"),
      (.number, "7.5", "7"),
      (.number, "3", "-3"), (.contains, "reddish fox", "red fox"),
      (.contains, "fox red", "red fox"),
      (.contains, nil, "red fox"),
    ] as [(UserRule, String?, String)])
  func theseAnswersAreWrong(rule: UserRule, answer: String?, target: String) throws {
    #expect(try !accepts(rule, answer, target))
  }

  @Test func anotherNameIsNoFile() throws {
    let suite = try UserFileSuite(name: "bbh")
    #expect(suite == nil)
  }

  @Test func aSignInTheNameOfAFileIsPartOfThePath() throws {
    let suite = try #require(try UserFileSuite(name: "file:data#1.jsonl"))
    #expect(suite.name == "file:data#1.jsonl#exact")
    let number = try #require(try UserFileSuite(name: "file:data#1.jsonl#number"))
    #expect(number.name == "file:data#1.jsonl#number")
  }

  @Test func anUnknownRuleAndAMissingPathAreNamed() {
    let rule = #expect(throws: DataError.self) { try UserFileSuite(name: "file:x.jsonl#fuzzy") }
    #expect(rule?.message.contains("--rule takes one of exact, normalized") == true)
    #expect(rule?.message.contains("'fuzzy'") == true)
    #expect(throws: DataError.self) { try UserFileSuite(name: "file:") }
  }
}
