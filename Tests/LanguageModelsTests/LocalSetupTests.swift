// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import LanguageModels

struct LocalSetupTests {
  @Test func anEmptyCacheMissesEngineAndModel() async throws {
    let folder = try TemporaryFolder()
    let model = try ModelCatalog.embedded().defaultModel
    let missing = try await LocalSetup.missing(model: model, cacheDirectory: folder.path)
    let isEngineOnPath = missing.count == 1
    #expect(missing.last?.contains(model.path(inCacheDirectory: folder.path)) == true)
    if !isEngineOnPath {
      #expect(missing.count == 2)
      #expect(missing.first?.hasPrefix("llama.cpp is not installed") == true)
    }
  }

  @Test func anEngineWithoutItsModelDoesNotStart() async throws {
    let folder = try TemporaryFolder()
    let model = try ModelCatalog.embedded().defaultModel
    let error = await #expect(throws: LanguageModelError.self) {
      try await LocalEngine.start(model: model, cacheDirectory: folder.path)
    }
    #expect(error?.code == .notReady)
    #expect(error?.message.contains(model.path(inCacheDirectory: folder.path)) == true)
    #expect(error?.message.contains("bench model setup") == true)
  }

  @Test func aModelCannotHaveMoreContextThanItWasMadeFor() async throws {
    let model = try ModelCatalog.embedded().defaultModel
    let error = await #expect(throws: LanguageModelError.self) {
      try await LocalEngine.start(
        model: model,
        cacheDirectory: "/nowhere",
        contextTokensPerSlot: 32_769
      )
    }
    #expect(error?.code == .invalidRequest)
    #expect(error?.message.contains("32768") == true)
  }

  @Test func aCacheThatCannotBeWrittenIsNamed() async throws {
    let model = try ModelCatalog.embedded().defaultModel
    let error = await #expect(throws: LanguageModelError.self) {
      try await LocalSetup.missing(model: model, cacheDirectory: "/dev/null/cache")
    }
    #expect(error?.code == .notReady)
    #expect(error?.message.contains("/dev/null/cache") == true)
  }

  @Test func theProgramsAreWrittenOnceAndRepaired() throws {
    let folder = try TemporaryFolder()
    let path = try EmbeddedScript.serveModel.install(inCacheDirectory: folder.path)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("#!/usr/bin/env python3\n# optobench"))
    try "half".write(toFile: path, atomically: false, encoding: .utf8)
    #expect(try EmbeddedScript.serveModel.install(inCacheDirectory: folder.path) == path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path
    )
    #expect(
      names.sorted() == ["fetch_model.py", "models.json", "serve_model.py", "setup_engine.py"]
    )
  }

  @Test func withoutPythonThereIsOneSentence() {
    #expect(throws: Never.self) { try PythonInterpreter.locate() }
    let error = #expect(throws: LanguageModelError.self) {
      try PythonInterpreter.locate(systemFolder: "/nowhere", environment: ["PATH": "/dev:/proc"])
    }
    #expect(error?.code == .notReady)
    #expect(error?.message.contains("apt-get install python3") == true)
  }
}
