// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import SwiftCompilerPlugin
import SwiftSyntaxMacros

/// Tells the compiler which macros this plug-in has.
@main
struct TraceMacrosPlugin: CompilerPlugin {
  let providingMacros: [any Macro.Type] = [BundleMacro.self]
}
