# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""The process inside the sandbox: one forked child for each call, which it watches and ends.

Frames have a length of four bytes, little endian, before their content. The first request is the
settings, each later one a call; an empty one asks to stop the call that runs. What generated code
says is never parsed here: the child's answer passes through as bytes.
"""
import gc, io, select, signal, time

# Its hook would give each child another seed, and costs more than an ordinary call.
register_at_fork, os.register_at_fork = os.register_at_fork, lambda **hooks: None
import random
os.register_at_fork = register_at_fork

# What generated code imports most; loaded once, so that a call pays nothing for it.
import bisect, collections, copy, datetime, functools, heapq, itertools, operator, re, string, typing

REQUESTS, ANSWERS = 10, 11
RESULT = 3
EXITED, SIGNALLED, WALL_TIME, OUTPUT, VALUE, CANCELLED = range(6)
FAILED, OUT_OF_MEMORY, OUT_OF_PROCESSOR_TIME = 70, 71, 72
BEYOND_MEMORY = 64 << 20
SPARE_SECONDS = 0.25

SET_DUMPABLE, SET_SECCOMP, SECCOMP_FILTER = 4, 22, 2
prctl = libc.prctl
prctl.argtypes = [ctypes.c_int] + [ctypes.c_ulong] * 4


class Filter:
    """A system call filter in the form that the kernel takes."""

    def __init__(self, instructions):
        packed = b"".join(struct.pack("<HBBI", *one) for one in instructions)
        self.code = ctypes.create_string_buffer(packed)
        self.program = ctypes.create_string_buffer(
            struct.pack("<HxxxxxxQ", len(instructions), ctypes.addressof(self.code)))
        self.address = ctypes.addressof(self.program)

    def install(self):
        must(prctl(SET_SECCOMP, SECCOMP_FILTER, self.address, 0, 0), "the kernel takes no filter")


class Worker:
    """Answers one call after the other, each in a child of its own."""

    def __init__(self):
        self.take_channel()
        self.settings = json.loads(self.receive())
        confine(self.settings)
        self.scratch = self.settings["scratch"]
        self.process = os.getpid()
        self.is_alone = self.process == 1
        self.call = None
        self.call_filter = Filter(self.settings["callFilter"])
        self.give_up_privileges()
        self.prepare_streams()
        if self.scratch:
            self.scratch_changed = os.stat(self.scratch).st_ctime_ns
        self.warm_up()

    # ---- The channel to the caller

    def take_channel(self):
        """Moves the pipes away from where generated code expects its standard streams."""
        os.dup2(0, REQUESTS, inheritable=False)
        os.dup2(1, ANSWERS, inheritable=False)
        nothing = os.open("/dev/null", os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)
        os.close(nothing)

    def receive(self):
        return self.read_exactly(int.from_bytes(self.read_exactly(4), "little"))

    def read_exactly(self, count):
        content = b""
        while len(content) < count:
            part = os.read(REQUESTS, count - len(content))
            if not part:
                os._exit(0)
            content += part
        return content

    def send(self, *parts):
        content = b"".join(parts)
        write_all(ANSWERS, len(content).to_bytes(4, "little") + content)

    # ---- Before the first call

    def give_up_privileges(self):
        """Gives up what no call needs, for this process and all its children."""
        settings = self.settings
        prctl(SET_DUMPABLE, 0, 0, 0, 0)
        must(prctl(SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0), "the kernel cannot forbid new privileges")
        memory = settings["memory"]
        for name, soft, hard in (
            # 1 and not 0, with which a program that collects core dumps would still be started.
            ("CORE", 1, 1), ("NOFILE", 64, 64), ("AS", memory, memory + BEYOND_MEMORY),
            ("FSIZE", settings["fileSize"], settings["fileSize"]),
        ):
            resource.setrlimit(getattr(resource, "RLIMIT_" + name), (soft, hard))
        Filter(settings["filter"]).install()

    def prepare_streams(self):
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGXCPU, self.out_of_time)
        signal.signal(signal.SIGALRM, self.out_of_time)
        sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)
        for name, descriptor in (("stdout", 1), ("stderr", 2)):
            stream = io.TextIOWrapper(
                io.BufferedWriter(io.FileIO(descriptor, "w", closefd=False)),
                encoding="utf-8", errors="backslashreplace", line_buffering=descriptor == 2)
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)

    def warm_up(self):
        """Runs a call of our own so often that its children need not write to what they share.

        Each page that a child writes to is copied for it, and that is most of what a call costs;
        the interpreter writes to code and types the first times it uses them.
        """
        source = "def double(numbers):\n  return [2 * number for number in numbers]\n"
        request = {"source": source, "entryPoint": "double", "arguments": [[1, 2.5]],
                   "cpuSeconds": 1, "cpuMessage": ""}
        for _ in range(20):
            encoded(Call(read_json(write_json(request), 0)[0], self.settings["messages"]))
        sys.modules[MODULE] = None
        random.seed(0)
        gc.collect()
        gc.freeze()

    # ---- In the child

    def live_as_child(self, request, result, output):
        os.dup2(result, RESULT)
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.closerange(RESULT + 1, 64)
        # Text of the caller's making, and nothing of the code in it has run yet.
        request = read_json(request.decode(), 0)[0]
        seconds, threads = request["cpuSeconds"], self.settings["threads"]
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        if self.is_alone:
            resource.setrlimit(resource.RLIMIT_NPROC, (threads + 2, threads + 2))
        else:
            prctl(SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
            if os.getppid() != self.process:
                os._exit(FAILED)
        self.call_filter.install()
        self.call = Call(request, self.settings["messages"])
        self.end_child(encoded(self.call))

    def out_of_time(self, number, frame):
        """Says, in the child, which line ran when the time was up."""
        if self.call is not None:
            limit = "cpuTime" if number == signal.SIGXCPU else "wallTime"
            status = OUT_OF_PROCESSOR_TIME if limit == "cpuTime" else FAILED
            self.end_child(write_json(self.call.stopped(limit, frame)).encode(), status)

    def end_child(self, answer, unheard=FAILED):
        """Answers and ends the process without running anything else that the code left.

        Where the code left no way to answer, the process ends with the other status.
        """
        self.call = None
        try:
            sys.stdout.flush()
        except BaseException:
            pass
        try:
            write_all(RESULT, answer)
            os._exit(0)
        finally:
            os._exit(unheard)

    # ---- In the parent

    def live(self):
        self.send(sys.version.split()[0].encode())
        os.dup2(0, 2)
        while True:
            request = self.receive()
            if request:
                self.send(*self.serve(request))

    def serve(self, request):
        result, result_end = os.pipe()
        output, output_end = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                self.live_as_child(request, result_end, output_end)
            except MemoryError:
                os._exit(OUT_OF_MEMORY)
            finally:
                os._exit(FAILED)
        os.close(result_end)
        os.close(output_end)
        exit_watch = os.pidfd_open(child)
        ending, result_text, output_text = self.watch(child, result, output, exit_watch)
        for descriptor in (result, output, exit_watch):
            os.close(descriptor)
        return self.conclusion(child, ending, output_text), output_text, result_text

    def watch(self, child, result, output, exit_watch):
        """Reads what the child writes until it has exited, hits a limit or is no longer wanted."""
        poller = select.poll()
        for descriptor in (result, output, exit_watch, REQUESTS):
            poller.register(descriptor, select.POLLIN)
        texts = {result: b"", output: b""}
        room = {result: self.settings["valueBytes"], output: self.settings["outputBytes"]}
        deadline = time.monotonic() + self.settings["wallSeconds"]
        ending, has_exited = EXITED, False
        while True:
            left = 0 if has_exited else max(0, deadline - time.monotonic())
            events = poller.poll(left * 1000)
            if not events:
                if has_exited or ending == WALL_TIME:
                    return ending, texts[result], texts[output]
                ending = WALL_TIME
                deadline = time.monotonic() + SPARE_SECONDS
                os.kill(child, signal.SIGALRM)
            for descriptor, _ in events:
                if descriptor == exit_watch:
                    has_exited = True
                    poller.unregister(exit_watch)
                elif descriptor == REQUESTS:
                    self.receive()
                    return CANCELLED, b"", b""
                else:
                    part = os.read(descriptor, 65536)
                    if not part:
                        poller.unregister(descriptor)
                    texts[descriptor] += part
                    if len(texts[descriptor]) > room[descriptor]:
                        printed = texts[output][:room[output]]
                        return (OUTPUT if descriptor == output else VALUE), b"", printed

    def conclusion(self, child, ending, output):
        os.kill(child, signal.SIGKILL)
        _, status, usage = os.wait4(child, 0)
        code = os.waitstatus_to_exitcode(status)
        if ending == EXITED and code < 0:
            ending = SIGNALLED
        retire = self.end_others()
        if self.scratch and os.stat(self.scratch).st_ctime_ns != self.scratch_changed:
            retire = True
        microseconds = int((usage.ru_utime + usage.ru_stime) * 1e6)
        return struct.pack("<BBBxII", ending, abs(code), retire, microseconds, len(output))

    def end_others(self):
        """Ends what the call may have left behind; whether there was anything."""
        found = False
        try:
            while True:
                process, _ = os.waitpid(-1, os.WNOHANG)
                found = True
                if process == 0:
                    if self.is_alone:
                        os.kill(-1, signal.SIGKILL)
                    os.waitpid(-1, 0)
        except ChildProcessError:
            return found


def write_all(descriptor, content):
    written = os.write(descriptor, content)
    while written < len(content):
        written += os.write(descriptor, memoryview(content)[written:])


if sys.version_info < (3, 10):
    sys.exit(f"Python 3.10 or later is needed, this is {sys.version.split()[0]}")
Worker().live()
