// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

extension PythonSandbox {
  /// What one call may use.
  package struct Limits: Sendable, Hashable {
    /// Processor time, in whole seconds; a fraction is rounded up.
    package var cpuTime: Duration = .seconds(5)
    /// Time that passes.
    package var wallTime: Duration = .seconds(10)
    /// Address space in bytes, of which the interpreter needs some 40 MiB.
    package var memoryBytes = 512 << 20
    /// What the code may print, in bytes.
    package var outputBytes = 256 << 10
    /// The size of the returned value as JSON, in bytes.
    package var valueBytes = 4 << 20
    /// The size of one file in the scratch folder, in bytes.
    package var fileBytes = 8 << 20
    /// The size of all files in the scratch folder, in bytes.
    package var scratchBytes = 32 << 20
    /// How many threads the code may start.
    package var threads = 16

    /// Creates the limits for ordinary calls.
    package init() {}
  }

  /// How a sandbox is set up.
  package struct Configuration: Sendable, Hashable {
    /// How many calls run at once, each in a worker of its own.
    package var workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
    /// What one call may use.
    package var limits = Limits()
    /// The interpreter's absolute path.
    package var interpreter: String
    /// Whether code can import what is installed beside the standard library.
    package var usesSitePackages = false
    /// How many calls a worker serves before it is replaced.
    package var callsPerWorker = 5_000
    /// Which protections may be used; the first that works is, in the order of strength.
    package var acceptedProtections: Set<Protection> = [.bubblewrap, .namespaces, .filters]

    /// Whether code may run when nothing protects the machine from it.
    package var allowsUnprotected: Bool {
      get { acceptedProtections.contains(.unprotected) }
      set {
        if newValue {
          acceptedProtections.insert(.unprotected)
        } else {
          acceptedProtections.remove(.unprotected)
        }
      }
    }

    /// Creates a configuration whose interpreter is `OPTOBENCH_PYTHON` or else `/usr/bin/python3`.
    package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
      let named = environment["OPTOBENCH_PYTHON"] ?? ""
      interpreter = named.isEmpty ? "/usr/bin/python3" : named
    }
  }
}
