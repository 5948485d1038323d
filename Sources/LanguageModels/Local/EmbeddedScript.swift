// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation

/// A Python program that is part of this one and is written to the cache in order to be run.
enum EmbeddedScript: String, CaseIterable {
  case setupEngine = "setup_engine.py"
  case fetchModel = "fetch_model.py"
  case serveModel = "serve_model.py"

  /// The file that `fetchModel` reads.
  static let catalogueName = "models.json"

  private var bytes: [UInt8] {
    switch self {
    case .setupEngine: PackageResources.setup_engine_py
    case .fetchModel: PackageResources.fetch_model_py
    case .serveModel: PackageResources.serve_model_py
    }
  }

  /// Writes all programs into one folder, unless they are there, and gives this one's path.
  ///
  /// The folder is named after the contents, so that two versions can run beside each other.
  ///
  /// - Throws: ``LanguageModelError`` with `notReady` when the cache cannot be written.
  func install(inCacheDirectory directory: String) throws(LanguageModelError) -> String {
    let catalogue = (name: Self.catalogueName, bytes: PackageResources.models_json)
    let files = Self.allCases.map { (name: $0.rawValue, bytes: $0.bytes) } + [catalogue]
    let digest = ContentDigest(ofBytes: files.flatMap(\.bytes))
    let folder = URL(fileURLWithPath: directory, isDirectory: true)
      .appendingPathComponent("scripts/\(digest.shortHex)", isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in files {
        let url = folder.appendingPathComponent(file.name)
        let data = Data(file.bytes)
        // A file of the right name may be what an interrupted run left.
        guard (try? Data(contentsOf: url)) != data else { continue }
        try data.write(to: url, options: .atomic)
      }
    } catch {
      throw LanguageModelError(
        .notReady,
        "the cache folder \(folder.path) cannot be written: \(error.localizedDescription)"
      )
    }
    return folder.appendingPathComponent(rawValue).path
  }
}
