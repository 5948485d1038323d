// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TrialRecords

/// The versions of what makes and keeps rows beside this program, for records.
enum SystemVersions {
  /// Names and versions: the system, its database library, and the compiler.
  static var current: [String: String] {
    [
      "system": ProcessInfo.processInfo.operatingSystemVersionString,
      "sqlite": TrialStore.databaseVersion, "swift": compiler,
    ]
  }

  private static var compiler: String {
    #if swift(>=6.4)
      "6.4 or later"
    #elseif swift(>=6.3)
      "6.3"
    #elseif swift(>=6.2)
      "6.2"
    #else
      "earlier than 6.2"
    #endif
  }
}
