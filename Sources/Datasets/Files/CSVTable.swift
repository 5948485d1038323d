// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The rows of a CSV file with a line of column names (RFC 4180): fields in quotes may hold commas,
/// line breaks and quotes that are doubled.
package struct CSVTable: Sendable, Hashable {
  /// One row, which knows where it begins.
  package struct Row: Sendable, Hashable {
    /// The line of the file at which the row begins, counted from 1.
    package let line: Int
    fileprivate let file: String
    fileprivate let fields: [String: String]

    /// The field of a column.
    ///
    /// - Parameter column: The column's name.
    /// - Returns: The text, without white space around it.
    /// - Throws: ``DataError`` naming file and line when there is no such column or it is empty.
    package func text(_ column: String) throws(DataError) -> String {
      let text = (fields[column] ?? "").trimmed
      guard !text.isEmpty else { throw error("has nothing in the column \"\(column)\"") }
      return text
    }

    /// An error about this row.
    package func error(_ complaint: String) -> DataError {
      CSVTable.error(complaint, file, line)
    }
  }

  /// The rows in the order of the file.
  package let rows: [Row]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The content, UTF-8, with or without a byte order mark.
  ///   - file: The name that errors give.
  /// - Throws: ``DataError`` with code `malformed` naming file and line.
  /// - Complexity: O(*n*) in the number of bytes.
  package init(parsing bytes: [UInt8], named file: String) throws(DataError) {
    let content = bytes.withoutByteOrderMark
    guard String(validating: content, as: UTF8.self) != nil else {
      throw DataError(.malformed, "\(file) is not UTF-8 text: save it as UTF-8.")
    }
    var reader = FieldReader(content)
    var records: [(line: Int, fields: [String])] = []
    while let record = reader.next() { records.append(record) }
    if let line = reader.openQuote {
      throw Self.error("opens a quote that is never closed: fetch the file again", file, line)
    }
    guard let names = records.first?.fields, records.count > 1 else {
      throw DataError(.malformed, "\(file) has no rows below a line of column names.")
    }
    var rows: [Row] = []
    for record in records.dropFirst() where record.fields != [""] {
      guard record.fields.count == names.count else {
        throw Self.error(
          "has \(record.fields.count) fields for \(names.count) columns: fetch the file again",
          file, record.line)
      }
      let fields = Dictionary(zip(names, record.fields), uniquingKeysWith: { first, _ in first })
      rows.append(Row(line: record.line, file: file, fields: fields))
    }
    self.rows = rows
  }

  private static func error(_ complaint: String, _ file: String, _ line: Int) -> DataError {
    DataError(.malformed, "\(file), line \(line) \(complaint).", line: line)
  }
}

extension String {
  fileprivate var trimmed: String {
    let from = drop(while: \.isWhitespace)
    return String(from.reversed().drop(while: \.isWhitespace).reversed())
  }
}

/// Cuts bytes into records of fields.
private struct FieldReader {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  /// The line of a quote that was still open at the end.
  private(set) var openQuote: Int?

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

  /// The next record and the line at which it begins; nil at the end.
  mutating func next() -> (line: Int, fields: [String])? {
    guard position < bytes.count else { return nil }
    let start = line
    var fields: [String] = []
    while true {
      fields.append(field())
      guard position < bytes.count else { return (start, fields) }
      defer { position += 1 }
      guard bytes[position] == UInt8(ascii: ",") else {
        line += 1
        return (start, fields)
      }
    }
  }

  /// The field that begins here; afterwards the position is at the comma or line feed that ends it.
  private mutating func field() -> String {
    var content: [UInt8] = []
    var isQuoted = false
    let start = line
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      isQuoted = true
      position += 1
    }
    while position < bytes.count {
      let byte = bytes[position]
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          position += 1
          guard position < bytes.count, bytes[position] == byte else {
            isQuoted = false
            continue
          }
        }
        if byte == UInt8(ascii: "\n") { line += 1 }
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
        break
      } else if byte == UInt8(ascii: "\r"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "\n")
      {
        position += 1
        continue
      }
      content.append(byte)
      position += 1
    }
    if isQuoted { openQuote = start }
    return String(decoding: content, as: UTF8.self)
  }
}
