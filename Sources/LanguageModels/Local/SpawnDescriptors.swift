// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The open files between this process and a child that is about to be started.
///
/// All of them close by themselves in any other child, so that only this process's end keeps the
/// child's standard input open.
struct SpawnDescriptors {
  /// This process's end of the child's standard input; a socket, because writing to a dead child
  /// must not raise a signal.
  let input: Int32
  /// This process's end of the child's output.
  let output: Int32
  /// `POSIX_SPAWN_SETSID`, which the C library's headers show only to GNU programs.
  private static let startSession: Int32 = 0x80

  private let childInput: Int32
  private let childOutput: Int32
  private let childErrors: Int32

  init(errorOutput: LineProcess.ErrorOutput, program: String) throws(LanguageModelError) {
    var inputs: [Int32] = [-1, -1]
    var outputs: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &inputs) == 0, socketpair(AF_UNIX, kind, 0, &outputs) == 0
    else {
      let reason = String(cString: strerror(errno))
      for descriptor in inputs where descriptor >= 0 { close(descriptor) }
      throw LanguageModelError(.notReady, "\(program) cannot be started: \(reason)")
    }
    (input, childInput) = (inputs[0], inputs[1])
    (output, childOutput) = (outputs[0], outputs[1])
    switch errorOutput {
    case .lines:
      childErrors = childOutput
    case .file(let path):
      childErrors = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
      guard childErrors >= 0 else {
        let reason = String(cString: strerror(errno))
        for descriptor in inputs + outputs { close(descriptor) }
        throw LanguageModelError(.notReady, "the log \(path) cannot be written: \(reason)")
      }
    }
  }

  func closeChildEnds() {
    close(childInput)
    close(childOutput)
    if childErrors != childOutput { close(childErrors) }
  }

  func closeOwnEnds() {
    close(input)
    close(output)
  }

  /// Starts the program as leader of a new session with default signals; gives the error number,
  /// 0 for success, and the process.
  func spawn(
    _ executable: String,
    arguments: [String],
    environment: [String: String]
  ) -> (code: Int32, processID: pid_t) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, childInput, 0)
    posix_spawn_file_actions_adddup2(&actions, childOutput, 1)
    posix_spawn_file_actions_adddup2(&actions, childErrors, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGTERM, SIGPIPE, SIGHUP, SIGQUIT] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = Self.startSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    var texts = ([executable] + arguments).map { strdup($0) } + [nil]
    var settings = variables.map { strdup($0) } + [nil]
    defer { for text in texts + settings { free(text) } }
    var processID: pid_t = 0
    let code = posix_spawn(&processID, executable, &actions, &attributes, &texts, &settings)
    return (code, processID)
  }
}
