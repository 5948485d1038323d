# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Simulates with UXsim the intersection that Simulation/SimulationBenchmark.swift simulates.

Each line is a case, a size in simulated seconds, and microseconds per run, separated by tabs: the
median of several repetitions. Only the simulation is timed, not the making of the network.
"""
import itertools
import statistics
import time
import warnings

import numpy
import uxsim

warnings.filterwarnings("ignore")
SECONDS, SLOT = 1800, 6
ENDS = ("W1", "E1", "N1", "S1")


def demand():
    numpy.random.seed(42)
    flows = {
        (start, end, slot): numpy.random.uniform(0, 0.25)
        for start, end in itertools.permutations(ENDS, 2)
        for slot in range(0, SECONDS, SLOT)
    }
    third = SECONDS // 3
    for slot in range(0, third, SLOT):
        flows["W1", "E1", slot] += 0.25
    for slot in range(2 * third, SECONDS, SLOT):
        flows["E1", "W1", slot] += 0.25
    return flows


def microseconds(flows, cpp):
    world = uxsim.World(
        name="", deltan=1, reaction_time=1, tmax=SECONDS, print_mode=0, save_mode=0, show_mode=0,
        random_seed=42, duo_update_time=120, show_progress=0,
        vehicle_logging_timestep_interval=-1, cpp=cpp)
    for name in ENDS:
        world.addNode(name, 0, 0)
    world.addNode("I1", 0, 0, signal=[30, 30])
    for (start, end, slot), flow in flows.items():
        world.adddemand(start, end, slot, slot + SLOT, flow)
    for group, names in enumerate((("W1", "E1"), ("N1", "S1"))):
        for name in names:
            for start, end in ((name, "I1"), ("I1", name)):
                world.addLink(
                    start + end, start, end, length=500, free_flow_speed=10, jam_density=0.2,
                    signal_group=group)
    begin = time.perf_counter_ns()
    world.exec_simulation()
    return (time.perf_counter_ns() - begin) / 1000


flows = demand()
for engine, cpp, repetitions in (("C++", True, 15), ("Python", False, 5)):
    figure = statistics.median(microseconds(flows, cpp) for _ in range(repetitions))
    print(f"paper's intersection, against the {engine} engine", SECONDS, figure, sep="\t", flush=True)
