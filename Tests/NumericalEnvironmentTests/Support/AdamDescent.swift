// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NumericalEnvironment

/// The Adam rule (Kingma and Ba, 2015) on the distance from the target, as the published baseline
/// applies it.
struct AdamDescent {
  let rate: Double

  /// The errors at the start and after each step.
  func errors(of goal: HiddenGoal, steps: Int) -> [Double] {
    var input = HiddenGoal.startInput
    var mean = 0.0
    var square = 0.0
    var errors = [goal.error(at: input)]
    for step in 1...steps {
      let output = goal.program.slope(at: input)
      let difference = output.value - goal.target
      let direction: Double = difference > 0 ? 1 : difference < 0 ? -1 : 0
      let slope = direction * output.derivative
      mean = 0.9 * mean + 0.1 * slope
      square = 0.999 * square + 0.001 * slope * slope
      let meanHat = mean / (1 - pow(0.9, Double(step)))
      let squareHat = square / (1 - pow(0.999, Double(step)))
      input -= rate * meanHat / (squareHat.squareRoot() + 1e-8)
      errors.append(goal.error(at: input))
    }
    return errors
  }
}
