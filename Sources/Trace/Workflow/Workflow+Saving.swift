// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension Workflow {
  /// The values of all parameters as JSON text, which ``load(_:)`` reads.
  ///
  /// The text names its format and version and has one line for each parameter.
  ///
  /// - Complexity: O(*n*) in the size of the values.
  public func saved() -> String {
    let entries = parameters.map { entry in
      let name = TraceValue.text(entry.name).json
      return "    \(name): \(entry.parameter.traceValue.json)"
    }
    return """
      {
        "format": "\(SavedParameters.format)",
        "version": \(SavedParameters.version),
        "parameters": {
      \(entries.joined(separator: ",\n"))
        }
      }

      """
  }

  /// Takes over the values that ``saved()`` wrote.
  ///
  /// Nothing changes when an error is thrown.
  ///
  /// - Parameter json: The text; it has a value of the right type for each parameter and no others.
  /// - Throws: ``JSONError`` when the text is not JSON, is of another format or a later version, or
  ///   does not fit the workflow's parameters.
  /// - Complexity: O(*n*) in the size of the text.
  public func load(_ json: String) throws(JSONError) {
    let values = try SavedParameters(json).values
    let parameters = parameters
    for entry in parameters {
      guard let value = values[entry.name] else {
        throw JSONError("the saved parameters have no value for \(entry.name)")
      }
      guard entry.parameter.accepts(value) else {
        throw JSONError(
          "the saved value of \(entry.name) is of type \(value.typeName), which is not its own")
      }
    }
    for name in values.keys where !parameters.contains(where: { $0.name == name }) {
      throw JSONError("the saved parameters have a value for \(name), which this workflow lacks")
    }
    for entry in parameters {
      if let value = values[entry.name] { entry.parameter.update(to: value) }
    }
  }
}

/// The text in which parameters are saved.
struct SavedParameters {
  static let format = "optobench-trace-parameters"
  static let version = 1

  /// The values by name.
  let values: TraceDictionary

  init(_ json: String) throws(JSONError) {
    guard let content = try TraceValue(json: json).dictionaryValue,
      content["format"] == .text(Self.format)
    else { throw JSONError("the text is not of the format \(Self.format)") }
    guard case .integer(let version)? = content["version"], version <= Self.version else {
      throw JSONError(
        "the parameters were saved in a version after \(Self.version): use a later release")
    }
    guard case .dictionary(let values)? = content["parameters"] else {
      throw JSONError("the text has no parameters")
    }
    self.values = values
  }
}
