// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// One file of a data set whose exact bytes are not known.
package struct UncheckedFile: Sendable, Hashable {
  /// The file's name within the folder of its set.
  package let name: String

  /// How many items it holds.
  package let exampleCount: Int

  /// Creates a description of a file.
  ///
  /// - Parameters:
  ///   - name: The file's name within the folder of its set.
  ///   - exampleCount: How many items it holds.
  package init(name: String, exampleCount: Int) {
    self.name = name
    self.exampleCount = exampleCount
  }
}
