// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation

/// The folder where the local engine and its models are kept.
enum ModelCache {
  /// The folder's path.
  ///
  /// - Throws: `DataError` when no variable of the environment names a folder.
  static func path() throws -> String { try CacheDirectory.locate().path }
}
