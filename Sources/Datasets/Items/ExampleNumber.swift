// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Places of items in their files, as item names give them.
package enum ExampleNumber {
  /// A place with at least three digits, such as `007`, so that names sort as the file does.
  package static func text(_ index: Int) -> String {
    let digits = String(index)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}
