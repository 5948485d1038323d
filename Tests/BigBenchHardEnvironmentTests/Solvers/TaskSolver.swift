// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BigBenchHardEnvironment

/// Works out an item's answer from its text alone, by other means than the generator; `nil` when
/// the text is not understood.
typealias TaskSolver = @Sendable (String) -> String?

/// The solver of each task that has one.
let taskSolvers: [BigBenchHardTask: TaskSolver] = [
  .booleanExpressions: solveBooleanExpression,
  .dateUnderstanding: solveDate,
  .disambiguationQA: solveDisambiguation,
  .dyckLanguages: solveDyckLanguage,
  .formalFallacies: solveFormalFallacy,
  .geometricShapes: solveGeometricShape,
  .hyperbaton: solveHyperbaton,
  .logicalDeductionFiveObjects: solveLogicalDeduction,
  .logicalDeductionSevenObjects: solveLogicalDeduction,
  .logicalDeductionThreeObjects: solveLogicalDeduction,
  .movieRecommendation: solveFilms,
  .multistepArithmeticTwo: solveArithmetic,
  .navigate: solveNavigation,
  .objectCounting: solveObjectCounting,
  .penguinsInATable: solveAnimalTable,
  .reasoningAboutColoredObjects: solveColoredObjects,
  .salientTranslationErrorDetection: solveTranslation,
  .sportsUnderstanding: solveSports,
  .temporalSequences: solveTemporalSequence,
  .trackingShuffledObjectsFiveObjects: solveShuffledObjects,
  .trackingShuffledObjectsSevenObjects: solveShuffledObjects,
  .trackingShuffledObjectsThreeObjects: solveShuffledObjects,
  .webOfLies: solveWebOfLies,
  .wordSorting: solveWordSorting,
]
