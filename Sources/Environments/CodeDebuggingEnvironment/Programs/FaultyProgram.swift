// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON

/// A program with one fault, what it should do, and its tests.
package struct FaultyProgram: Sendable, Hashable {
  /// One of its functions, which are called one after the other.
  package struct Function: Sendable, Hashable {
    /// The name of the function that is called.
    package let name: String
    /// The names of its parameters; of every function but the first there is one, which is given
    /// what the function before returned.
    package let parameters: [String]
    /// The source text with which a trial begins; other definitions may stand beside the function.
    package let faulty: String
    /// Source text without the fault, where it is known; never shown to an optimizer.
    package let correct: String?
    /// Whether the function gives its values one by one; tests compare the list of them.
    package var isGenerator = false
  }

  /// The name of its task, such as `strings/caesar_shift`.
  package let name: String
  /// What the program should do, in words.
  package let specification: String
  /// The functions in the order in which they are called, at least one.
  package let functions: [Function]
  /// Tests whose results make the feedback, at least one.
  package let visible: [ProgramTest]
  /// Tests that decide whether the fault is removed; never shown to an optimizer.
  package let hidden: [ProgramTest]

  /// The digest of all of it, by which trials of changed programs are told apart.
  ///
  /// - Complexity: O(*n*) in the size of the texts and tests.
  package var digest: ContentDigest {
    let functions = functions.map { function -> JSONValue in
      [
        "name": .string(function.name), "faulty": .string(function.faulty),
        "correct": function.correct.map { .string($0) } ?? .null,
        "parameters": .array(function.parameters.map { .string($0) }),
      ]
    }
    return ContentDigest(
      of: [
        "name": .string(name), "specification": .string(specification),
        "functions": .array(functions), "visible": .array(visible.map(\.json)),
        "hidden": .array(hidden.map(\.json)),
      ])
  }
}
