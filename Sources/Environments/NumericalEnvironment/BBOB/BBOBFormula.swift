// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The formula at the heart of a BBOB function, zero at its optimum.
enum BBOBFormula: Sendable {
  /// Σ wᵢ zᵢ².
  case weightedSquares([Double])
  /// The weighted squares of coordinates that are rounded and then rotated.
  case steppedSquares([Double], rotation: SquareMatrix)
  /// Rastrigin's function.
  case rastrigin
  /// Slopes towards a corner, level beyond it.
  case linearSlope([Double], corner: [Double])
  /// Squares, those on the wrong side of the optimum 10,000 times as large.
  case attractiveSector([Double])
  /// Rosenbrock's function.
  case rosenbrock
  /// A ridge along the first coordinate.
  case sharpRidge
  /// The root of a sum of powers, one exponent for each coordinate.
  case differentPowers([Double])
  /// Weierstrass's function of 12 summands.
  case weierstrass(WeierstrassSum)
  /// Schaffers' function F7.
  case schaffers
  /// Griewank's function of Rosenbrock's terms.
  case griewankRosenbrock
  /// Schwefel's function.
  case schwefel
  /// Gallagher's peaks.
  case gallagher(GallagherPeaks)
  /// Katsuura's function.
  case katsuura
  /// Lunacek's two funnels under Rastrigin's waves.
  case lunacek(SquareMatrix)

  /// The value at coordinates that all stages have been applied to.
  ///
  /// - Parameters:
  ///   - point: The coordinates; may be changed.
  ///   - spare: Room for as many numbers.
  ///   - count: How many coordinates there are, at least 2.
  /// - Returns: The value without the instance's offset.
  func value(
    at point: UnsafeMutablePointer<Double>, spare: UnsafeMutablePointer<Double>, count: Int
  ) -> Double {
    switch self {
    case .weightedSquares(let weights): Self.weightedSquares(point, weights)
    case .steppedSquares(let weights, let rotation):
      Self.steppedSquares(point, spare, weights, rotation)
    case .rastrigin: Self.rastrigin(point, count)
    case .linearSlope(let slopes, let corner): Self.linearSlope(point, slopes, corner)
    case .attractiveSector(let signs): Self.attractiveSector(point, signs)
    case .rosenbrock: Self.rosenbrock(point, count)
    case .sharpRidge: Self.sharpRidge(point, count)
    case .differentPowers(let exponents): Self.differentPowers(point, exponents)
    case .weierstrass(let sum): sum.value(at: point, count: count)
    case .schaffers: Self.schaffers(point, count)
    case .griewankRosenbrock: Self.griewankRosenbrock(point, count)
    case .schwefel: Self.schwefel(point, count)
    case .gallagher(let peaks): peaks.value(at: point)
    case .katsuura: Self.katsuura(point, count)
    case .lunacek(let matrix): Self.lunacek(point, spare, matrix)
    }
  }
}

private typealias Point = UnsafeMutablePointer<Double>

extension BBOBFormula {
  private static func weightedSquares(_ point: Point, _ weights: [Double]) -> Double {
    var sum = 0.0
    for index in weights.indices { sum += weights[index] * point[index] * point[index] }
    return sum
  }

  private static func steppedSquares(
    _ point: Point, _ spare: Point, _ weights: [Double], _ rotation: SquareMatrix
  ) -> Double {
    let first = abs(point[0])
    for index in weights.indices {
      let value = point[index]
      point[index] = abs(value) > 0.5 ? rounded(value) : rounded(10 * value) / 10
    }
    rotation.multiply(point, plus: 0, into: spare)
    return 0.1 * max(first * 1e-4, weightedSquares(spare, weights))
  }

  /// Halves are rounded upwards, also below zero.
  fileprivate static func rounded(_ value: Double) -> Double { (value + 0.5).rounded(.down) }

  private static func rastrigin(_ point: Point, _ count: Int) -> Double {
    var waves = 0.0
    var squares = 0.0
    for index in 0..<count {
      waves += cos(2 * .pi * point[index])
      squares += point[index] * point[index]
    }
    return 10 * (Double(count) - waves) + squares
  }

