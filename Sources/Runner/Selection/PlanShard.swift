// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// One of several parts of a plan that machines or array tasks run without knowing of each other.
///
/// Trials of the same task, models, protocol and seed stay together, because they share answers; such
/// groups are dealt out in turn, so that every trial is in exactly one part.
package struct PlanShard: Sendable, Hashable, CustomStringConvertible {
  /// Which part, from 1.
  package let index: Int
  /// How many parts there are.
  package let count: Int

  /// Names a part.
  ///
  /// - Throws: ``PlanError`` unless 1 <= index <= count.
  package init(_ index: Int, of count: Int) throws(PlanError) {
    guard count >= 1, (1...count).contains(index) else {
      throw PlanError(
        "--shard \(index)/\(count) names no part: number the parts from 1 to \(count)")
    }
    self.index = index
    self.count = count
  }

  /// Reads a part from text.
  ///
  /// - Parameters:
  ///   - text: `2/8`; `auto`, which takes the part and the number of parts from the variables that
  ///     Slurm gives to the tasks of a job array; `auto/8`, which takes the part alone, from Slurm
  ///     (array tasks numbered from 1) or from the completion index of a Kubernetes job.
  ///   - environment: The variables of the process.
  /// - Throws: ``PlanError`` when the text or the variables name no part.
  package init(parsing text: String, environment: [String: String]) throws(PlanError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let count = parts.count == 2 ? Int(parts[1]) : nil
    guard let first = parts.first, parts.count == 1 || (parts.count == 2 && count != nil) else {
      throw Self.unreadable(text)
    }
    switch (first, count) {
    case ("auto", nil): try self.init(arrayTaskOf: environment)
    case ("auto", let count?): try self.init(taskOf: environment, count: count)
    default:
      guard let index = Int(first), let count else { throw Self.unreadable(text) }
      try self.init(index, of: count)
    }
  }

  private init(arrayTaskOf environment: [String: String]) throws(PlanError) {
    guard let task = Self.number("SLURM_ARRAY_TASK_ID", environment),
      let count = Self.number("SLURM_ARRAY_TASK_COUNT", environment)
    else {
      throw PlanError(
        "--shard auto needs SLURM_ARRAY_TASK_ID and SLURM_ARRAY_TASK_COUNT, which Slurm sets in a "
          + "job array: name the part as in --shard 2/8, or the number of parts as in auto/8")
    }
    guard count >= 1 else {
      throw PlanError(
        "--shard auto: SLURM_ARRAY_TASK_COUNT is \(count), and an array has at least 1 task: name "
          + "the part as in --shard 2/8")
    }
    let minimum = Self.number("SLURM_ARRAY_TASK_MIN", environment) ?? 1
    let step = max(1, Self.number("SLURM_ARRAY_TASK_STEP", environment) ?? 1)
    guard (task - minimum) % step == 0, (0..<count).contains((task - minimum) / step) else {
      throw PlanError(
        "--shard auto cannot number the array's tasks, which have gaps: number them from 1 without "
          + "gaps, or name the number of parts as in auto/8")
    }
    try self.init((task - minimum) / step + 1, of: count)
  }

  private init(taskOf environment: [String: String], count: Int) throws(PlanError) {
    if let task = Self.number("SLURM_ARRAY_TASK_ID", environment) {
      try self.init(task, of: count)
    } else if let index = Self.number("JOB_COMPLETION_INDEX", environment) {
      try self.init(index + 1, of: count)
    } else {
      throw PlanError(
        "--shard auto/\(count) needs SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX, and neither is "
          + "set: name the part as in --shard 2/\(count)")
    }
  }

  private static func number(_ name: String, _ environment: [String: String]) -> Int? {
    // Numbers of four bytes, so that none of the sums can overflow.
    environment[name].flatMap { Int32($0) }.map { Int($0) }
  }

  private static func unreadable(_ text: String) -> PlanError {
    PlanError("--shard takes a part such as 2/8, 'auto' or 'auto/8', not '\(text)'")
  }

  /// Part and number of parts, as in `2/8`.
  package var description: String { "\(index)/\(count)" }

  /// The trials of this part, in the order of the plan.
  ///
  /// - Complexity: O(*n*) in the number of trials.
  package func trials(of all: [PlannedTrial]) -> [PlannedTrial] {
    var numbers: [TrialSpecification: Int] = [:]
    return all.filter { trial in
      let specification = trial.specification
      // Trials that differ in optimizer and budget alone share the answers to their first state.
      let shared = TrialSpecification(
        task: specification.task, optimizer: "", seed: specification.seed,
        models: specification.models, data: specification.data, schedule: specification.schedule)
      let number = numbers[shared] ?? numbers.count
      numbers[shared] = number
      return number % count == index - 1
    }
  }
}
