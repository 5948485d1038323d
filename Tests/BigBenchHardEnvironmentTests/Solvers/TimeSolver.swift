// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Crosses out every hour with a witness and finds the option whose hours are all left.
func solveTemporalSequence(_ text: String) -> String? {
  let item = ItemText(text)
  var free = Set<Int>()
  var taken = Set<Int>()
  var opening: Int?
  for line in item.question.split(separator: "\n").map(String.init) {
    let hours = line.split { !$0.isLetter && !$0.isNumber }.compactMap { hour(String($0)) }
    if line.contains(" up at ") { opening = hours.first }
    if line.contains(" closed "), let start = opening, let end = hours.first, start < end {
      free = Set(start..<end)
    }
    if line.contains(" saw "), hours.count == 2 { taken.formUnion(hours[0]..<hours[1]) }
  }
  return item.letter { option in
    let hours = option.components(after: " to ")
    guard let start = hour(hours.before), let end = hours.after.flatMap(hour) else { return false }
    return Set(start..<end).isSubset(of: free.subtracting(taken))
  }
}

/// An hour such as `7am` or `12pm` as 0...23.
private func hour(_ text: String) -> Int? {
  guard let number = Int(text.dropLast(2)), (1...12).contains(number) else { return nil }
  if text.hasSuffix("am") { return number % 12 }
  return text.hasSuffix("pm") ? number % 12 + 12 : nil
}
