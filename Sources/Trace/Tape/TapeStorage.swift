// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The arrays in which a tape keeps what it recorded, in order of recording.
///
/// A scalar node takes 48 bytes and 8 more for each of its inputs; names are put together when they
/// are asked for.
struct TapeStorage: Sendable {
  var values: [TraceValue] = []
  var rows: [NodeRow] = []
  /// The inputs of all operations, one after the other.
  var inputs: [UInt32] = []
  /// The names under which the inputs were given, in `inputNames`.
  var inputKeys: [UInt32] = []
  var names = NameTable()
  var inputNames = SymbolTable<String>()
  var operators = SymbolTable<OperatorDescription>()
  var parameters: [ParameterDetails] = []
  var details: [UInt32: OperationDetails] = [:]
  var passes: [BackwardPass] = []
  /// The nodes of a workflow's parameters, which are kept alive so that none takes another's place.
  var bound: [ObjectIdentifier: (parameter: any WorkflowParameter, node: UInt32)] = [:]
  /// What is known of operators that were used, so that their names are looked up once.
  var prepared: [ObjectIdentifier: PreparedOperator] = [:]
  /// The bases of constants by the type of their value; `NodeRow.noDetail` before the first.
  var typeBases = [UInt32](repeating: NodeRow.noDetail, count: TraceValue.typeCount)
  /// For parameters whose feedback was cleared: the number of passes that no longer count.
  var clearedPasses: [UInt32: Int] = [:]
}

/// Distinct values with a number each.
struct SymbolTable<Symbol: Hashable & Sendable>: Sendable {
  private(set) var symbols: [Symbol] = []
  private var identifiers: [Symbol: UInt32] = [:]

  /// The number of a value, which is added when it is new.
  mutating func identifier(of symbol: Symbol) -> UInt32 {
    if let known = identifiers[symbol] { return known }
    let identifier = UInt32(symbols.count)
    symbols.append(symbol)
    identifiers[symbol] = identifier
    return identifier
  }
}

extension TapeStorage {
  static func scoped(_ name: String, _ scope: String?) -> String {
    guard let scope else { return name }
    return "\(scope)/\(name)"
  }

  func name(of node: UInt32) -> String {
    let row = rows[Int(node)]
    return "\(names.names[Int(row.base)]):\(row.ordinal)"
  }

  func pythonName(of node: UInt32) -> String {
    let row = rows[Int(node)]
    return "\(names.names[Int(row.base)])\(row.ordinal)"
  }

  func inputRange(of node: UInt32) -> Range<Int> {
    let place = Int(node)
    let end = place + 1 < rows.count ? Int(rows[place + 1].firstInput) : inputs.count
    return Int(rows[place].firstInput)..<end
  }

  func parameterDetails(of node: UInt32) -> ParameterDetails? {
    let row = rows[Int(node)]
    return row.traits.contains(.parameter) ? parameters[Int(row.detail)] : nil
  }

  func operation(of node: UInt32) -> OperatorDescription? {
    let row = rows[Int(node)]
    return row.traits.contains(.message) ? operators.symbols[Int(row.detail)] : nil
  }
}
