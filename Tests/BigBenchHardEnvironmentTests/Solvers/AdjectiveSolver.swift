// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Sorts nothing: looks for the only option in which no adjective's kind comes after a later one's.
func solveHyperbaton(_ text: String) -> String? {
  ItemText(text).letter { option in
    let kinds = option.words.dropLast().map { word in
      adjectiveKinds.firstIndex { $0.contains(word) }
    }
    let known = kinds.compactMap(\.self)
    return known.count == kinds.count && zip(known, known.dropFirst()).allSatisfy { $0 < $1 }
  }
}

private let adjectiveKinds: [[String]] = [
  // opinion
  """
  awful good lovely mysterious nice obnoxious repulsive ridiculous silly terrible wonderful
  boring charming delightful dreadful elegant pleasant splendid ugly
  """,
  // size
  """
  big enormous huge large little massive medium-size midsize normal-size small tiny
  colossal gigantic life-size miniature oversized petite pocket-size
  """,
  // age
  """
  ancient archaic brand-new new old old-fashioned
  antique century-old medieval modern prehistoric recent
  """,
  // shape
  """
  circular prismlike pyramidal rectangular spherical square triangular
  conical cylindrical heart-shaped hexagonal octagonal oval round
  """,
  // colour
  """
  black blue brown gray green grey orange pink purple red tan white yellow crimson beige
  lilac maroon scarlet teal turquoise violet
  """,
  // origin
  """
  American Bangladeshi Brazilian Chinese Congolese Egyptian Ethiopian Filipino German Indian
  Indonesian Iranian Japanese Mexican Nigerian Pakistani Russian Thai Turkish Vietnamese
  Canadian Cuban Danish Greek Irish Kenyan Korean Moroccan Norwegian Peruvian Polish Spanish
  """,
  // material
  """
  cardboard cloth fiberglass glass gold iron lead leather paper plastic rubber silver steel wood wool
  bamboo bronze ceramic concrete copper denim granite marble silk velvet wicker
  """,
  // purpose
  """
  drinking driving eating exercise hiking smoking snorkeling typing walking whittling
  camping climbing cooking dancing fishing gardening sewing sleeping
  """,
].map(\.words)
