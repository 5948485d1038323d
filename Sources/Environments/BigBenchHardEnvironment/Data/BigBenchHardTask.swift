// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// One of the 27 files of BBH; the raw value is the publisher's file name without `.json`.
package enum BigBenchHardTask: String, Sendable, Hashable, Codable, CaseIterable {
  /// Evaluating an expression of `True`, `False`, `not`, `and`, `or`.
  case booleanExpressions = "boolean_expressions"
  /// Judging causes as most people would.
  case causalJudgement = "causal_judgement"
  /// Working out a date from a description.
  case dateUnderstanding = "date_understanding"
  /// Finding what a pronoun refers to.
  case disambiguationQA = "disambiguation_qa"
  /// Closing a sequence of brackets.
  case dyckLanguages = "dyck_languages"
  /// Telling valid arguments from fallacies.
  case formalFallacies = "formal_fallacies"
  /// Naming the shape that an SVG path draws.
  case geometricShapes = "geometric_shapes"
  /// Choosing the usual order of adjectives.
  case hyperbaton
  /// Ordering five objects from clues.
  case logicalDeductionFiveObjects = "logical_deduction_five_objects"
  /// Ordering seven objects from clues.
  case logicalDeductionSevenObjects = "logical_deduction_seven_objects"
  /// Ordering three objects from clues.
  case logicalDeductionThreeObjects = "logical_deduction_three_objects"
  /// Choosing the film that goes with four others.
  case movieRecommendation = "movie_recommendation"
  /// Evaluating a two-level sum, difference or product.
  case multistepArithmeticTwo = "multistep_arithmetic_two"
  /// Telling whether a walk ends where it began.
  case navigate
  /// Counting the objects of a category.
  case objectCounting = "object_counting"
  /// Questions about a table of penguins.
  case penguinsInATable = "penguins_in_a_table"
  /// Questions about coloured objects in a row.
  case reasoningAboutColoredObjects = "reasoning_about_colored_objects"
  /// Choosing the humorous edit of a name.
  case ruinNames = "ruin_names"
  /// Naming the kind of error in a translation.
  case salientTranslationErrorDetection = "salient_translation_error_detection"
  /// Telling the sarcastic sentence of two.
  case snarks
  /// Judging whether a sentence about sports is plausible.
  case sportsUnderstanding = "sports_understanding"
  /// Finding the free interval in a day.
  case temporalSequences = "temporal_sequences"
  /// Following five objects through swaps.
  case trackingShuffledObjectsFiveObjects = "tracking_shuffled_objects_five_objects"
  /// Following seven objects through swaps.
  case trackingShuffledObjectsSevenObjects = "tracking_shuffled_objects_seven_objects"
  /// Following three objects through swaps.
  case trackingShuffledObjectsThreeObjects = "tracking_shuffled_objects_three_objects"
  /// Telling who lies in a chain of claims.
  case webOfLies = "web_of_lies"
  /// Sorting words.
  case wordSorting = "word_sorting"
}
