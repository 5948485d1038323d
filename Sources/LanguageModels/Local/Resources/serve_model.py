#!/usr/bin/env python3
# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Serves a model file on this machine with llama.cpp's server until standard input ends.

    serve_model.py --model FILE --cache FOLDER --log FILE --slots N --context TOKENS
                   --threads N [--port N]

The first line of standard input is the key that requests must carry, so that no process list
shows it. When standard input ends, as it does when the parent dies in whatever way, the server is
killed and this program ends. Standard output has one JSON object a line: first `ready` with the
port, or `failed` with a sentence; later `ended` when the server dies by itself.
Needs Python 3.9 and its library alone.
"""

import argparse
import contextlib
import ctypes
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

ENGINE = "xllamacpp-2026.10.11549"
KEPT_PROMPTS_MEGABYTES = 512
# Threads that spin while they wait for each other stall when anything else uses the processor.
CALM_THREADS = {"OMP_WAIT_POLICY": "PASSIVE"}
PR_SET_PDEATHSIG = 1


def tell(**facts):
    print(json.dumps(facts), flush=True)


def close_inherited_files():
    """Lets go of what the parent had open, which must not stay open as long as this runs."""
    folder = "/proc/self/fd"
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        if int(name) > 2:
            with contextlib.suppress(OSError):
                os.close(int(name))


def read_key():
    """Reads the first line byte by byte, because what follows it is not ours to buffer."""
    key = b""
    while (byte := os.read(0, 1)) not in (b"", b"\n"):
        key += byte
    return key.decode()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def die_with_parent():
    """Asks the kernel to kill this process when its parent ends, however that happens."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def start_program(program, arguments, key, log):
    """Starts llama-server; the key and newer options travel in its environment."""
    command = [program, "--model", arguments.model, "--host", "127.0.0.1"]
    command += ["--port", str(arguments.port), "--ctx-size", str(arguments.context)]
    command += ["--parallel", str(arguments.slots), "--threads", str(arguments.threads)]
    defaults = {"LLAMA_ARG_CACHE_RAM": str(KEPT_PROMPTS_MEGABYTES), **CALM_THREADS}
    environment = {**defaults, **os.environ, "LLAMA_API_KEY": key}
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        env=environment,
        preexec_fn=die_with_parent,
    )


def start_package(python, arguments, key, log):
    """Starts this file again in the engine's environment, where it becomes the server."""
    command = [python, "-I", os.path.abspath(__file__), "--in-process", *sys.argv[1:]]
    command += ["--port", str(arguments.port)]
    child = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=log,
        stderr=log,
        env={**CALM_THREADS, **os.environ},
        preexec_fn=die_with_parent,
    )
    child.stdin.write(key.encode() + b"\n")
    child.stdin.flush()
    return child


def serve_in_process(arguments):
    """Is the server, until standard input ends."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = arguments.model
    params.n_ctx = arguments.context
    params.n_parallel = arguments.slots
    params.cpuparams.n_threads = arguments.threads
    params.cpuparams_batch.n_threads = arguments.threads
    params.cont_batching = True
    params.cache_prompt = True
    params.cache_ram_mib = KEPT_PROMPTS_MEGABYTES
    params.hostnames = ["127.0.0.1"]
    params.port = arguments.port
    params.api_keys = [read_key()]
    params.ui = False
    server = xllamacpp.Server(params)
    while os.read(0, 4096):
        pass
    del server
    os._exit(0)


def is_healthy(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2) as reply:
            return reply.status == 200
    except (OSError, urllib.error.URLError):
        return False


def watch_input(child, stopping):
    """Kills the server when the parent closes its side or dies."""
    while os.read(0, 4096):
        pass
    stopping.set()
    child.kill()


def supervise(arguments):
    key = read_key()
    cache = arguments.cache
    arguments.port = arguments.port or free_port()
    program = shutil.which("llama-server")
    python = os.path.join(cache, "engine", ENGINE, "bin", "python")
    if not program and not os.access(python, os.X_OK):
        tell(failed="the local engine is not installed: run bench model setup")
        return 1
    with open(arguments.log, "ab", buffering=0) as log:
        if program:
            child = start_program(program, arguments, key, log)
        else:
            child = start_package(python, arguments, key, log)
    stopping = threading.Event()
    threading.Thread(target=watch_input, args=(child, stopping), daemon=True).start()
    while not is_healthy(arguments.port):
        if child.poll() is not None:
            if stopping.is_set():
                return 0
            tell(failed=f"the server {ending(child.returncode)} while it was starting")
            return 1
        time.sleep(0.05)
    tell(ready={"port": arguments.port, "pid": child.pid, "engine": program or ENGINE})
    child.wait()
    if stopping.is_set():
        return 0
    tell(ended=f"the server {ending(child.returncode)}")
    return 1


def ending(code):
    return f"was killed by signal {-code}" if code < 0 else f"ended with status {code}"


def main():
    parser = argparse.ArgumentParser(description="Serves a model until standard input ends.")
    parser.add_argument("--model", required=True, help="the model's GGUF file")
    parser.add_argument("--cache", required=True, help="the cache directory")
    parser.add_argument("--log", required=True, help="the file for what the server says")
    parser.add_argument("--slots", type=int, required=True, help="answers at once")
    parser.add_argument("--context", type=int, required=True, help="tokens of all slots together")
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--in-process", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    close_inherited_files()
    if arguments.in_process:
        serve_in_process(arguments)
    return supervise(arguments)


if __name__ == "__main__":
    sys.exit(main())
