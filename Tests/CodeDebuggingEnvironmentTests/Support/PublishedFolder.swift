// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder in the form that published programs are read from, filled with programs of our own.
final class PublishedFolder {
  let url: URL

  init() throws {
    let base = FileManager.default.temporaryDirectory
    url = base.appendingPathComponent("optobench-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to path: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Writes a faulty and a correct program, with a description below as the publisher has it.
  func write(_ name: String, faulty: String, correct: String) throws {
    let description = "\n\n\"\"\"\nWhat \(name) does.\n\nExample:\n    >>> none\n\"\"\"\n"
    try write(faulty + description, to: "quixbugs/python_programs/\(name).py")
    try write(correct + description, to: "quixbugs/correct_python_programs/\(name).py")
  }
}
