// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// What is known of a published data set: its files, where they come from and on what terms.
package struct DataManifest: Sendable, Hashable {
  /// The set's short name, such as `bbh`.
  package let name: String

  /// The set's full name.
  package let title: String

  /// The licence, as an SPDX identifier.
  package let licence: String

  /// Who to cite.
  package let citation: String

  /// Address patterns in the order to try, in which `{file}` stands for a file's name.
  ///
  /// There are none of a set that the user has to bring.
  package private(set) var sources: [String]

  /// How the user gets a set that has no ``sources``; nil for other sets.
  package let instructions: String?

  /// How suites divide the items, one sentence for each division.
  package let splits: [String]

  /// What may be shown of the items, and to whom.
  package let exposure: String

  /// What is wrong in the published items; it is left as it is, because published results have it.
  package let faults: [String]

  /// The files, each with its checksum.
  package let files: [PinnedFile]

  /// Files whose bytes are not known, so that items from them are labelled unchecked.
  package let uncheckedFiles: [UncheckedFile]

  /// Reads a manifest.
  ///
  /// - Parameters:
  ///   - text: A JSON object with the texts `name`, `title`, `licence`, `citation` and `shown`, the
  ///     lists of texts `splits` and `faults`, either `sources` (texts) or the text `obtain`, and
  ///     `files`, each an object with `name`, `examples`, `sha256` and `bytes`; the last two are
  ///     left out where the bytes are not known.
  ///   - file: The name that errors give.
  /// - Throws: ``DataError`` with code `malformed` when a member is missing or of another type.
  package init(parsing text: String, named file: String) throws(DataError) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: text)
    } catch {
      throw DataError(.malformed, "\(file) is \(error).", line: error.line)
    }
    let reader = ManifestReader(file: file)
    name = try reader.string("name", of: value)
    title = try reader.string("title", of: value)
    licence = try reader.string("licence", of: value)
    citation = try reader.string("citation", of: value)
    instructions = value["obtain"]?.stringValue
    sources = instructions == nil ? try reader.strings("sources", of: value) : []
    splits = try reader.strings("splits", of: value)
    exposure = try reader.string("shown", of: value)
    faults = try reader.strings("faults", of: value)
    var files: [PinnedFile] = []
    var uncheckedFiles: [UncheckedFile] = []
    for entry in try reader.array("files", of: value) {
      if entry["sha256"] == nil {
        uncheckedFiles.append(try reader.uncheckedFile(entry))
      } else {
        files.append(try reader.pinnedFile(entry))
      }
    }
    self.files = files
    self.uncheckedFiles = uncheckedFiles
  }

  /// The same set at another place, which has a folder for each set with the files under their
  /// published names.
  ///
  /// - Parameter base: An address or a path, without the set's name.
  /// - Returns: A manifest with this place as its only source.
  package func mirrored(at base: String) -> DataManifest {
    var base = base[...]
    while base.hasSuffix("/") { base = base.dropLast() }
    var copy = self
    copy.sources = ["\(base)/\(name)/{file}"]
    return copy
  }

  /// The length of all files in bytes.
  ///
  /// - Complexity: O(*n*) in the number of files.
  package var byteCount: Int { files.reduce(0) { $0 + $1.byteCount } }

  /// The number of items in all files.
  ///
  /// - Complexity: O(*n*) in the number of files.
  package var exampleCount: Int {
    files.reduce(0) { $0 + $1.exampleCount } + uncheckedFiles.reduce(0) { $0 + $1.exampleCount }
  }

  /// The names of all files, those with a checksum first.
  package var fileNames: [String] { files.map(\.name) + uncheckedFiles.map(\.name) }

  /// How many files there are, in words for sentences, such as `27 files`.
  package var fileCountText: String { fileNames.count == 1 ? "1 file" : "\(fileNames.count) files" }

  /// The file called `name`.
  ///
  /// - Throws: ``DataError`` with code `unknownTask` when the set has none.
  /// - Complexity: O(*n*) in the number of files.
  package func file(named name: String) throws(DataError) -> PinnedFile {
    guard let file = files.first(where: { $0.name == name }) else {
      throw DataError(.unknownTask, "\(title) has no file \(name): reinstall optobench.")
    }
    return file
  }

  /// The addresses of a file, in the order to try.
  ///
  /// - Parameter file: One of ``files``.
  /// - Returns: One address for each source.
  package func addresses(of file: PinnedFile) -> [String] {
    sources.map { $0.replacing("{file}", with: file.name) }
  }
}

private struct ManifestReader {
  let file: String

  func missing(_ name: String, _ kind: String) -> DataError {
    DataError(.malformed, "\(file) has no member \"\(name)\" that is \(kind): add it.")
  }

  func string(_ name: String, of value: JSONValue) throws(DataError) -> String {
    guard let text = value[name]?.stringValue else { throw missing(name, "a string") }
    return text
  }

  func integer(_ name: String, of value: JSONValue) throws(DataError) -> Int {
    guard let number = value[name]?.intValue else { throw missing(name, "an integer") }
    return number
  }

  func array(_ name: String, of value: JSONValue) throws(DataError) -> [JSONValue] {
    guard let elements = value[name]?.arrayValue else { throw missing(name, "an array") }
    return elements
  }

  func strings(_ name: String, of value: JSONValue) throws(DataError) -> [String] {
    let elements = try array(name, of: value)
    let texts = elements.compactMap(\.stringValue)
    guard texts.count == elements.count else { throw missing(name, "an array of strings") }
    return texts
  }

  func uncheckedFile(_ value: JSONValue) throws(DataError) -> UncheckedFile {
    UncheckedFile(
      name: try string("name", of: value), exampleCount: try integer("examples", of: value))
  }

  func pinnedFile(_ value: JSONValue) throws(DataError) -> PinnedFile {
    guard let digest = ContentDigest(hex: try string("sha256", of: value)) else {
      throw missing("sha256", "64 hexadecimal digits")
    }
    return PinnedFile(
      name: try string("name", of: value),
      digest: digest,
      byteCount: try integer("bytes", of: value),
      exampleCount: try integer("examples", of: value)
    )
  }
}
