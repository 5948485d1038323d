// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A failure of a store, in one sentence that names the file and the way out.
package struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of a failure.
  package struct Code: Sendable, Hashable, CustomStringConvertible {
    private enum Kind: String {
      case readOnly, cannotOpen, notAStore, newerSchema, diskFull, busy, constraint, damaged
      case trialTaken, notPossible, severalPlans, other
    }
    private let kind: Kind

    /// The file or its folder may not be written.
    package static let readOnly = Code(kind: .readOnly)
    /// The file does not exist or may not be opened.
    package static let cannotOpen = Code(kind: .cannotOpen)
    /// The file is no SQLite database, or one of another program.
    package static let notAStore = Code(kind: .notAStore)
    /// The file was written by a newer version.
    package static let newerSchema = Code(kind: .newerSchema)
    /// There is no room left.
    package static let diskFull = Code(kind: .diskFull)
    /// Another process kept the file locked for longer than the time-out.
    package static let busy = Code(kind: .busy)
    /// A row breaks a rule of the schema, such as a repeated sequence number.
    package static let constraint = Code(kind: .constraint)
    /// The file's content is damaged.
    package static let damaged = Code(kind: .damaged)
    /// Another process has the right to run the trial.
    package static let trialTaken = Code(kind: .trialTaken)
    /// The state of a trial does not allow what was asked.
    package static let notPossible = Code(kind: .notPossible)
    /// Runs of different plans were to be merged.
    package static let severalPlans = Code(kind: .severalPlans)
    /// Any other failure of the database.
    package static let other = Code(kind: .other)

    /// The code's name.
    package var description: String { kind.rawValue }
  }

  /// The kind of failure.
  package let code: Code
  /// One sentence for the user.
  package let message: String

  /// The sentence for the user.
  package var description: String { message }
}
