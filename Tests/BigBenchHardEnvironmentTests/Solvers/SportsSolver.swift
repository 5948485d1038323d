// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Looks for words that give a sport away: a sentence with words of one sport is plausible.
func solveSports(_ text: String) -> String? {
  guard let sentence = text.text(between: "plausible? \"", and: ".\"") else { return nil }
  let players = sports(in: sentence, by: \.players)
  let doings = sports(in: sentence, by: \.doings)
  let contests = sports(in: sentence, by: \.contests)
  guard !players.isEmpty, !doings.isEmpty else { return nil }
  return Set(players + doings + contests).count == 1 ? "yes" : "no"
}

private struct SportWords {
  let name: String
  let players: [String]
  let doings: [String]
  let contests: [String]
}

private func sports(in sentence: String, by words: KeyPath<SportWords, [String]>) -> [String] {
  sportWords.filter { $0[keyPath: words].contains { sentence.contains($0) } }.map(\.name)
}

private let sportWords = [
  SportWords(
    name: "soccer",
    players: [
      " striker", "false nine", "midfielder", "playmaker", "wing-back", "centre-back", "left back",
      "right back",
    ],
    doings: [
      "corner kick", "overhead", "panenka", "free kick", "sliding", "chested", "header", "volleyed",
      "yellow card", "backheeled",
    ],
    contests: ["FIFA", "Libertadores", "DFB", "UEFA"]
  ),
  SportWords(
    name: "basketball",
    players: [" guard", "small forward", "point forward", "stretch four", "three-and-D"],
    doings: [
      "three-pointer", "alley-oop", "hook shot", "free throw", "dribble", "rebound",
      "pick-and-roll",
      "jumper", "in the paint", "layup", "backboard", "shot clock",
    ],
    contests: ["NBA", "EuroLeague"]
  ),
  SportWords(
    name: "ice hockey",
    players: ["defenseman", "-line winger", "-line center", "blueliner", "goaltender"],
    doings: [
      "puck", "slap shot", "wrist shot", "boards", "hooking", "sticking", "gloves", "extra skater",
    ],
    contests: ["NHL", "Spengler", "Calder", "Gagarin"]
  ),
  SportWords(
    name: "American football",
    players: [
      "quarterback", "receiver", "tight end", "running back", "cornerback", "safety", "linebacker",
      "nose tackle", "edge rusher",
    ],
    doings: [
      "touchdown", "knee", "third down", "fourth down", "third and long", "line of scrimmage",
      "sacked",
      "snap", "handed off", "fourth and goal",
      "reverse", "end zone", "sweep", "roughing",
    ],
    contests: [" Bowl", "NFL"]
  ),
  SportWords(
    name: "baseball",
    players: ["pitcher", "shortstop", "baseman", " fielder", "catcher", "hitter"],
    doings: [
      "curveball", "bases loaded", "balked", "slam", "struck out", "picked off", "retired the side",
      "stole", "bunt", "ground-rule", "fouled off", "home plate", "full count", "double play",
      "homer", "flied out",
    ],
    contests: ["Japan Series", "Caribbean Series", "AL Division", "MLB"]
  ),
]
