# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Does with the public library (trace-opt) what Trace/TraceBenchmark.swift does with ours.

Each line is a case, a size, and nanoseconds (or bytes) per operation, separated by tabs: the median
of several repetitions, each with a graph of its own.
"""
import json
import os
import statistics
import time

import opto.trace as trace
import opto.optimizers as optimizers


def chain(count):
    total = trace.node(0.0, name="x", trainable=True)
    for _ in range(count):
        total = total + 1.0
    return total


def wide_sum(count):
    numbers = [trace.node(1.0, name="p", trainable=True) for _ in range(count)]
    total = numbers[0]
    for number in numbers[1:]:
        total = total + number
    return total


def ten_parameters(count):
    numbers = [trace.node(1.0, name="x", trainable=True) for _ in range(10)]
    total = numbers[0]
    for index in range(count):
        total = total + numbers[(index + 1) % 10]
    return numbers, total


def measure(repetitions, body, prepare=None):
    times = []
    for _ in range(repetitions):
        trace.GRAPH.clear()
        prepared = prepare() if prepare else None
        start = time.perf_counter_ns()
        body(prepared)
        times.append(time.perf_counter_ns() - start)
    return statistics.median(times)


def report(name, count, nanoseconds):
    print(name, count, nanoseconds / count, sep="\t", flush=True)


def answer(text):
    class Part:
        pass
    message, choice, response = Part(), Part(), Part()
    message.content, choice.message, response.choices = text, message, [choice]
    return response


def step(count):
    times = []
    for _ in range(5):
        trace.GRAPH.clear()
        numbers, total = ten_parameters(count)
        model = lambda *a, **k: answer(json.dumps({"suggestion": {"x0": 2.0}}))
        optimizer = optimizers.OptoPrime(numbers, llm=model)
        optimizer.zero_feedback()
        optimizer.backward(total, "make it larger")
        start = time.perf_counter_ns()
        optimizer.step()
        times.append(time.perf_counter_ns() - start)
        assert numbers[0].data == 2.0
    return statistics.median(times)


def resident_bytes():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main():
    chain(50)
    trace.GRAPH.clear()
    before = resident_bytes()
    kept = chain(100_000)
    report("bytes, chain with constants", 100_000, resident_bytes() - before)
    del kept
    for count, repetitions in ((1000, 5), (10_000, 3), (100_000, 1)):
        report("record chain, constants", count, measure(repetitions, lambda _: chain(count)))
    for count, repetitions in ((1000, 5), (10_000, 1)):
        report("record wide sum", count, measure(repetitions, lambda _: wide_sum(count)))
    for count, repetitions in ((1000, 3), (10_000, 1)):
        report("backward, chain", count, measure(
            repetitions, lambda y: y.backward("make it larger"), lambda: chain(count)))
    report("backward, wide sum", 1000, measure(
        3, lambda y: y.backward("make it larger"), lambda: wide_sum(1000)))
    for count in (10, 100, 1000):
        report("view, prompt and step, 10 parameters", count, step(count))


main()
