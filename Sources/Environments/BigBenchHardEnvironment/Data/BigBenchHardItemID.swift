// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How items are named.
enum BigBenchHardItemID {
  /// The name of the publisher's item at a place of its file, such as `navigate/007`.
  static func official(_ task: BigBenchHardTask, index: Int) -> String {
    "\(task.rawValue)/\(padded(index))"
  }

  /// The name of a generated item, such as `navigate/generated-7/003` for seed 7.
  static func generated(_ task: BigBenchHardTask, seed: UInt64, index: Int) -> String {
    "\(task.rawValue)/generated-\(seed)/\(padded(index))"
  }

  private static func padded(_ index: Int) -> String {
    let digits = String(index)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}
