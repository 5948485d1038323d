// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The Python that runs the workers, and the folders it needs.
struct PythonInterpreter: Sendable {
  /// A folder that a worker sees: one of this machine under the same path, or a link.
  struct Folder: Sendable {
    let path: String
    /// Where the symbolic link leads, when it is one.
    var target: String?
  }

  /// The interpreter's absolute path.
  let path: String
  /// What the worker's root contains.
  let folders: [Folder]
  private let usesSitePackages: Bool

  /// Checks the interpreter without running it.
  ///
  /// - Throws: ``SandboxError`` with code `noInterpreter`.
  init(path: String, usesSitePackages: Bool) throws {
    guard path.hasPrefix("/") else {
      throw SandboxError(
        .noInterpreter,
        "\"\(path)\" is no absolute path: set OPTOBENCH_PYTHON to the whole path of python3"
      )
    }
    guard let file = FileHandle(forReadingAtPath: path), access(path, X_OK) == 0 else {
      throw SandboxError(
        .noInterpreter,
        "there is no python3 at \(path): run scripts/setup, or apt-get install python3"
      )
    }
    defer { try? file.close() }
    guard try file.read(upToCount: 2) != Data("#!".utf8) else {
      throw SandboxError(
        .noInterpreter,
        "\(path) is a script that starts another program: set OPTOBENCH_PYTHON to the interpreter "
          + "itself, which python3 -c 'import sys; print(sys.executable)' names"
      )
    }
    self.path = path
    self.usesSitePackages = usesSitePackages
    folders = try Self.folders(neededBy: path)
  }

  /// The interpreter and the arguments with which it becomes a worker.
  var workerArguments: [String] {
    let script = [
      PackageResources.confine_py, PackageResources.candidate_py, PackageResources.worker_py,
    ]
    .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    // The script gets a file name of its own, so that no frame of it is taken for the code's; and
    // nothing is ever imported from the scratch folder.
    let start = """
      import sys; sys.path[:] = [folder for folder in sys.path if folder]; \
      exec(compile(sys.argv.pop(), "<worker>", "exec"))
      """
    let flags = ["-s", "-B", "-W", "ignore"] + (usesSitePackages ? [] : ["-S"])
    return [path] + flags + ["-c", start, script]
  }

  private static func folders(neededBy path: String) throws -> [Folder] {
    let system = ["/usr", "/bin", "/lib", "/lib64"].compactMap { folder -> Folder? in
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: folder) {
        return Folder(path: folder, target: target)
      }
      return FileManager.default.fileExists(atPath: folder) ? Folder(path: folder) : nil
    }
    let own = URL(filePath: path).resolvingSymlinksInPath().path
    guard ![path, own].allSatisfy({ $0.hasPrefix("/usr/") || $0.hasPrefix("/bin/") }) else {
      return system
    }
    return system + (try prefixes(of: path)).map { Folder(path: $0) }
  }

  /// Asks an interpreter outside of the system's folders where its files are.
  private static func prefixes(of path: String) throws -> [String] {
    let command = LaunchCommand.withoutPrivileges([
      path, "-s", "-c", "import sys; print(sys.prefix); print(sys.base_prefix)",
    ])
    let question = Process()
    let pipe = Pipe()
    question.executableURL = URL(filePath: command[0])
    question.arguments = Array(command.dropFirst())
    question.standardOutput = pipe
    question.standardError = FileHandle.nullDevice
    try question.run()
    let answer = try pipe.fileHandleForReading.readToEnd() ?? Data()
    question.waitUntilExit()
    var folders = String(decoding: answer, as: UTF8.self).split(separator: "\n").map(String.init)
    guard question.terminationStatus == 0, folders.count == 2, !folders.contains("/") else {
      throw SandboxError(
        .noInterpreter,
        "\(path) does not run as a Python interpreter"
          + (geteuid() == 0 ? " for an unprivileged user: is it in a private folder?" : "")
      )
    }
    folders.append(URL(filePath: path).deletingLastPathComponent().path)
    // What lies within another folder is seen with it.
    return Set(folders).sorted().filter { folder in
      !(folders + ["/usr"]).contains { folder.hasPrefix($0 + "/") } && folder != "/usr"
    }
  }
}
