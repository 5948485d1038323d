// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CodeExecution

/// One sandbox for all tests that run code parameters, with limits that end hostile code soon.
enum SharedSandbox {
  private static let started = Task {
    var configuration = PythonSandbox.Configuration()
    configuration.limits.cpuTime = .seconds(1)
    configuration.limits.wallTime = .seconds(5)
    return try await PythonSandbox.start(configuration: configuration)
  }

  /// The sandbox.
  static func sandbox() async throws -> PythonSandbox { try await started.value }

  /// Whether this machine has an interpreter and something that protects it from the code.
  static func isAvailable() async -> Bool {
    do {
      _ = try await started.value
      return true
    } catch let error as SandboxError {
      return ![.noInterpreter, .unprotected].contains(error.code)
    } catch {
      return true
    }
  }
}
