// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import Foundation
import Testing
import TrialRecords

/// A plan as a job array of a real Slurm of one node, which the test starts and ends.
///
/// It needs Debian's slurm-wlm and munge, and runs where `OPTOBENCH_SLURM` is set, as `scripts/test`
/// sets it for root.
struct SlurmTests {
  static let isWanted = ProcessInfo.processInfo.environment["OPTOBENCH_SLURM"]?.isEmpty == false

  static var scripts: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scripts/slurm").path
  }

  @Test(.enabled(if: isWanted, "needs OPTOBENCH_SLURM, which scripts/test sets as root"))
  func aJobArrayAndItsCollectorGiveTheTrialsOfTheWholeRun() async throws {
    let folder = try TemporaryFolder()
    let plan = "--suite numerical --task booth,program-nontrivial --optimizer noop,random --seeds 3"
    let script = """
      set -e
      "\(Self.scripts)/one-node" start slurm
      trap '"\(Self.scripts)/one-node" stop slurm' EXIT
      export SLURM_CONF="$PWD/slurm/slurm.conf" BENCH="\(BenchProcess.executable.path)"
      "\(Self.scripts)/submit" 3 job \(plan)
      for i in $(seq 240); do [ -z "$(squeue -h)" ] && break; sleep 0.5; done
      """
    let result = try BenchProcess.shell(script, in: folder.path)
    #expect(result.exitCode == 0, "\(result.errors)")
    let collected = try String(contentsOfFile: folder.file("job/collect.out"), encoding: .utf8)
    #expect(collected.contains("all.sqlite has 12 trials of 3 runs, 12 of them complete"))
    #expect(collected.contains("nothing differs"))
    let whole = try BenchProcess.run(
      plan.split(separator: " ").map(String.init) + ["--quiet", "--store", "whole"],
      in: folder.path)
    #expect(whole.exitCode == 0, "\(whole.errors)")
    var rows: [[String]] = []
    for name in ["whole", "job/all.sqlite"] {
      let store = try TrialStore(path: folder.file(name), access: .reading)
      rows.append(try await store.trials().map { "\($0.id.hex) \($0.rowsDigest?.hex ?? "-")" })
      try store.close()
    }
    #expect(rows[0] == rows[1])
  }
}
