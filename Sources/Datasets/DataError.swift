// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Why data could not be read, checked or written, in one sentence that says what to do.
public struct DataError: Error, Hashable, CustomStringConvertible {
  /// The kind of trouble.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    private enum Kind: String {
      case missingFile, unreadable, malformed, wrongChecksum, wrongCount, unwritable, exhausted
      case unknownTask, unavailable
    }

    private let kind: Kind

    private init(_ kind: Kind) { self.kind = kind }

    /// The name of the kind.
    public var description: String { kind.rawValue }

    /// A file or folder is not where it should be.
    public static let missingFile = Code(.missingFile)
    /// A file is there but cannot be read.
    public static let unreadable = Code(.unreadable)
    /// A file's content is not of the documented form.
    public static let malformed = Code(.malformed)
    /// A file's bytes are not the pinned ones.
    public static let wrongChecksum = Code(.wrongChecksum)
    /// A file has fewer or more items than it should.
    public static let wrongCount = Code(.wrongCount)
    /// A file could not be written.
    public static let unwritable = Code(.unwritable)
    /// A generator has no more distinct items to give.
    public static let exhausted = Code(.exhausted)
    /// There is no task, or no generator for a task, of the given name.
    public static let unknownTask = Code(.unknownTask)
    /// No source gave the published bytes of a file.
    public static let unavailable = Code(.unavailable)
  }

  /// The kind of trouble.
  public let code: Code

  /// One sentence that names the file (and line) and what to do.
  public let message: String

  /// The line of the file, counted from 1, when one line is at fault.
  public let line: Int?

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - code: The kind of trouble.
  ///   - message: One sentence that names the file and what to do.
  ///   - line: The line at fault, counted from 1.
  public init(_ code: Code, _ message: String, line: Int? = nil) {
    self.code = code
    self.message = message
    self.line = line
  }

  /// The error for a task that was asked for in data of another source, where the program makes all
  /// of its data.
  package static func isGenerated(_ task: String) -> DataError {
    DataError(
      .unknownTask,
      "The program makes the data of \(task), so that there is no other: leave --data official out."
    )
  }

  /// The message.
  public var description: String { message }
}
