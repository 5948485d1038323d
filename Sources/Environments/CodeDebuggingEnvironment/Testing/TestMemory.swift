// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Keeps the reports of recent code, since a forward pass and its assessment look at the same one.
///
/// A report follows from tests and code, so that it does not matter whether it is kept or made anew.
actor TestMemory {
  /// What a report is about.
  struct Key: Hashable, Sendable {
    let example: String
    let sources: [String]
  }

  private static let capacity = 32
  private var reports: [Key: TestReport] = [:]
  private var order: [Key] = []

  /// The report of a key, made when it is not kept.
  ///
  /// - Throws: what `make` throws.
  func report(
    for key: Key, make: @Sendable () async throws -> TestReport
  ) async throws -> TestReport {
    if let report = reports[key] { return report }
    let report = try await make()
    if reports.updateValue(report, forKey: key) == nil { order.append(key) }
    if order.count > Self.capacity { reports[order.removeFirst()] = nil }
    return report
  }
}
