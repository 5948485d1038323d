// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Something in a store that is not as it was written.
package struct StoreFault: Sendable, Hashable, CustomStringConvertible {
  /// The row or rows, by the names that a reader knows them by.
  package let subject: String
  /// What is wrong with it.
  package let problem: String

  /// Names a fault.
  package init(_ subject: String, _ problem: String) {
    self.subject = subject
    self.problem = problem
  }

  /// Subject and problem in one line.
  package var description: String { "\(subject): \(problem)" }
}
