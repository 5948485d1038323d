// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The 24 noiseless functions of the BBOB test bed (Finck, Hansen, Ros and Auger, 2009).
package enum BBOBFunction: Int, Sendable, Hashable, CaseIterable {
  case sphere = 1
  case ellipsoid
  case rastrigin
  case buecheRastrigin
  case linearSlope
  case attractiveSector
  case stepEllipsoid
  case rosenbrock
  case rotatedRosenbrock
  case rotatedEllipsoid
  case discus
  case bentCigar
  case sharpRidge
  case differentPowers
  case rotatedRastrigin
  case weierstrass
  case schaffers
  case illConditionedSchaffers
  case griewankRosenbrock
  case schwefel
  case gallagher101
  case gallagher21
  case katsuura
  case lunacek

  /// The name in words.
  package var title: String {
    switch self {
    case .sphere: "sphere"
    case .ellipsoid: "separable ellipsoid"
    case .rastrigin: "separable Rastrigin"
    case .buecheRastrigin: "Büche-Rastrigin"
    case .linearSlope: "linear slope"
    case .attractiveSector: "attractive sector"
    case .stepEllipsoid: "step ellipsoid"
    case .rosenbrock: "Rosenbrock"
    case .rotatedRosenbrock: "rotated Rosenbrock"
    case .rotatedEllipsoid: "rotated ellipsoid"
    case .discus: "discus"
    case .bentCigar: "bent cigar"
    case .sharpRidge: "sharp ridge"
    case .differentPowers: "sum of different powers"
    case .rotatedRastrigin: "rotated Rastrigin"
    case .weierstrass: "Weierstrass"
    case .schaffers: "Schaffers F7"
    case .illConditionedSchaffers: "ill-conditioned Schaffers F7"
    case .griewankRosenbrock: "composite Griewank-Rosenbrock"
    case .schwefel: "Schwefel"
    case .gallagher101: "Gallagher with 101 peaks"
    case .gallagher21: "Gallagher with 21 peaks"
    case .katsuura: "Katsuura"
    case .lunacek: "Lunacek bi-Rastrigin"
    }
  }

  /// The number from which the function's random numbers start; two pairs share theirs.
  var seedNumber: Int {
    switch self {
    case .buecheRastrigin: BBOBFunction.rastrigin.rawValue
    case .illConditionedSchaffers: BBOBFunction.schaffers.rawValue
    default: rawValue
    }
  }
}
