# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Times Meta-World's Sawyer under MuJoCo: microseconds per environment step of 12.5 ms.

Prints `case, size, microseconds`, separated by tabs, for the work that Robot/RobotBenchmark.swift
does with our simulation: the median over episodes of 200 random actions, without resets.
"""
import statistics
import time

import metaworld
import mujoco
import numpy

STEPS = 200
REPETITIONS = 9


def make(task):
    benchmark = metaworld.MT1(task, seed=1)
    env = benchmark.train_classes[task]()
    env.set_task(benchmark.train_tasks[0])
    return env


def median_step(begin, step, actions):
    times = []
    for _ in range(REPETITIONS):
        begin()
        start = time.perf_counter()
        for action in actions:
            step(action)
        times.append((time.perf_counter() - start) / len(actions))
    return statistics.median(times) * 1e6


def main():
    actions = numpy.random.default_rng(1).uniform(-1, 1, (STEPS, 4))
    for name, task in (
        ("reach", "reach-v3"), ("push", "push-v3"), ("pick_place", "pick-place-v3")
    ):
        env = make(task)
        figure = median_step(env.reset, env.step, actions)
        print(f"environment step, {name}\t{STEPS}\t{figure}")
        if name == "pick_place":
            print(f"environment step with seven joints\t{STEPS}\t{figure}")
            figure = median_step(
                env.reset,
                lambda action: mujoco.mj_step(env.model, env.data, nstep=env.frame_skip),
                actions,
            )
            print(f"physics alone, {name}\t{STEPS}\t{figure}")


main()
