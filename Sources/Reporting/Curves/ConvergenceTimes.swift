// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How many queries each optimizer needed on each instance to come near the best that any of them
/// came to.
///
/// An instance is solved with the query whose score lies within a tolerance of the best one, as a
/// part of the way from the first score. Source: Moré and Wild, Benchmarking derivative-free
/// optimization algorithms, SIAM J. Optim. 20, 2009, 172-191, section 2.
package struct ConvergenceTimes: Sendable, Hashable {
  /// The optimizers, as tables name them.
  package let optimizers: [String]
  /// The queries of each optimizer on each instance; nil where it did not solve it.
  package let queries: [[Int?]]
  /// The part of the way that may be left.
  package let tolerance: Double

  /// Instances that every one of the optimizers searched to the end and someone improved on.
  package var instanceCount: Int { queries.first?.count ?? 0 }

  /// Reads the searches of a table, or gives nil when fewer than two optimizers have instances in
  /// common.
  ///
  /// - Complexity: O(*n*) in the number of queries.
  package init?(_ table: ReportTable, tolerance: Double) {
    let names = table.totals.filter { $0.taskCount > 0 }.map(\.row.optimizer.label)
    let places = table.totals.indices.filter { table.totals[$0].taskCount > 0 }
    guard names.count > 1 else { return nil }
    var queries = [[Int?]](repeating: [], count: names.count)
    for task in table.tasks {
      let trials = places.map { place in
        Dictionary(
          (task.rows[place].search?.trials ?? []).map { ($0.seed, $0.queries) },
          uniquingKeysWith: { first, _ in first })
      }
      for seed in trials[0].keys.sorted() {
        let courses = trials.compactMap { $0[seed] }
        guard courses.count == names.count,
          let times = Self.times(courses, tolerance: tolerance)
        else { continue }
        for (number, time) in times.enumerated() { queries[number].append(time) }
      }
    }
    guard queries[0].isEmpty == false else { return nil }
    optimizers = names
    self.queries = queries
    self.tolerance = tolerance
  }

  /// Takes the times as they are.
  package init(optimizers: [String], queries: [[Int?]], tolerance: Double) {
    self.optimizers = optimizers
    self.queries = queries
    self.tolerance = tolerance
  }

  private static func times(_ courses: [[ProgressPoint]], tolerance: Double) -> [Int?]? {
    let best = courses.flatMap { $0.compactMap(\.score) }.max()
    guard let first = courses.first?.first?.score, let best, best > first else { return nil }
    let goal = best - tolerance * (best - first)
    return courses.map { course in
      course.firstIndex { $0.score.map { $0 >= goal } ?? false }.map { $0 + 1 }
    }
  }

  /// The share of instances that each optimizer solved within so many queries.
  ///
  /// This is the data profile of Moré and Wild, section 2.2, over queries instead of simplex
  /// gradients, because stores do not hold dimensions.
  ///
  /// - Complexity: O(*n* log *n*) in the number of instances.
  package var dataProfiles: [[(queries: Int, share: Double)]] {
    queries.map { times in
      Self.steps(times.compactMap(\.self).sorted(), of: times.count).map { ($0.0, $0.1) }
    }
  }

  /// The share of instances that each optimizer solved within so many times the queries of the
  /// fastest one.
  ///
  /// Source: Dolan and Moré, Benchmarking optimization software with performance profiles, Math.
  /// Program. 91, 2002, 201-213.
  ///
  /// - Complexity: O(*n* log *n*) in the number of instances.
  package var performanceProfiles: [[(ratio: Double, share: Double)]] {
    let fastest = (0..<instanceCount).map { place in queries.compactMap { $0[place] }.min() }
    return queries.map { times in
      let ratios = zip(times, fastest).compactMap { time, fastest -> Double? in
        guard let time, let fastest else { return nil }
        return Double(time) / Double(fastest)
      }
      return Self.steps(ratios.sorted(), of: times.count).map { ($0.0, $0.1) }
    }
  }

  private static func steps<Value: Equatable>(_ sorted: [Value], of count: Int) -> [(Value, Double)]
  {
    sorted.indices.compactMap { index in
      let isLast = index + 1 == sorted.count || sorted[index + 1] != sorted[index]
      return isLast ? (sorted[index], Double(index + 1) / Double(count)) : nil
    }
  }
}
