// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// A small world of our own whose articles answer questions that no single one of them answers.
///
/// Towns lie on rivers and in regions, people come from towns, and novels, workshops and buildings
/// come from people. All names are made up, so that a model cannot know the answers from elsewhere.
struct Encyclopedia: Sendable {
  /// A river and where its water goes.
  struct River: Sendable {
    let name: String
    let region: String
    let kilometres: Int
    let sea: String
  }

  /// A town on a river.
  struct Town: Sendable {
    let name: String
    let region: String
    let river: Int
    let founded: Int
    let inhabitants: Int
  }

  /// A person from a town.
  struct Person: Sendable {
    let name: String
    let trade: String
    let town: Int
    let born: Int
    let instrument: String
  }

  /// A book by a person.
  struct Novel: Sendable {
    let name: String
    let author: Int
    let year: Int
    let plot: String
  }

  /// A workshop or a building in a town, made by a person.
  struct Establishment: Sendable {
    let name: String
    let maker: Int
    let year: Int
    let town: Int
    /// What it makes or is known for.
    let matter: String
  }

  /// The seed of the world that all questions are about.
  static let frozenSeed: UInt64 = 2406

  /// The world that all questions are about.
  static let frozen = Encyclopedia(seed: frozenSeed)

  let rivers: [River]
  let towns: [Town]
  let people: [Person]
  let novels: [Novel]
  let workshops: [Establishment]
  let buildings: [Establishment]

  /// Makes a world.
  ///
  /// - Parameter seed: Any number; equal seeds give equal worlds on every machine.
  init(seed: UInt64) {
    var stream = SeededStream(seed: seed, name: "encyclopedia")
    rivers = Self.rivers(from: &stream)
    towns = Self.towns(on: rivers, from: &stream)
    let people = Self.people(of: towns, from: &stream)
    self.people = people
    func everyone(in trade: String) -> [Int] { people.indices.filter { people[$0].trade == trade } }
    let writers = everyone(in: "novelist")
    novels = EncyclopediaNames.novels(from: &stream).map { name in
      let author = stream.element(of: writers)
      return Novel(
        name: name, author: author, year: people[author].born + stream.integer(in: 24...60),
        plot: stream.element(of: EncyclopediaNames.plots))
    }
    let towns = towns
    func establishments(
      _ names: [String], by makers: [Int], _ matters: [String], from stream: inout SeededStream
    ) -> [Establishment] {
      names.map { name in
        let maker = stream.element(of: makers)
        return Establishment(
          name: name, maker: maker, year: people[maker].born + stream.integer(in: 24...60),
          town: stream.integer(in: 0...towns.count - 1), matter: stream.element(of: matters))
      }
    }
    workshops = establishments(
      EncyclopediaNames.workshops(from: &stream), by: everyone(in: "merchant"),
      EncyclopediaNames.goods, from: &stream)
    buildings = establishments(
      EncyclopediaNames.buildings(from: &stream), by: everyone(in: "architect"),
      EncyclopediaNames.sights, from: &stream)
  }

  private static func rivers(from stream: inout SeededStream) -> [River] {
    let lengths = stream.shuffled(Array(60...900))
    return stream.shuffled(EncyclopediaNames.rivers).enumerated().map { index, name in
      River(
        name: name, region: stream.element(of: EncyclopediaNames.regions),
        kilometres: lengths[index], sea: stream.element(of: EncyclopediaNames.seas))
    }
  }

  private static func towns(on rivers: [River], from stream: inout SeededStream) -> [Town] {
    let sizes = stream.shuffled(Array(21...890))
    return EncyclopediaNames.towns(from: &stream).enumerated().map { index, name in
      Town(
        name: name, region: stream.element(of: EncyclopediaNames.regions),
        river: stream.integer(in: 0...rivers.count - 1), founded: stream.integer(in: 870...1650),
        inhabitants: sizes[index] * 100)
    }
  }

  private static func people(of towns: [Town], from stream: inout SeededStream) -> [Person] {
    let trades = ["novelist", "merchant", "architect"]
    return EncyclopediaNames.people(from: &stream).enumerated().map { index, name in
      Person(
        name: name, trade: trades[index % trades.count],
        town: stream.integer(in: 0...towns.count - 1), born: stream.integer(in: 1700...1880),
        instrument: stream.element(of: EncyclopediaNames.instruments))
    }
  }
}
