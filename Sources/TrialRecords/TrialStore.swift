// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// Runs, trials and all that happened in them, in one SQLite file.
///
/// Every append is one atomic commit in write-ahead logging mode, so a kill at any moment loses
/// nothing that was appended before, and several processes may use one file. A cancelled task's
/// append still commits: what was paid for is kept.
///
/// ## Topics
/// ### Opening
/// - ``init(path:access:)``
/// ### Recording
/// - ``beginRun(_:trials:)``, ``finishRun(_:at:)``
/// - ``begin(_:owner:)``, ``append(_:states:)-(EvaluationRecord,_)``,
///   ``complete(_:with:owner:)``, ``fail(_:because:owner:)``, ``stop(_:owner:)``
/// ### Resuming
/// - ``storedAnswer(model:requestDigest:sampleIndex:)``
/// ### Reporting
/// - ``results(ofRun:)``
package struct TrialStore: Sendable {
  /// What a store is opened for.
  package enum Access: Sendable {
    /// Reads and writes; a missing file is created.
    case writing
    /// Reads an existing file.
    case reading
  }

  /// Where the file is.
  package let path: String
  let pool: any DatabaseWriter

  /// Opens a store, and brings an older one up to the present schema.
  ///
  /// - Parameters:
  ///   - path: The SQLite file; with ``Access/writing`` it is created, its folder is not.
  ///   - access: What the store is opened for.
  /// - Throws: ``StoreError`` when the path names no file, the file cannot be opened or written, is
  ///   no store, or was written by a newer version. The file is left as it was.
  package init(path: String, access: Access = .writing) throws {
    self.path = path
    try Self.checkPath(path)
    do {
      switch access {
      case .writing: pool = try Self.openForWriting(path)
      case .reading: pool = try Self.openForReading(path)
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Refuses a path at which there can never be a store, before anything is made beside it.
  private static func checkPath(_ path: String) throws(StoreError) {
    guard !path.isEmpty, path != ":memory:" else {
      throw StoreError(
        code: .cannotOpen, message: "the store '\(path)' is no file: name a file with --store")
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    let kind = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "no regular file"
    throw StoreError(
      code: .cannotOpen, message: "the store \(path) is \(kind): name a file with --store")
  }

  private static func openForWriting(_ path: String) throws -> DatabasePool {
    try checkContent(ofFileAt: path)
    let pool = try DatabasePool(path: path, configuration: configuration(for: .writing))
    try checkSchema(of: pool, path: path)
    try migrate(pool)
    // Readers that were opened before the migration know the tables as they were.
    pool.invalidateReadOnlyConnections()
    return pool
  }

  private static func openForReading(_ path: String) throws -> any DatabaseWriter {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError(
        code: .cannotOpen,
        message: "there is no store at \(path): run `bench run` first, or name one with --store")
    }
    do {
      let pool = try DatabasePool(path: path, configuration: configuration(for: .reading))
      return try checkSchema(of: pool, path: path) ? pool : migratedCopy(of: pool)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      // SQLite reads a file in write-ahead logging mode by help of a second one beside it, which
      // cannot be made in a folder that is read-only; nobody writes there, so it can do without.
      guard let address = immutableAddress(of: path) else { throw error }
      let pool = try DatabasePool(path: address, configuration: configuration(for: .reading))
      return try checkSchema(of: pool, path: path) ? pool : migratedCopy(of: pool)
    }
  }

  /// The SQLite address of a file that nobody writes, or nil when it has an unmerged log.
  private static func immutableAddress(of path: String) -> String? {
    let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    guard FileManager.default.isReadableFile(atPath: path),
      log.map({ $0[.size] as? Int == 0 }) ?? true
    else { return nil }
    return URL(fileURLWithPath: path).absoluteString + "?immutable=1"
  }

  static func configuration(for access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
    configuration.readonly = access == .reading
    configuration.label = "TrialStore"
    return configuration
  }

  /// Closes the file; a call after this fails.
  ///
  /// The last store that closes a file merges the write-ahead log into it, so that the one file
  /// then holds everything and can be copied.
  ///
  /// - Throws: ``StoreError`` when a read or write is under way.
  package func close() throws {
    do {
      // SQLite merges the log only when the writing connection is the last one.
      (pool as? DatabasePool)?.invalidateReadOnlyConnections()
      try pool.close()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Runs `body` in one transaction that commits even when the calling task is cancelled.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    let pool = pool
    do {
      // A task of its own, because GRDB gives up the writes of a cancelled task.
      return try await Task { try await pool.write(body) }.value
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Reads one consistent snapshot.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    do {
      return try await pool.read(body)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }
}
