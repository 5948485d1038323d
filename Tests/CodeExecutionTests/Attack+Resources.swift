// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution

extension Attack {
  /// Attacks on processor time, memory, output and processes.
  static let onResources: [Attack] = [
    Attack(
      "fork bomb", [.limit(.processes)],
      """
      import os
      def f():
        while True:
          os.fork()
      """
    ),
    Attack(
      "fork bomb that ignores failures", [.limit(.cpuTime)],
      """
      import os
      def f():
        while True:
          try:
            os.fork()
          except OSError:
            pass
      """
    ),
    Attack(
      "thread bomb", [.limit(.processes)],
      """
      import threading, time
      def f():
        while True:
          threading.Thread(target=time.sleep, args=(1000,)).start()
      """
    ),
    Attack(
      "memory bomb", [.limit(.memory)],
      """
      def f():
        held = []
        while True:
          held.append(bytearray(10_000_000))
      """
    ),
    Attack(
      "memory bomb that ignores failures", [.limit(.cpuTime), .limit(.memory)],
      """
      held = []
      def f():
        while True:
          try:
            held.append(bytearray(10_000_000))
          except MemoryError:
            pass
      """
    ),
    Attack(
      "mapped memory", [.exception("OSError")],
      """
      import mmap
      def f():
        return [mmap.mmap(-1, 1 << 30) for _ in range(100)]
      """
    ),
    Attack(
      "endless loop that ignores signals", [.limit(.cpuTime)],
      """
      import signal
      for number in (signal.SIGXCPU, signal.SIGALRM, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
      def f():
        while True:
          pass
      """
    ),
    Attack(
      "endless loop outside of Python", [.limit(.cpuTime)],
      """
      def f():
        return 7 ** 7 ** 7 ** 7
      """
    ),
    Attack(
      "10 GB of output", [.limit(.output)],
      """
      def f():
        for _ in range(10_000):
          print("x" * 1_000_000)
      """
    ),
    Attack(
      "10 GB of output past Python's streams", [.limit(.output)],
      """
      import os
      def f():
        block = b"x" * 1_000_000
        for _ in range(10_000):
          os.write(2, block)
      """
    ),
    Attack(
      "deep recursion", [.exception("RecursionError")],
      """
      def f(n=0):
        return f(n + 1) + 1
      """
    ),
    Attack(
      "deep recursion without Python's limit",
      [.limit(.memory), .limit(.cpuTime), .exception("ProcessEnded")],
      """
      import sys
      sys.setrecursionlimit(2 ** 31 - 1)
      def f(n=0):
        return f(n + 1) + 1
      """
    ),
    Attack(
      "deep recursion in C",
      [
        .limit(.memory), .limit(.cpuTime), .exception("ProcessEnded"), .exception("RecursionError"),
      ],
      """
      import sys
      sys.setrecursionlimit(2 ** 31 - 1)
      def f():
        value = []
        for _ in range(10_000_000):
          value = [value]
        return len(repr(value))
      """
    ),
    Attack(
      "crash", [.exception("ProcessEnded")],
      """
      import ctypes
      def f():
        return ctypes.string_at(0)
      """
    ),
    Attack(
      "all descriptors", [.exception("OSError")],
      """
      import os
      def f():
        held = []
        while True:
          held.append(os.open("/dev/null", os.O_RDONLY))
      """
    ),
    Attack(
      "higher limits", [.value([])],
      """
      import os, resource
      def f():
        done = []
        for name in ("AS", "CPU", "FSIZE", "NOFILE", "NPROC"):
          limit = getattr(resource, "RLIMIT_" + name)
          soft, hard = resource.getrlimit(limit)
          try:
            resource.setrlimit(limit, (hard + 1, hard + 1) if hard >= 0 else (soft, hard))
            if hard >= 0:
              done.append(name)
          except (OSError, ValueError):
            pass
          try:
            resource.prlimit(os.getppid(), limit, (1, 1))
            done.append("the worker's " + name)
          except OSError:
            pass
        return done
      """
    ),
    Attack(
      "daemon", [.limit(.processes)],
      """
      import subprocess, sys
      def f():
        command = [sys.executable, "-c", "import time; time.sleep(1000)"]
        subprocess.Popen(command, start_new_session=True)
        return 1
      """
    ),
    Attack(
      "other program in the same process", [.exception("PermissionError")],
      """
      import os, sys
      def f():
        os.execv(sys.executable, [sys.executable, "-c", "import time; time.sleep(1000)"])
      """
    ),
    Attack(
      "thread that stays", [.value(1), .limit(.processes)],
      """
      import threading, time
      def f():
        threading.Thread(target=time.sleep, args=(1000,)).start()
        return 1
      """
    ),
  ]
}
