// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Whether somebody has a property or lacks it.
struct MonadicLiteral: Sendable, Hashable {
  /// The property, counted from 0.
  var property: Int
  /// Whether it is had.
  var isPositive = true

  /// Whether it is true of someone who has the properties whose bits are set.
  func holds(of type: Int) -> Bool { (type >> property & 1 == 1) == isPositive }

  static prefix func ! (literal: MonadicLiteral) -> MonadicLiteral {
    MonadicLiteral(property: literal.property, isPositive: !literal.isPositive)
  }
}

/// A statement of logic with one-place properties only.
enum MonadicStatement: Sendable, Hashable {
  /// Everyone of whom all of the first hold is one of whom some of the second hold.
  case every([MonadicLiteral], are: [MonadicLiteral])
  /// There is someone of whom all hold.
  case some([MonadicLiteral])
  /// All hold of the person who is named.
  case named([MonadicLiteral])

  /// The statement with other literals in the place of its own.
  func mapLiterals(_ change: (MonadicLiteral) -> MonadicLiteral) -> MonadicStatement {
    switch self {
    case .every(let having, let are): .every(having.map(change), are: are.map(change))
    case .some(let having): .some(having.map(change))
    case .named(let having): .named(having.map(change))
    }
  }
}

/// Premises and a conclusion.
struct MonadicArgument: Sendable, Hashable {
  var premises: [MonadicStatement]
  var conclusion: MonadicStatement

  /// Decides whether the conclusion follows from the premises.
  ///
  /// A person is fully described by the properties had. The general premises forbid some of these
  /// types. What is left decides: a general conclusion has to hold of all types left, one about
  /// somebody has to hold of every type that one of the premises' people may have.
  ///
  /// - Parameter propertyCount: How many properties there are.
  /// - Returns: Whether it follows; `nil` when the premises contradict each other.
  /// - Complexity: O(*n* · 2^*m*) in the number of statements and of properties.
  func isValid(propertyCount: Int) -> Bool? {
    let types = (0..<(1 << propertyCount)).filter { type in
      premises.allSatisfy { premise in
        guard case .every(let having, let are) = premise else { return true }
        return !Self.all(having, hold: type) || are.contains { $0.holds(of: type) }
      }
    }
    let named = premises.flatMap { premise -> [MonadicLiteral] in
      guard case .named(let having) = premise else { return [] }
      return having
    }
    let namedTypes = types.filter { Self.all(named, hold: $0) }
    var people = named.isEmpty ? [] : [namedTypes]
    for case .some(let having) in premises {
      people.append(types.filter { Self.all(having, hold: $0) })
    }
    guard !types.isEmpty, people.allSatisfy({ !$0.isEmpty }) else { return nil }
    switch conclusion {
    case .every(let having, let are):
      return types.allSatisfy { type in
        !Self.all(having, hold: type) || are.contains { $0.holds(of: type) }
      }
    case .some(let having):
      return people.contains { $0.allSatisfy { Self.all(having, hold: $0) } }
    case .named(let having):
      return namedTypes.allSatisfy { Self.all(having, hold: $0) }
    }
  }

  private static func all(_ literals: [MonadicLiteral], hold type: Int) -> Bool {
    literals.allSatisfy { $0.holds(of: type) }
  }
}
