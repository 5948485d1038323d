// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Foundation
import Testing

/// Runs whose disk is full or becomes read-only, on a small file system of their own.
@Suite(.serialized)
struct DiskTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Whether a small file system can be mounted where no other process sees it.
  static let canMount: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    let result = try? BenchProcess.shell(
      "unshare -m mount -t tmpfs -o size=64k none '\(folder.path)'", in: "/")
    return result?.exitCode == 0
  }()

  private static let plan =
    "--suite numerical --task booth,program-nontrivial --optimizer noop,random --seeds 6 --jobs 1 "
    + "--quiet --log none --format csv"

  /// Runs a script that sees the file system as `disk`; `$BENCH` is the program.
  private func run(size: String, _ script: String) throws -> BenchProcess.Result {
    let disk = folder.file("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let mount = "mount -t tmpfs -o size=\(size) none '\(disk)'"
    let text = "set -e; \(mount); BENCH='\(BenchProcess.executable.path)'; \(script)"
    try text.write(toFile: folder.file("script"), atomically: true, encoding: .utf8)
    return try BenchProcess.shell("unshare -m bash script", in: folder.path)
  }

  @Test(.enabled(if: canMount, "no file system can be mounted here"))
  func aRunThatFindsNoRoomSaysSoAndGoesOnWhenThereIsRoom() throws {
    let calm = try BenchProcess.run(
      Self.plan.split(separator: " ").map(String.init) + ["--store", "calm"], in: folder.path)
    let result = try run(
      size: "200k",
      """
      if "$BENCH" \(Self.plan) --store disk/s > first 2> errors; then exit 9; fi
      mount -o remount,size=20m "$PWD/disk"
      "$BENCH" \(Self.plan) --store disk/s
      "$BENCH" verify disk/s > verified
      """)
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output == calm.output)
    let errors = try String(contentsOfFile: folder.file("errors"), encoding: .utf8)
    #expect(errors.contains("there is no room left for the store disk/s"), "\(errors)")
    #expect(errors.split(separator: "\n").count == 1, "\(errors)")
  }

  @Test(.enabled(if: canMount, "no file system can be mounted here"))
  func aReadOnlyStoreIsReportedButNotRun() throws {
    let result = try run(
      size: "20m",
      """
      "$BENCH" \(Self.plan) --store disk/s > first
      mount -o remount,ro "$PWD/disk"
      if "$BENCH" \(Self.plan) --store disk/s > second 2> errors; then exit 9; fi
      "$BENCH" report --store disk/s --format csv
      """)
    #expect(result.exitCode == 0, "\(result.errors)")
    let first = try String(contentsOfFile: folder.file("first"), encoding: .utf8)
    #expect(result.output == first)
    let errors = try String(contentsOfFile: folder.file("errors"), encoding: .utf8)
    #expect(errors.contains("the store disk/s cannot be"), "\(errors)")
    #expect(errors.split(separator: "\n").count == 1, "\(errors)")
  }
}
