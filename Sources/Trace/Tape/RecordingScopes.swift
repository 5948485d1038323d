// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Gives the nodes that `body` records names that begin with `name` and a slash.
///
/// A scope within a scope takes the place of the outer one.
///
/// - Parameters:
///   - name: The scope; it has no colon.
///   - body: What is recorded in the scope.
/// - Returns: What `body` returns.
/// - Throws: What `body` throws.
public func withNameScope<Result>(
  _ name: String, _ body: () throws -> Result
) rethrows -> Result {
  var context = RecordingContext.current ?? RecordingContext()
  context.nameScope = name
  return try RecordingContext.$current.withValue(context) { try body() }
}

/// Gives the nodes that `body` records names that begin with `name` and a slash.
///
/// - Parameters:
///   - name: The scope; it has no colon.
///   - isolation: The actor that `body` runs on.
///   - body: What is recorded in the scope.
/// - Returns: What `body` returns.
/// - Throws: What `body` throws.
public func withNameScope<Result>(
  _ name: String,
  isolation: isolated (any Actor)? = #isolation,
  _ body: () async throws -> Result
) async rethrows -> Result {
  var context = RecordingContext.current ?? RecordingContext()
  context.nameScope = name
  return try await RecordingContext.$current.withValue(
    context, operation: body, isolation: isolation)
}

/// Runs operations without connecting them with their inputs.
///
/// Their outputs are recorded, but as operations without inputs, so that no feedback goes through
/// them.
///
/// - Parameter body: What is not to be traced.
/// - Returns: What `body` returns.
/// - Throws: What `body` throws.
public func stopTracing<Result>(_ body: () throws -> Result) rethrows -> Result {
  var context = RecordingContext.current ?? RecordingContext()
  context.isTracing = false
  return try RecordingContext.$current.withValue(context) { try body() }
}

/// Runs operations that wait without connecting them with their inputs.
///
/// - Parameters:
///   - isolation: The actor that `body` runs on.
///   - body: What is not to be traced.
/// - Returns: What `body` returns.
/// - Throws: What `body` throws.
public func stopTracing<Result>(
  isolation: isolated (any Actor)? = #isolation,
  _ body: () async throws -> Result
) async rethrows -> Result {
  var context = RecordingContext.current ?? RecordingContext()
  context.isTracing = false
  return try await RecordingContext.$current.withValue(
    context, operation: body, isolation: isolation)
}
