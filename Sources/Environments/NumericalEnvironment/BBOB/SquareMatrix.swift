// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A square matrix kept by columns, so that a product with a vector adds whole columns, which the
/// compiler can do several numbers at a time without changing the order of the sums.
struct SquareMatrix: Sendable {
  /// The number of rows and of columns.
  let dimension: Int
  private var elements: [Double]

  /// Creates a matrix from its columns, one after the other.
  init(dimension: Int, columns: [Double]) {
    precondition(columns.count == dimension * dimension, "a square matrix has n times n elements")
    self.dimension = dimension
    elements = columns
  }

  /// The element of a row and a column, both from 0.
  subscript(row: Int, column: Int) -> Double {
    get { elements[column * dimension + row] }
    set { elements[column * dimension + row] = newValue }
  }

  /// The inner product of two columns.
  ///
  /// - Complexity: O(*n*).
  func product(ofColumns first: Int, _ second: Int) -> Double {
    (0..<dimension).reduce(0) { $0 + self[$1, first] * self[$1, second] }
  }

  /// The matrix with each row multiplied by a factor.
  ///
  /// - Complexity: O(*n*²).
  func scalingRows(by factors: [Double]) -> SquareMatrix {
    var result = self
    for column in 0..<dimension {
      for row in 0..<dimension { result[row, column] *= factors[row] }
    }
    return result
  }

  /// The matrix product.
  ///
  /// - Complexity: O(*n*³).
  static func * (first: SquareMatrix, second: SquareMatrix) -> SquareMatrix {
    let dimension = first.dimension
    var columns = [Double](repeating: 0, count: dimension * dimension)
    columns.withUnsafeMutableBufferPointer { target in
      for column in 0..<dimension {
        for inner in 0..<dimension {
          let factor = second[inner, column]
          for row in 0..<dimension {
            target[column * dimension + row] += first[row, inner] * factor
          }
        }
      }
    }
    return SquareMatrix(dimension: dimension, columns: columns)
  }

  /// The product of the transposed matrix with a vector of ones.
  ///
  /// - Complexity: O(*n*²).
  var columnSums: [Double] {
    (0..<dimension).map { column in (0..<dimension).reduce(0) { $0 + self[$1, column] } }
  }

  /// Writes the product with a vector, plus the same number in each row.
  ///
  /// - Parameters:
  ///   - vector: As many numbers as there are columns.
  ///   - offset: Added to each number of the product.
  ///   - target: Holds the product afterwards; does not overlap the vector.
  /// - Complexity: O(*n*²), without allocating.
  func multiply(
    _ vector: UnsafeMutablePointer<Double>, plus offset: Double,
    into target: UnsafeMutablePointer<Double>
  ) {
    target.update(repeating: offset, count: dimension)
    elements.withUnsafeBufferPointer { elements in
      guard var column = elements.baseAddress else { return }
      for index in 0..<dimension {
        let factor = vector[index]
        for row in 0..<dimension { target[row] += factor * column[row] }
        column += dimension
      }
    }
  }
}
