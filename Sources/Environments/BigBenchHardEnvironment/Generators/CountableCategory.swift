// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// A category of things that can be counted, in singular and plural.
struct CountableCategory: Sendable {
  /// One kind of thing.
  struct Thing: Sendable {
    let singular: String
    let plural: String

    /// A number from 1 to 20 of these things, such as `a pear` or `two pears`.
    func phrase(_ count: Int) -> String {
      count == 1 ? Phrase.indefinite(singular) : "\(Phrase.number(count)) \(plural)"
    }
  }

  /// The category's name in the plural.
  let name: String
  /// What belongs to it; nothing belongs to two categories.
  let things: [Thing]
  /// Whether things of all categories belong to it as well.
  let includesEverything: Bool

  /// At least so many things of the category, as far as there are: its own, or those of all
  /// categories when these belong to it and its own are too few.
  func things(atLeast count: Int) -> [Thing] {
    includesEverything && things.count < count ? Self.all.flatMap(\.things) : things
  }

  /// Creates a category; a plural without a colon of its own is the singular with `s`.
  private init(_ name: String, includesEverything: Bool = false, _ things: String) {
    self.name = name
    self.includesEverything = includesEverything
    self.things = things.split(separator: ",").map { entry in
      let forms = entry.split(separator: ":").map {
        $0.trimmingPrefix { $0.isWhitespace }
      }
      let singular = String(forms[0])
      return Thing(singular: singular, plural: forms.count > 1 ? String(forms[1]) : singular + "s")
    }
  }

  static let all = [
    CountableCategory(
      "fruits",
      """
      pear, mango:mangoes, lemon, lime, fig, cherry:cherries, apricot, papaya, pineapple, quince, \
      tangerine
      """
    ),
    CountableCategory(
      "vegetables",
      """
      turnip, radish:radishes, leek, beetroot, parsnip, shallot, artichoke, spinach leaf:spinach \
      leaves, bulb of fennel:bulbs of fennel, stalk of asparagus:stalks of asparagus
      """
    ),
    CountableCategory(
      "musical instruments",
      "guitar, harp, cello, saxophone, banjo, oboe, mandolin, tuba, bassoon, harmonica, xylophone"
    ),
    CountableCategory(
      "animals",
      """
      horse, sheep:sheep, goose:geese, wolf:wolves, otter, hedgehog, owl, beaver, parrot, tiger, \
      elephant, lizard, hamster, camel, fox:foxes
      """
    ),
    CountableCategory(
      "objects", includesEverything: true,
      """
      kettle, broom, ladder, bucket, pillow, blanket, candle, clock, mirror, basket, umbrella, \
      vase, brush:brushes, shelf:shelves
      """
    ),
  ]
}
