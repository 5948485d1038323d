// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Yams

/// A node of a plan file that knows where it stands, for errors that name line and key.
struct PlanNode {
  private let node: Node
  private let file: String
  /// The key that the node belongs to.
  private let key: String
  private let line: Int

  init(_ node: Node, file: String, key: String, line: Int? = nil) {
    self.node = node
    self.file = file
    self.key = key
    self.line = line ?? node.mark?.line ?? 1
  }

  /// File, line and key, as in `plan.yaml:7: tasks`.
  var place: String { "\(file):\(line): \(key)" }

  var isMapping: Bool { node.mapping != nil }
  var isSequence: Bool { node.sequence != nil }

  /// An error about the node; the sentence goes on after the place.
  func error(_ rest: String) -> PlanError {
    PlanError(rest.hasPrefix(":") ? place + rest : "\(place) \(rest)")
  }

  /// The text of a scalar.
  ///
  /// - Throws: ``PlanError`` for a list, a mapping and an empty value.
  func word() throws(PlanError) -> String {
    guard let scalar = node.scalar, !scalar.string.isEmpty, scalar.string != "~" else {
      throw error("takes one word here")
    }
    return scalar.string
  }

  /// A whole number.
  ///
  /// - Throws: ``PlanError`` for anything else and for a number out of range.
  func number(in range: ClosedRange<Int>) throws(PlanError) -> Int {
    let word = try word()
    guard let number = Int(word), range.contains(number) else {
      let limit = range.upperBound == .max ? "" : " to \(range.upperBound)"
      throw error("takes a whole number from \(range.lowerBound)\(limit), not '\(word)'")
    }
    return number
  }

  /// The elements of a list; a value that is no list is a list of one.
  ///
  /// - Throws: ``PlanError`` for an empty list.
  func elements() throws(PlanError) -> [PlanNode] {
    guard let sequence = node.sequence else { return [self] }
    guard !sequence.isEmpty else {
      throw error("is an empty list: name at least one or leave it out")
    }
    return sequence.map { PlanNode($0, file: file, key: key) }
  }

  /// The members of a mapping in their order.
  ///
  /// - Throws: ``PlanError`` for anything but a mapping, and for a repeated key.
  func orderedMembers() throws(PlanError) -> [(String, PlanNode)] {
    guard let mapping = node.mapping else { throw error("takes keys and values here") }
    var members: [(String, PlanNode)] = []
    for (name, value) in mapping {
      let word = name.scalar?.string ?? ""
      let member = PlanNode(value, file: file, key: word, line: name.mark?.line ?? line)
      members.append((word, member))
    }
    return members
  }

  /// The members of a mapping by key.
  ///
  /// - Throws: ``PlanError`` as ``orderedMembers()``, and for a key that is not allowed, with the
  ///   nearest one that is.
  func members(allowed: [String]) throws(PlanError) -> [String: PlanNode] {
    var members: [String: PlanNode] = [:]
    for (name, value) in try orderedMembers() {
      guard allowed.contains(name) else {
        throw .unknown("key", name, option: "\(file):\(value.line): \(key)", known: allowed)
      }
      members[name] = value
    }
    return members
  }
}

extension YamlError {
  /// What follows the file's name: line and problem.
  var sentence: String {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      ":\(mark.line): the plan is no YAML: \(problem)"
    case .duplicatedKeysInMapping(let duplicates, let context):
      ":\(context.mark.line): the plan gives '\(duplicates.sorted().joined(separator: "', '"))' "
        + "twice: give it once"
    default: ": the plan is no YAML: \(self)"
    }
  }
}
