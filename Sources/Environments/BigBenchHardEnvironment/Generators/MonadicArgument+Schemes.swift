// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

extension MonadicArgument {
  /// Valid forms of up to four properties, from which arguments are made.
  static let schemes: [MonadicArgument] = {
    let (a, b, c, d) = (
      MonadicLiteral(property: 0), MonadicLiteral(property: 1), MonadicLiteral(property: 2),
      MonadicLiteral(property: 3)
    )
    typealias Form = ([MonadicStatement], MonadicStatement)
    let forms: [Form] = [
      ([.every([a], are: [b])], .every([!b], are: [!a])),
      ([.every([a], are: [b]), .every([b], are: [c])], .every([a], are: [c])),
      ([.every([a], are: [b]), .every([c], are: [!b])], .every([a], are: [!c])),
      ([.every([a], are: [b, c]), .every([a], are: [!c])], .every([a], are: [b])),
      (
        [.every([a], are: [b, c]), .every([b], are: [d]), .every([c], are: [d])],
        .every([a], are: [d])
      ),
      (
        [.every([a, b], are: [c]), .every([d], are: [a]), .every([d], are: [b])],
        .every([d], are: [c])
      ),
      ([.every([a, b], are: [c])], .every([a, !c], are: [!b])),
      ([.every([a], are: [b]), .every([c], are: [d])], .every([a, c], are: [d])),
      ([.some([a, b]), .every([b], are: [c])], .some([a, c])),
      ([.some([a, !b]), .every([c], are: [b])], .some([a, !c])),
      ([.some([a, b]), .every([a, b], are: [c]), .every([c], are: [d])], .some([b, d])),
      ([.named([a]), .every([a], are: [b])], .named([b])),
      ([.named([!b]), .every([a], are: [b])], .named([!a])),
      ([.named([a]), .every([a], are: [b, c]), .named([!c])], .named([b])),
      ([.named([a]), .every([a], are: [b]), .every([b], are: [!c])], .named([!c])),
      ([.named([a, b]), .every([a, b], are: [c])], .named([c])),
    ]
    return forms.map { MonadicArgument(premises: $0.0, conclusion: $0.1) }
  }()

  /// How many properties the statements speak of, counted up to the last.
  var propertyCount: Int {
    var last = 0
    for statement in premises + [conclusion] {
      _ = statement.mapLiterals { literal in
        last = max(last, literal.property)
        return literal
      }
    }
    return last + 1
  }

  /// The same form with some properties replaced by their opposites throughout.
  func negatingSome(_ stream: inout SeededStream) -> MonadicArgument {
    let isNegated = (0..<propertyCount).map { _ in stream.chance(30) }
    func change(_ literal: MonadicLiteral) -> MonadicLiteral {
      isNegated[literal.property] ? !literal : literal
    }
    return MonadicArgument(
      premises: premises.map { $0.mapLiterals(change) },
      conclusion: conclusion.mapLiterals(change)
    )
  }

  /// A form like those of common fallacies, which may still be valid.
  ///
  /// One statement is turned around, or one of its properties denied, or a premise is left out.
  func damaged(_ stream: inout SeededStream) -> MonadicArgument {
    var result = self
    let place = stream.integer(in: 0...premises.count)
    let statement = place == premises.count ? conclusion : premises[place]
    if premises.count > 1, place < premises.count, stream.chance(20) {
      result.premises.remove(at: place)
      return result
    }
    let changed: MonadicStatement
    if case .every(let having, let are) = statement, having.count == are.count, stream.chance(60) {
      changed = .every(are, are: having)
    } else {
      let property = stream.integer(in: 0...propertyCount - 1)
      changed = statement.mapLiterals { $0.property == property ? !$0 : $0 }
    }
    if place == premises.count {
      result.conclusion = changed
    } else {
      result.premises[place] = changed
    }
    return result
  }
}
