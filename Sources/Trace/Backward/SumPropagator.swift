// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The rule that adds up what an operation received: numbers as numbers, texts one after the other.
public struct SumPropagator: Propagator {
  /// Creates the rule.
  public init() {}

  /// The sum of all signals, in order of recording.
  ///
  /// - Throws: ``BackwardError`` for signals of different types, ``OperatorException`` for values that
  ///   cannot be added.
  /// - Complexity: O(*n*) in the size of the signals.
  public func signal(
    forInputsOf node: TraceNode, from received: [TraceValue]
  ) throws -> TraceValue {
    guard var sum = received.first else { return .none }
    for signal in received.dropFirst() {
      guard signal.typeNumber == sum.typeNumber else {
        throw BackwardError(
          .severalKinds,
          "\(node.pythonName) received a \(sum.typeName) and a \(signal.typeName), which cannot be "
            + "added: give feedback of one type")
      }
      sum = try Arithmetic.sum(sum, signal)
    }
    return sum
  }
}
