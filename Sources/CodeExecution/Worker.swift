// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CSpawn
import Glibc

/// One thread's loop: takes calls from the queue and has its worker process answer them.
final class Worker {
  private let queue: CallQueue
  private let command: LaunchCommand
  private let settings: WorkerSettings
  private let configuration: PythonSandbox.Configuration
  private var process: WorkerProcess?
  private var wakeEnds: [Int32] = [-1, -1]

  /// How long a worker may take to start; generous, for a machine that is busy with other things.
  private static let startTime = Duration.seconds(60)
  /// How long after the time limit a worker that does not answer is killed.
  private static let graceTime = Duration.seconds(15)
  /// How long a worker may take to end a call that was cancelled.
  private static let cancelTime = Duration.seconds(5)

  /// Prepares the thread on which this is called and to which the worker belongs.
  ///
  /// - Throws: ``SandboxError`` with code `workerFailed` when no more files can be opened.
  init(
    queue: CallQueue,
    command: LaunchCommand,
    settings: WorkerSettings,
    configuration: PythonSandbox.Configuration
  ) throws {
    self.queue = queue
    self.command = command
    self.settings = settings
    self.configuration = configuration
    guard cspawn_wake_pipe(&wakeEnds) == 0 else {
      throw SandboxError(.workerFailed, "no pipe for a sandbox worker: too many open files")
    }
    ignoreBrokenPipes()
  }

  deinit {
    process?.end()
    for descriptor in wakeEnds { close(descriptor) }
  }

  /// Starts the worker process without a call, to see whether it can be started.
  ///
  /// - Throws: ``SandboxError`` with what the process said.
  func start() throws { process = try makeProcess() }

  /// Serves calls until the queue is closed.
  func run() {
    while let call = queue.next() {
      if call.begin(wakeDescriptor: wakeEnds[1]) { call.finish(Result { try answer(call) }) }
      queue.didAnswer(call)
    }
  }

  private func answer(_ call: PendingCall) throws -> WorkerAnswer {
    for _ in 0..<2 {
      let worker = try process ?? makeProcess()
      process = worker
      guard let answer = try exchange(call, with: worker) else {
        dismiss(worker)
        continue
      }
      worker.callsServed += 1
      if answer.retiresWorker || worker.callsServed >= configuration.callsPerWorker {
        dismiss(worker)
      }
      if answer.ending == .cancelled { throw CancellationError() }
      return answer
    }
    throw SandboxError(.workerFailed, "the sandbox ended twice during a call")
  }

  /// Gives nil when the worker ended without an answer.
  private func exchange(_ call: PendingCall, with worker: WorkerProcess) throws -> WorkerAnswer? {
    // A byte written while the worker started is lost.
    guard !call.isCancelled else { throw CancellationError() }
    var deadline = ContinuousClock.now + configuration.limits.wallTime + Self.graceTime
    guard worker.send(call.request, deadline: deadline) else { return nil }
    while true {
      switch worker.receive(wakeDescriptor: wakeEnds[0], deadline: deadline) {
      case .frame(let frame):
        return WorkerAnswer(frame: frame)
      case .ended:
        if call.isCancelled { throw CancellationError() }
        return nil
      case .woken:
        // A byte for an earlier call may still have been in the pipe.
        guard call.isCancelled else { continue }
        deadline = ContinuousClock.now + Self.cancelTime
        guard worker.send([], deadline: deadline) else { return nil }
      case .timedOut:
        dismiss(worker)
        if call.isCancelled { throw CancellationError() }
        return .outOfTime
      }
    }
  }

  private func dismiss(_ worker: WorkerProcess) {
    worker.end()
    process = nil
  }

  private func makeProcess() throws -> WorkerProcess {
    let worker = try WorkerProcess(command: command)
    let deadline = ContinuousClock.now + Self.startTime
    if worker.send(settings.content, deadline: deadline) {
      while true {
        switch worker.receive(wakeDescriptor: wakeEnds[0], deadline: deadline) {
        case .frame: return worker
        case .woken: continue
        case .ended, .timedOut: break
        }
        break
      }
    }
    let complaint = worker.complaint()
    worker.end()
    throw SandboxError(
      .workerFailed,
      "a sandbox worker did not start: " + (complaint.isEmpty ? "it said nothing" : complaint)
    )
  }

  /// A write to a worker that has just ended is to fail and not to end this process.
  private func ignoreBrokenPipes() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}
