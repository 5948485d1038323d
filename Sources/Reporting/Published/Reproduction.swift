// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import TrialRecords

/// Published values beside those of one of our tables.
package struct Reproduction: Sendable, Hashable {
  /// A value of ours.
  package struct Ours: Sendable, Hashable {
    /// The number, in the unit of the published one.
    package let value: Double
    /// Its 95% interval; nil for a single trial of a score.
    package let interval: ConfidenceInterval?
    /// Its standard error, where the interval comes from one.
    package let error: Double?
    /// The number of trials that the standard error comes from; nil where there is none.
    let errorCount: Int?
    /// What it is the mean of, such as `230 items`.
    package let count: String
  }

  /// What there is of ours in a place.
  package enum Reading: Sendable, Hashable {
    /// A value.
    case value(Ours)
    /// Nothing was run.
    case notRun
    /// A trial was cut off by its budget or protocol before the step, so that there is no value that
    /// is one of that step.
    case notReached
    /// None of our optimizers stands for the method.
    case noCounterpart
  }

  /// One place of one method.
  package struct Line: Sendable, Hashable {
    /// The method, as the paper or, without a counterpart there, our table calls it.
    package let method: String
    /// Our optimizer; nil when none stands for the method.
    package let optimizer: String?
    /// The group or step.
    package let place: String
    /// What was printed; nil for an optimizer that the paper does not have.
    package let published: PublishedTable.Value?
    /// From how many trials the published standard error comes; nil where that is not known.
    let publishedCount: Int?
    /// What there is of ours.
    package let reading: Reading

    /// Our value; nil when there is none.
    package var ours: Ours? {
      if case .value(let ours) = reading { ours } else { nil }
    }

    /// Ours less the published value; nil when one is missing.
    package var difference: Double? {
      published.flatMap { published in ours.map { $0.value - published.value } }
    }

    /// The interval of the difference: of both standard errors where both are known, but never
    /// shorter than that of ours; else ours alone, the published value taken as exact.
    package var interval: ConfidenceInterval? {
      guard let published, let ours,
        let alone = ours.interval?.shifted(by: -published.value)
      else { return nil }
      guard let error = ours.error, let count = ours.errorCount, let other = published.error
      else { return alone }
      return alone.united(
        with: ConfidenceInterval(
          from: .init(
            value: published.value, standardError: other,
            degreesOfFreedom: publishedCount.map { Double($0 - 1) }),
          to: .init(
            value: ours.value, standardError: error, degreesOfFreedom: Double(count - 1))))
    }
  }

  /// What was published.
  package let published: PublishedTable
  /// The conditions of ours; nil when nothing that could be compared is stored.
  package let key: ReportTable.Key?
  /// Whether a trial of our table asked a model.
  package let asksModels: Bool
  /// The lines, by method in the order of the publication, then optimizers that it does not have.
  package let lines: [Line]

  /// Puts published values beside a table of ours, or beside nothing.
  ///
  /// - Complexity: O(*n* · *m*) in the published values and the rows of the table.
  package init(_ published: PublishedTable, besides table: ReportTable?) {
    self.published = published
    key = table?.key
    asksModels = table?.totals.contains { $0.row.spending.calls > 0 } ?? false
    let reader = table.map { OursReader(published, $0) }
    let methods = published.values.map { value in
      Line(
        method: value.method, optimizer: value.optimizer, place: value.place, published: value,
        publishedCount: published.trialsOfErrors,
        reading: value.optimizer.map { reader?.reading(of: $0, at: value.place) ?? .notRun }
          ?? .noCounterpart)
    }
    let known = Set(published.values.compactMap(\.optimizer))
    // The method with the most places has them in their order.
    let places =
      Dictionary(grouping: published.values, by: \.method).values
      .max { ($0.count, $1[0].method) < ($1.count, $0[0].method) }?.map(\.place) ?? []
    let others = Set(table?.totals.map(\.row.optimizer.id) ?? []).subtracting(known).sorted()
    let further = others.flatMap { name in
      places.compactMap { place -> Line? in
        guard let reading = reader?.reading(of: name, at: place), reading != .notRun
        else { return nil }
        return Line(
          method: name, optimizer: name, place: place, published: nil, publishedCount: nil,
          reading: reading)
      }
    }
    lines = methods + further
  }

  /// Puts published values beside every table of a report that has the same suite, a protocol of
  /// the same name and the same data; beside nothing when there is none.
  ///
  /// A copy of the published items that no checksum vouches for is taken as well, and so are trials
  /// with a budget; the document says so.
  ///
  /// - Complexity: that of one reproduction, times the tables.
  package static func all(_ published: PublishedTable, in report: Report) -> [Reproduction] {
    let tables = report.tables.filter { table in
      table.key.suite == published.suite && table.key.protocolName == published.protocol
        && published.accepts(dataLabel: table.key.dataLabel)
        && table.tasks.contains { published.tasks.contains($0.task) }
    }
    guard !tables.isEmpty else { return [Reproduction(published, besides: nil)] }
    return tables.map { Reproduction(published, besides: $0) }
  }
}

