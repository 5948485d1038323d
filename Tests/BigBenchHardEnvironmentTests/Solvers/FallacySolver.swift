// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Reads the sentences as statements about properties and looks for a small world in which the
/// premises are true and the conclusion is false.
func solveFormalFallacy(_ text: String) -> String? {
  guard let quoted = text.text(between: "\"", and: "\"\n") else { return nil }
  var reader = ArgumentReader()
  guard let statements = reader.statements(in: quoted), let conclusion = statements.last else {
    return nil
  }
  let premises = Array(statements.dropLast())
  guard !premises.isEmpty, reader.properties.count <= 6 else { return nil }
  let types = (0..<(1 << reader.properties.count)).filter { type in
    premises.allSatisfy { $0.isAboutOneNamedOrSome || $0.holds(in: [type]) }
  }
  let people = premises.count { $0.isAboutOneNamedOrSome } + 1
  return hasCounterexample([], of: min(people, 3), types, premises, conclusion)
    ? "invalid" : "valid"
}

/// Extends a world, whose first inhabitant is the one with a name, by every possible inhabitant.
private func hasCounterexample(
  _ world: [Int],
  of size: Int,
  _ types: [Int],
  _ premises: [ReadStatement],
  _ conclusion: ReadStatement
) -> Bool {
  guard world.count < size else {
    return premises.allSatisfy { $0.holds(in: world) } && !conclusion.holds(in: world)
  }
  return types.contains { hasCounterexample(world + [$0], of: size, types, premises, conclusion) }
}

/// What is said of one inhabitant.
indirect enum ReadPredicate {
  case property(Int)
  case not(ReadPredicate)
  case all([ReadPredicate])
  case any([ReadPredicate])

  func holds(of type: Int) -> Bool {
    switch self {
    case .property(let index): type >> index & 1 == 1
    case .not(let inner): !inner.holds(of: type)
    case .all(let parts): parts.allSatisfy { $0.holds(of: type) }
    case .any(let parts): parts.contains { $0.holds(of: type) }
    }
  }
}

/// What is said of a world.
indirect enum ReadStatement {
  case every(ReadPredicate, ReadPredicate)
  case some(ReadPredicate)
  case named(ReadPredicate)
  case not(ReadStatement)

  func holds(in world: [Int]) -> Bool {
    switch self {
    case .every(let one, let other): world.allSatisfy { !one.holds(of: $0) || other.holds(of: $0) }
    case .some(let predicate): world.contains { predicate.holds(of: $0) }
    case .named(let predicate): predicate.holds(of: world[0])
    case .not(let inner): !inner.holds(in: world)
    }
  }

  /// Whether it says something of particular inhabitants and not of all.
  var isAboutOneNamedOrSome: Bool {
    switch self {
    case .every: false
    case .some, .named: true
    case .not(.every), .not(.named): true
    case .not: false
    }
  }
}
