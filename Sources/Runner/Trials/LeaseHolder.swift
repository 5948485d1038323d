// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import TrialRecords

/// The process that runs trials of a store, as other processes with the same store know it.
package struct LeaseHolder: Sendable, Hashable {
  /// How long a right lasts unless it is extended, in seconds.
  static let duration = 120.0
  /// How often a right is extended.
  static let extensionInterval = Duration.seconds(30)

  /// The name in the store: host, process number and start time, so that a number that the system
  /// gave away again is not taken for the process that had it.
  package let name: String
  private let host: String

  /// Names this process.
  package static func current() -> LeaseHolder {
    let process = ProcessInfo.processInfo
    let identifier = Int(process.processIdentifier)
    let host = process.hostName
    return LeaseHolder(
      name: "\(host) \(identifier) \(startTime(ofProcess: identifier) ?? "0")", host: host)
  }

  /// Creates a holder of a given name, for tests.
  package init(name: String, host: String) {
    self.name = name
    self.host = host
  }

  /// Takes the right to run a trial, also from a process of this machine that has died.
  ///
  /// - Parameters:
  ///   - id: The trial.
  ///   - store: Where the trial is kept.
  ///   - now: The present time in seconds since 1970.
  /// - Returns: False while another living process has the right.
  /// - Throws: `StoreError`.
  package func claim(_ id: TrialRecord.ID, in store: TrialStore, now: Double) async throws -> Bool {
    let until = now + Self.duration
    if try await store.claim(id, owner: name, now: now, until: until) { return true }
    guard let owner = try await store.leaseOwner(of: id), isDead(owner) else { return false }
    try await store.release(id, owner: owner)
    return try await store.claim(id, owner: name, now: now, until: until)
  }

  private func isDead(_ owner: String) -> Bool {
    let parts = owner.split(separator: " ")
    guard parts.count == 3, parts[0] == host, let identifier = Int(parts[1]) else { return false }
    return Self.startTime(ofProcess: identifier) != String(parts[2])
  }

  /// The start time of a process in clock ticks since boot, or nil when there is no such process.
  private static func startTime(ofProcess identifier: Int) -> String? {
    guard let stat = try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8),
      let commandEnd = stat.lastIndex(of: ")")
    else { return nil }
    let fields = stat[stat.index(after: commandEnd)...].split(separator: " ")
    // The state is the first field after the command; a zombie has died. The start time is the
    // 22nd field of proc(5), hence the 20th of these.
    guard fields.count > 19, fields[0] != "Z" else { return nil }
    return String(fields[19])
  }
}
