// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import Datasets
import Foundation
import Testing

@testable import MultiHopEnvironment

/// Beside PyStemmer and bm25s, whose results `Fixtures/retrieval.py` wrote.
struct RetrievalTests {
  private static func fixture() throws -> JSONValue {
    let url = try #require(
      Bundle.module.url(forResource: "retrieval", withExtension: "json", subdirectory: "Fixtures"))
    return try JSONValue(parsing: try TextFile.text(of: url))
  }

  @Test func stemsAreThoseOfSnowball() throws {
    let fixture = try Self.fixture()
    let stems = try #require(fixture["stems"]?.members)
    #expect(stems.count > 300)
    for member in stems {
      #expect(EnglishStemmer.stem(member.name) == member.value.stringValue, "\(member.name)")
    }
  }

  @Test func rankingsAreThoseOfThePublishedLibrary() throws {
    let index = PassageIndex(Encyclopedia.frozen.passages)
    let fixture = try Self.fixture()
    let queries = try #require(fixture["queries"]?.arrayValue)
    #expect(queries.count > 20)
    for query in queries {
      let text = try #require(query["query"]?.stringValue)
      let expected = query["scores"]?.arrayValue?.compactMap(\.doubleValue) ?? []
      #expect(expected.count == MultiHopWorkflow.passageCount)
      let found = index.best(MultiHopWorkflow.passageCount, for: text)
      // Passages with equal scores are in no order there, and there the numbers have 32 bits.
      #expect(found.count == expected.count)
      for (ours, theirs) in zip(found.map(\.score), expected) {
        #expect(abs(ours - theirs) < 1e-4 * max(1, theirs), "\(text)")
      }
      let titles = Set(query["titles"]?.arrayValue?.compactMap(\.stringValue) ?? [])
      let last = expected.last ?? 0
      for entry in found where entry.score > last + 1e-3 {
        #expect(titles.contains(entry.passage.title), "\(text)")
      }
    }
  }

  @Test func termsAreStemsOfWordsThatSaySomething() {
    #expect(
      SearchTerms.terms(of: "The builders of Café_9 weren't in a TOWN: 42 x")
        == ["builder", "café_9", "weren", "town", "42"])
    #expect(SearchTerms.terms(of: " , ").isEmpty)
  }

  @Test func whatHasNoWordOfTheQueryComesLastInOrderAndTiesKeepTheirs() {
    let index = PassageIndex([
      Passage(title: "One", text: "red boat"), Passage(title: "Two", text: "blue boat"),
      Passage(title: "Six", text: "red hat"),
    ])
    func titles(_ count: Int, _ query: String) -> [String] {
      index.best(count, for: query).map(\.passage.title)
    }
    #expect(titles(2, "zebra") == ["One", "Two"])
    #expect(titles(9, "boats") == ["One", "Two", "Six"])
    #expect(titles(2, "hats") == ["Six", "One"])
    #expect(titles(1, "the red hat") == ["Six"])
    #expect(index.best(1, for: "zebra").map(\.score) == [0])
    // A word counts as often as the query has it.
    #expect(titles(1, "blue hat hat") == ["Six"])
    #expect(titles(1, "hat blue blue") == ["Two"])
  }

  @Test func anotherPassageIsAnotherIndex() {
    let passages = Encyclopedia.frozen.passages
    #expect(PassageIndex(passages).digest == PassageIndex(passages).digest)
    #expect(PassageIndex(passages).digest != PassageIndex(Array(passages.dropLast())).digest)
  }
}
