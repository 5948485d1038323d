// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON
public import Trace

/// A state of a problem: one value for each of its parameters, in their order.
public struct ParameterValues: Sendable, Hashable {
  /// The names of the parameters in order.
  public let names: [String]
  private var valuesByName: [String: TraceValue]

  /// The values with which a trial of these parameters begins.
  public init(initialOf specifications: [ParameterSpecification]) {
    names = specifications.map(\.name)
    valuesByName = Dictionary(
      specifications.map { ($0.name, $0.initialValue) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads values that ``jsonValue`` wrote, for these parameters.
  ///
  /// - Throws: ``ProblemError`` when a value is missing.
  public init(json: JSONValue, for specifications: [ParameterSpecification]) throws {
    self.init(initialOf: specifications)
    for specification in specifications {
      guard let value = json[specification.name] else {
        throw ProblemError(
          .missingParameter,
          "the stored state has no value for \(specification.name): it is of another version of "
            + "the task, so run the trial anew")
      }
      self[specification.name] = TraceValue(json: value, like: specification.initialValue)
    }
  }

  /// Reads the text of values that ``jsonValue`` wrote, for these parameters.
  ///
  /// - Throws: `JSONParseError` when the text is no JSON, ``ProblemError`` when a value is missing.
  public init(storedText text: String, for specifications: [ParameterSpecification]) throws {
    try self.init(json: JSONValue(parsing: text), for: specifications)
  }

  /// The value of the parameter called `name`, or nil when there is none; unknown names are ignored.
  public subscript(name: String) -> TraceValue? {
    get { valuesByName[name] }
    set {
      guard valuesByName[name] != nil, let newValue else { return }
      valuesByName[name] = newValue
    }
  }

  /// The values as an object with members in parameter order.
  public var jsonValue: JSONValue {
    .object(names.map { JSONValue.Member($0, valuesByName[$0]?.jsonValue ?? .null) })
  }

  /// The digest that identifies this state.
  ///
  /// - Complexity: O(*n*) in the size of the values.
  public var digest: ContentDigest { ContentDigest(of: jsonValue) }
}
