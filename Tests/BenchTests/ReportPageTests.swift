// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Foundation
import Testing

/// Pages with figures and trials in a real browser, whose models wrote what could act.
///
/// It needs Debian's chromium and runs where `OPTOBENCH_CHROMIUM` is set.
struct ReportPageTests {
  static let isWanted = ProcessInfo.processInfo.environment["OPTOBENCH_CHROMIUM"]?.isEmpty == false

  private static let check = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("scripts/check-report").path

  private static let hostile = """
    <script>alert(1)</script><img src=http://127.0.0.1:1/x onerror=alert(1)>\
    </pre></details><a href=javascript:alert(1)>x</a>
    """

  @Test(.enabled(if: isWanted, "OPTOBENCH_CHROMIUM is not set"))
  func hostileAnswersDoNothingAndWhatWouldActIsFound() throws {
    let folder = try TemporaryFolder()
    let script = try JSONSerialization.data(
      withJSONObject: ["rules": [], "otherwise": Self.hostile])
    try script.write(to: URL(fileURLWithPath: folder.file("s.json")))
    let run = try BenchProcess.run(
      [
        "--model", "scripted/s.json", "--task", "navigate", "--optimizer", "noop,optoprime",
        "--quiet",
      ],
      in: folder.path)
    #expect(run.exitCode == 0, "\(run.errors)")
    let report = try BenchProcess.run(["report", "--html", "page.html"], in: folder.path)
    #expect(report.exitCode == 0, "\(report.errors)")
    let page = try String(contentsOfFile: folder.file("page.html"), encoding: .utf8)
    #expect(page.contains("&lt;script&gt;alert(1)"))
    let checked = try BenchProcess.shell("'\(Self.check)' page.html shots", in: folder.path)
    #expect(checked.exitCode == 0, "\(checked.output)")
    let pictures = try FileManager.default.contentsOfDirectory(atPath: folder.file("shots"))
    #expect(pictures.count == 4)
    let head = page.replacing(/<meta http-equiv[^>]*>/, with: "")
    try Data((head + Self.hostile + "<h4>Deep</h4>").utf8).write(
      to: URL(fileURLWithPath: folder.file("acting.html")))
    let acting = try BenchProcess.shell("'\(Self.check)' acting.html shots", in: folder.path)
    #expect(acting.exitCode == 1)
    for fault in ["an element that can act", "a handler onerror", "skips a level", "asks for"] {
      #expect(acting.output.contains(fault), "\(acting.output)")
    }
  }
}
