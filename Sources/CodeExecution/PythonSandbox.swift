// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// Runs Python functions that language models wrote, away from this machine.
///
/// A pool of workers, each a long-lived Python process under the strongest ``Protection`` that works
/// here, forks one child for each call. Hash seed, time zone, locale and the seed of `random` are
/// fixed, so that a call depends on nothing but its source and arguments (and the clock, if it asks).
/// A worker is replaced when a call left something behind, when it ends, and from time to time; all
/// end with this process, also when that is killed.
///
/// What is guaranteed, and what is not:
/// - A call sees no environment variable, file, process or network of this machine; the exception
///   are the interpreter's own files and, where there is a scratch folder, what it writes there,
///   which no other call sees.
/// - A call ends within its limits; it cannot start processes or other programs, and nothing of it
///   is left when its answer arrives.
/// - The answer is the call's own: nothing of another call, at most `valueBytes` of strict JSON.
/// - **The answer is what the call's process says.** The code runs in the process that reports the
///   value, so it can report any value and any exception of its own without computing it. It cannot
///   say anything about its processor time, its limits of time and output, or its exit. Whoever
///   judges code must therefore compare values on this side and must not send expected values (or
///   a comparison) along: then the best that a forger can do is to return the right answer.
///
/// ## Topics
/// ### Starting and ending
/// - ``start(configuration:)``, ``closed()``
/// - ``close()``
/// ### Running code
/// - ``run(_:)``
/// - ``report(on:)``
/// - ``checkSyntax(_:entryPoint:parameters:)``
public final class PythonSandbox: Sendable {
  /// What keeps code away from the machine, with a sentence for the user.
  public let protection: Protection
  private let limits: Limits
  private let queue: CallQueue

  private init(protection: Protection, limits: Limits, queue: CallQueue) {
    self.protection = protection
    self.limits = limits
    self.queue = queue
  }

  deinit { queue.close() }

  /// A sandbox that was closed before it ran anything, for problems that are only looked at.
  package static func closed() -> PythonSandbox {
    let queue = CallQueue(workers: 0)
    queue.close()
    return PythonSandbox(protection: .unprotected, limits: Limits(), queue: queue)
  }

  /// Starts a sandbox under the strongest accepted protection that works on this machine.
  ///
  /// - Throws: ``SandboxError``: `noInterpreter` without a usable Python, `unprotected` when no
  ///   accepted protection works; the message says what to install or to set.
  package static func start(
    configuration: Configuration = Configuration()
  ) async throws -> PythonSandbox {
    let interpreter = try PythonInterpreter(
      path: configuration.interpreter,
      usesSitePackages: configuration.usesSitePackages
    )
    var failures: [String] = []
    for protection in Protection.allCases
    where configuration.acceptedProtections.contains(protection) {
      guard
        let command = LaunchCommand(
          protection,
          interpreter: interpreter,
          limits: configuration.limits
        )
      else { continue }
      do {
        let queue = try await startWorkers(command: command, configuration: configuration)
        return PythonSandbox(protection: protection, limits: configuration.limits, queue: queue)
      } catch let error as SandboxError {
        failures.append("\(protection): \(error.message)")
      }
    }
    let tried = failures.isEmpty ? "" : " (\(failures.joined(separator: "; ")))"
    throw SandboxError(
      .unprotected,
      "generated code would run unprotected\(tried): run scripts/setup, or apt-get install "
        + "bubblewrap, or allow it with --allow-unprotected-code"
    )
  }

  /// Calls a function and gives its value, or what kept it from returning one.
  ///
  /// An exception, a syntax error and a limit that was hit are normal results.
  ///
  /// - Throws: ``SandboxError`` when the sandbox itself failed, also after one restart;
  ///   `CancellationError` when the task was cancelled, after the call's process was killed.
  package func run(_ call: PythonCall) async throws -> PythonOutcome {
    try await report(on: call).outcome
  }

  /// Calls a function as ``run(_:)`` does and also tells what it printed and the time it used.
  ///
  /// - Throws: what ``run(_:)`` throws.
  package func report(on call: PythonCall) async throws -> PythonReport {
    var limits = limits
    limits.cpuTime = min(call.cpuTime ?? limits.cpuTime, limits.cpuTime)
    let answer = try await ask([
      "source": .string(call.source),
      "entryPoint": .string(call.entryPoint),
      "arguments": .array(call.arguments),
      "cpuSeconds": .integer(limits.cpuSeconds),
      "cpuMessage": .string(limits.message(for: .cpuTime)),
    ])
    return PythonReport(answer, source: call.source, limits: limits)
  }

  /// Checks, without running it, that a source compiles and defines a function with these parameters.
  ///
  /// The function stands at the top level and has exactly the parameters that are named, in order;
  /// annotations, defaults and other definitions beside it are allowed.
  ///
  /// - Returns: Nil when all is well, else the error; its type is `SignatureError`, what Python's
  ///   compiler raised (a kind of `SyntaxError`, as a rule) or the limit that the compiler hit.
  /// - Throws: what ``run(_:)`` throws.
  package func checkSyntax(
    _ source: String,
    entryPoint: String,
    parameters: [String]
  ) async throws -> PythonException? {
    let answer = try await ask([
      "source": .string(source),
      "entryPoint": .string(entryPoint),
      "parameters": .array(parameters.map(JSONValue.string)),
      "cpuSeconds": .integer(limits.cpuSeconds),
      "cpuMessage": .string(limits.message(for: .cpuTime)),
    ])
    switch PythonReport(answer, source: source, limits: limits).outcome {
    case .value: return nil
    case .exception(let exception), .syntaxError(let exception): return exception
    case .limit(let limit):
      return PythonException(type: limit.kind.rawValue, message: limit.message, source: source)
    }
  }

  /// Cancels the calls that run or wait and ends all workers; later calls fail with `closed`.
  package func close() async {
    queue.close()
    await queue.allWorkersEnded()
  }

  private func ask(_ request: JSONValue) async throws -> WorkerAnswer {
    let call = PendingCall(request: Array(request.text.utf8))
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        call.wait(with: continuation)
        guard queue.add(call) else {
          call.finish(.failure(SandboxError(.closed, "the sandbox is closed")))
          return
        }
      }
    } onCancel: {
      call.cancel()
    }
  }
}
