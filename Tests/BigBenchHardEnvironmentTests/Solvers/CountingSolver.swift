// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Adds up the quantities of the things that a table puts into the asked category.
func solveObjectCounting(_ text: String) -> String? {
  guard let list = text.text(between: "I have ", and: ". How many "),
    let category = text.text(between: ". How many ", and: " do I have")
      ?? text.text(between: ". How many ", and: " have I got")
  else { return nil }
  var total = 0
  for entry in list.replacing("got ", with: "").replacing(", and ", with: ", ").split(
    separator: ", ")
  {
    let words = String(entry).words
    guard let count = quantities[words[0]] else { return nil }
    guard let actual = categoryOf(words.dropFirst().joined(separator: " ")) else { return nil }
    if category == "objects" || category == actual { total += count }
  }
  return String(total)
}

private let quantities = ["a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5]

private func categoryOf(_ thing: String) -> String? {
  for (category, nouns) in nounsByCategory {
    for noun in nouns where thing == noun || plurals(of: noun).contains(thing) { return category }
  }
  return nil
}

private func plurals(of noun: String) -> [String] {
  if let irregular = irregularPlurals[noun] { return [irregular] }
  if let of = noun.firstRange(of: " of ") {
    return [noun[..<of.lowerBound] + "s" + noun[of.lowerBound...]]
  }
  if noun.hasSuffix("y") { return [noun.dropLast() + "ies", noun + "s"] }
  if noun.hasSuffix("sh") || noun.hasSuffix("ch") || noun.hasSuffix("x") { return [noun + "es"] }
  return [noun + "s"]
}

private let irregularPlurals = [
  "mouse": "mice", "goose": "geese", "wolf": "wolves", "sheep": "sheep", "shelf": "shelves",
  "mango": "mangoes", "potato": "potatoes", "spinach leaf": "spinach leaves", "fish": "fish",
]

private let nounsByCategory: [(String, [String])] = [
  (
    "fruits",
    [
      "apple", "banana", "blackberry", "grape", "nectarine", "orange", "peach", "plum",
      "raspberry", "strawberry", "apricot", "cherry", "fig", "lemon", "lime", "mango", "papaya",
      "pear", "pineapple", "quince", "tangerine",
    ]
  ),
  (
    "vegetables",
    [
      "cabbage", "carrot", "cauliflower", "garlic", "head of broccoli", "lettuce head", "onion",
      "potato", "stalk of celery", "yam", "artichoke", "beetroot", "bulb of fennel", "leek",
      "parsnip", "radish", "shallot", "spinach leaf", "stalk of asparagus", "turnip",
    ]
  ),
  (
    "musical instruments",
    [
      "accordion", "clarinet", "drum", "flute", "piano", "trombone", "trumpet", "violin", "banjo",
      "bassoon", "cello", "guitar", "harmonica", "harp", "mandolin", "oboe", "saxophone", "tuba",
      "xylophone",
    ]
  ),
  (
    "animals",
    [
      "bear", "cat", "chicken", "cow", "dog", "donkey", "duck", "fish", "frog", "goat", "mouse",
      "pig", "rabbit", "snail", "snake", "beaver", "camel", "elephant", "fox", "goose", "hamster",
      "hedgehog", "horse", "lizard", "otter", "owl", "parrot", "sheep", "tiger", "wolf",
    ]
  ),
  (
    "objects",
    [
      "bed", "car", "chair", "couch", "fridge", "lamp", "microwave", "oven", "stove", "table",
      "toaster", "basket", "blanket", "broom", "brush", "bucket", "candle", "clock", "kettle",
      "ladder", "mirror", "pillow", "shelf", "umbrella", "vase",
    ]
  ),
]
