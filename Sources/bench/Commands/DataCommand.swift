// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Datasets
import Foundation
import Runner

/// Lists, fetches and checks the published data sets.
struct DataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Lists, fetches and checks the published data sets, and draws generated items.",
    discussion: """
      Suites run on items made here unless --data official is given; then they need the \
      publisher's files, which these commands fetch into the cache folder and check. A few sets \
      have to be brought: 'list' says how.
      """,
    subcommands: [List.self, Pull.self, Verify.self, Draw.self])

  /// Which sets, and where they are.
  struct Selection: ParsableArguments {
    @Argument(help: "Names of 'bench data list'. Default: all sets.")
    var names: [String] = []

    @Option(
      help: """
        A folder with the files of the one set that is named, or with one folder for each set. \
        Default: the sets' own folders in the cache.
        """,
      completion: .directory)
    var dataDir: String?

    /// The sets with the folder that the user named, or else with their own.
    func places() throws -> [(manifest: DataManifest, folder: URL)] {
      let named = dataDir.map { URL(fileURLWithPath: $0, isDirectory: true) }
      return try DataCatalog.manifests(named: names).map { manifest in
        (manifest, try named ?? DataLibrary().cacheFolder(of: manifest))
      }
    }
  }

  /// Prints the sets.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Prints the sets, their terms, splits and known faults, and whether they are here.")

    @Argument(help: "Names of sets. Default: all sets.")
    var names: [String] = []

    func run() async throws {
      for manifest in try DataCatalog.manifests(named: names) {
        let folder = try DataLibrary().cacheFolder(of: manifest)
        let present = manifest.fileNames.count { name in
          FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
        }
        print(
          """
          \(manifest.name): \(manifest.title), \(manifest.fileCountText), \
          \(manifest.exampleCount) items, \(Self.size(of: manifest)), \(manifest.licence)
            \(manifest.citation)
          """)
        for split in manifest.splits { print("  split: \(split)") }
        print("  \(manifest.exposure)")
        for fault in manifest.faults { print("  fault: \(fault)") }
        if let instructions = manifest.instructions {
          print("  not fetched: \(instructions)")
        } else {
          print("  \(present) of \(manifest.fileCountText) in \(folder.path)")
        }
      }
    }

    private static func size(of manifest: DataManifest) -> String {
      manifest.files.isEmpty ? "without a checksum" : ByteText.of(manifest.byteCount)
    }
  }

  /// Fetches sets.
  struct Pull: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pull",
      abstract: "Fetches sets from their publishers and checks every file.",
      discussion: "A download that was stopped goes on where it was; what is here stays.")

    @OptionGroup var selection: Selection

    @Option(
      help: """
        An address or a folder to fetch from instead, which has a folder for each set, such as \
        http://host/data for http://host/data/bbh/navigate.json.
        """)
    var mirror: String?

    func run() async throws {
      for (manifest, place) in try selection.places() {
        let folder =
          selection.dataDir == nil
          ? place : manifest.folder(in: place.path, isOnlySet: selection.names.count == 1)
        if mirror == nil || manifest.files.isEmpty, let instructions = manifest.instructions {
          let sentence = "\(manifest.title) is not fetched: \(instructions)"
          guard selection.names.isEmpty else { throw ValidationError(sentence) }
          print("\(manifest.name): \(sentence)")
          continue
        }
        let source = mirror.map { manifest.mirrored(at: $0) } ?? manifest
        let fetch = mirror == nil ? DataDownload.overHTTP : DataDownload.fromMirror
        try await Interruption().cancelling {
          let download = DataDownload(source, into: folder, fetch: fetch) { file, received in
            DataProgress.show(file, received, of: manifest)
          }
          for file in manifest.files { try await download.bring(file) }
        }
        print("\(manifest.name) is complete in \(folder.path)")
      }
    }
  }

  /// Checks sets.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Compares every file of sets with its published SHA-256.",
      discussion: """
        The exit code is 0 only when every file is there and is the published one, where there is \
        a SHA-256 to compare with.
        """)

    @OptionGroup var selection: Selection

    func run() async throws {
      var isWhole = true
      for (manifest, folder) in try selection.places() {
        if selection.names.isEmpty, selection.dataDir == nil, manifest.instructions != nil {
          print("\(manifest.name) is not fetched: name its folder with --data-dir")
          continue
        }
        let faults = manifest.verify(folder)
        for fault in faults {
          FileHandle.standardError.write(Data("bench: \(fault.message)\n".utf8))
        }
        isWhole = isWhole && faults.isEmpty
        if !manifest.files.isEmpty {
          print(
            "\(manifest.name): \(manifest.files.count - faults.count) of \(manifest.files.count) files in "
              + "\(folder.path) as published")
        }
        for file in manifest.uncheckedFiles {
          print("\(manifest.name): \(file.name) has no published SHA-256 to compare with")
        }
      }
      guard isWhole else { throw ExitCode.failure }
    }
  }
}
