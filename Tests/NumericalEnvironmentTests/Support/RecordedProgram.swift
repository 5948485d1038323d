// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import NumericalEnvironment
import Testing

/// One program that was recorded from the published sampler, with what it gave.
struct RecordedProgram {
  let seed: Int
  let goalInput: Int
  let target: Double
  let lines: [String]
  let startOutput: Double
  let startSlope: Double
  let outputs: [Double: Double]
  let adam: [Double: (final: Double, best: Double)]

  init(_ json: JSONValue) throws {
    func number(_ name: String) throws -> Double { try #require(json[name]?.doubleValue) }
    seed = try #require(json["seed"]?.intValue)
    goalInput = try #require(json["goal_input"]?.intValue)
    target = try number("goal_output")
    startOutput = try number("y_init")
    startSlope = try number("dydx_init")
    lines = try #require(json["program"]?.arrayValue).enumerated().map { index, line in
      let parts = try #require(line.arrayValue).map { $0.stringValue ?? $0.text }
      return "v\(index) = \(parts[1]) \(parts[0]) \(parts[2])"
    }
    var outputs: [Double: Double] = [:]
    for member in try #require(json["y_at"]?.members) {
      outputs[try #require(Double(member.name))] = member.value.doubleValue
    }
    self.outputs = outputs
    var adam: [Double: (final: Double, best: Double)] = [:]
    for member in try #require(json["adam"]?.members) {
      let rate = try #require(Double(member.name))
      adam[rate] = (
        try #require(member.value["final"]?.doubleValue),
        try #require(member.value["best"]?.doubleValue)
      )
    }
    self.adam = adam
  }

  static func all() throws -> [RecordedProgram] {
    try #require(SharedReference.read(SharedReference.programs)["problems"]?.arrayValue)
      .map(RecordedProgram.init)
  }
}
