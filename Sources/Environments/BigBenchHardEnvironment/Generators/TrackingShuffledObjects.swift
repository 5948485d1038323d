// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// People who each have a thing and swap in pairs; it is asked what one of them has at the end.
struct TrackingShuffledObjects: BigBenchHardGenerator {
  let task: BigBenchHardTask
  let balancedAnswers: [String]
  private let count: Int

  /// Creates the generator of one of the three files.
  ///
  /// - Parameter count: How many people swap, which is also how often.
  init(_ count: ObjectCount) {
    self.count = count.rawValue
    balancedAnswers = OptionLetters.names(count.rawValue)
    task =
      switch count {
      case .three: .trackingShuffledObjectsThreeObjects
      case .five: .trackingShuffledObjectsFiveObjects
      case .seven: .trackingShuffledObjectsSevenObjects
      }
  }

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let scene = stream.element(of: ShufflingScene.all)
    let people = Array(Self.names.prefix(count))
    let things = stream.sample(count, of: scene.things)
    var holdings = Array(0..<count)
    let sentences = (0..<count).map { index in
      let pair = stream.sample(2, of: Array(0..<count))
      holdings.swapAt(pair[0], pair[1])
      let opening = index == 0 ? "First" : index == count - 1 ? "Finally" : "Then"
      return "\(opening), \(people[pair[0]]) and \(people[pair[1]]) \(scene.swap)."
    }
    let wanted = answer.flatMap(OptionLetters.index(of:)).flatMap(holdings.firstIndex(of:))
    let asked = wanted ?? stream.integer(in: 0...count - 1)
    let start = zip(people, things).map { "\($0) \(scene.verb) \($1)" }
    let question = """
      \(Phrase.list(people)) \(scene.opening): \(Phrase.list(start)).
      \(scene.transition) \(sentences.joined(separator: " ")) \
      \(scene.ending), \(people[asked]) \(scene.verb)
      \(OptionLetters.block(things))
      """
    return GeneratedItem(input: question, target: OptionLetters.name(at: holdings[asked]))
  }

  private static let names = ["Amir", "Bella", "Chloe", "Diego", "Emma", "Farid", "Grace"]
}
