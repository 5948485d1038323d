// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Datasets

/// The publisher's 27 files.
package enum OfficialBigBenchHard {
  /// The manifest with the checksums of the 27 files.
  ///
  /// - Returns: What is built into the program.
  /// - Throws: ``DataError`` with code `malformed` when it is damaged.
  package static func pinnedManifest() throws(DataError) -> DataManifest {
    let text = String(decoding: PackageResources.bbh_official_json, as: UTF8.self)
    return try DataManifest(parsing: text, named: "bbh-official.json")
  }

  /// The items of one file, named after the task and their place, such as `navigate/007`.
  ///
  /// - Parameters:
  ///   - task: The file to read.
  ///   - directory: A folder with the publisher's files under their own names; nil for the cache.
  ///   - library: Where published sets are.
  /// - Returns: All its items in file order, labelled official.
  /// - Throws: ``DataError`` naming the file and what to do when it is missing, is not the
  ///   published one, or is not of the published form; `CancellationError`.
  package static func load(
    _ task: BigBenchHardTask, from directory: String?, in library: DataLibrary
  ) async throws -> ExampleSet {
    let file = try await library.bytes(
      of: task.rawValue + ".json", in: try pinnedManifest(), from: directory)
    let examples = try OfficialTaskFile(path: file.path, task: task).examples(in: file.bytes)
    return ExampleSet(name: task.rawValue, label: .official, examples: examples)
  }
}
