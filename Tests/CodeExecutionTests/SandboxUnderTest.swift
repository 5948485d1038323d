// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import Foundation

/// Makes sandboxes for tests, whose time limits are generous unless they are what is tested.
enum SandboxUnderTest {
  static let isBubblewrapInstalled = FileManager.default.fileExists(atPath: "/usr/bin/bwrap")

  /// The protections that this machine should have.
  static let protections: [Protection] =
    (isBubblewrapInstalled ? [.bubblewrap] : []) + [.namespaces, .filters]

  /// The strongest protection that this machine should have.
  static let strongest = protections[0]

  static func start(
    _ protection: Protection = strongest,
    workers: Int = 1,
    limits: (inout PythonSandbox.Limits) -> Void = { _ in }
  ) async throws -> PythonSandbox {
    var configuration = PythonSandbox.Configuration(environment: [:])
    configuration.acceptedProtections = [protection]
    configuration.workers = workers
    configuration.limits.cpuTime = .seconds(20)
    configuration.limits.wallTime = .seconds(120)
    limits(&configuration.limits)
    return try await PythonSandbox.start(configuration: configuration)
  }
}

extension PythonSandbox {
  /// Calls the function `f` of a source.
  func outcome(of source: String, _ arguments: JSONValue...) async throws -> PythonOutcome {
    try await run(PythonCall(source: source, entryPoint: "f", arguments: arguments))
  }
}

extension PythonOutcome {
  var exception: PythonException? {
    if case .exception(let exception) = self { exception } else { nil }
  }

  var syntaxError: PythonException? {
    if case .syntaxError(let exception) = self { exception } else { nil }
  }

  var limit: PythonLimit? {
    if case .limit(let limit) = self { limit } else { nil }
  }
}
