// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What keeps generated code away from the machine.
public enum Protection: String, Sendable, Hashable, CaseIterable {
  /// Namespaces set up by bubblewrap, a system call filter and resource limits.
  case bubblewrap
  /// Namespaces set up by the worker itself, a system call filter and resource limits.
  case namespaces
  /// Landlock file rules, a system call filter and resource limits, without namespaces: code can
  /// neither start threads nor write files.
  case filters
  /// A system call filter and resource limits only: code can read what the user can read.
  case unprotected

  /// One sentence for the user.
  public var summary: String {
    switch self {
    case .bubblewrap:
      "Generated code runs in bubblewrap: no network, no files but Python's own, limited resources."
    case .namespaces:
      "Generated code runs in namespaces of its own: no network, no files but Python's own, "
        + "limited resources."
    case .filters:
      "Generated code runs behind Landlock and a system call filter: no network, no files but "
        + "Python's own, limited resources."
    case .unprotected:
      "Generated code can READ ALL FILES that you can read; it cannot write, start programs or use "
        + "the network, and its resources are limited."
    }
  }
}
