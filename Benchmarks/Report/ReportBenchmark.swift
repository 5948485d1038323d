// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Reporting
import TrialRecords

/// Measures how long a large store takes to be reported, and how much memory.
///
/// The first argument is `make` or `read` and the second the course, `pass` or `search`; making and
/// reading are processes of their own, so that the memory of the one is not counted for the other.
@main
struct ReportBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else {
      FileHandle.standardError.write(Data("report-benchmark make|read pass|search FILE\n".utf8))
      exit(64)
    }
    let store = LargeStore(isSearch: arguments[2] == "search", path: arguments[3])
    if arguments[1] == "make" {
      try await store.make()
    } else {
      try await read(store)
    }
  }

  private static func read(_ large: LargeStore) async throws {
    let start = ContinuousClock.now
    let store = try TrialStore(path: large.path, access: .reading)
    let results = try await store.results()
    try store.close()
    let read = ContinuousClock.now
    let report = Report(results)
    let computed = ContinuousClock.now
    let text = report.text(as: .terminal)
    let written = ContinuousClock.now
    let phases = [
      ("read", read - start), ("computed", computed - read), ("written", written - computed),
    ]
    let parts = phases.map { "\($0.0) \(seconds($0.1)) s" }.joined(separator: ", ")
    print(
      """
      | \(large.isSearch ? "search" : "pass") | \(results.outcomes.count) | \
      \(results.trials.count) | \(seconds(written - start)) s | \(peakMegabytes) MB | \(parts), \
      \(text.utf8.count) bytes |
      """)
  }

  private static func seconds(_ duration: Duration) -> String {
    let hundredths = Int((duration / .milliseconds(10)).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The most memory that this process has held, in megabytes of a million bytes.
  private static var peakMegabytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
    return kilobytes * 1024 / 1_000_000
  }
}
