// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// A table of penguins and what is done to it, perhaps with a second table of seals.
struct AnimalTables {
  /// A line of a table: a name with numbers.
  struct Animal: Hashable {
    let name: String
    /// In years.
    let age: Int
    /// In centimetres.
    let height: Int
    /// In kilograms.
    let weight: Int

    var line: String { "\(name), \(age), \(height), \(weight)" }
  }

  /// What the tables hold and how that came about, in words.
  let text: String
  /// The penguins that are in the table after all changes.
  let penguins: [Animal]
  /// The seals, or none when there is no second table.
  let seals: [Animal]
  /// Five names of penguins that are or were in the table, or could have been.
  let penguinNames: [String]

  /// Draws tables in which no two animals of a kind have the same age, height or weight.
  init(_ stream: inout SeededStream) {
    let names = stream.sample(9, of: Self.names)
    let ages = stream.sample(5, of: Array(2...15))
    let heights = stream.sample(5, of: (4...9).map { $0 * 10 })
    let weights = stream.sample(5, of: Array(10...19))
    let all = (0..<5).map {
      Animal(name: names[$0], age: ages[$0], height: heights[$0], weight: weights[$0])
    }
    var penguins = Array(all.prefix(4))
    let example = stream.element(of: penguins)
    var lines = [
      "Here is a table of penguins. Its first line says what the columns are.", Self.header,
    ]
    lines += penguins.map(\.line)
    lines.append("So \(example.name) is \(example.age) years old and weighs \(example.weight) kg.")
    if stream.chance(40) {
      penguins.append(all[4])
      lines.append("Then this penguin joins the table:\n\(all[4].line)")
    }
    if stream.chance(30) {
      let leaving = penguins.remove(at: stream.integer(in: 0...3))
      lines.append("Then the penguin \(leaving.name) is taken out of the table.")
    }
    var seals: [Animal] = []
    if stream.chance(40) {
      let sealAges = stream.sample(4, of: Array(2...20))
      let sealHeights = stream.sample(4, of: (12...25).map { $0 * 10 })
      let sealWeights = stream.sample(4, of: (8...30).map { $0 * 10 })
      seals = (0..<4).map {
        Animal(
          name: names[5 + $0], age: sealAges[$0], height: sealHeights[$0], weight: sealWeights[$0])
      }
      lines.append("There is another such table, of seals:\n\(Self.header)")
      lines += seals.map(\.line)
    }
    text = lines.joined(separator: "\n")
    self.penguins = penguins
    self.seals = seals
    penguinNames = all.map(\.name)
  }

  private static let header = "name, age, height (cm), weight (kg)"

  private static let names = [
    "Agnes", "Barnaby", "Cosima", "Duncan", "Elsa", "Fergus", "Gilda", "Horace", "Isolde", "Jasper",
    "Kirsten", "Lionel", "Mabel", "Norman", "Odette", "Percy", "Ramona", "Silas", "Tabitha",
    "Ulysses", "Viola", "Wilbur",
  ]
}
