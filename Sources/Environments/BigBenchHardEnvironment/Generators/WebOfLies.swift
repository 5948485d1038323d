// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// A chain of people each of whom says that the one before lies or tells the truth.
struct WebOfLies: ScalableGenerator {
  /// People in the chain, at least 2 and at most as many as there are names.
  private let personCount: Int

  let task = BigBenchHardTask.webOfLies
  let balancedAnswers = ["Yes", "No"]

  init(_ difficulty: Difficulty) {
    personCount =
      switch difficulty {
      case .published: 5
      case .hard: 12
      case .hardest: 24
      }
  }

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let people = stream.sample(personCount, of: Self.names)
    var isHonest = stream.chance(50)
    var sentences = ["\(people[0]) \(Self.verb(isHonest))."]
    for (speaker, subject) in zip(people.dropFirst(), people) {
      let claim = stream.chance(50)
      sentences.append("\(speaker) says that \(subject) \(Self.verb(claim)).")
      isHonest = isHonest == claim
    }
    sentences.append("Does \(people[personCount - 1]) tell the truth?")
    return GeneratedItem(
      input: "Question: " + sentences.joined(separator: " "),
      target: isHonest ? "Yes" : "No"
    )
  }

  private static func verb(_ isHonest: Bool) -> String { isHonest ? "tells the truth" : "lies" }

  private static let names = [
    "Abena", "Aiko", "Anselm", "Astrid", "Bashir", "Bettina", "Bogdan", "Carmen", "Cedric", "Dalia",
    "Dmitri", "Edda", "Elif", "Emeka", "Fabian", "Fatima", "Gudrun", "Hamza", "Hanako", "Ilse",
    "Imran", "Ingrid", "Jarek", "Jovana", "Kamal", "Katya", "Kwame", "Leila", "Lorenz", "Ludmila",
    "Malik", "Marisol", "Mehmet", "Nadia", "Noor", "Oskar", "Paloma", "Piotr", "Rashid", "Renata",
    "Sanjay", "Selma", "Takeshi", "Tamar", "Ulrike", "Viktor", "Wanda", "Yasmin", "Yusuf", "Zofia",
  ]
}
