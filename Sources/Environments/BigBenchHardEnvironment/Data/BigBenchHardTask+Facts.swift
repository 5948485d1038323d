// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension BigBenchHardTask {
  /// How many items the publisher's file holds.
  package var officialCount: Int {
    switch self {
    case .causalJudgement: 187
    case .penguinsInATable: 146
    case .snarks: 178
    default: 250
    }
  }

  /// The form of the answers.
  package var answerKind: AnswerKind {
    switch self {
    case .booleanExpressions: .trueOrFalse
    case .causalJudgement, .navigate, .webOfLies: .yesOrNo
    case .sportsUnderstanding: .lowercaseYesOrNo
    case .formalFallacies: .validOrInvalid
    case .multistepArithmeticTwo, .objectCounting: .integer
    case .dyckLanguages: .brackets
    case .wordSorting: .words
    default: .option
    }
  }

  /// The group in which results are reported.
  package var family: TaskFamily {
    switch self {
    case .causalJudgement, .dateUnderstanding, .disambiguationQA, .formalFallacies, .hyperbaton,
      .movieRecommendation, .penguinsInATable, .reasoningAboutColoredObjects, .ruinNames,
      .salientTranslationErrorDetection, .snarks, .sportsUnderstanding:
      .naturalLanguage
    default: .algorithmic
    }
  }

  /// The name of the benchmark's task: that of the file, but one name for the three sizes of
  /// `logical_deduction` and one for those of `tracking_shuffled_objects`; 23 names in all.
  package var benchmarkTask: String {
    switch self {
    case .logicalDeductionThreeObjects, .logicalDeductionFiveObjects,
      .logicalDeductionSevenObjects:
      "logical_deduction"
    case .trackingShuffledObjectsThreeObjects, .trackingShuffledObjectsFiveObjects,
      .trackingShuffledObjectsSevenObjects:
      "tracking_shuffled_objects"
    default: rawValue
    }
  }

  /// What the task asks, in a few words.
  package var summary: String {
    switch self {
    case .booleanExpressions: "evaluate an expression of True, False, not, and, or"
    case .causalJudgement: "judge causes as most people would"
    case .dateUnderstanding: "work out a date from a description"
    case .disambiguationQA: "find what a pronoun refers to"
    case .dyckLanguages: "close a sequence of brackets"
    case .formalFallacies: "tell valid arguments from fallacies"
    case .geometricShapes: "name the shape that an SVG path draws"
    case .hyperbaton: "choose the usual order of adjectives"
    case .logicalDeductionFiveObjects: "order five objects from clues"
    case .logicalDeductionSevenObjects: "order seven objects from clues"
    case .logicalDeductionThreeObjects: "order three objects from clues"
    case .movieRecommendation: "choose the film that goes with four others"
    case .multistepArithmeticTwo: "evaluate a two-level arithmetic expression"
    case .navigate: "tell whether a walk ends where it began"
    case .objectCounting: "count the objects of a category"
    case .penguinsInATable: "answer questions about a table of penguins"
    case .reasoningAboutColoredObjects: "answer questions about coloured objects"
    case .ruinNames: "choose the humorous edit of a name"
    case .salientTranslationErrorDetection: "name the kind of error in a translation"
    case .snarks: "tell the sarcastic sentence of two"
    case .sportsUnderstanding: "judge whether a sentence about sports is plausible"
    case .temporalSequences: "find the free interval in a day"
    case .trackingShuffledObjectsFiveObjects: "follow five objects through swaps"
    case .trackingShuffledObjectsSevenObjects: "follow seven objects through swaps"
    case .trackingShuffledObjectsThreeObjects: "follow three objects through swaps"
    case .webOfLies: "tell who lies in a chain of claims"
    case .wordSorting: "sort words alphabetically"
    }
  }
}
