// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import Testing
import TuningEnvironment

struct BoostedTreesTests {
  private let data = FriedmanData(seed: 7)

  /// Printed by NumPy for the same seed.
  @Test func rowsAreTheRecordedOnes() {
    let first = [
      0.07630828937395717, 0.7799187922401146, 0.4384092314408935, 0.7234651778309412,
      0.9779895119966027, 0.5384958704104337, 0.5011204636599379, 0.07205113335976154,
      0.26843898010187117, 0.49988250082555996,
    ]
    #expect(Array(data.inputs.prefix(10)) == first)
    let targets = [13.624735648940419, 12.187173269070344, 24.144402433120415]
    for (target, expected) in zip(data.targets, targets) { #expect(abs(target - expected) < 1e-12) }
    let mean = data.targets[FriedmanData.training].reduce(0, +) / 300
    #expect(abs(mean - 14.613158717459779) < 1e-12)
  }

  @Test func noTreesPredictTheMean() {
    let settings = BoostingSettings(learningRate: 1, treeCount: 0, depth: 1, leastLeafSize: 1)
    #expect(
      abs(BoostedTrees(settings, on: data).error(on: FriedmanData.validation) - 4.95) < 0.02)
  }

  @Test func deepTreesLearnTheTrainingRowsByHeart() {
    let settings = BoostingSettings(learningRate: 1, treeCount: 100, depth: 6, leastLeafSize: 1)
    #expect(BoostedTrees(settings, on: data).error(on: FriedmanData.training) < 1e-6)
  }

  @Test func leavesAsLargeAsTheDataCannotSplit() {
    let settings = BoostingSettings(learningRate: 1, treeCount: 5, depth: 3, leastLeafSize: 151)
    let mean = BoostingSettings(learningRate: 1, treeCount: 0, depth: 1, leastLeafSize: 1)
    let difference =
      BoostedTrees(settings, on: data).error(on: FriedmanData.test)
      - BoostedTrees(mean, on: data).error(on: FriedmanData.test)
    #expect(abs(difference) < 1e-12)
  }

  /// scikit-learn breaks ties between equal splits at random, which matters where trees learn the
  /// training rows by heart: there its own errors differ by up to 6 % between random states.
  @Test(.enabled(if: SharedReference.fits != nil, "the recorded reference values are not here"))
  func errorsAreThoseOfScikitLearn() throws {
    let json = try SharedReference.read(SharedReference.fits)
    let points = try #require(json["points"]?.arrayValue)
    #expect(points.count == 8)
    for point in points {
      func number(_ name: String) throws -> Double { try #require(point[name]?.doubleValue) }
      let settings = BoostingSettings(
        learningRate: try number("learning_rate"), treeCount: Int(try number("n_trees")),
        depth: Int(try number("max_depth")), leastLeafSize: Int(try number("min_leaf")))
      let trees = BoostedTrees(settings, on: data)
      let training = try number("rmse_train")
      let tolerance = training < 0.01 ? 0.04 : 0.01
      let splits = [(FriedmanData.validation, "rmse_val"), (FriedmanData.test, "rmse_test")]
      for (rows, name) in splits {
        let expected = try number(name)
        #expect(abs(trees.error(on: rows) - expected) < tolerance * expected, "\(settings)")
      }
      if training > 0.01 {
        #expect(abs(trees.error(on: FriedmanData.training) - training) < 0.01 * training)
      }
    }
  }
}
