// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Answers the generated questions from the articles alone, as a reader does: it takes facts out of
/// sentences and knows nothing of the world that they were written from.
struct QuestionReader {
  private let articles: [String: String]

  init(_ articles: [(title: String, text: String)]) {
    self.articles = Dictionary(
      articles.map { ($0.title, $0.text) }, uniquingKeysWith: { a, _ in a })
  }

  /// The answer to a question, or nil when it is of no known form or an article does not tell it.
  func answer(_ question: String) -> String? {
    if let match = question.wholeMatch(
      of: /In which town was the (?:author|architect) of (?:the novel |the )(.+) born\?/)
    {
      return maker(String(match.1)).flatMap(birthplace)
    }
    if let match = question.wholeMatch(
      of: /Which instrument did the author of the novel (.+) play\?/)
    {
      return maker(String(match.1)).flatMap(instrument)
    }
    if let match = question.wholeMatch(of: /In which year was the founder of (.+) born\?/) {
      return maker(String(match.1)).flatMap(birthYear).map { "\($0)" }
    }
    if let match = question.wholeMatch(
      of: /On which river is the town where (.+) has its seat\?/)
    {
      return place(String(match.1)).flatMap(river)
    }
    if let match = question.wholeMatch(
      of: /In which region is the town where the (.+) stands\?/)
    {
      return place(String(match.1)).flatMap(region)
    }
    if let match = question.wholeMatch(
      of: /How many inhabitants does the town where (.+) was born have\?/)
    {
      return birthplace(String(match.1)).flatMap { find(/has ([\d,]+) inhabitants/, $0) }
    }
    if let match = question.wholeMatch(
      of: /Into which waters does the river of the town of (.+) flow\?/)
    {
      return river(String(match.1)).flatMap { find(/flows into the (.+)\./, $0) }
    }
    return comparison(question)
  }

  private func comparison(_ question: String) -> String? {
    if let match = question.wholeMatch(
      of: /Which of the novels (.+) and (.+) was published first\?/)
    {
      return lesser(match.1, match.2) { find(/published in (\d+)/, $0).flatMap { Int($0) } }
    }
    if let match = question.wholeMatch(of: /Who was born first, (.+) or (.+)\?/) {
      return lesser(match.1, match.2, by: birthYear)
    }
    if let match = question.wholeMatch(of: /Which town has more inhabitants, (.+) or (.+)\?/) {
      return lesser(match.1, match.2) { town in
        find(/has ([\d,]+) inhabitants/, town).flatMap { Int($0.replacing(",", with: "")) }.map {
          -$0
        }
      }
    }
    if let match = question.wholeMatch(of: /Which river is longer, the (.+) or the (.+)\?/) {
      return lesser(match.1, match.2) {
        find(/(\d+) kilometres/, $0).flatMap { Int($0) }.map { -$0 }
      }
    }
    if let match = question.wholeMatch(of: /Are the towns of (.+) and (.+) in the same region\?/) {
      return alike(region(String(match.1)), region(String(match.2)))
    }
    if let match = question.wholeMatch(of: /Did (.+) and (.+) play the same instrument\?/) {
      return alike(instrument(String(match.1)), instrument(String(match.2)))
    }
    return nil
  }

  private func find(_ pattern: Regex<(Substring, Substring)>, _ title: String) -> String? {
    guard let text = articles[title] else { return nil }
    return (try? pattern.firstMatch(in: text)).map { String($0.output.1) }
  }

  private func maker(_ work: String) -> String? {
    find(/(?:novel by|founded by|designed by) (\w+ \w+)/, work)
  }
  private func place(_ work: String) -> String? { find(/(?:seat in|stands in) (\w+)\./, work) }
  private func birthplace(_ person: String) -> String? { find(/born in (\w+) in/, person) }
  private func birthYear(_ person: String) -> Int? {
    find(/born in \w+ in (\d+)/, person).flatMap { Int($0) }
  }
  private func instrument(_ person: String) -> String? { find(/played the (\w+)/, person) }
  private func region(_ town: String) -> String? { find(/town in (\w+) on/, town) }
  private func river(_ town: String) -> String? { find(/on the (\w+)\./, town) }

  /// The thing with the smaller number; nil when they are equal or one has none.
  private func lesser(
    _ first: Substring, _ second: Substring, by number: (String) -> Int?
  ) -> String? {
    guard let left = number(String(first)), let right = number(String(second)), left != right else {
      return nil
    }
    return String(left < right ? first : second)
  }

  private func alike(_ first: String?, _ second: String?) -> String? {
    guard let first, let second else { return nil }
    return first == second ? "yes" : "no"
  }
}
