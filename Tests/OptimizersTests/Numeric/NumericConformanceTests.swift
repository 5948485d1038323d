// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
import OPTO
import Optimizers
import Testing
import Trace

/// What every optimizer of numbers has to do, whatever its method.
struct NumericConformanceTests {
  /// Optimizers that also apply to whole numbers.
  static let wholeNames = NumericTrial.names.filter {
    OptimizerCatalog.optimizer(named: $0)?.appliesTo([.integer(nil)]) ?? false
  }

  /// The first proposals on the bowl, of other processes too: whoever changes a method has to raise
  /// its revision and pin the new proposals here.
  static let pinned = [
    "adam": "d3505ba0a029",
    "adam-numeric": "d3505ba0a029",
    "annealing": "7f57bdbad499",
    "cmaes": "1920bf3d4f24",
    "gp": "0255ea388b4b",
    "gsl-bfgs": "076945915982",
    "gsl-cg-fr": "2248cb11c2c3",
    "gsl-cg-pr": "2248cb11c2c3",
    "gsl-gradient": "fca172e02b4d",
    "nelder-mead": "20239de190c5",
    "niederreiter": "fba83913140b",
    "pso": "aa9b0405f8c3",
    "pso-paper": "3921230774fc",
    "random": "7e695ba6bda6",
    "sobol": "a5c9330924c2",
  ]

  @Test(arguments: NumericTrial.names)
  func proposalsAreTheSameInEveryProcess(name: String) async throws {
    let steps = try await NumericTrial(name).run(steps: 16) { values, _ in
      NumericTrial.bowl(values)
    }
    let numbers = steps.map { step in
      ["a", "c"].map { name in
        let number = step.proposal.values[name]?.realValue ?? .nan
        return String(Int((number * 1e6).rounded()))
      }.joined(separator: " ")
    }
    #expect(Self.pinned[name] == ContentDigest(of: numbers.joined(separator: "\n")).shortHex)
  }

  @Test(arguments: NumericTrial.names)
  func theSameSeedGivesTheSameProposals(name: String) async throws {
    let trial = NumericTrial(name, seed: 3)
    let score: (ParameterValues, Int) -> Double = { values, _ in NumericTrial.bowl(values) }
    let first = try await trial.run(steps: 30, score: score).map(\.proposal)
    let second = try await trial.run(steps: 30, score: score).map(\.proposal)
    #expect(first == second)
    #expect(first.contains { $0.outcome == .updated })
  }

  @Test(arguments: NumericTrial.names)
  func nineTenthsOfTheWayToTheBottomAreFound(name: String) async throws {
    let steps = try await NumericTrial(name).run(steps: NumericTrial.patience(name)) { values, _ in
      NumericTrial.bowl(values)
    }
    let best = try #require(steps.map(\.score).max())
    #expect(steps[0].score == -4.5)
    #expect(best > -0.45, "\(name) came to \(best)")
  }

  @Test(arguments: wholeNames)
  func wholeNumbersAreSearchedAsWholeNumbers(name: String) async throws {
    let trial = NumericTrial(name, NumericTrial.wholes)
    let steps = try await trial.run(steps: NumericTrial.patience(name)) { values, _ in
      NumericTrial.bowl(values)
    }
    let best = try #require(steps.map(\.score).max())
    #expect(steps[0].score == -490)
    #expect(best > -49, "\(name) came to \(best)")
    for step in steps {
      let (first, second) = (step.proposal.values["m"], step.proposal.values["n"])
      #expect((0...20).contains(try #require(first?.integerValue)))
      #expect((-40...40).contains(try #require(second?.integerValue)))
    }
  }

