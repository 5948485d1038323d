// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import AIMEEnvironment
package import BenchmarkSuites
import BigBenchHardEnvironment
import CodeDebuggingEnvironment
import Datasets
import GSM8KEnvironment
import MultiHopEnvironment
import MultipleChoiceEnvironment
import NumericalEnvironment
import QuestionAnswering
import RobotArmEnvironment
import TrafficEnvironment
import TuningEnvironment
import UserDataEnvironment

/// All suites that a plan can name; a new environment is a line here.
package enum SuiteCatalog {
  /// The suites, sorted by name.
  package static let all: [any BenchmarkSuite] = [
    AIMESuite(),
    BigBenchHardSuite(),
    BigBenchHardSuite(.chainOfThought),
    HardTasksSuite(),
    TextGradTasksSuite(),
    CodeDebuggingSuite(),
    CodeDebuggingSuite(feedback: .call),
    CodeDebuggingSuite(feedback: .count),
    CodeDebuggingSuite(feedback: .trace),
    CodeDebuggingSuite.coderVerifier,
    GPQASuite(),
    GSM8KSuite(),
    GSM8KSuite(.direct),
    MultiHopSuite(),
    MMLUSuite(),
    NumericalSuite(),
    RobotArmSuite(),
    SolutionSuite(),
    SolutionSuite(peeks: true),
    TrafficSuite(),
    TuningSuite(),
  ]

  /// The suite called `name`.
  ///
  /// - Parameters:
  ///   - name: The name, or `file:PATH` for a file of the user.
  ///   - place: Where the name was read.
  /// - Returns: The suite.
  /// - Throws: ``PlanError`` when there is none, naming those that there are.
  /// - Complexity: O(*n*) in the number of suites.
  package static func suite(
    named name: String, place: String = "--suite"
  ) throws(PlanError) -> any BenchmarkSuite {
    do throws(DataError) {
      if let suite = try UserFileSuite(name: name) { return suite }
    } catch {
      throw PlanError(error.message)
    }
    guard let suite = all.first(where: { $0.name == name }) else {
      throw PlanError.unknown("suite", name, option: place, known: all.map(\.name))
    }
    return suite
  }
}
