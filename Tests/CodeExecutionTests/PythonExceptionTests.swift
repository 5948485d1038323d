// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import Testing

struct PythonExceptionTests {
  @Test func sourceIsAnnotatedOnTheFailingLine() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let source = "def f(x, y):\n    \"\"\"Divides.\"\"\"\n    return x / y\n"
    let outcome = try await sandbox.outcome(of: source, 1, 0)
    let exception = try #require(outcome.exception)
    #expect(exception.type == "ZeroDivisionError")
    #expect(exception.message == "division by zero")
    #expect(exception.summary == "(ZeroDivisionError) division by zero")
    #expect(exception.line == 3)
    #expect(
      exception.annotatedSource == """
        def f(x, y):
            \"""Divides.\"""
            return x / y <--- (ZeroDivisionError) division by zero.
        (ZeroDivisionError) division by zero.
        """
    )
    #expect(
      exception.traceback == """
        Traceback (most recent call last):
          File "<string>", line 3, in f
            return x / y
        ZeroDivisionError: division by zero

        """
    )
    await sandbox.close()
  }

  @Test func eachCallWithinTheSourceHasABlock() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let source = """
      def helper(items):
        def third():
          return items[3]
        return third()

      def f(items):
        total = 0
        return total + helper(items)
      """
    let exception = try #require(try await sandbox.outcome(of: source, [1]).exception)
    #expect(
      exception.annotatedSource == """
        def helper(items):
          def third():
            return items[3]
          return third()

        def f(items):
          total = 0
          return total + helper(items) <--- Error raised in function call. See below.

        def helper(items):
          def third():
            return items[3]
          return third() <--- Error raised in function call. See below.

          def third():
            return items[3] <--- (IndexError) list index out of range.
        (IndexError) list index out of range.
        """
    )
    #expect(exception.line == 3)
    await sandbox.close()
  }

  @Test func framesOfLibrariesAndOfTheWorkerAreLeftOut() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let source = "import json\ndef f():\n  return json.loads('[')"
    let exception = try #require(try await sandbox.outcome(of: source).exception)
    #expect(exception.type == "json.decoder.JSONDecodeError")
    #expect(exception.line == 3)
    #expect(exception.traceback.split(separator: "\n").count == 4)
    let generated = "def f():\n  exec(compile('\\n\\n\\n1 / 0', '<string>', 'exec'))"
    #expect(try await sandbox.outcome(of: generated).exception?.line == 2)
    await sandbox.close()
  }

  @Test func veryManyCallsAreShortened() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let exception = try #require(
      try await sandbox.outcome(of: "def f(n=0):\n  return f(n + 1)").exception
    )
    #expect(exception.type == "RecursionError")
    let lines = exception.annotatedSource.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("def f") } == 8)
    #expect(lines.count { $0.hasSuffix(" more calls ...") } == 1)
    await sandbox.close()
  }

  @Test(arguments: [
    ("class Odd(Exception): pass\ndef f():\n  raise Odd(5)", "Odd", "5", 3),
    ("def f():\n  assert False", "AssertionError", "", 2),
    ("def f():\n  return {}['k']", "KeyError", "'k'", 2),
    ("def f():\n  return f.x", "AttributeError", "'function' object has no attribute 'x'", 2),
    ("import nothing\ndef f(): pass", "ModuleNotFoundError", "No module named 'nothing'", 1),
    ("x = y\ndef f(): pass", "NameError", "name 'y' is not defined", 1),
    ("def f():\n  import sys\n  sys.exit(3)", "SystemExit", "3", 3),
    ("def f():\n  raise KeyboardInterrupt", "KeyboardInterrupt", "", 2),
    ("def f():\n  return input()", "EOFError", "EOF when reading a line", 2),
    (
      "class E(Exception):\n  def __str__(self): return 1 / 0\ndef f():\n  raise E", "E",
      "a message that cannot be printed", 4
    ),
    ("def f():\n  eval('1 +')", "SyntaxError", "invalid syntax (<string>, line 1)", 2),
  ])
  func exceptionIsTold(source: String, type: String, message: String, line: Int) async throws {
    let sandbox = try await SandboxUnderTest.start()
    let exception = try #require(try await sandbox.outcome(of: source).exception)
    #expect(exception.type == type)
    #expect(exception.message == message)
    #expect(exception.line == line)
    #expect(exception.annotatedSource.contains(" <--- (\(type))"))
    await sandbox.close()
  }

  @Test func wrongArgumentsAreAnExceptionWithoutALine() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let exception = try #require(try await sandbox.outcome(of: "def f(x):\n  return x").exception)
    #expect(exception.message == "f() missing 1 required positional argument: 'x'")
    #expect(exception.line == nil)
    await sandbox.close()
  }

  @Test func sourceThatDoesNotCompileIsASyntaxError() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let error = try #require(try await sandbox.outcome(of: "def f(:\n  return 1").syntaxError)
    #expect(error.summary == "(SyntaxError) invalid syntax (<string>, line 1)")
    #expect(
      error.annotatedSource == """
        def f(: <--- (SyntaxError) invalid syntax (<string>, line 1).
          return 1
        (SyntaxError) invalid syntax (<string>, line 1).
        """
    )
    let missing = try #require(try await sandbox.outcome(of: "def g():\n  return 1").syntaxError)
    #expect(missing.summary == "(SignatureError) the code defines no function called f")
    let constant = try #require(try await sandbox.outcome(of: "f = 3").syntaxError)
    #expect(constant.type == "SignatureError")
    await sandbox.close()
  }
}
