// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Questions that need two articles of the encyclopedia.
///
/// Those of a bridge name one thing and ask about another that the first article leads to; those of
/// a comparison name two things. HotpotQA has both kinds (Yang et al., EMNLP 2018, section 2).
struct TwoHopQuestions: ItemGenerator {
  let name: String
  /// Questions in 100 that lead over a bridge.
  let bridgePercentage: Int

  var balancedAnswers: [String] { [] }

  private var world: Encyclopedia { .frozen }

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let isBridge = stream.chance(bridgePercentage)
    let kinds = isBridge ? Self.bridges : Self.comparisons
    return stream.element(of: kinds)(world, &stream)
  }

  private typealias Kind =
    @Sendable (_ world: Encyclopedia, _ stream: inout SeededStream) -> GeneratedItem?

  private static let bridges: [Kind] = [
    { world, stream in
      let novel = stream.element(of: world.novels)
      return GeneratedItem(
        input: "In which town was the author of the novel \(novel.name) born?",
        target: world.towns[world.people[novel.author].town].name)
    },
    { world, stream in
      let novel = stream.element(of: world.novels)
      return GeneratedItem(
        input: "Which instrument did the author of the novel \(novel.name) play?",
        target: world.people[novel.author].instrument)
    },
    { world, stream in
      let workshop = stream.element(of: world.workshops)
      return GeneratedItem(
        input: "In which year was the founder of \(workshop.name) born?",
        target: String(world.people[workshop.maker].born))
    },
    { world, stream in
      let workshop = stream.element(of: world.workshops)
      return GeneratedItem(
        input: "On which river is the town where \(workshop.name) has its seat?",
        target: world.rivers[world.towns[workshop.town].river].name)
    },
    { world, stream in
      let building = stream.element(of: world.buildings)
      return GeneratedItem(
        input: "In which region is the town where the \(building.name) stands?",
        target: world.towns[building.town].region)
    },
    { world, stream in
      let building = stream.element(of: world.buildings)
      let birthplace = world.people[building.maker].town
      // Else the article of the building alone would name the answer.
      guard birthplace != building.town else { return nil }
      return GeneratedItem(
        input: "In which town was the architect of the \(building.name) born?",
        target: world.towns[birthplace].name)
    },
    { world, stream in
      let person = stream.element(of: world.people)
      return GeneratedItem(
        input: "How many inhabitants does the town where \(person.name) was born have?",
        target: Encyclopedia.count(world.towns[person.town].inhabitants))
    },
    { world, stream in
      let town = stream.element(of: world.towns)
      return GeneratedItem(
        input: "Into which waters does the river of the town of \(town.name) flow?",
        target: world.rivers[town.river].sea)
    },
  ]

  private static let comparisons: [Kind] = [
    { world, stream in
      let novels = two(of: world.novels, from: &stream)
      guard novels[0].year != novels[1].year else { return nil }
      return GeneratedItem(
        input: """
          Which of the novels \(novels[0].name) and \(novels[1].name) was published first?
          """,
        target: (novels[0].year < novels[1].year ? novels[0] : novels[1]).name)
    },
    { world, stream in
      let people = two(of: world.people, from: &stream)
      guard people[0].born != people[1].born else { return nil }
      return GeneratedItem(
        input: "Who was born first, \(people[0].name) or \(people[1].name)?",
        target: (people[0].born < people[1].born ? people[0] : people[1]).name)
    },
    { world, stream in
      let towns = two(of: world.towns, from: &stream)
      return GeneratedItem(
        input: "Which town has more inhabitants, \(towns[0].name) or \(towns[1].name)?",
        target: (towns[0].inhabitants > towns[1].inhabitants ? towns[0] : towns[1]).name)
    },
    { world, stream in
      let rivers = two(of: world.rivers, from: &stream)
      return GeneratedItem(
        input: "Which river is longer, the \(rivers[0].name) or the \(rivers[1].name)?",
        target: (rivers[0].kilometres > rivers[1].kilometres ? rivers[0] : rivers[1]).name)
    },
    { world, stream in
      pair(of: world.towns, from: &stream, alike: { $0.region == $1.region }) { first, second in
        "Are the towns of \(first.name) and \(second.name) in the same region?"
      }
    },
    { world, stream in
      pair(of: world.people, from: &stream, alike: { $0.instrument == $1.instrument }) {
        first, second in
        "Did \(first.name) and \(second.name) play the same instrument?"
      }
    },
  ]

  /// Two things in the order of the encyclopedia, so that the same question is not asked twice with
  /// its things exchanged.
  private static func two<Thing>(
    of things: [Thing], from stream: inout SeededStream
  ) -> [Thing] {
    stream.sample(2, of: Array(things.indices)).sorted().map { things[$0] }
  }

  /// A question whether two things are alike, with yes and no equally often.
  private static func pair<Thing>(
    of things: [Thing], from stream: inout SeededStream, alike: (Thing, Thing) -> Bool,
    asked: (Thing, Thing) -> String
  ) -> GeneratedItem? {
    let areAlike = stream.chance(50)
    let order = stream.shuffled(Array(things.indices))
    let other = order.dropFirst().first { alike(things[order[0]], things[$0]) == areAlike }
    guard let other else { return nil }
    let first = min(order[0], other)
    let second = max(order[0], other)
    return GeneratedItem(
      input: asked(things[first], things[second]), target: areAlike ? "yes" : "no")
  }
}
