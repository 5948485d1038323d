// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The two groups in which results on BBH are reported.
package enum TaskFamily: String, Sendable, Hashable, CaseIterable {
  /// Tasks about natural language and knowledge: 12 files, each a task of its own.
  case naturalLanguage
  /// Tasks solved by an algorithm: 11 tasks in 15 files.
  case algorithmic

  /// The name in tables, as in the Trace paper's Table 1.
  package var title: String {
    switch self {
    case .naturalLanguage: "NLP"
    case .algorithmic: "algorithmic"
    }
  }
}
