// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// What a trial's stored settings of protocol and budget say.
struct ProtocolFacts: Sendable, Hashable {
  /// The settings without what belongs to single tasks, as canonical JSON text.
  let settings: String
  /// In which order trials query, propose and choose.
  let course: ReportTable.Course
  /// The first digits of the workflow's digest; nil when none was stored.
  let workflow: String?
  /// What scores mean.
  let measure: ScoreMeasure

  /// Reads stored settings; a text that is no JSON object is taken as it is.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: String) {
    let value = try? JSONValue(parsing: text)
    let members = value?.members
    settings =
      members.map { members in
        JSONValue.object(members.filter { !["workflow", "measure"].contains($0.name) })
          .canonicalText
      } ?? text
    let course = value?["protocol"]?["course"]?.stringValue
    self.course = course == "search" ? .search : .pass
    workflow = value?["workflow"]?.stringValue
    measure = ScoreMeasure(value?["measure"])
  }
}

/// The facts of each settings text, read once.
struct ProtocolFactsCache {
  private var facts: [String: ProtocolFacts] = [:]

  mutating func facts(of text: String) -> ProtocolFacts {
    if let known = facts[text] { return known }
    let read = ProtocolFacts(text)
    facts[text] = read
    return read
  }
}
