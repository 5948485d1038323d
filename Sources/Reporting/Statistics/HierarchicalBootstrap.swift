// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The mean of numbers of any size, with a percentile interval by resampling at both levels.
///
/// Within each task trials and items are drawn anew, with replacement and independently, and an
/// observation counts as often as its trial times its item was drawn (the pigeonhole bootstrap of
/// Owen, Ann. Appl. Stat. 1, 2007, 386-411; Efron and Tibshirani, An Introduction to the Bootstrap,
/// 1993, chapter 13, for percentiles). Tasks stay as they are.
package struct HierarchicalBootstrap: Sendable, Hashable {
  /// The mean of the observations.
  package let mean: Double
  /// The percentile interval of the mean.
  package let interval: ConfidenceInterval

  /// Computes the mean and its interval, or gives nil when there are no observations.
  ///
  /// - Parameters:
  ///   - sample: The observations.
  ///   - resamples: How often the sample is drawn anew, above 0.
  ///   - seed: Where the random numbers start; equal seeds give equal intervals.
  /// - Complexity: O(*n* · *r*) in the observations and resamples.
  package init?(_ sample: ClusteredSample, resamples: Int = 1000, seed: UInt = 20_240_622) {
    guard let mean = sample.mean else { return nil }
    let strata = sample.tasks.map(Stratum.init)
    let twister = SeededTwister(seed: seed)
    let means = (0..<resamples).compactMap { _ -> Double? in
      var sum = 0.0
      var weight = 0.0
      for stratum in strata { stratum.draw(from: twister, sum: &sum, weight: &weight) }
      return weight > 0 ? sum / weight : nil
    }
    self.mean = mean
    interval = ConfidenceInterval(percentilesOf: means)
  }
}

/// The observations of one task, with items and trials numbered without gaps.
private struct Stratum {
  private var cells: [(item: Int, trial: Int, value: Double)] = []
  private var itemCount = 0
  private var trialCount = 0

  init(_ observations: [ClusteredSample.Observation]) {
    var items: [Int: Int] = [:]
    var trials: [Int: Int] = [:]
    for observation in observations {
      let item = items[observation.item] ?? items.count
      items[observation.item] = item
      let trial = trials[observation.trial] ?? trials.count
      trials[observation.trial] = trial
      cells.append((item, trial, observation.value))
    }
    itemCount = items.count
    trialCount = trials.count
  }

  func draw(from twister: borrowing SeededTwister, sum: inout Double, weight: inout Double) {
    let itemWeights = weights(itemCount, from: twister)
    let trialWeights = weights(trialCount, from: twister)
    for cell in cells {
      let count = itemWeights[cell.item] * trialWeights[cell.trial]
      sum += count * cell.value
      weight += count
    }
  }

  private func weights(_ count: Int, from twister: borrowing SeededTwister) -> [Double] {
    var weights = [Double](repeating: 0, count: count)
    for _ in 0..<count { weights[twister.number(below: count)] += 1 }
    return weights
  }
}
