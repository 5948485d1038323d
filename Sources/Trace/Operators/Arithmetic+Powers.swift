// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Arithmetic {
  static func power(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    let (base, exponent) = try numbers(x, y, "** or pow()")
    if case (.integer(let base), .integer(let exponent)) = (base, exponent), exponent >= 0 {
      return .integer(try integerPower(base, exponent))
    }
    if base.real == 0, exponent.real < 0 {
      throw .zeroDivision("0.0 cannot be raised to a negative power")
    }
    if base.real < 0, exponent.real.isFinite, exponent.real != exponent.real.rounded() {
      throw .value("a negative number cannot be raised to a fractional power")
    }
    let result = pow(base.real, exponent.real)
    guard result.isFinite || !base.real.isFinite || !exponent.real.isFinite else { throw .overflow }
    return .real(result)
  }

  private static func integerPower(_ base: Int, _ exponent: Int) throws(OperatorException) -> Int {
    switch base {
    case 0: return exponent == 0 ? 1 : 0
    case 1: return 1
    case -1: return exponent.isMultiple(of: 2) ? 1 : -1
    default: break
    }
    guard exponent < Int.bitWidth else { throw .overflow }
    var power = 1
    for _ in 0..<exponent {
      let (product, overflow) = power.multipliedReportingOverflow(by: base)
      guard !overflow else { throw .overflow }
      power = product
    }
    return power
  }
}
