// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Solves problems from their text alone, in exact fractions, without what made them.
enum ProblemSolver {
  /// The answer to a problem's question, or nil when it is not understood.
  static func solve(_ text: String) -> Rational? {
    text.hasPrefix("Let X be the answer ") ? solvePair(text) : solve(Story(text))
  }

  /// The answer to the second of two problems, in which `(X + 17)` is a number that the first tells.
  private static func solvePair(_ text: String) -> Rational? {
    let parts = text.split(separator: #/First problem: | Second problem: /#)
    guard parts.count == 3, let first = solve(Story(String(parts[1]))) else { return nil }
    let second = parts[2].replacing(/\(X ([+-]) ([0-9]+)\)/) { told in
      let difference = Rational(Int(told.output.2) ?? 0)
      return (told.output.1 == "+" ? first + difference : first - difference).description
    }
    return solve(Story(String(second)))
  }

  private static func solve(_ story: Story) -> Rational? {
    guard let question = story.sentences.last else { return nil }
    for solver in [money, work, people, things, measures] {
      if let answer = solver(story, question) { return answer }
    }
    return nil
  }

  private static func product(_ match: Story.Match?) -> Rational? {
    match.map { $0.numbers.reduce(1, *) }
  }

  private static func number(_ match: Story.Match?) -> Rational? { match?.numbers.first }

  private static func asks(_ question: [String], _ pattern: String) -> Bool {
    Story.match(question, pattern) != nil
  }

  private static func money(_ story: Story, _ question: [String]) -> Rational? {
    let bill =
      story.all("_ buys # _ at # each").compactMap(product).sum
      - (number(story.first("A coupon takes # off the bill")) ?? 0)
    if asks(question, "How many dollars does _ have to pay") { return bill }
    if asks(question, "How many dollars does _ get back") {
      return number(story.first("_ hands over #")).map { $0 - bill }
    }
    if asks(question, "For how many weeks does _ have to save") { return savingWeeks(story) }
    if asks(question, "How many children are members of the club") {
      guard let members = number(story.first("A club has # members")) else { return nil }
      return number(story.first("Of the members # percent are children")).map {
        members * $0 / 100
      }
    }
    guard var price = number(story.first("A set of _ costs #")) else { return nil }
    for sentence in story.sentences {
      if let rise = number(Story.match(sentence, "The price rises by # percent")) {
        price = price + price * rise / 100
      }
      if let fall = number(Story.match(sentence, "The price falls by # percent")) {
        price = price - price * fall / 100
      }
    }
    price = price - (number(story.first("With a club card it is # cheaper than that")) ?? 0)
    if asks(question, "How many dollars does a set of _ cost now") { return price }
    return number(Story.match(question, "How many dollars do # sets of _ cost now")).map {
      $0 * price
    }
  }

  private static func savingWeeks(_ story: Story) -> Rational? {
    guard let price = number(story.first("_ wants a * that costs #")),
      let owned = number(story.first("_ has #"))
    else { return nil }
    let gift = number(story.first("An aunt adds # as a present")) ?? 0
    let income = [
      number(story.first("Every week _ gets #")),
      product(story.first("Every week _ works # hours for # an hour")),
      number(story.first("On top of that _ gets # of pocket money a week")),
    ]
    let spent = number(story.first("Of that _ spends # a week and saves the rest")) ?? 0
    return (price - owned - gift) / (income.compactMap(\.self).sum - spent)
  }

  private static func work(_ story: Story, _ question: [String]) -> Rational? {
    if let wage = number(story.first("_ earns # an hour")) { return wages(wage, story) }
    if let minutes = number(story.first("_ _ for # minutes every day")) {
      return time(minutes, story, question)
    }
    guard let machines = number(story.first("A workshop has # machines")),
      let rate = number(story.first("Each machine makes # _ an hour"))
    else { return nil }
    let daily = machines * rate * (number(story.first("The machines run # hours a day")) ?? 1)
    let all = daily * (number(story.first("The workshop is open for # days")) ?? 1)
    let good = all - (number(story.first("Of all these _ # are faulty and thrown away")) ?? 0)
    let boxes = number(story.first("The good ones are packed into boxes of #")).map { good / $0 }
    if asks(question, "How many boxes are filled") { return boxes }
    if asks(question, "How many dollars do the boxes bring in"),
      let price = number(story.first("Each box is sold for #"))
    {
      return boxes.map { $0 * price }
    }
    return good
  }

  private static func wages(_ wage: Rational, _ story: Story) -> Rational? {
    let hours =
      product(story.first("_ works # hours a day for # days"))
      ?? number(story.first("_ works for # hours"))
    let overtime = product(story.first("After that _ works # extra hours at # an hour")) ?? 0
    let fares = product(story.first("On each of the # days _ pays # for the bus")) ?? 0
    let bonus = number(story.first("At the end there is a bonus of #")) ?? 0
    let gift = number(story.first("_ gives # of the money to a friend")) ?? 0
    return hours.map { $0 * wage + overtime + bonus - fares - gift }
  }

  private static func time(
    _ minutes: Rational, _ story: Story, _ question: [String]
  ) -> Rational? {
    if let days = number(Story.match(question, "For how many minutes is that in # days")) {
      return days * minutes
    }
    let pattern = "How many _ without rest is that in # weeks"
    guard let asked = Story.match(question, pattern), let weeks = asked.numbers.first else {
      return nil
    }
    let sundays = number(story.first("Each Sunday _ goes on for # minutes more")) ?? 0
    let rests =
      number(story.first("In all these weeks _ rests for # minutes of the time")) ?? 0
    let total = weeks * (7 * minutes + sundays) - rests
    return asked.words == ["hours"] ? total / 60 : total
  }
}
