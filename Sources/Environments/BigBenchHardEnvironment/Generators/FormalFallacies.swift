// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Arguments about properties, valid ones and fallacies that look like them.
struct FormalFallacies: BigBenchHardGenerator {
  let task = BigBenchHardTask.formalFallacies
  let balancedAnswers = ["valid", "invalid"]

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    var argument = stream.element(of: MonadicArgument.schemes).negatingSome(&stream)
    let propertyCount = argument.propertyCount
    if answer != "valid" { argument = argument.damaged(&stream) }
    guard let isValid = argument.isValid(propertyCount: propertyCount) else { return nil }
    guard !argument.premises.contains(argument.conclusion) else { return nil }

    let domain = stream.element(of: ArgumentDomain.all)
    let wording = ArgumentWording(
      domain: domain,
      properties: domain.properties(propertyCount, &stream),
      individual: stream.element(of: domain.individuals)
    )
    let premises = stream.shuffled(argument.premises).map { wording.sentence($0, &stream) }
    let conclusion = wording.sentence(argument.conclusion, &stream)
    let text = """
      \(stream.element(of: domain.openings)) \(joined(premises, &stream)) \
      \(stream.element(of: Self.conclusionMarks)) \(conclusion).
      """
    return GeneratedItem(
      input: """
        "\(text)"
        Taking the premises as they are stated, is this argument deductively valid or invalid?
        Options:
        - valid
        - invalid
        """,
      target: isValid ? "valid" : "invalid"
    )
  }

  private static let conclusionMarks = [
    "Therefore,", "It follows that", "From this we conclude that", "So it must be that", "Hence,",
  ]

  /// The premises as sentences, numbered or bare.
  private func joined(_ premises: [String], _ stream: inout SeededStream) -> String {
    let isNumbered = premises.count > 1 && stream.chance(50)
    return premises.enumerated().map { index, premise in
      guard isNumbered else { return Phrase.capitalized(premise) + "." }
      let marks = ["First,", "Second,", "Third,"]
      return "\(marks[index]) \(premise)."
    }.joined(separator: " ")
  }
}
