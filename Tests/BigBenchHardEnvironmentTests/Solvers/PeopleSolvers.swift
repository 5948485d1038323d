// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Follows one thing backwards: who had, before each swap, what the asked person has at the end.
func solveShuffledObjects(_ text: String) -> String? {
  let item = ItemText(text)
  let paragraphs = item.question.split(separator: "\n").map(String.init)
  guard paragraphs.count == 2, let start = paragraphs[0].components(after: ": ").after else {
    return nil
  }
  var thingOf: [String: String] = [:]
  for part in start.replacing(", and ", with: ", ").dropLast().split(separator: ", ") {
    guard let name = String(part).words.first,
      let thing = item.options.first(where: { part.hasSuffix(" " + $0) })
    else { return nil }
    thingOf[name] = thing
  }
  var swaps: [(String, String)] = []
  var asked: String?
  for sentence in paragraphs[1].split(separator: ". ").map(String.init) {
    let people = sentence.split { !$0.isLetter }.map(String.init).filter { thingOf[$0] != nil }
    let isSwap = ["First, ", "Then, ", "Finally, "].contains { sentence.hasPrefix($0) }
    if isSwap, people.count == 2 { swaps.append((people[0], people[1])) }
    if !isSwap, people.count == 1 { asked = people[0] }
  }
  guard var holder = asked, swaps.count == thingOf.count else { return nil }
  for (one, other) in swaps.reversed() {
    holder = holder == one ? other : holder == other ? one : holder
  }
  return item.letter { $0 == thingOf[holder] }
}

/// Assumes the first statement and counts the lies on the way to the last person: an even number
/// keeps the first person's honesty.
func solveWebOfLies(_ text: String) -> String? {
  let sentences = text.replacing("Question: ", with: "").replacing(" that ", with: " ")
    .split(separator: ". ").map { String($0).words }
  guard let last = sentences.last, last.count == 5, last[0] == "Does" else { return nil }
  guard let first = sentences.first else { return nil }
  var lies = first.last == "truth" ? 0 : 1
  var previous = first[0]
  for sentence in sentences.dropFirst().dropLast() {
    guard sentence.count >= 4, sentence[1] == "says", sentence[2] == previous else { return nil }
    lies += sentence.last == "truth" ? 0 : 1
    previous = sentence[0]
  }
  guard last[1] == previous else { return nil }
  return lies.isMultiple(of: 2) ? "Yes" : "No"
}
