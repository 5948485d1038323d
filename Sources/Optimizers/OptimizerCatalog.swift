// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// All optimizers that a plan can name; a new one is a line here.
public enum OptimizerCatalog {
  /// The optimizers, sorted by name.
  public static let all: [OptimizerDescription] = [
    .noOp,
    .opro,
    .optoPrime,
    .optoPrimeSmall,
    .random,
    .textGrad,
  ]

  /// The optimizer called `name`, or nil when there is none.
  ///
  /// - Complexity: O(*n*) in the number of optimizers.
  public static func optimizer(named name: String) -> OptimizerDescription? {
    all.first { $0.name == name }
  }
}
