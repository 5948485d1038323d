// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Puts statements about properties into words.
struct ArgumentWording {
  /// What the argument is about.
  let domain: ArgumentDomain
  /// The properties as nouns, by number.
  let properties: [String]
  /// Who or what is named.
  let individual: String

  /// A statement without a capital letter at its beginning and without a full stop.
  func sentence(_ statement: MonadicStatement, _ stream: inout SeededStream) -> String {
    switch statement {
    case .every(let having, let are):
      if having.count == 1, are.count == 1 { return rule(having[0], are[0], &stream) }
      return "\(domain.pronouns.all) is \(all(having, &stream)) is \(any(are, &stream))"
    case .some(let having):
      return "\(domain.pronouns.one) is \(all(having, &stream))"
    case .named(let having):
      return "\(individual) is \(all(having, &stream))"
    }
  }

  private func rule(
    _ having: MonadicLiteral,
    _ are: MonadicLiteral,
    _ stream: inout SeededStream
  ) -> String {
    var wordings = [
      "\(domain.pronouns.all) is \(phrase(having)) is \(phrase(are))",
      "\(being(having)) is sufficient for \(being(are))",
      "\(being(are)) is necessary for \(being(having))",
    ]
    if having.isPositive {
      let quantifier = are.isPositive ? "every" : "no"
      let noun = Phrase.indefinite(properties[are.property])
      wordings.append("\(quantifier) \(properties[having.property]) is \(noun)")
    } else if are.isPositive {
      wordings.append("\(domain.pronouns.none) is \(neither(having, are))")
    }
    return stream.element(of: wordings)
  }

  /// A conjunction, in which what is had comes before what is lacked.
  private func all(_ literals: [MonadicLiteral], _ stream: inout SeededStream) -> String {
    let sorted = positiveFirst(literals)
    guard sorted.count == 2 else { return sorted.map(phrase).joined(separator: " and ") }
    if !sorted[0].isPositive { return neither(sorted[0], sorted[1]) }
    let both = sorted[1].isPositive && stream.chance(50) ? "both " : ""
    return both + sorted.map(phrase).joined(separator: " and ")
  }

  /// A disjunction, in which what is had comes before what is lacked.
  private func any(_ literals: [MonadicLiteral], _ stream: inout SeededStream) -> String {
    let sorted = positiveFirst(literals)
    guard sorted.count == 2, !sorted[0].isPositive else {
      return sorted.map(phrase).joined(separator: " or ")
    }
    return "not both \(sorted.map { phrase(!$0) }.joined(separator: " and "))"
  }

  private func positiveFirst(_ literals: [MonadicLiteral]) -> [MonadicLiteral] {
    literals.filter(\.isPositive) + literals.filter { !$0.isPositive }
  }

  private func phrase(_ literal: MonadicLiteral) -> String {
    (literal.isPositive ? "" : "not ") + Phrase.indefinite(properties[literal.property])
  }

  private func being(_ literal: MonadicLiteral) -> String {
    (literal.isPositive ? "" : "not ") + "being " + Phrase.indefinite(properties[literal.property])
  }

  private func neither(_ one: MonadicLiteral, _ other: MonadicLiteral) -> String {
    let nouns = [one, other].map { Phrase.indefinite(properties[$0.property]) }
    return "neither \(nouns[0]) nor \(nouns[1])"
  }
}
