// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// One scored forward pass.
public struct Evaluation: Sendable, Hashable {
  /// The example that was run.
  public let example: ExampleID
  /// What the workflow gave, as text without any U+0000; the exception when it raised one.
  public let answer: String
  /// The guide's word on it.
  public let assessment: Assessment

  /// Creates an evaluation; every U+0000 in the answer becomes U+FFFD.
  public init(example: ExampleID, answer: String, assessment: Assessment) {
    self.example = example
    self.answer = answer.storable
    self.assessment = assessment
  }
}
