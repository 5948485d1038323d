// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import GRDB

/// Every row of every table as text, without the numbers that a store gives to model calls.
func dump(ofStoreAt path: String) throws -> [String] {
  let queue = try DatabaseQueue(path: path)
  defer { try? queue.close() }
  return try queue.read { db in
    let tables = ["run", "state", "trial", "runTrial", "evaluation", "step", "modelCall", "lease"]
    return try tables.flatMap { table in
      try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { row in
        table
          + row.filter { table != "modelCall" || $0.0 != "id" }.map { " \($0.0)=\($0.1)" }.joined()
      }.sorted()
    }
  }
}
