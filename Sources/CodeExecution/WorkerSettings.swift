// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// What a worker is told before its first call.
struct WorkerSettings: Sendable {
  /// The frame's content.
  let content: [UInt8]

  /// Writes the limits and the filters down; nil on a processor that has no filter.
  init?(limits: PythonSandbox.Limits, command: LaunchCommand) {
    guard let worker = SystemCallFilter.worker(isReadOnly: !command.hasOwnRoot),
      let call = SystemCallFilter.call(allowsThreads: command.hasOwnRoot)
    else { return nil }
    let settings: JSONValue = [
      "wallSeconds": .real(limits.wallTime / .seconds(1)),
      "memory": .integer(limits.memoryBytes),
      "fileSize": .integer(limits.fileBytes),
      "outputBytes": .integer(limits.outputBytes),
      "valueBytes": .integer(limits.valueBytes),
      "threads": .integer(limits.threads),
      "scratch": command.scratch.map(JSONValue.string) ?? .null,
      "scratchBytes": .integer(limits.scratchBytes),
      "confinement": .string(command.confinement.rawValue),
      "folders": .array(
        command.folders.map { [.string($0.path), $0.target.map(JSONValue.string) ?? .null] }
      ),
      "filter": worker.json,
      "callFilter": call.json,
      "messages": .object(
        PythonLimit.Kind.allCases.map { .init($0.rawValue, .string(limits.message(for: $0))) }
      ),
    ]
    content = Array(settings.text.utf8)
  }
}

extension PythonSandbox.Limits {
  /// The processor time as the kernel counts it.
  var cpuSeconds: Int { max(1, Int((cpuTime / .seconds(1)).rounded(.up))) }

  /// One sentence about a limit that was hit.
  func message(for kind: PythonLimit.Kind) -> String {
    switch kind {
    case .cpuTime: "the call used more than \(cpuSeconds) s of processor time"
    case .wallTime: "the call took longer than \(wallTime)"
    case .memory: "the call needed more than \(memoryBytes >> 20) MiB of memory"
    case .output: "the call printed more than \(outputBytes) bytes"
    case .value: "the call returned a value of more than \(valueBytes) bytes"
    case .processes: "the call started a process or more than \(threads) threads"
    case .fileSize: "the call wrote a file of more than \(fileBytes) bytes"
    }
  }
}
