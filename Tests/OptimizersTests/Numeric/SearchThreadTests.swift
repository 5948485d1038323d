// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import OPTO
import Testing

@testable import Optimizers

struct SearchThreadTests {
  @Test func questionsAndAnswersTakeTurnsUntilTheEnd() async {
    let thread = SearchThread { ask in
      var sum = 0.0
      for number in [1.0, 2, 3] { sum += try ask([number]).score }
      return "the sum is \(sum)"
    }
    var turn = await thread.begin()
    var asked: [Double] = []
    while case .asks(let point) = turn {
      asked += point
      turn = await thread.turn(after: Observation(score: 10 * point[0], slopes: nil))
    }
    #expect(asked == [1, 2, 3])
    guard case .ends(let reason) = turn else { return }
    #expect(reason == "the sum is 60.0")
  }

  @Test func aSearchEndsWhenItsOwnerIsReleased() async {
    let (endings, ending) = AsyncStream.makeStream(of: Bool.self)
    var thread: SearchThread? = SearchThread { ask in
      do {
        while true { _ = try ask([0]) }
      } catch {
        ending.yield(error is SearchThread.Abandoned)
        ending.finish()
        throw error
      }
    }
    _ = await thread?.begin()
    _ = await thread?.turn(after: .failure)
    thread = nil
    var wasAbandoned: [Bool] = []
    for await value in endings { wasAbandoned.append(value) }
    #expect(wasAbandoned == [true])
  }

  /// The library cannot be thrown through: its loops end by themselves once nothing is answered.
  @Test(arguments: ["gsl-gradient", "gsl-bfgs", "gsl-cg-fr", "gsl-cg-pr", "nelder-mead"])
  func aMinimiserOfTheLibraryEndsWhenItsOwnerIsReleased(name: String) async throws {
    let search: any NumericSearch =
      switch name {
      case "gsl-gradient": GradientMinimizer(method: .steepestDescent)
      case "gsl-bfgs": GradientMinimizer(method: .quasiNewton)
      case "gsl-cg-fr": GradientMinimizer(method: .fletcherReeves)
      case "gsl-cg-pr": GradientMinimizer(method: .polakRibiere)
      default: SimplexMinimizer()
      }
    let space = NumericSpace(NumericTrial.reals)
    for count in [0, 1, 3, 8, 21] {
      let (endings, ending) = AsyncStream.makeStream(of: Void.self)
      var thread: SearchThread? = SearchThread { ask in
        defer { ending.finish() }
        return try search.run(
          on: NumericObjective(space: space, seed: Seed(rawValue: 0), ask: ask))
      }
      _ = await thread?.begin()
      for step in 0..<count {
        _ = await thread?.turn(after: Observation(score: sin(Double(step)), slopes: nil))
      }
      thread = nil
      for await _ in endings {}
    }
  }
}
