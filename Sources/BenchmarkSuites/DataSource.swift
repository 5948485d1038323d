// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Where the examples of a task come from.
public enum DataSource: Sendable, Hashable {
  /// Made by the suite's own seeded generators; never called by the official name.
  case generated
  /// The publisher's files, checked against their digests: those of this folder, or without one
  /// those of the cache, fetched from the publisher when they are not there yet.
  case official(directory: String?)
  /// The file that the suite's name gives; other suites have nothing of this kind.
  case user
}
