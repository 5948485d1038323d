// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

@testable import LanguageModels

/// The smallest model of the catalogue in the user's own cache.
enum InstalledModel {
  static func model() throws -> CatalogModel {
    try ModelCatalog.embedded().model(named: "smollm2-135m-instruct-q4_1")
  }

  /// The folder by the same rule as everywhere.
  static var cacheDirectory: String {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["OPTOBENCH_CACHE"], !path.isEmpty { return path }
    if let path = environment["XDG_CACHE_HOME"], path.hasPrefix("/") { return path + "/optobench" }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/.cache/optobench"
  }

  static var isThere: Bool {
    get async {
      guard let model = try? model(),
        FileManager.default.fileExists(atPath: model.path(inCacheDirectory: cacheDirectory))
      else { return false }
      let missing = try? await LocalSetup.missing(model: model, cacheDirectory: cacheDirectory)
      return missing == []
    }
  }

  /// Kills the server as a lack of memory would, not the program around it.
  static func killServer(of engine: LocalEngine) {
    for number in RunningProcesses.withCommand(containing: engine.logPath) {
      let command = RunningProcesses.command(of: number)
      if command.contains("--in-process") || !command.contains("serve_model.py") {
        kill(number, SIGKILL)
      }
    }
  }
}
