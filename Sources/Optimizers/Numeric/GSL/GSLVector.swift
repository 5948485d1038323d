// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

/// A vector in the library's own memory, freed with this object.
final class GSLVector {
  /// The library's vector; its elements lie one after the other.
  let pointer: UnsafeMutablePointer<gsl_vector>

  /// Creates a vector.
  ///
  /// - Parameter elements: At least one.
  init(_ elements: [Double]) {
    GSLErrors.areReturned
    guard let pointer = gsl_vector_alloc(elements.count) else {
      preconditionFailure("a vector needs at least one element and memory for it")
    }
    self.pointer = pointer
    for (index, element) in elements.enumerated() { gsl_vector_set(pointer, index, element) }
  }

  deinit { gsl_vector_free(pointer) }
}

extension UnsafePointer<gsl_vector> {
  /// The elements.
  var elements: [Double] { (0..<pointee.size).map { gsl_vector_get(self, $0) } }
}

/// How the library reports errors.
enum GSLErrors {
  /// Makes the library return error codes, once in a process; by itself it would end the program.
  static let areReturned: Void = { _ = gsl_set_error_handler_off() }()
}
