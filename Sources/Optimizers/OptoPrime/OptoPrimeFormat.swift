// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How OptoPrime writes values and how it asks for new ones.
enum OptoPrimeFormat: String, SettingWord {
  /// One value a line, and a JSON object as the answer, as published.
  case json
  /// A block of tags for each value, and such blocks as the answer, so that long texts need no
  /// escapes: the form of the public library's second version.
  case xml
}
