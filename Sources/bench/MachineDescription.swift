// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation

/// The machine of a run, as records name it: no host name, no user, no paths.
enum MachineDescription {
  /// System, processor, number of processors in use and memory in bytes.
  static var current: JSONValue {
    let process = ProcessInfo.processInfo
    return [
      "system": .string(process.operatingSystemVersionString),
      "processor": .string(processorName),
      "processors": .integer(process.activeProcessorCount),
      "memory_bytes": .integer(Int(process.physicalMemory)),
    ]
  }

  private static var processorName: String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = line?.split(separator: ":", maxSplits: 1).last.map(String.init) ?? "unknown"
    return name.trimmingCharacters(in: .whitespaces)
  }
}
