// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CanonicalJSON
import OPTO
import Training

extension DataSource {
  /// The word for this source on the command line and in records.
  package var label: String {
    switch self {
    case .generated: "generated"
    case .official: "official"
    case .user: "user"
    }
  }
}

extension TrainingProtocol {
  /// All settings, as they enter a trial's identity.
  var jsonValue: JSONValue {
    var members = commonSettings.members ?? []
    if let batches { members.append(JSONValue.Member("batches", batches.jsonValue)) }
    if testsEachState { members.append(JSONValue.Member("tests_each_state", .bool(true))) }
    return .object(members)
  }

  private var commonSettings: JSONValue {
    [
      "name": .string(name), "course": .string(course.rawValue), "train": Self.json(trainCount),
      "validation": Self.json(validationCount), "test": Self.json(testCount),
      "answer_tokens": .integer(answerTokens), "proposal_tokens": .integer(proposalTokens),
      "steps": Self.json(steps), "validates_ends": .bool(validatesEnds),
    ]
  }

  private static func json(_ count: Int?) -> JSONValue { count.map { .integer($0) } ?? .null }
}

extension TaskMeasure {
  /// The measure as it is stored beside a trial's identity.
  var jsonValue: JSONValue {
    ["name": .string(name), "is_cost": .bool(isCost), "has_target": .bool(hasTarget)]
  }
}

extension BatchSchedule {
  fileprivate var jsonValue: JSONValue {
    [
      "size": .integer(size), "acceptance": .string(rule.acceptance.rawValue),
      "evidence": .string(rule.evidence.rawValue), "beam": .integer(beam),
      "confidence": .real(confidence),
    ]
  }
}

extension Budget {
  /// All limits, as they enter a trial's identity.
  var jsonValue: JSONValue {
    func json(_ limit: Int?) -> JSONValue { limit.map { .integer($0) } ?? .null }
    var members = [
      JSONValue.Member("steps", json(steps)), JSONValue.Member("evaluations", json(evaluations)),
      JSONValue.Member("model_calls", json(modelCalls)), JSONValue.Member("tokens", json(tokens)),
    ]
    // Limits that came later are left out where they do not bind, so that trials keep their names.
    if let money { members.append(JSONValue.Member("money", .real(money))) }
    if let seconds { members.append(JSONValue.Member("seconds", .real(seconds))) }
    return .object(members)
  }
}
