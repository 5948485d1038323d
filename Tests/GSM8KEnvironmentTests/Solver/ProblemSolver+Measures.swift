// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension ProblemSolver {
  // Journeys, scores, rectangles and recipes.

  static func measures(_ story: Story, _ question: [String]) -> Rational? {
    let legs = story.all("* for # hours at # miles an hour").map(\.numbers)
    if !legs.isEmpty {
      let miles = legs.map { $0[0] * $0[1] }.sum
      if Story.match(question, "How many miles long is the whole way") != nil {
        return miles + (story.first("After that # miles are left")?.numbers[0] ?? 0)
      }
      return miles / legs.map { $0[0] }.sum
    }
    if story.first("In # games *") != nil { return scores(story) }
    if story.first("A rectangular _ is # metres wide and *") != nil {
      return rectangle(story, question)
    }
    return recipe(story, question)
  }

  private static func scores(_ story: Story) -> Rational? {
    let sentence = story.sentences.first { Story.match($0, "In # games *") != nil } ?? []
    let numbers = sentence.compactMap { Int($0) }.map { Rational($0) }
    let (games, points) = (numbers[0], numbers.dropFirst())
    guard games == Rational(points.count) else { return nil }
    guard let wish = story.first("_ wants an average of # points over # games") else {
      return points.sum / games
    }
    return wish.numbers[0] * wish.numbers[1] - points.sum
  }

  private static func rectangle(_ story: Story, _ question: [String]) -> Rational? {
    var sides: (width: Rational, length: Rational)
    let relative =
      "A rectangular _ is # metres wide and # times as long as it is wide"
    if let match = story.first(relative) {
      sides = (match.numbers[0], match.numbers[0] * match.numbers[1])
    } else if let match = story.first("A rectangular _ is # metres wide and # metres long") {
      sides = (match.numbers[0], match.numbers[1])
    } else {
      return nil
    }
    let area = sides.width * sides.length
    let around = 2 * (sides.width + sides.length)
    if Story.match(question, "How many square metres is it in area") != nil { return area }
    if Story.match(question, "How many metres is it around") != nil { return around }
    let mats = "It is covered with square mats with sides of # metres"
    if let side = story.first(mats)?.numbers[0] {
      let counts = [sides.width / side, sides.length / side]
      return counts.allSatisfy { $0 == $0.floor } ? counts[0] * counts[1] : nil
    }
    guard let price = story.first("A metre of fence costs #")?.numbers[0] else { return nil }
    let gate = story.first("A fence goes around it but for a gate of # metres")?.numbers[0] ?? 0
    let work = story.first("Putting it up costs another #")?.numbers[0] ?? 0
    return (around - gate) * price + work
  }

  private static func recipe(_ story: Story, _ question: [String]) -> Rational? {
    guard let base = story.first("A recipe for # people needs # grams of _"),
      let guests = Story.match(question, "* for # people *")?.numbers[0]
        ?? Story.match(question, "* for # people")?.numbers[0]
    else { return nil }
    let spare =
      story.first("The cook has # grams of _ left from last time")?.numbers[0] ?? 0
    let grams = base.numbers[1] / base.numbers[0] * guests - spare
    guard let size = story.first("The shop has _ in bags of # grams")?.numbers[0] else {
      return grams
    }
    let bags = (grams / size).ceiling
    return bags * (story.first("A bag costs #")?.numbers[0] ?? 1)
  }
}
