// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON

/// A model file whose exact bytes are known and that can be served on this machine.
package struct CatalogModel: Sendable, Hashable {
  /// The name by which users and records know it.
  package let name: String
  /// One line for people.
  package let title: String
  /// The file's name in the models folder of the cache.
  package let file: String
  /// The file's length in bytes.
  package let byteCount: Int
  /// The SHA-256 of the file.
  package let digest: ContentDigest
  /// The SPDX identifier of the weights' licence.
  package let licence: String
  /// How many tokens of request and answer the model was trained for.
  package let contextTokens: Int
  /// Where the file can be had, in the order in which the places are tried.
  package let sources: [CatalogSource]

  /// Which model this is when it is served here.
  package var identity: ModelIdentity { ModelIdentity(provider: "local", model: name) }

  /// Where the file is kept.
  package func path(inCacheDirectory directory: String) -> String {
    "\(directory)/models/\(file)"
  }
}

extension CatalogModel {
  /// Reads an entry of the catalogue, or gives nil when a member is missing or of the wrong type.
  init?(value: JSONValue) {
    guard let name = value["name"]?.stringValue, let title = value["title"]?.stringValue,
      let file = value["file"]?.stringValue, let byteCount = value["bytes"]?.intValue,
      let digest = value["sha256"]?.stringValue.flatMap({ ContentDigest(hex: $0) }),
      let licence = value["licence"]?.stringValue,
      let contextTokens = value["context_tokens"]?.intValue,
      let places = value["sources"]?.arrayValue
    else { return nil }
    let sources = places.compactMap { CatalogSource(value: $0) }
    guard !sources.isEmpty, sources.count == places.count else { return nil }
    self.init(
      name: name,
      title: title,
      file: file,
      byteCount: byteCount,
      digest: digest,
      licence: licence,
      contextTokens: contextTokens,
      sources: sources
    )
  }
}