  /// Scores that contradict each other, are infinite, no numbers, or too large to be squared.
  @Test(arguments: NumericTrial.names)
  func boundsAndFrozenValuesAreKeptWhateverTheScores(name: String) async throws {
    let scores = [-Double.infinity, 3, -1e300, .nan, -2, 1e300, .infinity, 0, -1e-300, 5]
    let steps = try await NumericTrial(name).run(steps: min(120, NumericTrial.patience(name))) {
      _, step in
      scores[(step * 7 + step / 10) % scores.count]
    }
    for step in steps {
      #expect((-2...3).contains(try #require(step.proposal.values["a"]?.realValue)))
      #expect(try #require(step.proposal.values["c"]?.realValue).isFinite)
      #expect(step.proposal.values["fixed"] == .real(4))
      let hasMoved = step.proposal.outcome == .updated
      #expect(
        hasMoved || step.proposal.outcome == .noChange || step.proposal.outcome == .terminated)
    }
  }

  /// An exception counts as worse than everything else, so that the search turns away from it.
  @Test(arguments: NumericTrial.names)
  func exceptionsOnOneSideDoNotKeepTheOtherFromBeingSearched(name: String) async throws {
    let steps = try await NumericTrial(name).run(steps: NumericTrial.patience(name)) { values, _ in
      let number = values["a"]?.realValue ?? .nan
      return number < 0.9 ? -.infinity : NumericTrial.bowl(values)
    }
    let best = try #require(steps.map(\.score).max())
    #expect(best > -0.9, "\(name) came to \(best)")
  }

  @Test(arguments: NumericTrial.names)
  func aProblemThatAlwaysFailsIsSurvived(name: String) async throws {
    let steps = try await NumericTrial(name).run(steps: 40) { _, _ in -.infinity }
    #expect(!steps.isEmpty)
  }

  @Test(arguments: ["gsl-bfgs", "gsl-cg-fr", "gsl-cg-pr", "nelder-mead", "annealing", "cmaes"])
  func aSearchThatHasEndedGoesBackToItsBestAndSaysSo(name: String) async throws {
    let steps = try await NumericTrial(name).run(steps: 3000) { values, _ in
      NumericTrial.bowl(values)
    }
    let last = try #require(steps.last)
    #expect(last.proposal.outcome == .terminated)
    #expect(!last.proposal.reasoning.isEmpty)
    #expect(last.score == steps.map(\.score).max())
    #expect(last.score > -1e-3)
  }

  /// A trainer goes back to an earlier state when the workflow raised an exception.
  @Test func aStateThatWasNotProposedCountsAsAFailureOfTheOneThatWas() async throws {
    var optimizer = try NumericTrial("nelder-mead").makeOptimizer()
    let start = ParameterValues(initialOf: NumericTrial.reals)
    func signal(score: Double) -> TrainingSignal {
      TrainingSignal(
        values: start, score: score, feedback: "", view: FunctionView(feedback: ""),
        parameterNames: [:])
    }
    let first = try await optimizer.propose(from: signal(score: -4.5))
    let second = try await optimizer.propose(from: signal(score: 0))
    let third = try await optimizer.propose(from: signal(score: 0))
    #expect(first.values["a"] == .real(3) && second.values["c"] == .real(2.5))
    // Had both edges the score 0, the simplex would follow them to (3, 2.5).
    let (a, c) = (third.values["a"]?.realValue ?? .nan, third.values["c"]?.realValue ?? .nan)
    #expect(a < 2.5 || c < 0.5)
  }

  @Test func onlyOptimizersThatReadSlopesAreShownThem() async throws {
    let adam = try #require(OptimizerCatalog.optimizer(named: "adam"))
    #expect(adam.reads.contains(.slopes))
    let readers = OptimizerCatalog.all.filter { $0.reads.contains(.slopes) }.map(\.name)
    #expect(readers == ["adam"])
    for readsSlopes in [true, false] {
      let description = OptimizerDescription(
        name: "probe", summary: "", source: "", reads: readsSlopes ? [.slopes] : [.score],
        modelUse: .never
      ) { _ in SlopeProbe() }
      var probe = description.make(
        OptimizerContext(
          parameters: NumericTrial.reals, objective: "", model: ScriptedLanguageModel(answers: []),
          seed: Seed(rawValue: 0), proposalTokens: 1))
      let signal = TrainingSignal(
        values: ParameterValues(initialOf: NumericTrial.reals), score: 0, feedback: "",
        view: FunctionView(feedback: ""), parameterNames: [:], slopes: ["a": 1])
      let proposal = try await probe.propose(from: signal)
      #expect(proposal.reasoning == (readsSlopes ? "shown" : "hidden"))
    }
  }
}

/// Says whether it was shown slopes.
private struct SlopeProbe: Optimizer {
  mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    Proposal(.noChange, values: signal.values, reasoning: signal.slopes == nil ? "hidden" : "shown")
  }
}
