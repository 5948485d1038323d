// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A classic test function of optimization with known least value.
package enum Landscape: String, Sendable, Hashable, CaseIterable {
  case bohachevsky
  case booth
  case matyas
  case mcCormick = "mccormick"
  case rosenbrock
  case rotatedHyperEllipsoid = "rotated-hyper-ellipsoid"
  case sixHumpCamel = "six-hump-camel"
  case threeHumpCamel = "three-hump-camel"

  /// The name in words.
  package var title: String {
    switch self {
    case .bohachevsky: "Bohachevsky's first function"
    case .booth: "Booth's function"
    case .matyas: "Matyas's function"
    case .mcCormick: "McCormick's function"
    case .rosenbrock: "Rosenbrock's function"
    case .rotatedHyperEllipsoid: "the rotated hyper-ellipsoid"
    case .sixHumpCamel: "the six-hump camel function"
    case .threeHumpCamel: "the three-hump camel function"
    }
  }

  /// The ranges of the coordinates in which the least value is looked for.
  package var domain: [ClosedRange<Double>] {
    switch self {
    case .bohachevsky: [-100...100, -100...100]
    case .booth, .matyas: [-10...10, -10...10]
    case .mcCormick: [-1.5...4, -3...4]
    case .rosenbrock: [-5...10, -5...10]
    case .rotatedHyperEllipsoid: [-65.536...65.536, -65.536...65.536, -65.536...65.536]
    case .sixHumpCamel: [-3...3, -2...2]
    case .threeHumpCamel: [-5...5, -5...5]
    }
  }

  /// The places of the least value within the domain.
  package var optima: [[Double]] {
    switch self {
    case .bohachevsky, .matyas, .threeHumpCamel: [[0, 0]]
    case .booth: [[1, 3]]
    case .mcCormick: [[0.5 - .pi / 3, -0.5 - .pi / 3]]
    case .rosenbrock: [[1, 1]]
    case .rotatedHyperEllipsoid: [[0, 0, 0]]
    case .sixHumpCamel:
      [[0.08984201368301331, -0.7126564032704135], [-0.08984201368301331, 0.7126564032704135]]
    }
  }

  /// The least value within the domain.
  package var leastValue: Double {
    switch self {
    case .mcCormick: -3.0.squareRoot() / 2 - .pi / 3
    case .sixHumpCamel: -1.0316284534898774
    default: 0
    }
  }
}
