// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// One scored forward pass.
public struct Evaluation: Sendable, Hashable {
  /// The example that was run.
  public let example: ExampleID
  /// What the workflow gave, as text; the exception when it raised one.
  public let answer: String
  /// The guide's word on it.
  public let assessment: Assessment

  /// Creates an evaluation.
  public init(example: ExampleID, answer: String, assessment: Assessment) {
    self.example = example
    self.answer = answer
    self.assessment = assessment
  }
}
