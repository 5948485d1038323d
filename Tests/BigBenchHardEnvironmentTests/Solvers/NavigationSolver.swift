// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Walks with complex numbers: a heading times the unit of the direction.
func solveNavigation(_ text: String) -> String? {
  let question = text.components(after: "\nOptions:").before
  guard let start = question.firstIndex(of: "?") else { return nil }
  var place = Gaussian(0, 0)
  var heading = Gaussian(1, 0)
  let units = [
    "forward": Gaussian(1, 0), "left": Gaussian(0, 1), "backward": Gaussian(-1, 0),
    "right": Gaussian(0, -1), "around": Gaussian(-1, 0),
  ]
  for sentence in question[question.index(after: start)...].split(separator: ".") {
    let words = String(sentence).words
    switch (words.first, words.count) {
    case ("Always", 3), (nil, 0):
      continue
    case ("Take", 3), ("Take", 4):
      guard let count = Int(words[1]), let unit = units[words.count == 4 ? words[3] : "forward"]
      else { return nil }
      place = place + heading * unit * Gaussian(count, 0)
    case ("Turn", 2):
      guard let unit = units[words[1]] else { return nil }
      heading = heading * unit
    default:
      return nil
    }
  }
  return place == Gaussian(0, 0) ? "Yes" : "No"
}

private struct Gaussian: Equatable {
  let real: Int
  let imaginary: Int

  init(_ real: Int, _ imaginary: Int) {
    self.real = real
    self.imaginary = imaginary
  }

  static func + (one: Gaussian, other: Gaussian) -> Gaussian {
    Gaussian(one.real + other.real, one.imaginary + other.imaginary)
  }

  static func * (one: Gaussian, other: Gaussian) -> Gaussian {
    Gaussian(
      one.real * other.real - one.imaginary * other.imaginary,
      one.real * other.imaginary + one.imaginary * other.real
    )
  }
}
