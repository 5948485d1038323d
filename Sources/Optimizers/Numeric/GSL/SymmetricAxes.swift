// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

/// The principal axes of a symmetric matrix.
struct SymmetricAxes: Sendable {
  /// The eigenvalues.
  let squares: [Double]
  /// The eigenvectors, one for each eigenvalue, of length 1.
  private let directions: [[Double]]

  /// Decomposes a matrix.
  ///
  /// - Parameter matrix: The rows, at least one.
  /// - Complexity: O(*n*³).
  init(of matrix: [[Double]]) {
    GSLErrors.areReturned
    let count = matrix.count
    guard let source = gsl_matrix_alloc(count, count), let axes = gsl_matrix_alloc(count, count),
      let room = gsl_eigen_symmv_alloc(count)
    else { preconditionFailure("no memory for a matrix of \(count) rows") }
    defer {
      gsl_matrix_free(source)
      gsl_matrix_free(axes)
      gsl_eigen_symmv_free(room)
    }
    for row in 0..<count {
      for column in 0..<count { gsl_matrix_set(source, row, column, matrix[row][column]) }
    }
    let values = GSLVector([Double](repeating: 0, count: count))
    gsl_eigen_symmv(source, values.pointer, axes, room)
    squares = UnsafePointer(values.pointer).elements
    directions = (0..<count).map { axis in (0..<count).map { gsl_matrix_get(axes, $0, axis) } }
  }

  /// The vector with the given coordinates along the axes.
  func combined(_ coordinates: [Double]) -> [Double] {
    directions.indices.map { row in
      directions.indices.reduce(0) { $0 + coordinates[$1] * directions[$1][row] }
    }
  }

  /// The coordinates of a vector along the axes.
  func projected(_ vector: [Double]) -> [Double] {
    directions.map { zip($0, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
