// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import Foundation
import Testing

struct AttackTests {
  static let attacks = Attack.onResources + Attack.onMachine + Attack.onMeasurement

  /// Runs an attack, then an honest call on the same worker; gives what was not as expected.
  static func failure(of attack: Attack, under protection: Protection) async throws -> String? {
    let sandbox = try await SandboxUnderTest.start(protection) { $0.cpuTime = .seconds(1) }
    let outcome = try await sandbox.outcome(of: attack.source)
    guard attack.isAsExpected(outcome) else { return "\(protection): \(attack.name): \(outcome)" }
    let honest = "import os\ndef f(x):\n  return [x, os.getcwd() == '/' or os.listdir()]"
    let next = try await sandbox.outcome(of: honest, .integer(Attack.answer))
    let nothing: JSONValue = [.filters, .unprotected].contains(protection) ? true : []
    guard next == .value([.integer(Attack.answer), nothing], typeName: "list") else {
      return "\(protection): after \(attack.name): \(next)"
    }
    await sandbox.close()
    return nil
  }

  /// What is left on this machine of attempts to write.
  static var traces: [String] {
    ["/", "/usr", "/usr/lib", "/usr/bin", "/etc", "/tmp", "/var/tmp", "/home", "/dev", "/dev/shm"]
      .map { $0 + "/optobench-attack" }.filter { FileManager.default.fileExists(atPath: $0) }
  }

  @Test(arguments: SandboxUnderTest.protections, attacks)
  func endsAsExpectedAndHarmsNothing(protection: Protection, attack: Attack) async throws {
    setenv("OPTOBENCH_ATTACK_SECRET", "secret", 1)
    let failure = try await Self.failure(of: attack, under: protection)
    #expect(failure == nil, "\(failure ?? "")")
    #expect(Self.traces.isEmpty)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can become an ordinary user"))
  func endsAsExpectedForAnOrdinaryUser() async {
    await #expect(processExitsWith: .success) {
      #expect(setgid(65534) == 0 && setuid(65534) == 0)
      setenv("OPTOBENCH_ATTACK_SECRET", "secret", 1)
      try await withThrowingTaskGroup { group in
        for protection in SandboxUnderTest.protections {
          group.addTask {
            for attack in AttackTests.attacks {
              let failure = try await AttackTests.failure(of: attack, under: protection)
              #expect(failure == nil, "\(failure ?? "")")
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(AttackTests.traces.isEmpty)
    }
  }

  @Test func unprotectedCodeStillCannotWriteOrStartProcesses() async throws {
    for attack in AttackTests.attacks
    where ["fork bomb", "daemon", "writing everywhere", "sockets"].contains(attack.name) {
      let failure = try await Self.failure(of: attack, under: .unprotected)
      #expect(failure == nil, "\(failure ?? "")")
    }
  }
}
