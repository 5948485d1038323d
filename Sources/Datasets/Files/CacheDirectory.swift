// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// The folder under which downloads are kept between runs.
package enum CacheDirectory {
  /// The variable that overrides every other rule.
  package static let variable = "OPTOBENCH_CACHE"

  /// The folder for an environment of variables.
  ///
  /// In order: `OPTOBENCH_CACHE`; `XDG_CACHE_HOME` with `/optobench`; `HOME` with
  /// `/.cache/optobench`. The folder is not created.
  ///
  /// - Parameter environment: The variables, by default those of this process. Empty values and
  ///   relative paths in `XDG_CACHE_HOME` count as not set.
  /// - Returns: The folder.
  /// - Throws: ``DataError`` with code `missingFile` when no variable names a folder.
  package static func locate(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(DataError) -> URL {
    if let path = environment[variable], !path.isEmpty {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    if let path = environment["XDG_CACHE_HOME"], path.hasPrefix("/") {
      return URL(fileURLWithPath: path, isDirectory: true).appendingPathComponent("optobench")
    }
    if let path = environment["HOME"], !path.isEmpty {
      return URL(fileURLWithPath: path, isDirectory: true)
        .appendingPathComponent(".cache/optobench")
    }
    throw DataError(
      .missingFile,
      "No cache folder: set \(variable) to a folder that optobench may write to."
    )
  }
}
