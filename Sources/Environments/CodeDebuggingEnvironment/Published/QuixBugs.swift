// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Datasets
import Foundation

/// The Python programs of QuixBugs (Lin et al., SPLASH Companion 2017) in a folder.
///
/// The published tests both train and test, as is usual with this set: a program counts as repaired
/// when it passes all of them. Two slow tests are left out, as the publisher's own runs do.
struct QuixBugs: Sendable {
  /// The names of the 40 programs, sorted.
  static let names = [
    "bitcount", "breadth_first_search", "bucketsort", "depth_first_search", "detect_cycle",
    "find_first_in_sorted", "find_in_sorted", "flatten", "gcd", "get_factors", "hanoi",
    "is_valid_parenthesization", "kheapsort", "knapsack", "kth", "lcs_length", "levenshtein", "lis",
    "longest_common_subsequence", "max_sublist_sum", "mergesort", "minimum_spanning_tree",
    "next_palindrome", "next_permutation", "pascal", "possible_change", "powerset", "quicksort",
    "reverse_linked_list", "rpn_eval", "shortest_path_length", "shortest_path_lengths",
    "shortest_paths", "shunting_yard", "sieve", "sqrt", "subsequences", "to_base",
    "topological_ordering", "wrap",
  ]

  private let folder: URL

  /// Opens a checkout of the publisher's repository.
  init(folder: URL) { self.folder = folder }

  /// Reads a program with its tests.
  ///
  /// - Parameter name: One of ``names``.
  /// - Returns: The program, whose visible and hidden tests are the same.
  /// - Throws: ``DataError`` naming the file that is missing or of another form.
  func program(_ name: String) throws(DataError) -> FaultyProgram {
    let path = "python_programs/\(name).py"
    let (faulty, description) = PublishedSource.programAndDescription(in: try text(path))
    guard let parameters = PublishedSource.parameters(of: name, in: faulty) else {
      throw DataError(
        .malformed, "\(folder.path)/\(path) defines no function \(name): fetch it again.")
    }
    let correct = folder.appendingPathComponent("correct_python_programs/\(name).py")
    let isKnown = FileManager.default.fileExists(atPath: correct.path)
    let function = FaultyProgram.Function(
      name: name, parameters: parameters, faulty: faulty,
      correct: isKnown
        ? PublishedSource.programAndDescription(in: try TextFile.text(of: correct)).program : nil,
      isGenerator: PublishedSource.isGenerator(faulty))
    let cases = folder.appendingPathComponent("json_testcases/\(name).json")
    let hasCases = FileManager.default.fileExists(atPath: cases.path)
    let tests = hasCases ? try calls(of: name) : try scripts(of: name)
    return FaultyProgram(
      name: "quixbugs/\(name)", specification: description, functions: [function], visible: tests,
      hidden: tests)
  }

  private func text(_ path: String) throws(DataError) -> String {
    try TextFile.text(of: folder.appendingPathComponent(path))
  }

  /// The tests that are pairs of arguments and value, one a line.
  private func calls(of name: String) throws(DataError) -> [ProgramTest] {
    let path = "json_testcases/\(name).json"
    var tests: [ProgramTest] = []
    for (index, line) in try text(path).split(separator: "\n").enumerated() {
      guard let pair = (try? JSONValue(parsing: String(line)))?.arrayValue, pair.count == 2 else {
        throw DataError(
          .malformed, "\(folder.path)/\(path), line \(index + 1) is no pair: fetch it again.",
          line: index + 1)
      }
      let arguments = pair[0].arrayValue ?? [pair[0]]
      guard !Self.isSlow(name, arguments) else { continue }
      // The allowed distance of a root is an argument of its test.
      let distance = name == "sqrt" ? arguments.last?.doubleValue : nil
      let size = max(1, abs(pair[1].doubleValue ?? 1))
      let tolerance = distance.map { $0 / size } ?? ProgramTest.ordinaryTolerance
      tests.append(.call(arguments: arguments, expected: pair[1], tolerance: tolerance))
    }
    guard !tests.isEmpty else {
      throw DataError(.malformed, "\(folder.path)/\(path) has no tests: fetch it again.")
    }
    return tests
  }

  private static func isSlow(_ name: String, _ arguments: [JSONValue]) -> Bool {
    switch name {
    case "levenshtein": arguments.first == "amanaplanacanalpanama"
    case "knapsack": (arguments.first?.intValue ?? 0) > 1_000_000
    default: false
    }
  }

  /// The tests that are functions of a Python file.
  private func scripts(of name: String) throws(DataError) -> [ProgramTest] {
    let path = "python_testcases/test_\(name).py"
    let lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false)
    // What imports the program is left out, since the program stands above.
    let kept = lines.filter { line in
      !["import pytest", "from node", "if pytest", "else:", "    from "].contains {
        line.hasPrefix($0)
      }
    }
    let usesNodes = lines.contains { $0.hasPrefix("from node") }
    let nodes = usesNodes ? try text("python_testcases/node.py") : ""
    let source = nodes + "\n\n" + kept.joined(separator: "\n")
    let names = kept.compactMap { line in line.firstMatch(of: /^def (test\w*)\(/)?.1 }
    guard !names.isEmpty else {
      throw DataError(.malformed, "\(folder.path)/\(path) has no tests: fetch it again.")
    }
    return names.map { test in
      .script(PublishedTest(name: String(test), source: source, statement: "\(test)()"))
    }
  }
}
