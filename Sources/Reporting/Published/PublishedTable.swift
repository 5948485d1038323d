// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A table or figure of the paper as data: what was run, and which values were printed.
package struct PublishedTable: Sendable, Hashable, Codable {
  /// What the values are.
  package enum Quantity: String, Sendable, Hashable, Codable {
    /// Success on the test split in percent, pooled over the test examples of a group of tasks.
    case success
    /// The mean over trials of the score of the state being tried, after so many steps.
    case current
    /// Success in percent on held-out examples after so many steps; places name the task and the
    /// step.
    case successByStep = "success by step"
  }

  /// Tasks that the paper puts together.
  package struct Group: Sendable, Hashable, Codable {
    /// The name, which places refer to.
    package let name: String
    /// The tasks.
    package let tasks: [String]
  }

  /// A printed value.
  package struct Value: Sendable, Hashable, Codable {
    /// The method, as the paper calls it.
    package let method: String
    /// Our optimizer that stands for it; nil when there is none.
    package let optimizer: String?
    /// Which of the table's groups or steps it belongs to.
    package let place: String
    /// The number.
    package let value: Double
    /// Its standard error, where one was published.
    package let error: Double?
  }

  /// The name on the command line.
  package let id: String
  /// What it shows.
  package let title: String
  /// The publication with its number, section and how values were read.
  package let source: String
  /// Our suite.
  package let suite: String
  /// Our protocol, which is the paper's.
  package let `protocol`: String
  /// Where the data come from.
  package let data: String
  /// The tasks to run.
  package let tasks: [String]
  /// Our optimizers that stand for published methods.
  package let optimizers: [String]
  /// Trials of each task and optimizer, as published; 1 where nothing is stated.
  package let seeds: Int
  /// The model that the paper asked.
  package let model: String
  /// What the values are.
  package let quantity: Quantity
  /// Tasks that are put together.
  package let groups: [Group]
  /// The printed values, in the order of the publication.
  package let values: [Value]
  /// What must be known to compare, among it where the published values contradict each other.
  package let notes: [String]
}

extension PublishedTable {
  /// Whether results on data with a label of ours may stand beside the published ones: those of the
  /// publisher may also come from a copy that no checksum vouches for.
  func accepts(dataLabel: String) -> Bool {
    dataLabel == data || data == "official" && dataLabel == ReportTable.Key.uncheckedLabel
  }

  /// From how many trials standard errors of steps come; nil where the publication does not tell.
  var trialsOfErrors: Int? { quantity != .success && seeds > 1 ? seeds : nil }
}

/// All published tables and figures that can be reproduced.
package enum PublishedCatalog {
  private struct Content: Codable {
    let tables: [PublishedTable]
  }

  /// Reads the tables, in the order of the paper; one that several of our suites reproduce is there
  /// once for each, with the same name.
  ///
  /// - Throws: `DecodingError` when the built-in data are damaged.
  /// - Complexity: O(*n*) in the size of the data.
  package static func tables() throws -> [PublishedTable] {
    let data = Data(PackageResources.published_json)
    return try JSONDecoder().decode(Content.self, from: data).tables
  }
}
