// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CodeExecution
import Testing

struct SyntaxCheckTests {
  @Test(arguments: [
    "def f(a, b):\n  return a",
    "import math\n\ndef other(): pass\n\ndef f(a: int, b: str = 'x') -> int:\n  return 1",
    "@staticmethod\ndef f(a, b): pass",
    "def f(a, /, b): pass",
    "def f(wrong): pass\ndef f(a, b): pass",
    "raise SystemExit\ndef f(a, b): pass",
  ])
  func acceptsTheSignature(source: String) async throws {
    let sandbox = try await SandboxUnderTest.start()
    #expect(
      try await sandbox.checkSyntax(source, entryPoint: "f", parameters: ["a", "b"]) == nil
    )
    await sandbox.close()
  }

  @Test(
    arguments: [
      ("def f(a, b)\n  return a", "SyntaxError", "expected ':' (<string>, line 1)", 1),
      ("def f(a, b):\n\treturn a\n        return b", "TabError", nil, 3),
      (
        "x = 1\ndef f(b, a): pass", "SignatureError",
        "the function has to begin with `def f(a, b):`", 2
      ),
      ("def f(a): pass", "SignatureError", "the function has to begin with `def f(a, b):`", 1),
      (
        "def f(a, b, c=1): pass", "SignatureError", "the function has to begin with `def f(a, b):`",
        1
      ),
      (
        "def f(a, b, *c): pass", "SignatureError", "the function has to begin with `def f(a, b):`",
        1
      ),
      (
        "async def f(a, b): pass", "SignatureError",
        "the function has to begin with `def f(a, b):`", 1
      ),
      ("def g(a, b): pass", "SignatureError", "the code does not define def f(a, b)", nil),
      (
        "if True:\n  def f(a, b): pass", "SignatureError", "the code does not define def f(a, b)",
        nil
      ),
      (
        "def f(a, b): return\nreturn", "SyntaxError",
        "'return' outside function (<string>, line 2)", 2
      ),
      ("x = '\0'", "ValueError", "source code string cannot contain null bytes", nil),
    ] as [(String, String, String?, Int?)])
  func refusesWithReasonAndLine(
    source: String,
    type: String,
    message: String?,
    line: Int?
  ) async throws {
    let sandbox = try await SandboxUnderTest.start()
    let error = try #require(
      try await sandbox.checkSyntax(source, entryPoint: "f", parameters: ["a", "b"])
    )
    #expect(error.type == type)
    if let message { #expect(error.message == message) }
    #expect(error.line == line)
    #expect(error.annotatedSource.contains(" <--- ") == (line != nil))
    await sandbox.close()
  }

  @Test func sourceThatOverwhelmsTheCompilerIsAnError() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let source = "def f():\n  return " + String(repeating: "(", count: 100_000)
    let error = try await sandbox.checkSyntax(source, entryPoint: "f", parameters: [])
    #expect(error?.type == "SyntaxError")
    await sandbox.close()
  }
}
