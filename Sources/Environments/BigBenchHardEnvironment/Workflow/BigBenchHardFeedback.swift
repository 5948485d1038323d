// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What the guide says of an answer, with the content of the paper's feedback in our own words
/// (Cheng, Nie and Swaminathan, 2024, appendix C.4).
enum BigBenchHardFeedback {
  static let right = "The answer is correct. Nothing has to be changed."

  static func wrong(expected: String) -> String {
    """
    The answer is wrong. The output should have been exactly "\(expected)". Change the prompt \
    template and those parts of the program that keep the model from giving the right answer or \
    the program from returning it.
    """
  }

  static func wrongType(_ typeName: String, expected: String) -> String {
    """
    The program has to return text and returned a value of type \(typeName). The output should have \
    been exactly "\(expected)". Change the function that returns it.
    """
  }
}
