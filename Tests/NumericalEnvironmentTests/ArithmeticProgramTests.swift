// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL
import Datasets
import NumericalEnvironment
import Testing

struct ArithmeticProgramTests {
  /// y = (x + 2) · x / 3, worked out by hand.
  private let program = ArithmeticProgram(lines: [
    .init(.add, .input, .constant(2)),
    .init(.multiply, .result(0), .input),
    .init(.divide, .result(1), .constant(3)),
  ])

  @Test func theLastLineIsTheOutput() {
    #expect(program.output(for: 4.0) == 8)
    #expect(program.description == "v0 = x + 2\nv1 = v0 * x\nv2 = v1 / 3")
  }

  @Test func theSlopeIsTheDerivative() {
    let slope = program.slope(at: 4)
    #expect(slope.value == 8)
    #expect(abs(slope.derivative - 10.0 / 3) < 1e-15)
  }

  @Test func dividingByZeroGivesTheDividendAndItsSlope() {
    let program = ArithmeticProgram(lines: [
      .init(.subtract, .input, .constant(1)),
      .init(.multiply, .input, .constant(5)),
      .init(.divide, .result(1), .result(0)),
    ])
    #expect(program.slope(at: 1) == DualNumber(5, derivative: 5))
    #expect(program.slope(at: 3).value == 7.5)
  }

  /// Dual numbers against GSL's numeric derivative at points where no divisor is near zero.
  @Test(arguments: 0..<40)
  func slopesAgreeWithNumericDerivatives(seed: Int) {
    let program = ProgramSampler(lineCount: 5, constantLimit: 4).sample(seed: seed).program
    let slope = program.slope(at: 0.37)
    guard slope.derivative.isFinite, abs(slope.derivative) < 1e4 else { return }
    let (derivative, error) = numericDerivative(of: program, at: 0.37)
    #expect(abs(slope.derivative - derivative) <= 1e-6 * max(1, abs(derivative)) + 10 * error)
  }

  private func numericDerivative(
    of program: ArithmeticProgram, at input: Double
  ) -> (value: Double, error: Double) {
    withUnsafePointer(to: program) { pointer in
      var function = gsl_function(
        function: { input, context in
          guard let context else { return .nan }
          return context.assumingMemoryBound(to: ArithmeticProgram.self).pointee.output(for: input)
        },
        params: UnsafeMutableRawPointer(mutating: pointer)
      )
      var value = 0.0
      var error = 0.0
      gsl_deriv_central(&function, input, 1e-4, &value, &error)
      return (value, error)
    }
  }

  @Test func theTwisterAgreesWithGSL() {
    let generator = gsl_rng_alloc(cgsl_rng_mt19937())
    defer { gsl_rng_free(generator) }
    gsl_rng_set(generator, 42)
    var twister = MersenneTwister(seed: 42)
    for _ in 0..<5000 { #expect(UInt(twister.next()) == gsl_rng_get(generator)) }
  }
}
