// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// An article of an encyclopedia that a retriever can find.
struct Passage: Sendable, Hashable {
  /// The title, unique in its encyclopedia.
  let title: String
  /// What the article says.
  let text: String

  /// Title and text as a retriever indexes them and a workflow reads them.
  var line: String { "\(title) | \(text)" }

  /// The passage as a JSON object, for digests and files.
  var json: JSONValue { ["title": .string(title), "text": .string(text)] }
}
