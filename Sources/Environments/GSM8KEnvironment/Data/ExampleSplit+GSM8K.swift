// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Datasets

extension ExampleSplit {
  /// The split of DSPy's `GSM8K` data set, which TextGrad and the Trace paper's comparison with it
  /// also use: `Random(0)` shuffles each file; the first 200 of the training file train, the next
  /// 300 validate, and the whole test file tests.
  ///
  /// - Parameters:
  ///   - train: The publisher's training file, at least 500 problems.
  ///   - test: The publisher's test file.
  package init(asInDSPyOf train: ExampleSet, test: ExampleSet) {
    var trainOrder = PythonRandom(seed: 0)
    var testOrder = PythonRandom(seed: 0)
    let shuffled = trainOrder.shuffled(train.examples)
    self.init(
      label: train.label, train: Array(shuffled[..<200]), validation: Array(shuffled[200..<500]),
      test: testOrder.shuffled(test.examples))
  }
}
