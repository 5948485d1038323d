// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The Python that runs the programs around the local engine.
enum PythonInterpreter {
  /// The path of an interpreter: the system's own if there is one, else the first on `PATH`.
  ///
  /// The system's comes first because a version manager's stand-in starts ten times slower.
  ///
  /// - Throws: ``LanguageModelError`` with `notReady` when there is none.
  static func locate(
    systemFolder: String = "/usr/bin",
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(LanguageModelError) -> String {
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let candidates = ([systemFolder] + folders).map { $0 + "/python3" }
    guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
      throw LanguageModelError(
        .notReady,
        "python3 is missing, which serves models on this machine: run scripts/setup, or apt-get "
          + "install python3 python3-venv python3-pip"
      )
    }
    return path
  }
}
