// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import GRDB

extension StoreError {
  /// Translates a database failure into a sentence about the file at `path`.
  init(_ error: DatabaseError, path: String) {
    let detail = error.message.map { " (\($0))" } ?? ""
    switch error.resultCode {
    case .SQLITE_READONLY:
      code = .readOnly
      message =
        "the store \(path) cannot be written: make the file and its folder writable, "
        + "or name another with --store"
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      code = .cannotOpen
      message =
        "the store \(path) cannot be opened: check that its folder exists and may be "
        + "read and written, or name another with --store"
    case .SQLITE_NOTADB:
      code = .notAStore
      message = "\(path) is not a store of trial records: name another file with --store"
    case .SQLITE_FULL:
      code = .diskFull
      message =
        "there is no room left for the store \(path): free disk space and run the same "
        + "command again, nothing stored is lost"
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      code = .busy
      message =
        "the store \(path) is locked by another process: wait for it to end, or name "
        + "another with --store"
    case .SQLITE_CONSTRAINT:
      code = .constraint
      message = "a row does not fit into the store \(path)\(detail)"
    case .SQLITE_CORRUPT:
      code = .damaged
      message =
        "the store \(path) is damaged: recover it with `sqlite3 FILE .recover`, or name "
        + "another with --store"
    default:
      code = .other
      message = "the store \(path) failed\(detail): run the same command again"
    }
  }
}
