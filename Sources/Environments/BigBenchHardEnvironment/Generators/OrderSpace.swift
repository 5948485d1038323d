// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// All orders of a few objects, with the orders that each clue allows.
struct OrderSpace: Sendable {
  /// Something that holds of some of the orders; objects and places are numbered from 0.
  enum Clue: Sendable, Hashable {
    /// The first object has a lower place than the second.
    case before(Int, Int)
    /// The object has this place.
    case at(Int, place: Int)
  }

  /// A set of orders, one bit each.
  struct Orders: Sendable, Hashable {
    fileprivate(set) var words: [UInt64]

    /// How many orders are in the set.
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The orders that are in both sets.
    func intersection(_ other: Orders) -> Orders {
      Orders(words: zip(words, other.words).map { $0 & $1 })
    }
  }

  /// How many objects there are.
  let size: Int
  /// All orders.
  let all: Orders
  private let allowed: [Orders]

  /// Lists the orders.
  ///
  /// - Parameter size: 1...8 objects.
  /// - Complexity: O(*n*² · *n*!) in the number of objects.
  init(size: Int) {
    precondition((1...8).contains(size), "orders of more than eight objects are too many to list")
    self.size = size
    let orders = Self.orders(of: size)
    let none = Orders(words: [UInt64](repeating: 0, count: (orders.count + 63) / 64))
    var all = none
    var allowed = [Orders](repeating: none, count: 2 * size * size)
    for (index, places) in orders.enumerated() {
      let bit = UInt64(1) << UInt64(index % 64)
      all.words[index / 64] |= bit
      for object in 0..<size {
        allowed[size * size + object * size + places[object]].words[index / 64] |= bit
        for other in 0..<size where places[object] < places[other] {
          allowed[object * size + other].words[index / 64] |= bit
        }
      }
    }
    self.all = all
    self.allowed = allowed
  }

  /// The orders of which a clue holds.
  func orders(allowedBy clue: Clue) -> Orders {
    switch clue {
    case .before(let object, let other): allowed[object * size + other]
    case .at(let object, let place): allowed[size * size + object * size + place]
    }
  }

  /// The orders of which all clues hold.
  func orders(allowedBy clues: [Clue]) -> Orders {
    clues.reduce(all) { $0.intersection(orders(allowedBy: $1)) }
  }

  /// Every order as the places of the objects.
  private static func orders(of size: Int) -> [[Int]] {
    var orders: [[Int]] = [[]]
    for _ in 0..<size {
      orders = orders.flatMap { order in
        (0..<size).filter { !order.contains($0) }.map { order + [$0] }
      }
    }
    return orders
  }
}
