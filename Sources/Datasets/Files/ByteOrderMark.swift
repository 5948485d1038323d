// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension Collection<UInt8> {
  /// The bytes without the UTF-8 byte order mark that some editors put first.
  ///
  /// - Complexity: O(1) for collections with random access.
  var withoutByteOrderMark: SubSequence {
    starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
  }
}