/// Reads our counterparts of published values from a table.
private struct OursReader {
  private let published: PublishedTable
  private let table: ReportTable

  init(_ published: PublishedTable, _ table: ReportTable) {
    self.published = published
    self.table = table
  }

  func reading(of optimizer: String, at place: String) -> Reproduction.Reading {
    if let step = step(of: place), let row = row(of: optimizer, on: step.task),
      let last = row.search?.lastStepOfAll, step.number > last
    {
      return .notReached
    }
    return value(of: optimizer, at: place).map { .value($0) } ?? .notRun
  }

  private func value(of optimizer: String, at place: String) -> Reproduction.Ours? {
    switch published.quantity {
    case .success:
      published.groups.first { $0.name == place }.flatMap { success(of: optimizer, on: $0.tasks) }
    case .current:
      step(of: place).flatMap { current(of: optimizer, on: $0.task, after: $0.number) }
    case .successByStep:
      step(of: place).flatMap { success(of: optimizer, on: $0.task, after: $0.number) }
    }
  }

  /// The step that a place is about; nil for a group of tasks.
  private func step(of place: String) -> (task: String, number: Int)? {
    switch published.quantity {
    case .success: return nil
    case .current:
      return published.tasks.first.flatMap { task in Int(place).map { (task, $0) } }
    case .successByStep:
      let parts = place.split(separator: " ")
      return parts.count == 2 ? Int(parts[1]).map { (String(parts[0]), $0) } : nil
    }
  }

  private func row(of optimizer: String, on task: String) -> ResultRow? {
    table.tasks.first { $0.task == task }?.rows.first { $0.optimizer.id == optimizer }
  }

  /// Pools rates over tasks, each weighing as much as it has outcomes; the interval adds squared
  /// distances (Zou and Donner, 2008).
  private func success(of optimizer: String, on tasks: [String]) -> Reproduction.Ours? {
    let rates = tasks.compactMap { row(of: optimizer, on: $0)?.success?.selected }
    let total = Double(rates.reduce(0) { $0 + $1.count })
    guard total > 0 else { return nil }
    func sum(_ value: (RateEstimate) -> Double) -> Double { rates.reduce(0) { $0 + value($1) } }
    func reach(_ distance: (RateEstimate) -> Double) -> Double {
      sum { rate in
        let weighted = Double(rate.count) / total * distance(rate)
        return weighted * weighted
      }.squareRoot()
    }
    let rate = sum { Double($0.count) / total * $0.rate }
    let lower = max(0, rate - reach { $0.rate - $0.interval.lower })
    let upper = min(1, rate + reach { $0.interval.upper - $0.rate })
    let part = rates.count == tasks.count ? "" : ", \(rates.count)/\(tasks.count) tasks"
    return Reproduction.Ours(
      value: 100 * rate, interval: ConfidenceInterval(lower: 100 * lower, upper: 100 * upper),
      error: nil, errorCount: nil, count: "\(Int(total))\(part)")
  }

  private func current(
    of optimizer: String, on task: String, after step: Int
  ) -> Reproduction.Ours? {
    guard let row = row(of: optimizer, on: task),
      let measure = table.tasks.first(where: { $0.task == task })?.measure,
      let point = LearningCurve(row.progress, over: .step, of: .current).point(at: Double(step))
    else { return nil }
    let interval = point.interval.map(measure.shown)
    return Reproduction.Ours(
      value: measure.shown(point.mean), interval: interval, error: point.standardError,
      errorCount: point.count, count: count(of: point))
  }

  /// The mean over trials of the share of held-out examples on which the state reached the target.
  private func success(
    of optimizer: String, on task: String, after step: Int
  ) -> Reproduction.Ours? {
    guard let row = row(of: optimizer, on: task) else { return nil }
    let shares = row.progress.map { $0.map(\.heldOutShare) }
    guard let point = LearningCurve(shares, over: .step, of: .current).point(at: Double(step))
    else { return nil }
    let interval = point.interval.map {
      ConfidenceInterval(lower: max(0, 100 * $0.lower), upper: min(100, 100 * $0.upper))
    }
    return Reproduction.Ours(
      value: 100 * point.mean, interval: interval, error: point.standardError.map { 100 * $0 },
      errorCount: point.count, count: count(of: point))
  }

  private func count(of point: LearningCurve.Point) -> String {
    "\(point.count)" + (point.missing > 0 ? ", \(point.missing) missing" : "")
  }
}

extension ProgressPoint {
  /// The point with its share of held-out successes as its score.
  fileprivate var heldOutShare: ProgressPoint {
    ProgressPoint(
      step: step, evaluations: evaluations, calls: calls, tokens: tokens, money: money,
      score: heldOut, outcome: outcome, heldOut: heldOut)
  }
}
