// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The part of a published file that a download asks for next.
package struct DataPiece: Sendable, Hashable {
  /// The most bytes that are asked for at once.
  package static let maximumByteCount = 1 << 20

  /// The wanted bytes, by their place in the file.
  package let range: Range<Int>
  /// How long the whole file is, which a source may give instead.
  package let fileByteCount: Int

  /// The piece that follows on some bytes of a file.
  init(after received: Int, of file: PinnedFile) {
    range = received..<min(received + Self.maximumByteCount, file.byteCount)
    fileByteCount = file.byteCount
  }
}
