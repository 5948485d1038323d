// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import SwiftDiagnostics
import SwiftParser
import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// Writes, beside a function, its traced overload and the record of its source.
struct BundleMacro: PeerMacro {
  static func expansion(
    of attribute: AttributeSyntax, providingPeersOf declaration: some DeclSyntaxProtocol,
    in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    guard let function = declaration.as(FunctionDeclSyntax.self) else {
      context.diagnose(Diagnostic(node: attribute, message: BundleDiagnostic.noFunction))
      return []
    }
    if let fault = fault(in: function) {
      context.diagnose(fault)
      return []
    }
    guard let name = givenName(attribute, context) else { return [] }
    let bundled = BundledDeclaration(function, attribute: attribute, in: context, named: name)
    return [bundled.record, bundled.overload]
  }

  private static func fault(in function: FunctionDeclSyntax) -> Diagnostic? {
    if function.signature.returnClause == nil {
      return Diagnostic(node: function.name, message: BundleDiagnostic.noResult)
    }
    if let clause = function.genericParameterClause {
      return Diagnostic(node: clause, message: BundleDiagnostic.generic)
    }
    if let modifier = function.modifiers.first(where: { $0.name.text == "mutating" }) {
      return Diagnostic(node: modifier, message: BundleDiagnostic.mutating)
    }
    for parameter in function.signature.parameterClause.parameters {
      if parameter.ellipsis != nil {
        return Diagnostic(node: parameter, message: BundleDiagnostic.variadic)
      }
      if parameter.type.trimmedDescription.hasPrefix("inout ") {
        return Diagnostic(node: parameter, message: BundleDiagnostic.inOut)
      }
    }
    return nil
  }

  /// The name in the attribute, an empty text when there is none, nil after a diagnostic.
  private static func givenName(
    _ attribute: AttributeSyntax, _ context: some MacroExpansionContext
  ) -> String? {
    guard case .argumentList(let arguments) = attribute.arguments,
      let argument = arguments.first?.expression
    else { return "" }
    if argument.is(NilLiteralExprSyntax.self) { return "" }
    guard let text = argument.as(StringLiteralExprSyntax.self)?.representedLiteralValue else {
      context.diagnose(Diagnostic(node: argument, message: BundleDiagnostic.name))
      return nil
    }
    return text
  }
}
