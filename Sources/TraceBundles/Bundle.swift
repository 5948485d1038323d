// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import Trace

/// Makes a traced overload of a function, which takes nodes and gives a node.
///
/// ```swift
/// /// Adds a tax to a price.
/// @Bundle func addTax(price: Double, rate: Double = 0.19) -> Double { price * (1 + rate) }
///
/// let total = try addTax(price: node)     // a Node<Double>, recorded as addTax(price=..., rate=...)
/// ```
///
/// The overload has the parameters of the function, each of which takes a node or a plain value of
/// which at least one has to be a node, and it records the call under the function's name. The
/// comment above the function, without its list of parameters, is what an optimizer reads of it; its
/// source text annotates failures. Beside it, `<function>_bundle` keeps both as a ``BundledSource``.
///
/// All parameters and the result have to be `TraceRepresentable`; a method's type has to be
/// `Sendable`. Functions that are generic, mutating, variadic or have `inout` parameters cannot be
/// traced, and the compiler says so at the function.
///
/// - Parameter name: What the operation is called in the graph; by default the function's name, after
///   that of its type and a dot for a method.
@attached(peer, names: overloaded, suffixed(_bundle))
public macro Bundle(_ name: String? = nil) =
  #externalMacro(module: "TraceMacros", type: "BundleMacro")
