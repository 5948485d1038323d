// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The version of this program, part of every stored run.
enum BenchVersion {
  static let current = "0.1.0"
}
