// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The command line of this process as a shell would read it, for records.
enum CommandLineText {
  /// The command `bench` with its arguments, quoted where a shell needs it.
  static var current: String {
    (["bench"] + CommandLine.arguments.dropFirst().map(quoted)).joined(separator: " ")
  }

  private static func quoted(_ argument: String) -> String {
    let plain = /[A-Za-z0-9_.\/,:=+@-]+/
    let isPlain = argument.wholeMatch(of: plain) != nil
    return isPlain ? argument : "'" + argument.replacing("'", with: "'\\''") + "'"
  }
}
