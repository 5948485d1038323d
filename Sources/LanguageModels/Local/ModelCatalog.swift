// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// The models that can be served on this machine without further settings.
package struct ModelCatalog: Sendable {
  /// All models, in the catalogue's order.
  package let models: [CatalogModel]
  /// The model that is used when none is named.
  package let defaultModel: CatalogModel

  /// The catalogue that is part of the program.
  ///
  /// - Throws: ``LanguageModelError`` with `malformed` when it cannot be read.
  package static func embedded() throws(LanguageModelError) -> ModelCatalog {
    try ModelCatalog(json: String(decoding: PackageResources.models_json, as: UTF8.self))
  }

  /// Reads a catalogue.
  ///
  /// - Throws: ``LanguageModelError`` with `malformed`, naming the entry that is wrong.
  package init(json: String) throws(LanguageModelError) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: json)
    } catch {
      throw LanguageModelError(.malformed, "the model catalogue is \(error)")
    }
    var models: [CatalogModel] = []
    for (index, entry) in (value["models"]?.arrayValue ?? []).enumerated() {
      guard let model = CatalogModel(value: entry) else {
        let name = entry["name"]?.stringValue ?? "number \(index + 1)"
        throw LanguageModelError(.malformed, "the model catalogue's entry \(name) is incomplete")
      }
      models.append(model)
    }
    guard let name = value["default"]?.stringValue,
      let standard = models.first(where: { $0.name == name })
    else { throw LanguageModelError(.malformed, "the model catalogue's default is not in it") }
    self.models = models
    defaultModel = standard
  }

  /// The model of a name, with or without `local/` in front.
  ///
  /// - Throws: ``LanguageModelError`` with `invalidRequest` when there is none, naming those that
  ///   there are.
  package func model(named name: String) throws(LanguageModelError) -> CatalogModel {
    let bare = name.hasPrefix("local/") ? String(name.dropFirst(6)) : name
    guard let model = models.first(where: { $0.name == bare }) else {
      let known = models.map(\.name).joined(separator: ", ")
      throw LanguageModelError(
        .invalidRequest,
        "there is no local model \"\(bare)\": the catalogue has \(known); another server's model "
          + "needs its base URL"
      )
    }
    return model
  }
}