  private static func linearSlope(
    _ point: Point, _ slopes: [Double], _ corner: [Double]
  ) -> Double {
    var sum = 0.0
    for index in slopes.indices {
      let isBeyond = point[index] * corner[index] >= 25
      let place = isBeyond ? corner[index] : point[index]
      sum += 5 * abs(slopes[index]) - slopes[index] * place
    }
    return sum
  }

  private static func attractiveSector(_ point: Point, _ signs: [Double]) -> Double {
    var sum = 0.0
    for index in signs.indices {
      let square = point[index] * point[index]
      sum += signs[index] * point[index] > 0 ? 1e4 * square : square
    }
    return sum
  }

  private static func rosenbrock(_ point: Point, _ count: Int) -> Double {
    var valley = 0.0
    var distance = 0.0
    for index in 0..<count - 1 {
      let bend = point[index] * point[index] - point[index + 1]
      valley += bend * bend
      distance += (point[index] - 1) * (point[index] - 1)
    }
    return 100 * valley + distance
  }

  private static func sharpRidge(_ point: Point, _ count: Int) -> Double {
    var sum = 0.0
    for index in 1..<count { sum += point[index] * point[index] }
    return 100 * sum.squareRoot() + point[0] * point[0]
  }

  private static func differentPowers(_ point: Point, _ exponents: [Double]) -> Double {
    var sum = 0.0
    for index in exponents.indices { sum += pow(abs(point[index]), exponents[index]) }
    return sum.squareRoot()
  }

  private static func schaffers(_ point: Point, _ count: Int) -> Double {
    var sum = 0.0
    for index in 0..<count - 1 {
      let square = point[index] * point[index] + point[index + 1] * point[index + 1]
      let wave = sin(50 * pow(square, 0.1))
      sum += square.squareRoot().squareRoot() * (1 + wave * wave)
    }
    let mean = sum / Double(count - 1)
    return mean * mean
  }

  private static func griewankRosenbrock(_ point: Point, _ count: Int) -> Double {
    var sum = 0.0
    for index in 0..<count - 1 {
      let bend = point[index] * point[index] - point[index + 1]
      let distance = 1 - point[index]
      let term = 100 * bend * bend + distance * distance
      sum += term / 4000 - cos(term)
    }
    return 10 + 10 * sum / Double(count - 1)
  }

  private static func schwefel(_ point: Point, _ count: Int) -> Double {
    var penalty = 0.0
    var sum = 0.0
    for index in 0..<count {
      let excess = abs(point[index]) - 500
      if excess > 0 { penalty += excess * excess }
      sum += point[index] * sin(abs(point[index]).squareRoot())
    }
    return 0.01 * (penalty + 418.9828872724339 - sum / Double(count))
  }

  private static func katsuura(_ point: Point, _ count: Int) -> Double {
    let exponent = 10 / pow(Double(count), 1.2)
    var product = 1.0
    for index in 0..<count {
      var sum = 0.0
      var scale = 1.0
      for _ in 0..<32 {
        scale *= 2
        let value = scale * point[index]
        sum += abs(value - rounded(value)) / scale
      }
      product *= pow(1 + Double(index + 1) * sum, exponent)
    }
    return 10 / Double(count * count) * (product - 1)
  }

  private static func lunacek(_ point: Point, _ spare: Point, _ matrix: SquareMatrix) -> Double {
    let count = matrix.dimension
    let centre = 2.5
    let depth = 1.0
    let width = 1 - 0.5 / (Double(count + 20).squareRoot() - 4.1)
    let secondCentre = -((centre * centre - depth) / width).squareRoot()
    var near = 0.0
    var far = 0.0
    for index in 0..<count {
      near += (point[index] - centre) * (point[index] - centre)
      far += (point[index] - secondCentre) * (point[index] - secondCentre)
      point[index] -= centre
    }
    matrix.multiply(point, plus: 0, into: spare)
    var waves = 0.0
    for index in 0..<count { waves += cos(2 * .pi * spare[index]) }
    let count10 = 10 * (Double(count) - waves)
    return min(near, depth * Double(count) + width * far) + count10
  }
}
