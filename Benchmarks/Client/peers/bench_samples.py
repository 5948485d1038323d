# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Runs bench on 500 and on 1,500 questions of a file: asked, scored and stored, with an instruction
alone and with the program of a prompt and two functions that run in the sandbox.

    bench_samples.py BENCH URL CALLS_AT_ONCE

Each line is a case, the calls at once, and microseconds per question, separated by tabs: the median
of several rounds. Processor time is that of all processes together. What a further question costs is
the difference of both runs; the other rows have the start of the program and of its sandbox in them.
"""
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5


def write_questions(path, count):
    with open(path, "w") as file:
        for number in range(count):
            part = ["train", "validation"][number] if number < 2 else "test"
            question = f"I have {number} apples and three pears. How many fruits do I have?"
            file.write(json.dumps({"input": question, "target": "7", "split": part}) + "\n")


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(bench, url, jobs, workflow, count, folder):
    questions, store = os.path.join(folder, "q.jsonl"), os.path.join(folder, "s.sqlite")
    write_questions(questions, count + 2)
    before, start = processor_seconds(), time.perf_counter()
    subprocess.run(
        [bench, "run", "--suite", f"file:{questions}", "--rule", "number", "--workflow", workflow,
         "--optimizer", "noop",
         "--protocol", "paper", "--base-url", url, "--model", "m", "--jobs", jobs, "--log", "none",
         "--store", store, "--quiet"],
        check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start, processor_seconds() - before


def main(bench, url, jobs):
    for workflow in ("instruction", "program"):
        runs = {500: [], 1500: []}
        for _ in range(ROUNDS):
            for count, figures in runs.items():
                with tempfile.TemporaryDirectory() as folder:
                    figures.append(run(bench, url, jobs, workflow, count, folder))
        for place, name in enumerate(("time", "processor time")):
            small, large = (statistics.median(one[place] for one in runs[n]) for n in (500, 1500))
            for case, seconds in (
                ("question of 500", small / 500), ("further question", (large - small) / 1000),
            ):
                print(f"{workflow}: {case}, {name}", jobs, seconds * 1e6, sep="\t", flush=True)


main(*sys.argv[1:])
