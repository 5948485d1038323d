// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A network that is built into the program.
package enum BuiltInNetwork: String, Sendable, Hashable, CaseIterable {
  /// The intersection of the paper (Cheng, Nie and Swaminathan, 2024, section 5.2).
  case intersection
  /// Four intersections in a square with eight terminals around them.
  case grid

  /// The text that describes it.
  package var text: String {
    switch self {
    case .intersection: String(decoding: PackageResources.intersection_json, as: UTF8.self)
    case .grid: String(decoding: PackageResources.grid_json, as: UTF8.self)
    }
  }

  /// Reads the network.
  ///
  /// - Throws: ``RoadNetworkError`` when the text is damaged.
  package func load() throws -> RoadNetwork {
    try RoadNetwork(parsing: text, named: "\(rawValue).json")
  }
}
