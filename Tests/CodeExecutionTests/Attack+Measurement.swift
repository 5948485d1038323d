// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution

extension Attack {
  /// Attacks on the verdict: each tries to be taken for code that gives the right answer.
  static let onMeasurement: [Attack] = [
    Attack(
      "exit with 0", [.exception("ProcessEnded")],
      """
      import os
      def f():
        os._exit(0)
      """
    ),
    Attack(
      "exit with 0 while the source is read", [.exception("SystemExit")],
      """
      import sys
      sys.exit(0)
      def f():
        return 1
      """
    ),
    Attack(
      "printed result", [.value(1)],
      """
      def f():
        print('{"value": 2, "type": "int"}')
        return 1
      """
    ),
    Attack(
      "results on all descriptors", [.notTheAnswer],
      """
      import os
      def f():
        forged = b'{"value": 2, "type": "int"}'
        for descriptor in range(64):
          for content in (len(forged).to_bytes(4, "little"), forged):
            try:
              os.write(descriptor, content)
            except OSError:
              pass
        return 1
      """
    ),
    Attack(
      "result on its descriptor and exit", [.value(2)],
      """
      import os
      def f():
        os.write(3, b'{"value": 2, "type": "int"}')
        os._exit(0)
      """
    ),
    Attack(
      "answer that is no JSON", [.exception("ProcessEnded")],
      """
      import os
      def f():
        os.write(3, b"\\xff\\x00{{{{")
        os._exit(0)
      """
    ),
    Attack(
      "closed descriptors", [.exception("ProcessEnded")],
      """
      import os
      def f():
        os.closerange(0, 100)
        return 1
      """
    ),
    Attack(
      "closed descriptors and endless loop", [.limit(.cpuTime)],
      """
      import os
      def f():
        os.closerange(0, 100)
        while True:
          pass
      """
    ),
    Attack(
      "code that runs at the end", [.value(1)],
      """
      import atexit, time
      class Late:
        def __del__(self):
          time.sleep(1000)
      def f():
        global late
        late = Late()
        late.itself = late
        atexit.register(time.sleep, 1000)
        return 1
      """
    ),
    Attack(
      "changed harness", [.notTheAnswer],
      """
      import gc, json, sys
      def f():
        frame = sys._getframe()
        while frame is not None:
          for name in ("write_json", "require_json", "encoded", "write_all"):
            if name in frame.f_globals:
              frame.f_globals[name] = lambda *arguments: '{"value": true, "type": "bool"}'
          frame = frame.f_back
        for module in list(sys.modules.values()):
          for name in ("dumps", "loads"):
            if hasattr(module, name):
              setattr(module, name, lambda *arguments: "true")
        return 1
      """
    ),
    Attack(
      "equal to everything", [.exception("TypeError")],
      """
      class Everything:
        def __eq__(self, other):
          return True
      def f():
        return Everything()
      """
    ),
    Attack(
      "number that is written differently", [.value(1)],
      """
      class Number(int):
        def __repr__(self):
          return "2"
        __str__ = __repr__
      def f():
        return Number(1)
      """
    ),
    Attack(
      "search for the expected value", [.value([])],
      """
      import gc, sys
      def f():
        found, frame = [], sys._getframe()
        seen = [value for value in gc.get_objects()]
        while frame is not None:
          seen += list(frame.f_locals.values())
          frame = frame.f_back
        for value in seen:
          text = repr(value)[:100_000] if isinstance(value, (dict, list, tuple)) else ""
          if "".join(["271", "828"]) in text:
            found.append(text[:100])
        return found
      """
    ),
  ]
}
