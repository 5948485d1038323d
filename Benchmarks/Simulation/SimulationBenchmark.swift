// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import NumericalEnvironment
import OPTO
import Trace
import TrafficEnvironment

/// Measures the traffic simulation and the BBOB functions on the work that `peers/uxsim_run.py` and
/// `peers/coco_bbob.c` do with the public programs.
///
/// Each line is a case, a size, and microseconds per run or evaluation, separated by tabs: the
/// median of several repetitions.
@main
struct SimulationBenchmark {
  static func main() async throws {
    let seconds = try await intersection()
    for engine in ["C++", "Python"] {
      print("paper's intersection, against the \(engine) engine\t1800\t\(seconds)")
    }
    for dimension in [2, 10, 40] {
      print("BBOB, mean of 24 functions\t\(dimension)\t\(blackBoxes(dimension))")
    }
  }

  /// Microseconds of one simulation of the paper's intersection over 1,800 s, with its report.
  static func intersection() async throws -> Double {
    let task = TrafficTask.scoreOnly
    let problem = SignalTimingProblem(
      task, on: try task.network.load(), seed: Seed(rawValue: 0))
    let oracle = TraceOracle(problem)
    var values = ParameterValues(initialOf: problem.parameters)
    for name in values.names { values[name] = 30 }
    var times: [Double] = []
    for _ in 0..<25 {
      let start = DispatchTime.now().uptimeNanoseconds
      let evaluation = try await oracle.evaluate(problem.example, with: values)
      times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1000)
      precondition(evaluation.assessment.score < 0, "the simulation gave no score")
    }
    return median(times)
  }

  /// Microseconds of one evaluation, averaged over the 24 functions in a dimension.
  static func blackBoxes(_ dimension: Int) -> Double {
    let problems = BBOBFunction.allCases.map { function in
      BBOBProblem(function, dimension: dimension, instance: 1)
    }
    let count = 20_000
    let means = problems.map { problem in
      var point = (0..<dimension).map { Double($0 % 7) - 3 }
      var sum = 0.0
      let start = DispatchTime.now().uptimeNanoseconds
      for index in 0..<count {
        point[0] = Double(index % 100) / 20 - 2.5
        sum += problem.value(at: point)
      }
      let time = Double(DispatchTime.now().uptimeNanoseconds - start) / 1000
      precondition(sum.isFinite, "a function gave no number")
      return time / Double(count)
    }
    return means.reduce(0, +) / Double(means.count)
  }

  static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
