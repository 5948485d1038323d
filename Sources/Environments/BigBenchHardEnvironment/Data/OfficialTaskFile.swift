// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import Datasets

/// The form of the publisher's files: an object whose `examples` are objects with `input` and
/// `target`.
package struct OfficialTaskFile: Sendable {
  private let path: String
  private let task: BigBenchHardTask

  /// Describes a file.
  ///
  /// - Parameters:
  ///   - path: The name that errors give.
  ///   - task: The task whose items it holds.
  package init(path: String, task: BigBenchHardTask) {
    self.path = path
    self.task = task
  }

  /// Reads the items.
  ///
  /// - Parameter bytes: The file's content.
  /// - Returns: As many items as the publisher's file has, in file order.
  /// - Throws: ``DataError`` with code `malformed` naming the file and the line or item, or with
  ///   code `wrongCount`.
  package func examples(in bytes: [UInt8]) throws(DataError) -> [Example] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DataError(.malformed, "\(path) is not UTF-8 text: fetch it again.")
    }
    let value: JSONValue
    do {
      value = try JSONValue(parsing: text)
    } catch {
      throw DataError(.malformed, "\(path) is \(error): fetch it again.", line: error.line)
    }
    guard let items = value["examples"]?.arrayValue else {
      throw DataError(.malformed, "\(path) has no list \"examples\": fetch it again.")
    }
    var examples: [Example] = []
    for (index, item) in items.enumerated() {
      guard let input = item["input"]?.stringValue, let target = item["target"]?.stringValue else {
        throw DataError(
          .malformed,
          "\(path), item \(index) has no strings \"input\" and \"target\": fetch the file again."
        )
      }
      let id = "\(task.rawValue)/\(ExampleNumber.text(index))"
      examples.append(Example(id: id, input: input, target: target))
    }
    guard examples.count == task.officialCount else {
      throw DataError(
        .wrongCount,
        "\(path) has \(examples.count) items where the published file has \(task.officialCount): "
          + "fetch it again."
      )
    }
    return examples
  }
}
