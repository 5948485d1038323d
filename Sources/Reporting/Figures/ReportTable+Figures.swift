// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// The figures of every table.
  ///
  /// - Complexity: O(*n*) in the points of all trials, times the axes.
  package var figures: [Figure] {
    tables.enumerated().flatMap { number, table in
      let prefix = tables.count == 1 ? table.key.suite : "\(table.key.suite) \(number + 1)"
      return table.figures(named: prefix)
    }
  }
}

extension ReportTable {
  /// Where profiles are drawn: nine tenths of the way and all but a thousandth.
  private static let tolerances = [0.1, 0.001]

  func figures(named prefix: String) -> [Figure] {
    var figures = tasks.flatMap { curves(on: $0, named: prefix) }
    switch key.course {
    case .pass: figures += [successBars(named: prefix)].compactMap(\.self)
    case .search:
      figures += [improvementBars(named: prefix)].compactMap(\.self) + profiles(named: prefix)
    }
    return figures + [costFigure(named: prefix)].compactMap(\.self)
  }

  /// The optimizers by what a trial cost and what came of it.
  private func costFigure(named prefix: String) -> Figure? {
    guard let compared = CostAndValue(self) else { return nil }
    let horizontal =
      switch compared.unit {
      case .money: "US dollars a trial"
      case .tokens: "tokens a trial"
      case .evaluations: "evaluations a trial"
      }
    let vertical =
      key.course == .pass ? "success rate of the selected state" : "part of the way to the goal"
    return Figure(
      name: "\(prefix) cost", title: "\(key.suite): cost and success, 95% intervals",
      axes: (horizontal, vertical), style: .points,
      series: compared.choices.map { choice in
        let label = choice.label + (choice.isOnFront ? ", on the front" : "")
        let place = choice.amount(in: compared.unit)
        let point = Figure.Point(place, choice.value, interval: choice.interval)
        return Figure.Series(label: label, points: [point])
      })
  }

  /// Whether the models cost something and every price is known.
  private var isPriced: Bool {
    totals.allSatisfy { $0.row.spending.money != nil }
      && totals.contains { $0.row.spending.money ?? 0 > 0 }
  }

  private var asksModels: Bool { totals.contains { $0.row.spending.calls > 0 } }

  private func curves(on task: TaskResults, named prefix: String) -> [Figure] {
    var axes: [LearningCurve.Axis] = key.course == .search ? [.evaluation] : [.step]
    if asksModels { axes += [.call, .token] }
    if isPriced { axes.append(.money) }
    var measures: [LearningCurve.Measure] = [.best, .current]
    if key.course == .search, task.measure.hasTarget { measures.append(.success) }
    return measures.flatMap { measure in
      axes.compactMap { curve(on: task, of: measure, over: $0, named: prefix) }
    }
  }

  private func curve(
    on task: TaskResults, of measure: LearningCurve.Measure, over axis: LearningCurve.Axis,
    named prefix: String
  ) -> Figure? {
    let series = task.rows.compactMap { row -> Figure.Series? in
      let curve = LearningCurve(row.progress, over: axis, of: measure)
      guard !curve.points.isEmpty else { return nil }
      let points = curve.points.map { point -> Figure.Point in
        guard measure != .success else {
          return Figure.Point(
            point.spent, point.mean, interval: point.interval, count: point.count)
        }
        return Figure.Point(
          point.spent, task.measure.shown(point.mean),
          interval: point.interval.map(task.measure.shown), count: point.count)
      }
      return Figure.Series(label: row.optimizer.label, points: points)
    }
    guard !series.isEmpty else { return nil }
    let kind = key.course == .search ? task.measure.name : "validation score"
    let vertical =
      measure == .success ? "share of trials that reached the target" : "\(measure.phrase) \(kind)"
    return Figure(
      name: "\(prefix) \(task.label) \(measure.rawValue) by \(axis.rawValue)",
      title: "\(key.suite) \(task.label): mean over trials, 95% interval",
      axes: (axis.title, vertical), style: .curve, series: series)
  }

  private func successBars(named prefix: String) -> Figure? {
    let series = totals.indices.compactMap { place -> Figure.Series? in
      let points = tasks.enumerated().compactMap { number, task in
        task.rows[place].success.map {
          Figure.Point(
            Double(number), $0.selected.rate, interval: $0.selected.interval,
            count: $0.selected.count)
        }
      }
      return points.isEmpty
        ? nil : Figure.Series(label: totals[place].row.optimizer.label, points: points)
    }
    guard !series.isEmpty else { return nil }
    return Figure(
      name: "\(prefix) success", title: "\(key.suite): success on the test split, 95% intervals",
      axes: ("task", "success rate of the selected state"), style: .bars,
      labels: tasks.map(\.label), series: series)
  }

  private func improvementBars(named prefix: String) -> Figure? {
    let series = totals.compactMap { total -> Figure.Series? in
      guard let improvement = total.search?.improvement else { return nil }
      let point = Figure.Point(
        0, improvement.value, interval: improvement.interval, count: improvement.count)
      return Figure.Series(label: total.row.optimizer.label, points: [point])
    }
    guard series.count > 1 else { return nil }
    return Figure(
      name: "\(prefix) improvement",
      title: "\(key.suite): interquartile mean, 95% intervals",
      axes: ("all tasks", "part of the way to the goal"), style: .bars, labels: [key.suite],
      series: series)
  }

  private func profiles(named prefix: String) -> [Figure] {
    Self.tolerances.compactMap { ConvergenceTimes(self, tolerance: $0) }.flatMap { times in
      let remark =
        "\(times.instanceCount) instances that someone improved, tolerance \(times.tolerance)"
      func figure(_ kind: String, _ horizontal: String, _ points: [[Figure.Point]]) -> Figure {
        // Every curve goes on to the common end, beyond the last step of any.
        let end = 1.1 * (points.joined().map(\.place).max() ?? 1)
        return Figure(
          name: "\(prefix) \(kind) \(times.tolerance)", title: "\(key.suite): \(remark)",
          axes: (horizontal, "share of instances solved"), style: .profile,
          series: zip(times.optimizers, points).map { label, points in
            Figure.Series(label: label, points: points + [.init(end, points.last?.value ?? 0)])
          })
      }
      let data = times.dataProfiles.map { [Figure.Point(0, 0)] + $0.map { .init(Double($0), $1) } }
      let ratios = times.performanceProfiles.map { [Figure.Point(1, 0)] + $0.map { .init($0, $1) } }
      return [
        figure("data profile", "evaluations", data),
        figure("performance profile", "evaluations, times those of the fastest", ratios),
      ]
    }
  }
}

extension LearningCurve.Measure {
  fileprivate var phrase: String {
    switch self {
    case .best: "best"
    case .current: "current"
    case .success: "success"
    }
  }
}
