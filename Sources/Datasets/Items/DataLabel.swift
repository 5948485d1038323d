// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Where the items of a set come from; kept with every record and shown in every table.
public enum DataLabel: String, Sendable, Hashable, Codable, CaseIterable {
  /// The publisher's own items, unchanged.
  case official
  /// Published items in a copy that the user brought and no checksum vouches for.
  case unchecked
  /// Items made by a seeded generator of this project; never to be reported as the benchmark.
  case generated
  /// Items that the user brought.
  case user
}
