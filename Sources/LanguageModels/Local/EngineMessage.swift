// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// A line that the program around the server writes.
enum EngineMessage: Sendable, Hashable {
  /// The server answers on a port; the text names what serves.
  case ready(port: Int, engine: String)
  /// The server did not start.
  case failed(String)
  /// The server ended by itself.
  case ended(String)

  /// Reads a line, or gives nil when it is something else.
  init?(line: String) {
    guard let value = try? JSONValue(parsing: line) else { return nil }
    if let ready = value["ready"], let port = ready["port"]?.intValue {
      self = .ready(port: port, engine: ready["engine"]?.stringValue ?? "unknown")
    } else if let reason = value["failed"]?.stringValue {
      self = .failed(reason)
    } else if let reason = value["ended"]?.stringValue {
      self = .ended(reason)
    } else {
      return nil
    }
  }

  /// The reason, or what serves.
  var text: String {
    switch self {
    case .ready(_, let engine): engine
    case .failed(let reason), .ended(let reason): reason
    }
  }
}
