// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Keeps values in the order of their arrival.
package final class EventLog<Value: Sendable>: Sendable {
  private let kept = Mutex<[Value]>([])

  /// Creates an empty log.
  package init() {}

  /// Keeps a value.
  package func append(_ value: Value) { kept.withLock { $0.append(value) } }

  /// All values so far.
  package var values: [Value] { kept.withLock(\.self) }
}
