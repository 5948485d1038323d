// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CanonicalJSON
import Datasets
package import OPTO

/// One task of the numerical suite.
package enum NumericalTask: Sendable, Hashable {
  /// The search for an input of an arithmetic program.
  case program(ProgramTask)
  /// A classic landscape; feedback says only the height, or also which way to go.
  case landscape(Landscape, tellsDirection: Bool)
  /// A function of the BBOB test bed.
  case blackBox(BBOBFunction, dimension: Int)

  /// How many instances of a BBOB function seeds choose from.
  private static let instanceCount: UInt64 = 15

  /// All tasks, sorted by name.
  package static let all: [NumericalTask] = {
    let programs = ProgramTask.allCases.map(NumericalTask.program)
    let landscapes = Landscape.allCases.flatMap { landscape in
      [true, false].map { NumericalTask.landscape(landscape, tellsDirection: $0) }
    }
    let blackBoxes = BBOBFunction.allCases.flatMap { function in
      BBOBProblem.dimensions.map { NumericalTask.blackBox(function, dimension: $0) }
    }
    return (programs + landscapes + blackBoxes).sorted { $0.name < $1.name }
  }()

  /// The name, such as `program`, `booth` or `bbob-f08-d02`.
  package var name: String {
    switch self {
    case .program(let task): task.rawValue
    case .landscape(let landscape, let tellsDirection):
      tellsDirection ? landscape.rawValue : landscape.rawValue + "-height"
    case .blackBox(let function, let dimension):
      "bbob-f\(Self.twoDigits(function.rawValue))-d\(Self.twoDigits(dimension))"
    }
  }

  /// One sentence that says what is asked.
  package var summary: String {
    switch self {
    case .program(let task): task.summary
    case .landscape(let landscape, let tellsDirection):
      "Find the lowest point of \(landscape.title), told its height"
        + (tellsDirection ? " and which way is down." : ".")
    case .blackBox(let function, let dimension):
      "Find the least value of BBOB f\(function.rawValue), \(function.title), "
        + "in \(dimension) dimensions."
    }
  }

  /// Whether the task belongs to a run that names no tasks.
  package var isDefault: Bool {
    switch self {
    case .program(let task): task == .published || task == .nontrivial
    case .landscape(_, let tellsDirection): tellsDirection
    case .blackBox: false
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension NumericalTask {
  /// What makes the problem of a trial; its seed chooses the instance.
  ///
  /// - Complexity: O(*n*) in the number of candidates when programs have to be drawn.
  package func instances() -> @Sendable (Seed) -> any OptimizationProblem {
    switch self {
    case .program(let task):
      let goals = task.goals
      return { seed in
        let number = Int(seed.rawValue % UInt64(goals.count))
        return ProgramProblem(goals[number], number: number, task: task)
      }
    case .landscape(let landscape, let tellsDirection):
      let surface = Surface(landscape, tellsDirection: tellsDirection)
      return { [name] seed in
        DescentProblem(
          surface, start: DescentProblem.start(on: surface, of: name, seed: seed),
          name: "start-\(seed.rawValue)")
      }
    case .blackBox(let function, let dimension):
      return { seed in
        let instance = 1 + Int(seed.rawValue % Self.instanceCount)
        let problem = BBOBProblem(function, dimension: dimension, instance: instance)
        let origin = [Double](repeating: 0, count: dimension)
        return DescentProblem(Surface(problem), start: origin, name: "instance-\(instance)")
      }
    }
  }

  /// The task, ready to be posed.
  ///
  /// - Throws: what keeps its first instance from being evaluated.
  func loaded(as id: TaskID) async throws -> LoadedTask {
    let instances = instances()
    let first = instances(Seed(rawValue: 0))
    let digest = ContentDigest(of: [content, .string(try await first.probe())])
    return LoadedTask(
      id: id, dataLabel: DataLabel.generated.rawValue, dataDigest: digest.hex,
      workflowDigest: workflowDigest(of: first).hex, parameters: first.parameters,
      asksModel: false, measure: .cost("error", hasTarget: true),
      pose: { _, seed in instances(seed) })
  }

  private func workflowDigest(of problem: any OptimizationProblem) -> ContentDigest {
    let wording =
      if case .program = self { ProgramProblem.wording } else { DescentProblem.wording }
    let parameters = problem.parameters.map { "\($0)" }
    return ContentDigest(
      of: (parameters + [problem.objective] + wording).joined(separator: "\n"))
  }

  /// Programs are told apart by their text, everything else by its name.
  private var content: JSONValue {
    guard case .program(let task) = self else { return .string(name) }
    let goals = task.goals.map { goal in
      JSONValue.array([.string(goal.program.description), .real(goal.target)])
    }
    return .array([.string(name)] + goals)
  }
}
