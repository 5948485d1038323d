// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// A named value of a row, the same for all formats that programs read.
struct ResultField: Sendable {
  /// A row with the place it belongs to.
  struct Place {
    let key: ReportTable.Key
    /// The task; nil for the row of several tasks.
    let task: TaskResults?
    /// The family of tasks; nil for other rows.
    var family: String?
    /// The results over several tasks; nil for the row of one task.
    let total: OptimizerTotal?
    let row: ResultRow
  }

  let name: String
  let value: @Sendable (Place) -> JSONValue

  init(_ name: String, _ value: @escaping @Sendable (Place) -> JSONValue) {
    self.name = name
    self.value = value
  }

  /// All fields in their order.
  static let all = identity + trials + success + macro + scores + search + spending

  /// The fields of each task and optimizer.
  static func rows(of table: ReportTable) -> [[JSONValue.Member]] {
    table.tasks.flatMap { task in
      task.rows.map { row in
        members(Place(key: table.key, task: task, total: nil, row: row))
      }
    }
  }

  /// The fields of each optimizer over all tasks.
  static func totals(of table: ReportTable) -> [[JSONValue.Member]] {
    table.totals.map { members(Place(key: table.key, task: nil, total: $0, row: $0.row)) }
  }

  /// The fields of each family of tasks and optimizer.
  static func families(of table: ReportTable) -> [[JSONValue.Member]] {
    table.families.flatMap { family in
      family.totals.map {
        members(Place(key: table.key, task: nil, family: family.name, total: $0, row: $0.row))
      }
    }
  }

  private static func members(_ place: Place) -> [JSONValue.Member] {
    all.map { JSONValue.Member($0.name, $0.value(place)) }
  }
}

extension JSONValue {
  /// The number, or null.
  init(_ value: Double?) { self = value.map { .real($0) } ?? .null }
  /// The number, or null.
  init(_ value: Int?) { self = value.map { .integer($0) } ?? .null }
  /// The text, or null.
  init(_ value: String?) { self = value.map { .string($0) } ?? .null }
}
