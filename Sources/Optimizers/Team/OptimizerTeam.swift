// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import OPTO
import Trace

/// Several optimizers of one kind in one trial, each for some of the parameters; feedback that
/// reaches none of an optimizer's parameters is not shown to it.
struct OptimizerTeam: Optimizer {
  /// An optimizer and what it may change.
  struct Member: Sendable {
    let parameters: Set<String>
    var optimizer: any Optimizer
  }

  private var members: [Member]

  /// Creates a team of at least one member.
  init(_ members: [Member]) { self.members = members }

  var rule: ProposalRule { members[0].optimizer.rule }

  /// Asks every member that is concerned, in their order, and puts their changes together.
  mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    var proposals: [Proposal] = []
    for index in concerned(by: signal) {
      proposals.append(
        confined(try await members[index].optimizer.propose(from: signal), to: index, signal))
    }
    return Self.merged(proposals, from: signal)
  }

  /// The candidates of the one member that is concerned; one proposal where several are.
  mutating func candidates(from signal: TrainingSignal) async throws -> [Proposal] {
    let concerned = concerned(by: signal)
    guard concerned.count == 1, let index = concerned.first else {
      return [try await propose(from: signal)]
    }
    return try await members[index].optimizer.candidates(from: signal).map {
      confined($0, to: index, signal)
    }
  }

  mutating func observe(_ signal: TrainingSignal) {
    for index in concerned(by: signal) { members[index].optimizer.observe(signal) }
  }

  mutating func revise(
    _ proposal: Proposal, after signal: TrainingSignal
  ) async throws -> Proposal? {
    for index in concerned(by: signal) {
      if let revised = try await members[index].optimizer.revise(proposal, after: signal) {
        return confined(revised, to: index, signal)
      }
    }
    return nil
  }

  /// The members with a parameter that the feedback reaches.
  private func concerned(by signal: TrainingSignal) -> [Int] {
    let reached = Set(signal.view.variables.compactMap { signal.parameterNames[$0.name] })
    return members.indices.filter { !members[$0].parameters.isDisjoint(with: reached) }
  }

  /// A proposal that changes nothing but the parameters of the member.
  private func confined(
    _ proposal: Proposal, to index: Int, _ signal: TrainingSignal
  ) -> Proposal {
    var confined = proposal
    confined.values = signal.values
    for name in members[index].parameters { confined.values[name] = proposal.values[name] }
    return confined
  }

  private static func merged(_ proposals: [Proposal], from signal: TrainingSignal) -> Proposal {
    guard let first = proposals.first else { return Proposal(.noChange, values: signal.values) }
    return proposals.dropFirst().reduce(first) { merged, next in
      var merged = merged
      for name in signal.values.names where next.values[name] != signal.values[name] {
        merged.values[name] = next.values[name]
      }
      merged.rejections += next.rejections
      merged.reasoning = [merged.reasoning, next.reasoning].filter { !$0.isEmpty }
        .joined(separator: "\n")
      // One update is an update; a member that wants to end does not end the others.
      if next.outcome == .updated || merged.outcome == .terminated { merged.outcome = next.outcome }
      return merged
    }
  }
}

extension OptimizerDescription {
  /// Makes the optimizer of one trial, or a team with a member for each group of parameters.
  ///
  /// What reads no feedback is not divided, since feedback tells whose turn it is.
  ///
  /// - Parameters:
  ///   - context: What it is given when the trial begins.
  ///   - groups: The names of the parameters of each group, at least one group.
  /// - Returns: The optimizer.
  public func make(_ context: OptimizerContext, groups: [[String]]) -> any Optimizer {
    guard groups.count > 1, !reads.isEmpty else { return make(context) }
    return OptimizerTeam(
      groups.enumerated().map { number, names in
        OptimizerTeam.Member(
          parameters: Set(names), optimizer: make(context.confined(to: names, number: number)))
      })
  }
}
