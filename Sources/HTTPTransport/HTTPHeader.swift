// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// One header line of a request or a response.
package struct HTTPHeader: Sendable, Hashable {
  /// The name, compared without case.
  package var name: String
  /// The value, without the line's end.
  package var value: String

  /// Creates a header.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension Sequence<HTTPHeader> {
  /// The value of the first header called `name` in any case, or nil.
  ///
  /// - Complexity: O(*n*) in the number of headers.
  package func value(named name: String) -> String? {
    let wanted = name.lowercased()
    return first { $0.name.lowercased() == wanted }?.value
  }
}
