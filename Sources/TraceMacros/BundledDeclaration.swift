// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacros

/// What is written beside a function that is to be traced.
struct BundledDeclaration {
  /// The constant that keeps name, description and source text.
  let record: DeclSyntax
  /// The function on nodes.
  let overload: DeclSyntax

  init(
    _ function: FunctionDeclSyntax, attribute: AttributeSyntax,
    in context: some MacroExpansionContext, named given: String
  ) {
    let types = context.lexicalContext.compactMap(Self.typeName).reversed()
    let name = given.isEmpty ? (types + [function.name.text]).joined(separator: ".") : given
    let access = Self.access(of: function)
    let isMember = !types.isEmpty
    let recordName = "\(function.name.text)_bundle"
    let place = context.location(of: function.name, at: .afterLeadingTrivia, filePathMode: .fileID)
    record = """
      \(raw: access)\(raw: isMember ? "static " : "")let \(raw: recordName) = BundledSource(
        name: \(literal: name), summary: \(literal: DocumentationComment.summary(of: function)),
        source: \(literal: Self.source(of: function, without: attribute)),
        file: \(place?.file ?? "\"\""), line: \(place?.line ?? "0"))
      """
    let reference = isMember ? "Self.\(recordName)" : recordName
    overload = Self.overload(of: function, access: access, reference: reference)
  }

  private static func overload(
    of function: FunctionDeclSyntax, access: String, reference: String
  ) -> DeclSyntax {
    let parameters = Array(function.signature.parameterClause.parameters)
    let result = function.signature.returnClause?.type.trimmedDescription ?? "Void"
    let effects = function.signature.effectSpecifiers
    let isAsync = effects?.asyncSpecifier != nil
    let attempt = (effects?.throwsClause != nil ? "try " : "") + (isAsync ? "await " : "")
    let isStatic = function.modifiers.contains { $0.name.text == "static" }
    let arguments = parameters.enumerated().map { place, parameter in
      let label = parameter.firstName.text
      return (label == "_" ? "" : "\(label): ") + "source.argument(\(place), of: arguments)"
    }
    let inputs = parameters.map { "\"\(innerName(of: $0))\": \(innerName(of: $0))" }
    return """
      \(raw: access)\(raw: isStatic ? "static " : "")func \(function.name)(
        \(raw: parameters.map(tracedParameter).joined(separator: ",\n  "))
      ) \(raw: isAsync ? "async " : "")throws -> Node<\(raw: result)> {
        let source = \(raw: reference)
        let operation = bundle(source.name, summary: source.summary, options: source.options) {
          arguments in
          let result: \(raw: result) = try \(raw: attempt.replacing("try ", with: ""))\(function.name)(
            \(raw: arguments.joined(separator: ",\n      ")))
          return result.traceValue
        }
        return try Node<\(raw: result)>(
          try \(raw: isAsync ? "await " : "")operation([\(raw: inputs.joined(separator: ", "))]))
      }
      """
  }

  private static func innerName(of parameter: FunctionParameterSyntax) -> String {
    (parameter.secondName ?? parameter.firstName).text
  }

  private static func tracedParameter(_ parameter: FunctionParameterSyntax) -> String {
    let type = parameter.type.trimmedDescription
    let labels = [parameter.firstName.text, parameter.secondName?.text].compactMap(\.self)
    let head = "\(labels.joined(separator: " ")): any TypedOperand<\(type)>"
    // The default keeps its type: a literal alone might be taken for another one.
    guard let value = parameter.defaultValue?.value.trimmedDescription else { return head }
    return "\(head) = (\(value)) as \(type)"
  }

  private static func access(of function: FunctionDeclSyntax) -> String {
    let levels = ["public", "package", "internal", "fileprivate", "private"]
    let modifier = function.modifiers.first { levels.contains($0.name.text) }
    return modifier.map { $0.name.text + " " } ?? ""
  }

  private static func source(
    of function: FunctionDeclSyntax, without attribute: AttributeSyntax
  ) -> String {
    var bare = function
    bare.attributes = function.attributes.filter { element in
      element.as(AttributeSyntax.self)?.attributeName.trimmedDescription
        != attribute.attributeName.trimmedDescription
    }
    bare.leadingTrivia = []
    return bare.trimmedDescription
  }

  private static func typeName(_ scope: Syntax) -> String? {
    scope.asProtocol((any NamedDeclSyntax).self)?.name.text
      ?? scope.as(ExtensionDeclSyntax.self)?.extendedType.trimmedDescription
  }
}
