// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TraceNode {
  /// The template with its fields filled in, as `str.format` does.
  ///
  /// Fields are `{}`, `{0}` or `{name}`, with an optional format such as `{price:.2f}`; doubled
  /// braces stand for themselves. Unnamed arguments are recorded as `args_0`, `args_1` and so on.
  ///
  /// - Parameters:
  ///   - arguments: What unnamed fields are filled with, in order.
  ///   - fields: What named fields are filled with.
  /// - Returns: A text.
  /// - Throws: ``ExecutionError`` when the value is no template or a field was not given.
  public func formatted(
    _ arguments: [any TraceOperand] = [], _ fields: KeyValuePairs<String, any TraceOperand> = [:]
  ) throws -> TraceNode {
    let names = fields.map(\.key)
    let count = arguments.count
    let format = bundle(
      "format",
      summary: "Fills the fields of the template x with the other inputs.",
      options: BundleOptions(
        signature: BundleSignature(["x"], isVariadic: true, acceptsOtherNames: true))
    ) { values in
      let named = zip(names, values.dropFirst(1 + count)).map { ($0, $1) }
      return .text(
        try TextTemplate(values[0]).filled(
          with: Array(values[1..<(1 + count)]), TraceDictionary(named)))
    }
    return try format.run(
      format.options.bind([self] + arguments, fields, of: "format"), on: tape)
  }

  /// The template with its named fields filled in, as `str.format` does.
  ///
  /// - Throws: ``ExecutionError`` when the value is no template or a field was not given.
  public func formatted(_ fields: KeyValuePairs<String, any TraceOperand>) throws -> TraceNode {
    try formatted([], fields)
  }
}
