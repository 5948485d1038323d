// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How many objects the three files of a task in three sizes are about.
enum ObjectCount: Int, CaseIterable {
  case three = 3
  case five = 5
  case seven = 7
}
