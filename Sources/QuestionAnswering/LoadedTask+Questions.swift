// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
import CanonicalJSON
package import Datasets

extension LoadedTask {
  /// A task of questions with exact answers.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - split: Its items.
  ///   - workflow: What answers, and what is a parameter of it.
  ///   - rule: How answers are scored; it is given what the workflow returns.
  package init(
    _ id: TaskID, _ split: ExampleSplit, workflow: some AnswerWorkflow, rule: some AnswerRule
  ) {
    self.init(
      id: id, dataLabel: split.label.rawValue, dataDigest: split.digest.hex,
      workflowDigest: workflow.digest(scoredBy: rule).hex, parameters: workflow.parameters
    ) { resources, _ in
      QuestionAnsweringProblem(split, workflow: workflow, rule: rule, resources: resources)
    }
  }
}
