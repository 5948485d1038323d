// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The parameters of an operation, by which its inputs are named and checked.
public struct BundleSignature: Sendable {
  /// The names of the parameters, in order.
  public let names: [String]
  /// The values of parameters that a call may leave out.
  public let defaults: [String: TraceValue]
  /// Whether more arguments may follow, which are named `args_0`, `args_1` and so on.
  public let isVariadic: Bool
  /// Whether arguments of other names may follow.
  public let acceptsOtherNames: Bool

  /// Creates a signature.
  ///
  /// - Parameters:
  ///   - names: The names of the parameters, in order.
  ///   - defaults: The values of parameters that a call may leave out.
  ///   - isVariadic: Whether more arguments may follow.
  ///   - acceptsOtherNames: Whether arguments of other names may follow.
  public init(
    _ names: [String] = [],
    defaults: [String: TraceValue] = [:],
    isVariadic: Bool = false,
    acceptsOtherNames: Bool = false
  ) {
    self.names = names
    self.defaults = defaults
    self.isVariadic = isVariadic
    self.acceptsOtherNames = acceptsOtherNames
  }

  typealias Argument = (key: String, operand: any TraceOperand)

  /// Orders arguments as the parameters are, and adds defaults for those that are left out.
  func bind(
    _ arguments: [any TraceOperand], _ named: [Argument], of name: String
  ) throws(BundleError) -> [Argument] {
    guard arguments.count <= names.count || isVariadic else {
      throw BundleError(
        .badArguments, "\(name) has \(names.count) parameters but was given \(arguments.count)")
    }
    var bound: [Argument] = []
    for (place, key) in names.enumerated() {
      let given = named.filter { $0.key == key }
      guard given.count + (place < arguments.count ? 1 : 0) <= 1 else {
        throw BundleError(.badArguments, "\(name) was given \(key) more than once")
      }
      if place < arguments.count {
        bound.append((key, arguments[place]))
      } else if let argument = given.first {
        bound.append(argument)
      } else if let value = defaults[key] {
        bound.append((key, value))
      } else {
        throw BundleError(.badArguments, "\(name) was not given its parameter \(key)")
      }
    }
    for (place, argument) in arguments.dropFirst(names.count).enumerated() {
      bound.append(("args_\(place)", argument))
    }
    for argument in named where !names.contains(argument.key) {
      guard acceptsOtherNames else {
        throw BundleError(.badArguments, "\(name) has no parameter called \(argument.key)")
      }
      bound.append(argument)
    }
    return bound
  }
}

extension BundleOptions {
  /// The named inputs of a call; without a signature they are taken as they are given.
  func bind(
    _ arguments: [any TraceOperand] = [],
    _ named: KeyValuePairs<String, any TraceOperand> = [:],
    of name: String
  ) throws(BundleError) -> [BundleSignature.Argument] {
    let named = named.map { (key: $0.key, operand: $0.value) }
    if let signature { return try signature.bind(arguments, named, of: name) }
    guard arguments.isEmpty else {
      throw BundleError(
        .badArguments,
        "\(name) was given inputs without names: give it a signature, or name them")
    }
    return named
  }
}
