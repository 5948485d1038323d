// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import Datasets
package import Foundation

/// The publisher's 27 files in a folder.
package struct OfficialBigBenchHard: Sendable {
  /// Where the files come from, their checksums and their terms.
  package let manifest: DataManifest

  private let folder: URL

  /// Opens a folder; nothing is read before ``load(_:)``.
  ///
  /// - Parameter folder: A folder with the publisher's files under their own names.
  /// - Throws: ``DataError`` when the manifest built into the program is damaged.
  package init(folder: URL) throws(DataError) {
    self.folder = folder
    manifest = try Self.pinnedManifest()
  }

  /// The manifest with the checksums of the 27 files.
  ///
  /// - Returns: What is built into the program.
  /// - Throws: ``DataError`` with code `malformed` when it is damaged.
  package static func pinnedManifest() throws(DataError) -> DataManifest {
    let text = String(decoding: PackageResources.bbh_official_json, as: UTF8.self)
    return try DataManifest(parsing: text, named: "bbh-official.json")
  }

  /// Makes sure that the file of a task is in the folder, fetching it when it is not.
  ///
  /// - Parameters:
  ///   - task: The file to have.
  ///   - fetch: How to get the bytes at an address.
  /// - Throws: ``DataError`` when it cannot be fetched or another file is in its place, and
  ///   `CancellationError`.
  package func bring(_ task: BigBenchHardTask, by fetch: @escaping DataDownload.Fetch) async throws
  {
    try await DataDownload(manifest, into: folder, fetch: fetch).bring(try file(of: task))
  }

  /// The items of one file, named after the task and their place, such as `navigate/007`.
  ///
  /// - Parameter task: The file to read.
  /// - Returns: All its items in file order, labelled official.
  /// - Throws: ``DataError`` naming the file and what to do when it is missing, is not the
  ///   published one, or is not of the published form.
  package func load(_ task: BigBenchHardTask) throws(DataError) -> ExampleSet {
    let file = try file(of: task)
    let bytes = try manifest.verifiedBytes(of: file, in: folder)
    let path = folder.appendingPathComponent(file.name).path
    let examples = try OfficialTaskFile(path: path, task: task).examples(in: bytes)
    return ExampleSet(name: task.rawValue, label: .official, examples: examples)
  }

  /// The items of all 27 files, 6,511 in all.
  ///
  /// - Returns: One set a task, in the order of ``BigBenchHardTask``.
  /// - Throws: ``DataError`` for the first file that ``load(_:)`` does not accept.
  package func loadAll() throws(DataError) -> [ExampleSet] {
    var sets: [ExampleSet] = []
    for task in BigBenchHardTask.allCases { sets.append(try load(task)) }
    return sets
  }

  private func file(of task: BigBenchHardTask) throws(DataError) -> PinnedFile {
    let name = task.rawValue + ".json"
    guard let file = manifest.files.first(where: { $0.name == name }) else {
      throw DataError(.unknownTask, "bbh-official.json does not list \(name): reinstall optobench.")
    }
    return file
  }
}
