// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

/// GSL's Mersenne Twister, the same on every machine.
///
/// Source: Matsumoto and Nishimura, ACM Trans. Model. Comput. Simul. 8, 1998, 3-30.
struct SeededTwister: ~Copyable {
  private let generator: UnsafeMutablePointer<gsl_rng>

  /// Creates a generator that starts at `seed`.
  init(seed: UInt) {
    guard let generator = gsl_rng_alloc(cgsl_rng_mt19937()) else {
      preconditionFailure("there is no memory left for a random generator")
    }
    self.generator = generator
    gsl_rng_set(generator, seed)
  }

  deinit { gsl_rng_free(generator) }

  /// A whole number from 0 up to but without `limit`, which is above 0.
  func number(below limit: Int) -> Int { Int(gsl_rng_uniform_int(generator, UInt(limit))) }
}
