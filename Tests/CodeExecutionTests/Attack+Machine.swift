// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution

extension Attack {
  /// Attacks on files, network, processes and the kernel; each returns what it managed to do.
  ///
  /// The paths are those that every Linux system has and that a program in the sandbox must not
  /// reach, whatever machine the tests run on.
  static let onMachine: [Attack] = [
    Attack(
      "secrets of files", [.value([])],
      """
      import os
      def f():
        found = []
        for path in ("/etc/shadow", "/etc/passwd", "/etc/hostname", "/proc/1/environ",
                     "/proc/self/environ", "/proc/self/maps", "/proc/meminfo", "/proc/1/mem",
                     "/boot/grub/grub.cfg", "/var/log/dpkg.log", "/sys/kernel/notes"):
          try:
            open(path, "rb").read(1)
            found.append(path)
          except OSError:
            pass
        for path in ("/root", "/home", "/etc", "/var", "/proc", "/sys", "/opt", "/mnt", "/srv", "/run"):
          try:
            found += [path + "/" + name for name in os.listdir(path)]
          except OSError:
            pass
        return found
      """
    ),
    Attack(
      "environment", [.value([])],
      """
      import ctypes, os
      def f():
        names = {"PATH", "HOME", "TMPDIR", "TZ", "LC_ALL", "PYTHONHASHSEED", "MALLOC_ARENA_MAX",
                 "LD_BIND_NOW", "PWD"}
        getenv = ctypes.CDLL(None).getenv
        found = [name for name in os.environ if name not in names]
        return found + (["secret"] if getenv(b"OPTOBENCH_ATTACK_SECRET") else [])
      """
    ),
    Attack(
      "writing everywhere", [.value([])],
      """
      import os, sys
      def f():
        done = []
        folders = ["/", "/usr", "/usr/lib", "/usr/bin", "/etc", "/var/tmp", "/home", "/root", "/dev",
                   "/dev/shm", "/run", "/opt", "/proc", "/sys", os.path.dirname(os.__file__)]
        for folder in folders:
          path = folder + "/optobench-attack"
          for action in (lambda: open(path, "w"), lambda: os.mkdir(path), lambda: os.mknod(path),
                         lambda: os.symlink("/usr", path), lambda: os.chmod(folder, 0o777)):
            try:
              action()
              done.append(path)
            except OSError:
              pass
        for path in ("/usr/bin/python3", os.__file__, "/etc/passwd"):
          for action in (lambda: open(path, "a"), lambda: os.remove(path), lambda: os.utime(path),
                         lambda: os.truncate(path, 0), lambda: os.rename(path, path + "x")):
            try:
              action()
              done.append(path)
            except OSError:
              pass
        return done
      """
    ),
    Attack(
      "scratch that becomes another place", [.value([])],
      """
      import os
      def f():
        done = []
        for number, target in enumerate(("/etc/shadow", "/proc/1/cwd/etc/passwd", "../etc/passwd",
                                         "/usr/lib/optobench-attack", "/dev/../etc/gshadow")):
          name = "link" + str(number)
          try:
            os.symlink(target, name)
          except OSError:
            continue
          for mode in ("r", "w", "a"):
            try:
              open(name, mode).close()
              done.append(target)
            except OSError:
              pass
        for action in (lambda: os.link("/usr/bin/python3", "hard"), lambda: os.chroot("."),
                       lambda: os.rename(".", "/usr/x"), lambda: os.rename("/tmp", "/usr/tmp")):
          try:
            action()
            done.append("action")
          except OSError:
            pass
        return done
      """
    ),
    Attack(
      "scratch that cannot be removed", [.notTheAnswer],
      """
      import os
      def f():
        for depth in range(300):
          os.mkdir("d")
          os.chdir("d")
        open("file", "w").write("left")
        os.chmod(".", 0)
        os.chmod("/tmp", 0)
        return 1
      """
    ),
    Attack(
      "sockets", [.value([])],
      """
      import ctypes, socket
      def f():
        opened = []
        for family in range(0, 46):
          for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
            try:
              socket.socket(family, kind)
              opened.append(family)
            except OSError:
              pass
        if ctypes.CDLL(None).socket(2, 1, 0) != -1:
          opened.append("through libc")
        for attempt in (lambda: socket.create_connection(("127.0.0.1", 80), 1),
                        lambda: socket.create_server(("127.0.0.1", 0))):
          try:
            attempt()
            opened.append("connection")
          except OSError:
            pass
        return opened
      """
    ),
    Attack(
      "killing the parent and all others", [.value([])],
      """
      import ctypes, os, signal
      def f():
        done = []
        libc = ctypes.CDLL(None)
        parent = os.getppid()
        for process in (parent, 1, -1, -parent, 0):
          for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGINT, signal.SIGALRM):
            try:
              os.kill(process, number)
              done.append(["kill", process])
            except OSError:
              pass
            if process > 0 and libc.tgkill(process, process, number) == 0:
              done.append(["tgkill", process])
        for action in (lambda: os.killpg(parent, 9), lambda: os.setpriority(os.PRIO_PROCESS, parent, 19),
                       lambda: os.sched_setaffinity(parent, {0}),
                       lambda: signal.pidfd_send_signal(os.pidfd_open(parent), 9)):
          try:
            action()
            done.append("action")
          except OSError:
            pass
        return done
      """
    ),
    Attack(
      "signals through the owner of a descriptor", [.value([])],
      """
      import fcntl, os
      def f():
        done = []
        reader, writer = os.pipe()
        for owner in (os.getppid(), 1, -os.getppid()):
          try:
            fcntl.fcntl(reader, fcntl.F_SETOWN, owner)
            done.append(owner)
          except OSError:
            pass
        return done
      """
    ),
    Attack(
      "system calls through ctypes", [.value([])],
      """
      import ctypes, os
      def f():
        libc = ctypes.CDLL(None, use_errno=True)
        parent = os.getppid()
        buffer = ctypes.create_string_buffer(64)
        calls = {
          "ptrace": lambda: libc.ptrace(16, parent, 0, 0),
          "process_vm_readv": lambda: libc.process_vm_readv(parent, buffer, 1, buffer, 1, 0),
          "unshare": lambda: libc.unshare(0x10000000),
          "setns": lambda: libc.setns(0, 0),
          "mount": lambda: libc.mount(b"tmpfs", b"/tmp", b"tmpfs", 0, None),
          "umount": lambda: libc.umount2(b"/tmp", 2),
          "chroot": lambda: libc.chroot(b"/"),
          "pivot_root": lambda: libc.pivot_root(b"/", b"/"),
          "setuid": lambda: libc.setuid(0),
          "setresgid": lambda: libc.setresgid(0, 0, 0),
          "personality": lambda: libc.personality(0x0040000),
          "memfd": lambda: libc.memfd_create(b"x", 0),
          "shared memory": lambda: libc.shmget(1, 4096, 0o1777),
          "queue": lambda: libc.msgget(1, 0o1777),
          "semaphore": lambda: libc.semget(1, 1, 0o1777),
          "death signal": lambda: libc.prctl(1, 0, 0, 0, 0),
          "io_uring": lambda: libc.syscall(425, 8, buffer),
          "clone3": lambda: libc.syscall(435, buffer, 64),
          "fsopen": lambda: libc.syscall(430, b"tmpfs", 0),
          "open_tree": lambda: libc.syscall(428, -100, b"/", 1),
          "unknown": lambda: libc.syscall(500),
          "vfork": lambda: libc.vfork(),
          "reboot": lambda: libc.reboot(0x01234567),
          "sethostname": lambda: libc.sethostname(b"x", 1),
        }
        return [name for name, call in calls.items() if call() != -1]
      """
    ),
  ]
}
