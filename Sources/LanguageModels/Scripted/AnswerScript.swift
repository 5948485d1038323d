// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON
import Synchronization

/// A file of answers, with which a pipeline can be tried without any model.
///
/// ```json
/// {"rules": [{"contains": ["#Variables"], "answer": {"suggestion": {"prompt": "Think."}}}],
///  "answers": ["first", "second"], "otherwise": "Answer: 4"}
/// ```
///
/// The first rule whose texts are all in the conversation answers; without one the next of
/// `answers` in the order of the calls, which depends on how many run at once; then `otherwise`.
/// An answer that is no string is given as JSON text. When nothing is left the call fails.
package struct AnswerScript: Sendable, Hashable {
  private struct Rule: Sendable, Hashable {
    let contains: [String]
    let answer: String
  }

  private let rules: [Rule]
  private let answers: [String]
  private let otherwise: String?
  /// The model's name: the file's name without its folder, and the digest of what is in it, because
  /// another script is another model.
  package let identity: ModelIdentity

  /// Reads a script.
  ///
  /// - Parameters:
  ///   - json: The file's text.
  ///   - file: The file's path, for messages and for the name.
  /// - Throws: ``LanguageModelError`` with `malformed`, naming the file and what is wrong.
  package init(json: String, file: String) throws(LanguageModelError) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: json)
    } catch {
      throw LanguageModelError(.malformed, "the script \(file) is \(error)")
    }
    guard ["rules", "answers", "otherwise"].contains(where: { value[$0] != nil }) else {
      throw LanguageModelError(
        .malformed, "the script \(file) has no 'rules', 'answers' or 'otherwise': give one of them")
    }
    var rules: [Rule] = []
    for (index, entry) in (value["rules"]?.arrayValue ?? []).enumerated() {
      guard let texts = entry["contains"]?.arrayValue?.compactMap(\.stringValue), !texts.isEmpty,
        let answer = entry["answer"]
      else {
        throw LanguageModelError(
          .malformed,
          "rule \(index + 1) of the script \(file) needs 'contains', a list of texts, and "
            + "'answer'")
      }
      rules.append(Rule(contains: texts, answer: Self.text(of: answer)))
    }
    self.rules = rules
    answers = (value["answers"]?.arrayValue ?? []).map(Self.text)
    otherwise = value["otherwise"].map(Self.text)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let bare = String(name.map { $0.isWhitespace ? "_" : $0 })
    identity = ModelIdentity(
      provider: "scripted", model: "\(bare)@\(ContentDigest(of: value).shortHex)")
  }

  /// A model that answers by the script, from its start.
  package func makeModel() -> ScriptedLanguageModel {
    let position = Position()
    return ScriptedLanguageModel(identity: identity) {
      (request, _) throws(LanguageModelError) in
      let conversation = request.messages.map(\.content).joined(separator: "\n")
      if let rule = rules.first(where: { $0.contains.allSatisfy(conversation.contains) }) {
        return rule.answer
      }
      if let index = position.next(below: answers.count) { return answers[index] }
      if let otherwise { return otherwise }
      throw LanguageModelError(
        .outOfScript, "the script \(identity) has no answer left", callDigest: request.digest)
    }
  }

  private static func text(of value: JSONValue) -> String { value.stringValue ?? value.text }
}

/// How many answers of a list were given.
private final class Position: Sendable {
  private let count = Mutex(0)

  func next(below limit: Int) -> Int? {
    count.withLock { count in
      guard count < limit else { return nil }
      count += 1
      return count - 1
    }
  }
}
