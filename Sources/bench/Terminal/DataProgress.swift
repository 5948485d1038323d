// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation

/// Shows how far a download has come, one line for each piece, on standard error.
enum DataProgress {
  /// Writes a line.
  static func show(_ file: PinnedFile, _ received: Int, of manifest: DataManifest) {
    let line =
      "bench: \(manifest.name)/\(file.name) \(ByteText.of(received)) of "
      + "\(ByteText.of(file.byteCount))\n"
    FileHandle.standardError.write(Data(line.utf8))
  }
}

/// Numbers of bytes as people read them.
enum ByteText {
  /// Kilobytes below a megabyte, else megabytes with one digit after the point.
  static func of(_ count: Int) -> String {
    count < 1_000_000
      ? "\((count + 500) / 1000) kB"
      : "\((count + 50_000) / 1_000_000).\((count + 50_000) / 100_000 % 10) MB"
  }
}
