// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Reporting
import TrialRecords

/// Says what changed between runs or stores.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Says what changed between runs or stores, and which differences are significant.",
    discussion: """
      The first side is compared with each of the others, on the same items and seeds where they \
      share them.

      Examples:
        bench compare before.sqlite after.sqlite
        bench compare all.sqlite@20260101-120000-aaaa all.sqlite@20260102-120000-bbbb
      """)

  @Argument(help: "Two or more stores; STORE@RUN is one run of a store.")
  var sides: [String]

  @OptionGroup var formatOptions: ReportFormatOptions

  func validate() throws {
    guard sides.count > 1 else {
      throw ValidationError("Name at least two stores, or runs as STORE@RUN.")
    }
  }

  func run() async throws {
    var read: [ComparedSide] = []
    for side in sides { read.append(try await Self.side(side)) }
    let document = ReportDocument(try RunComparison(read))
    print(formatOptions.text(of: document), terminator: "")
  }

  private static func side(_ text: String) async throws -> ComparedSide {
    let (path, runID) = parts(of: text)
    let store = try TrialStore(path: path, access: .reading)
    if let runID, try await !store.runs().contains(where: { $0.id == runID }) {
      throw ValidationError("\(path) has no run '\(runID)': leave out @ to take all of it.")
    }
    let results = try await store.results(ofRun: runID)
    try store.close()
    return ComparedSide(label: text, results: results)
  }

  /// Store and run of a side; names of files and of their folders may have an @ of their own.
  private static func parts(of text: String) -> (path: String, runID: String?) {
    guard !FileManager.default.fileExists(atPath: text), let mark = text.lastIndex(of: "@") else {
      return (text, nil)
    }
    return (String(text[..<mark]), String(text[text.index(after: mark)...]))
  }
}
