// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import RobotArmEnvironment

/// Measurements of the original simulator that some machines have beside the checkout.
enum RobotReference {
  static let folder: URL? = {
    if let path = ProcessInfo.processInfo.environment["OPTOBENCH_SHARED"] {
      return existing(URL(fileURLWithPath: path).appendingPathComponent("reference/robot"))
    }
    var directory = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while directory.path != "/" {
      directory.deleteLastPathComponent()
      let candidate = directory.appendingPathComponent("shared/reference/robot")
      if let found = existing(candidate) { return found }
    }
    return nil
  }()

  static var isPresent: Bool { folder != nil }

  /// A file of the folder as JSON.
  static func json(_ name: String) throws -> JSONValue {
    guard let folder else { return .null }
    let file = folder.appendingPathComponent(name)
    return try JSONValue(parsing: String(contentsOf: file, encoding: .utf8))
  }

  /// Every recorded episode of a subfolder, however many there are, sorted by file name.
  static func episodes(in subfolder: String) throws -> [JSONValue] {
    guard let folder else { return [] }
    let path = folder.appendingPathComponent(subfolder).path
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      .filter { $0.contains("_seed") && $0.hasSuffix(".json") }
      .map { try json("\(subfolder)/\($0)") }
  }

  private static func existing(_ folder: URL) -> URL? {
    FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}

/// A recorded value is not of the expected form.
struct MalformedReference: Error {
  let place: String
}

extension JSONValue {
  func member(_ name: String) throws -> JSONValue {
    guard let value = self[name] else { throw MalformedReference(place: name) }
    return value
  }

  func numbers() throws -> [Double] {
    guard let values = arrayValue?.map(\.doubleValue), !values.contains(nil) else {
      throw MalformedReference(place: "numbers")
    }
    return values.compactMap(\.self)
  }

  func vector() throws -> Vector3 {
    let values = try numbers()
    guard values.count == 3 else { throw MalformedReference(place: "vector") }
    return Vector3(values[0], values[1], values[2])
  }

  func number() throws -> Double {
    guard let doubleValue else { throw MalformedReference(place: "number") }
    return doubleValue
  }

  /// The task that a recorded episode is of; the original says `pick-place-v2`.
  func robotTask() throws -> RobotTask {
    let name = try member("task").stringValue ?? ""
    let plain = name.replacingOccurrences(of: "-v2", with: "")
      .replacingOccurrences(of: "-", with: "_")
    guard let task = RobotTask(rawValue: plain) else { throw MalformedReference(place: "task") }
    return task
  }

  func robotScene() throws -> RobotScene {
    RobotScene(puck: try member("obj_init").vector(), goal: try member("goal").vector())
  }

  /// The rows of a recorded episode, each with its cells by column name.
  func rows() throws -> [[String: JSONValue]] {
    let columns = try member("columns").arrayValue?.compactMap(\.stringValue) ?? []
    return try member("rows").arrayValue?.map { row in
      guard let cells = row.arrayValue, cells.count == columns.count else {
        throw MalformedReference(place: "row")
      }
      return Dictionary(uniqueKeysWithValues: zip(columns, cells))
    } ?? []
  }
}

extension [String: JSONValue] {
  func cell(_ name: String) throws -> JSONValue {
    guard let value = self[name] else { throw MalformedReference(place: name) }
    return value
  }
}
