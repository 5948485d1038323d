// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation

/// Passages that are ranked by how well their words match a query, with BM25.
///
/// The formula is Lucene's variant of BM25 (Robertson and Zaragoza, The Probabilistic Relevance
/// Framework, 2009) with k1 0.9 and b 0.4, over words in lower case without stop words, reduced to
/// stems: what the retriever of the published HotpotQA programs does with its library bm25s.
struct PassageIndex: Sendable {
  /// How fast further occurrences of a word in a passage lose weight.
  private static let saturation = 0.9
  /// How much long passages lose, from 0 to 1.
  private static let lengthPenalty = 0.4

  /// How passages are found, as it enters a workflow's digest: change it with the method.
  static let method = "bm25 k1 0.9 b 0.4, porter2 stems, lucene stop words"

  private struct Posting: Sendable {
    let passage: Int
    let weight: Double
  }

  /// What is indexed, in the order given.
  let passages: [Passage]
  /// The digest of the passages.
  let digest: ContentDigest
  private let postings: [String: [Posting]]

  /// Indexes passages.
  ///
  /// - Parameter passages: At least one.
  /// - Complexity: O(*n*) in the length of all texts.
  init(_ passages: [Passage]) {
    precondition(!passages.isEmpty, "there is nothing to find in an empty index")
    self.passages = passages
    digest = ContentDigest(of: .array(passages.map(\.json)))
    var stems: [String: String] = [:]
    let terms = passages.map { passage in
      SearchTerms.words(of: passage.line).map { word in
        if let stem = stems[word] { return stem }
        let stem = EnglishStemmer.stem(word)
        stems[word] = stem
        return stem
      }
    }
    let meanLength = Double(terms.reduce(0) { $0 + $1.count }) / Double(passages.count)
    var counts: [String: [(passage: Int, count: Int)]] = [:]
    for (passage, terms) in terms.enumerated() {
      for (term, count) in Dictionary(terms.map { ($0, 1) }, uniquingKeysWith: +) {
        counts[term, default: []].append((passage, count))
      }
    }
    postings = counts.mapValues { entries in
      let total = Double(passages.count)
      let found = Double(entries.count)
      let rarity = log(1 + (total - found + 0.5) / (found + 0.5))
      return entries.map { entry in
        let length = Double(terms[entry.passage].count) / meanLength
        let norm = Self.saturation * (1 - Self.lengthPenalty + Self.lengthPenalty * length)
        let count = Double(entry.count)
        return Posting(passage: entry.passage, weight: rarity * count / (count + norm))
      }
    }
  }

  /// The passages that match a query best, the best first; of equal ones the earlier first, also of
  /// those without a word of the query.
  ///
  /// - Parameters:
  ///   - count: How many, at most as many as there are.
  ///   - query: Any text.
  /// - Returns: The passages with their scores.
  /// - Complexity: O(*n* + *m* log *m*) in the number *n* of passages and *m* of those with a word of
  ///   the query.
  func best(_ count: Int, for query: String) -> [(passage: Passage, score: Double)] {
    var scores: [Int: Double] = [:]
    // Each word of the query counts as often as it stands there, in its order: sums of the same
    // numbers in another order could differ in the last digit.
    for term in SearchTerms.terms(of: query) {
      for posting in postings[term] ?? [] {
        scores[posting.passage, default: 0] += posting.weight
      }
    }
    let ranked = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let found = ranked.prefix(count).map { (passages[$0.key], $0.value) }
    let others = passages.indices.lazy.filter { scores[$0] == nil }.prefix(count - found.count)
    return found + others.map { (passages[$0], 0) }
  }
}
