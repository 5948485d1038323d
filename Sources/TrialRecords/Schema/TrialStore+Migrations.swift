// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import GRDB

extension TrialStore {
  /// Marks the file as a store of trial records in SQLite's header ("otpb" in ASCII).
  static let applicationID: Int32 = 0x6F74_7062

  /// Every schema there ever was, oldest first; released ones are never edited.
  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1", migrate: createSchema1)
    migrator.registerMigration("v2", migrate: createSchema2)
    migrator.registerMigration("v3", migrate: createSchema3)
    migrator.registerMigration("v4", migrate: createSchema4)
    // The next version is registered here.
    return migrator
  }

  /// Refuses a file that another program wrote, before anything is written to it.
  ///
  /// - Throws: `DatabaseError` when the file is no database, ``StoreError`` when it is another's.
  static func checkContent(ofFileAt path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else { return }
    try queue.read { db in try checkContent(of: db, path: path) }
  }

  private static func checkContent(of db: Database, path: String) throws {
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard tables == 0 || application == applicationID else {
      throw StoreError(
        code: .notAStore,
        message: "\(path) is a database of another program: name another file with --store")
    }
  }

  /// Refuses a store that a newer version wrote, and for reading an empty one.
  ///
  /// Schemas only grow, so that nothing of an older store is lost by bringing it up to date.
  ///
  /// - Returns: Whether the store has the present schema, and not an older one.
  @discardableResult
  static func checkSchema(of pool: DatabasePool, path: String) throws -> Bool {
    let isReadOnly = pool.configuration.readonly
    return try pool.read { db in
      try checkContent(of: db, path: path)
      let migrator = Self.migrator
      guard try !migrator.hasBeenSuperseded(db) else {
        throw StoreError(
          code: .newerSchema,
          message: "the store \(path) was written by a newer version of bench: update bench, "
            + "or name another with --store"
        )
      }
      guard try !isReadOnly || !migrator.appliedIdentifiers(db).isEmpty else {
        throw StoreError(
          code: .notAStore,
          message: "\(path) holds no trial records: open it once with `bench run`")
      }
      return try migrator.hasCompletedMigrations(db)
    }
  }

  /// A copy in memory, with the present schema, of a store that an older version wrote.
  static func migratedCopy(of pool: DatabasePool) throws -> DatabaseQueue {
    let copy = try DatabaseQueue(configuration: configuration(for: .writing))
    try pool.backup(to: copy)
    try migrator.migrate(copy)
    return copy
  }

  /// Brings the schema up to date; another process may be doing the same.
  ///
  /// The mark comes first and in a commit of its own, so that a file whose creation was interrupted
  /// is never taken for another program's. It is also how an up-to-date file, which the migration
  /// would accept without a write, is asked for permission to write.
  static func migrate(_ pool: DatabasePool) throws {
    try pool.write { db in try db.execute(sql: "PRAGMA application_id = \(applicationID)") }
    let migrator = Self.migrator
    do {
      try migrator.migrate(pool)
    } catch let error as DatabaseError {
      // Another process that opened the new file at the same moment may have won.
      guard try pool.read(migrator.hasCompletedMigrations) else { throw error }
    }
  }
}
