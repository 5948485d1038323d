// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Training

/// A setting of a protocol, as it is written after the protocol's name.
private struct ProtocolSetting: Sendable {
  let name: String
  let range: ClosedRange<Int>
  /// The courses that do not read it.
  var idleCourses: [TrainingProtocol.Course] = []
  let value: @Sendable (TrainingProtocol) -> Int?
  let set: @Sendable (inout TrainingProtocol, Int) -> Void

  static let all = [
    ProtocolSetting(
      name: "train", range: 1...1_000_000, idleCourses: [.search, .refinement],
      value: { $0.trainCount }, set: { $0.trainCount = $1 }),
    ProtocolSetting(
      name: "validation", range: 1...1_000_000, idleCourses: [.search, .refinement],
      value: { $0.validationCount }, set: { $0.validationCount = $1 }),
    ProtocolSetting(
      name: "test", range: 1...1_000_000, idleCourses: [.refinement], value: { $0.testCount },
      set: { $0.testCount = $1 }),
    ProtocolSetting(
      name: "steps", range: 0...1_000_000, value: { $0.steps }, set: { $0.steps = $1 }),
    ProtocolSetting(
      name: "answer-tokens", range: 1...1_000_000, value: { $0.answerTokens },
      set: { $0.answerTokens = $1 }),
    ProtocolSetting(
      name: "proposal-tokens", range: 1...1_000_000, value: { $0.proposalTokens },
      set: { $0.proposalTokens = $1 }),
  ]
}

extension TrainingProtocol {
  /// What settings may stand after a protocol's name, for messages.
  package static var settingNames: String {
    ProtocolSetting.all.map(\.name).joined(separator: ", ")
  }

  /// The names of the settings that were given after the protocol's name.
  ///
  /// - Complexity: O(*n*) in the length of the name.
  var givenSettings: [String] {
    let settings = name.drop { $0 != ":" }.dropFirst()
    return settings.split(separator: "+").map { String($0.prefix { $0 != "=" }) }
  }

  /// This protocol with settings of the user, such as `test=50+steps=4`.
  ///
  /// The name of the result tells every setting that is not the protocol's own, in a fixed order, so
  /// that trials of other settings are other trials.
  ///
  /// - Parameters:
  ///   - settings: The settings, separated by plus signs.
  ///   - place: Where they were read.
  /// - Returns: The protocol.
  /// - Throws: ``PlanError`` for a setting that there is not or that the protocol's course does not
  ///   read, or a number out of its range.
  func with(_ settings: Substring, place: String) throws(PlanError) -> TrainingProtocol {
    let known = ProtocolSetting.all.filter { !$0.idleCourses.contains(course) }.map(\.name)
    var schedule = self
    for part in settings.split(separator: "+", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard let setting = ProtocolSetting.all.first(where: { $0.name == sides.first }) else {
        throw .unknown(
          "setting of a protocol", sides.first ?? "", option: place, known: known)
      }
      guard known.contains(setting.name) else {
        throw PlanError(
          "\(place): \(setting.name) is not read by '\(name)', whose settings are "
            + known.joined(separator: ", "))
      }
      guard sides.count == 2, let number = Int(sides[1]), setting.range.contains(number) else {
        throw PlanError(
          "\(place): \(setting.name) takes a whole number from \(setting.range.lowerBound) to "
            + "\(setting.range.upperBound), not '\(sides.dropFirst().first ?? "")'")
      }
      setting.set(&schedule, number)
    }
    let changed = ProtocolSetting.all.compactMap { [schedule] setting in
      let value = setting.value(schedule)
      return value == setting.value(self) ? nil : value.map { "\(setting.name)=\($0)" }
    }
    if !changed.isEmpty { schedule.name += ":" + changed.joined(separator: "+") }
    return schedule
  }
}
