// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How a worker is started under one kind of protection.
struct LaunchCommand: Sendable {
  /// The program's path and its arguments.
  var arguments: [String]
  /// What the worker does itself before its first call.
  var confinement: Confinement
  /// The folders of the worker's root.
  var folders: [PythonInterpreter.Folder]

  /// What a worker does itself, because nothing before it does.
  enum Confinement: String, Sendable {
    /// Nothing: bubblewrap has done it.
    case done
    /// Leaves the caller's working folder.
    case folder
    /// Makes namespaces with a root of its own.
    case namespaces
    /// Restricts itself to reading the interpreter's folders.
    case filters
  }

  /// The folder that generated code may write to, where it has a root of its own.
  var scratch: String? { hasOwnRoot ? "/tmp" : nil }

  /// Whether the worker sees other files than this machine's own ones.
  let hasOwnRoot: Bool

  /// Everything a worker finds in its environment; the caller's is never passed on.
  static let environment = [
    "PATH=/usr/bin:/bin", "HOME=/tmp", "TMPDIR=/tmp", "TZ=UTC", "LC_ALL=C.UTF-8",
    "PYTHONHASHSEED=0", "MALLOC_ARENA_MAX=1", "LD_BIND_NOW=1",
  ]

  /// The identity that workers have on a machine where the caller is root: nobody's.
  static let unprivilegedID = 65_534

  /// The path of an installed program, or nil.
  static func path(of program: String) -> String? {
    ["/usr/bin/", "/bin/", "/usr/local/bin/", "/usr/sbin/", "/sbin/"].map { $0 + program }
      .first { access($0, X_OK) == 0 }
  }
}

extension LaunchCommand {
  /// The command for a protection, or nil when a program that it needs is not installed.
  init?(_ protection: Protection, interpreter: PythonInterpreter, limits: PythonSandbox.Limits) {
    arguments = interpreter.workerArguments
    folders = interpreter.folders
    switch protection {
    case .bubblewrap:
      guard let bubblewrap = Self.path(of: "bwrap") else { return nil }
      (confinement, hasOwnRoot) = (.done, true)
      arguments = [bubblewrap] + bubblewrapOptions(scratchBytes: limits.scratchBytes) + arguments
    case .namespaces: (confinement, hasOwnRoot) = (.namespaces, true)
    case .filters: (confinement, hasOwnRoot) = (.filters, false)
    case .unprotected: (confinement, hasOwnRoot) = (.folder, false)
    }
    arguments = Self.withoutPrivileges(arguments)
  }

  /// The command as nobody's where the caller is root, else unchanged.
  ///
  /// Root's files would be within reach, and the kernel does not limit root's threads.
  static func withoutPrivileges(_ arguments: [String]) -> [String] {
    guard geteuid() == 0 else { return arguments }
    let identity = String(unprivilegedID)
    let options = ["--reuid", identity, "--regid", identity, "--clear-groups", "--"]
    return [path(of: "setpriv") ?? "/usr/bin/setpriv"] + options + arguments
  }

  private func bubblewrapOptions(scratchBytes: Int) -> [String] {
    var options = ["--unshare-all", "--unshare-user", "--as-pid-1", "--die-with-parent"]
    options += ["--new-session", "--cap-drop", "ALL", "--hostname", "sandbox"]
    options += ["--size", String(scratchBytes), "--tmpfs", "/tmp"]
    for folder in folders {
      options +=
        folder.target.map { ["--symlink", $0, folder.path] }
        ?? ["--ro-bind", folder.path, folder.path]
    }
    for device in ["null", "zero", "full", "random", "urandom"] {
      options += ["--dev-bind", "/dev/\(device)", "/dev/\(device)"]
    }
    return options + ["--remount-ro", "/", "--chdir", "/tmp", "--"]
  }
}
