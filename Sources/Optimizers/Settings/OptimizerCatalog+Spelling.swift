// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension OptimizerCatalog {
  /// The optimizer that a text names together with its settings: `optoprime`, or
  /// `optoprime:memory=5+masked`.
  ///
  /// The name of the result is the canonical form of the text: settings in the order in which the
  /// optimizer declares them, without those that are what they would be anyway.
  ///
  /// - Returns: The optimizer, or nil when none has the name before the colon.
  /// - Throws: ``OptimizerSpellingError`` when its settings cannot be read.
  public static func optimizer(
    spelled text: String
  ) throws(OptimizerSpellingError) -> OptimizerDescription? {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let optimizer = optimizer(named: String(name)) else {
      return nil
    }
    guard parts.count == 2 else { return optimizer }
    let pairs = parts[1].split(separator: "+", omittingEmptySubsequences: false).map { item in
      let sides = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (name: String(sides[0]), value: sides.count == 2 ? String(sides[1]) : nil)
    }
    return try optimizer.configured(by: pairs)
  }
}

extension OptimizerDescription {
  /// This optimizer with settings that are given by name, as a plan file has them.
  ///
  /// - Parameter pairs: Names and values as text; a value that is nil sets a flag to `on`.
  /// - Returns: The optimizer, whose name tells its settings.
  /// - Throws: ``OptimizerSpellingError`` for a name or value that it does not know.
  public func configured(
    by pairs: [(name: String, value: String?)]
  ) throws(OptimizerSpellingError) -> OptimizerDescription {
    configured(try OptimizerSettings(pairs, of: settings, optimizer: name))
  }
}
