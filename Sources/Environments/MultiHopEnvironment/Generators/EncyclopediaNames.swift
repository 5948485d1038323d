// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// The words of which the names of a made-up encyclopedia are put together.
enum EncyclopediaNames {
  static let regions = [
    "Arvenland", "Brosmark", "Cadria", "Dolvania", "Estermoor", "Fallowshire", "Grendal", "Hestria",
  ]
  static let seas = ["Amber Sea", "Gulf of Oru", "Pearl Sea", "Sea of Samme", "Silent Bay"]
  static let rivers = [
    "Alder", "Brenna", "Cassel", "Dorn", "Elva", "Fenn", "Gara", "Hulde", "Ister", "Jolm", "Kesse",
    "Lunna", "Morra", "Nidd", "Orla", "Passe",
  ]
  static let instruments = [
    "accordion", "cello", "clarinet", "flute", "harp", "lute", "oboe", "trumpet", "viola", "zither",
  ]
  static let plots = [
    "a lighthouse keeper and his last winter", "a quarrel between two villages over a well",
    "a girl who maps the sky", "the return of a lost ship", "a long lawsuit about an orchard",
    "three brothers and a forged will", "a teacher who walks to the coast", "a flood and its heirs",
    "a town that forgets its name", "the friendship of a baker and a thief",
  ]
  static let goods = [
    "bells", "clocks", "glassware", "linen", "maps", "paper", "pianos", "rope", "saddles", "tiles",
  ]
  static let sights = [
    "its painted ceiling", "its spiral stairs", "its garden of ferns", "its copper roof",
    "its hall of mirrors", "its nine towers", "its echo", "its blue doors",
  ]

  /// The names of 64 towns.
  static func towns(from stream: inout SeededStream) -> [String] {
    let names = pairs(
      [
        "Ash", "Bel", "Cor", "Dun", "Ember", "Fair", "Gold", "Hart", "Iron", "Kings", "Lang",
        "Mill",
        "North", "Oak", "Pine", "Red",
      ],
      ["brook", "dale", "ford", "gate", "haven", "mere", "stead", "wick"], joinedBy: "")
    return stream.sample(64, of: names)
  }

  /// The names of 120 people.
  static func people(from stream: inout SeededStream) -> [String] {
    let names = pairs(
      [
        "Alba", "Bruno", "Clea", "Dario", "Edda", "Florin", "Greta", "Hugo", "Ines", "Jarek",
        "Katya",
        "Leo", "Mira", "Nils", "Olga", "Piet", "Rosa", "Sven", "Tilda", "Viktor",
      ],
      [
        "Abend", "Bellweg", "Corvin", "Dahlberg", "Engel", "Fontane", "Grabow", "Hollis", "Ilmari",
        "Jansen", "Kestrel", "Lomax", "Marek", "Norden", "Ostrow", "Pavel", "Quist", "Rennick",
        "Sorel", "Thorne",
      ], joinedBy: " ")
    return stream.sample(120, of: names)
  }

  /// The names of 100 novels.
  static func novels(from stream: inout SeededStream) -> [String] {
    let names = pairs(
      [
        "The Bitter", "The Broken", "The Burning", "The Distant", "The Empty", "The Gilded",
        "The Hidden", "The Last", "The Patient", "The Quiet", "The Second", "The Winter",
      ],
      [
        "Bridge", "Candle", "Crossing", "Field", "Garden", "Harvest", "Hour", "Island", "Letter",
        "Mirror", "Orchard", "Promise",
      ], joinedBy: " ")
    return stream.sample(100, of: names)
  }

  /// The names of 60 workshops.
  static func workshops(from stream: inout SeededStream) -> [String] {
    let names = pairs(
      [
        "Anchor", "Beacon", "Compass", "Falcon", "Heron", "Lantern", "Meridian", "Raven", "Summit",
        "Willow",
      ],
      ["Brothers", "Company", "House", "Manufactory", "Union", "Works", "Workshop", "Yard"],
      joinedBy: " ")
    return stream.sample(60, of: names)
  }

  /// The names of 60 buildings.
  static func buildings(from stream: inout SeededStream) -> [String] {
    let names = pairs(
      [
        "Almond", "Cedar", "Crescent", "Crown", "Garnet", "Ivory", "Laurel", "Marble", "Saffron",
        "Violet",
      ],
      ["Archive", "Gallery", "Library", "Museum", "Observatory", "Opera", "Pavilion", "Theatre"],
      joinedBy: " ")
    return stream.sample(60, of: names)
  }

  private static func pairs(
    _ beginnings: [String], _ endings: [String], joinedBy joint: String
  ) -> [String] {
    beginnings.flatMap { beginning in endings.map { beginning + joint + $0 } }
  }
}
