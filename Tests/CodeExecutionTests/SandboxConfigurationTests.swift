// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import Foundation
import Testing

struct SandboxConfigurationTests {
  private static func failure(
    _ change: (inout PythonSandbox.Configuration) -> Void
  ) async throws -> SandboxError? {
    var configuration = PythonSandbox.Configuration(environment: [:])
    change(&configuration)
    return await #expect(throws: SandboxError.self) {
      _ = try await PythonSandbox.start(configuration: configuration)
    }
  }

  @Test func interpreterIsThatOfTheSystemUnlessTheUserNamesOne() {
    #expect(PythonSandbox.Configuration(environment: [:]).interpreter == "/usr/bin/python3")
    let named = PythonSandbox.Configuration(environment: ["OPTOBENCH_PYTHON": "/opt/python"])
    #expect(named.interpreter == "/opt/python")
    let empty = PythonSandbox.Configuration(environment: ["OPTOBENCH_PYTHON": ""])
    #expect(empty.interpreter == "/usr/bin/python3")
  }

  @Test func unprotectedIsAllowedByThatChoiceOnly() {
    var configuration = PythonSandbox.Configuration(environment: [:])
    #expect(!configuration.allowsUnprotected)
    #expect(configuration.acceptedProtections == [.bubblewrap, .namespaces, .filters])
    configuration.allowsUnprotected = true
    #expect(configuration.acceptedProtections == Set(Protection.allCases))
    configuration.allowsUnprotected = false
    #expect(!configuration.acceptedProtections.contains(.unprotected))
  }

  @Test func missingInterpreterIsNamedWithTheRemedy() async throws {
    let error = try #require(try await Self.failure { $0.interpreter = "/nowhere/python3" })
    #expect(error.code == .noInterpreter)
    #expect(
      error.message
        == "there is no python3 at /nowhere/python3: run scripts/setup, or apt-get install python3"
    )
    let relative = try #require(try await Self.failure { $0.interpreter = "python3" })
    #expect(relative.code == .noInterpreter)
  }

  @Test func scriptThatStartsAnInterpreterIsRefused() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "shim-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let shim = folder.appending(path: "python3")
    try Data("#!/bin/sh\nexec /usr/bin/python3 \"$@\"\n".utf8).write(to: shim)
    chmod(shim.path, 0o755)
    let error = try #require(try await Self.failure { $0.interpreter = shim.path })
    #expect(error.code == .noInterpreter)
    #expect(error.message.contains("is a script that starts another program"))
  }

  @Test func programThatIsNoPythonIsRefused() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "other-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let other = folder.appending(path: "python3").path
    try FileManager.default.copyItem(atPath: "/bin/true", toPath: other)
    let error = try #require(try await Self.failure { $0.interpreter = other })
    #expect(error.code == .noInterpreter)
    #expect(error.message.hasPrefix("\(other) does not run as a Python interpreter"))
  }

  @Test(arguments: SandboxUnderTest.protections)
  func interpreterElsewhereIsUsedWithItsFolders(protection: Protection) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "venv-\(getpid())-\(protection.rawValue)")
    let programs = folder.appending(path: "bin")
    let packages = folder.appending(path: "packages")
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: packages, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let interpreter = programs.appending(path: "python3").path
    try FileManager.default.createSymbolicLink(
      atPath: interpreter,
      withDestinationPath: "/usr/bin/python3"
    )
    try Data("home = /usr/bin\n".utf8).write(to: folder.appending(path: "pyvenv.cfg"))
    var configuration = PythonSandbox.Configuration(
      environment: ["OPTOBENCH_PYTHON": interpreter]
    )
    configuration.acceptedProtections = [protection]
    configuration.usesSitePackages = true
    let sandbox = try await PythonSandbox.start(configuration: configuration)
    let source =
      "import os, sys\ndef f(): return [sys.prefix, os.listdir(sys.prefix + '/packages')]"
    let expected: JSONValue = [.string(folder.path), []]
    #expect(try await sandbox.outcome(of: source) == .value(expected, typeName: "list"))
    await sandbox.close()
  }

  @Test func nothingRunsWhenNoProtectionIsAccepted() async throws {
    let error = try #require(try await Self.failure { $0.acceptedProtections = [] })
    #expect(error.code == .unprotected)
    #expect(error.message.hasPrefix("generated code would run unprotected"))
    #expect(error.message.contains("apt-get install bubblewrap"))
  }

  @Test func strongestAcceptedProtectionIsUsed() async throws {
    for accepted in [SandboxUnderTest.protections, [.filters, .namespaces], [.filters]] {
      var configuration = PythonSandbox.Configuration(environment: [:])
      configuration.acceptedProtections = Set(accepted)
      let sandbox = try await PythonSandbox.start(configuration: configuration)
      #expect(sandbox.protection == Protection.allCases.first(where: accepted.contains))
      await sandbox.close()
    }
  }

  @Test func everyProtectionHasASentenceOfItsOwn() {
    let sentences = Protection.allCases.map(\.summary)
    #expect(Set(sentences).count == 4)
    #expect(sentences.allSatisfy { $0.hasPrefix("Generated code ") && $0.hasSuffix(".") })
  }
}
