// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How OptoPrime words a problem: the settings that its prompts depend on.
struct OptoPrimeStyle: Sendable, Hashable {
  /// How values are written and asked for.
  var format = OptoPrimeFormat.json
  /// How the parts are headed.
  var headings = OptoPrimeHeadings.paper
  /// Parts whose content is left out; their headings stay.
  var masked: Set<OptoPrimeSection> = []
  /// Whether a solved problem is shown first.
  var showsExample = false
  /// Whether the variables are named again at the end.
  var namesVariables = false
}
