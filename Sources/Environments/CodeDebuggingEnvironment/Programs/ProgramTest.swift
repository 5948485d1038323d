// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON

/// One test of a program.
package enum ProgramTest: Sendable, Hashable {
  /// The program is called and has to return a value.
  ///
  /// The value is compared outside the sandbox, so that code cannot pass by knowing it. Real numbers
  /// are equal within the tolerance, absolute and relative to the greater one.
  case call(arguments: [JSONValue], expected: JSONValue, tolerance: Double)
  /// A publisher's own test in Python, which raises when the program fails it.
  ///
  /// It runs in the process of the program, so that the program is in part its own judge: code that
  /// searches the process for what the end of the test gives back, or that changes what the test
  /// looks at, could pass it by force.
  case script(PublishedTest)

  /// The tolerance where a data set names none.
  package static let ordinaryTolerance = 1e-9

  /// The test as JSON, for digests.
  var json: JSONValue {
    switch self {
    case .call(let arguments, let expected, let tolerance):
      [.array(arguments), expected, .real(tolerance)]
    case .script(let test):
      [.string(test.name), .string(test.source), .string(test.statement)]
    }
  }
}

/// A test as its publisher wrote it.
package struct PublishedTest: Sendable, Hashable {
  /// What the test is called in feedback.
  package let name: String
  /// Definitions that the test needs, which come after those of the program.
  package let source: String
  /// The Python statement that runs it and raises when the program fails.
  package let statement: String

  /// Creates a test.
  package init(name: String, source: String, statement: String) {
    self.name = name
    self.source = source
    self.statement = statement
  }
}
