#!/usr/bin/env python3
# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Makes sure that there is a local model engine, llama.cpp's server.

    setup_engine.py [--check]

A llama-server on PATH is used as it is. Otherwise the prebuilt llama.cpp of the Python package
xllamacpp is installed into a private virtual environment in the cache directory. Running it again
changes nothing. Needs Python 3.9 and its library alone; the package needs Python 3.10.
"""

import argparse
import contextlib
import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys

PACKAGE = "xllamacpp"
VERSION = "2026.10.11549"
OLDEST_PYTHON = (3, 10)


class Problem(Exception):
    """A sentence for the user."""


def say(text):
    print("engine: " + text, file=sys.stderr, flush=True)


def cache_directory():
    """The rule of the Swift type CacheDirectory."""
    named = os.environ.get("OPTOBENCH_CACHE")
    if named:
        return os.path.abspath(named)
    shared = os.environ.get("XDG_CACHE_HOME", "")
    if shared.startswith("/"):
        return os.path.join(shared, "optobench")
    home = os.environ.get("HOME")
    if home:
        return os.path.join(os.path.abspath(home), ".cache", "optobench")
    raise Problem("no cache folder: set OPTOBENCH_CACHE to a folder that optobench may write to")


def last_line(text, otherwise):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower()]
    return (errors or lines or [otherwise])[-1]


def check_program(path):
    done = subprocess.run([path, "--version"], capture_output=True, text=True)
    if done.returncode != 0:
        why = last_line(done.stderr, f"it ended with {done.returncode}")
        raise Problem(f"{path} does not run ({why}): repair it or take it from PATH")


def is_usable(python):
    if not os.access(python, os.X_OK):
        return False
    check = f"import {PACKAGE} as p, sys; sys.exit(not hasattr(p, 'Server'))"
    return subprocess.run([python, "-I", "-c", check], capture_output=True).returncode == 0


def install(folder, python):
    """Makes the environment anew; what an unfinished run left in the folder is replaced."""
    if sys.version_info < OLDEST_PYTHON:
        raise Problem(
            f"{PACKAGE} needs Python 3.10 and {sys.executable} is {sys.version.split()[0]}:"
            " install a newer python3, or llama.cpp's llama-server on PATH"
        )
    if importlib.util.find_spec("ensurepip") is None:
        raise Problem("Python cannot make virtual environments: run apt-get install python3-venv")
    say(f"installing {PACKAGE} {VERSION} into {folder}")
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "venv", folder]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        why = last_line(done.stdout + done.stderr, f"it ended with {done.returncode}")
        raise Problem(f"{sys.executable} -m venv failed ({why}): try apt-get install python3-venv")
    command = [python, "-m", "pip", "install", "--quiet", "--no-input", "--no-deps"]
    command += ["--no-cache-dir", "--disable-pip-version-check", "--only-binary=:all:"]
    command += [f"{PACKAGE}=={VERSION}"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        why = last_line(done.stderr, f"it ended with {done.returncode}").replace("ERROR: ", "")
        raise Problem(
            f"pip could not install {PACKAGE} {VERSION} ({why}): with a network run this again,"
            " or install llama.cpp's llama-server on PATH"
        )
    if not is_usable(python):
        raise Problem(
            f"{PACKAGE} {VERSION} does not run on this machine:"
            " install llama.cpp's llama-server on PATH"
        )


@contextlib.contextmanager
def locked(path):
    """Keeps two set-ups from writing the same folder."""
    with open(path, "w", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting for another set-up that is installing the engine")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def run(only_checks):
    program = shutil.which("llama-server")
    if program:
        check_program(program)
        say(f"{program} is ready")
        return
    engines = os.path.join(cache_directory(), "engine")
    folder = os.path.join(engines, f"{PACKAGE}-{VERSION}")
    python = os.path.join(folder, "bin", "python")
    ready = os.path.join(folder, "ready")
    # Nothing is written when all is well, so that a shared cache may be read-only.
    if not (os.path.exists(ready) and is_usable(python)):
        if only_checks:
            raise Problem(
                "llama.cpp is not installed: there is no llama-server on PATH and no"
                f" {PACKAGE} {VERSION} in {folder}"
            )
        try:
            os.makedirs(engines, exist_ok=True)
            with locked(os.path.join(engines, "lock")):
                if not (os.path.exists(ready) and is_usable(python)):
                    install(folder, python)
                    with open(ready, "w", encoding="utf-8") as file:
                        file.write(VERSION + "\n")
        except OSError as error:
            raise Problem(f"{error.filename or engines}: {error.strerror or error}") from None
    say(f"{PACKAGE} {VERSION} is ready in {folder}")


def main():
    parser = argparse.ArgumentParser(description="Installs llama.cpp's server.")
    parser.add_argument("--check", action="store_true", help="look what is there, install nothing")
    try:
        run(parser.parse_args().check)
    except Problem as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        say("stopped; run it again to finish")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
