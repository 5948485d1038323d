// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Testing

/// Waits until a condition holds; a condition that does not come to hold fails the test.
package func eventually(
  sourceLocation: SourceLocation = #_sourceLocation,
  _ condition: () async throws -> Bool
) async rethrows {
  for _ in 0..<1500 {
    if try await condition() { return }
    do { try await Task.sleep(for: .milliseconds(20)) } catch { break }
  }
  Issue.record("the condition did not come to hold", sourceLocation: sourceLocation)
}
