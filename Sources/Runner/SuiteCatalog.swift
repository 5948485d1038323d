// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
import BigBenchHardEnvironment
import NumericalEnvironment
import TrafficEnvironment
import TuningEnvironment

/// All suites that a plan can name; a new environment is a line here.
package enum SuiteCatalog {
  /// The suites, sorted by name.
  package static let all: [any BenchmarkSuite] = [
    BigBenchHardSuite(),
    NumericalSuite(),
    TrafficSuite(),
    TuningSuite(),
  ]

  /// The suite called `name`.
  ///
  /// - Throws: ``PlanError`` when there is none, naming those that there are.
  /// - Complexity: O(*n*) in the number of suites.
  package static func suite(named name: String) throws(PlanError) -> any BenchmarkSuite {
    guard let suite = all.first(where: { $0.name == name }) else {
      throw PlanError.unknown("suite", name, option: "--suite", known: all.map(\.name))
    }
    return suite
  }
}
