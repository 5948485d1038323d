# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Joins two files of `case, size, figure` lines and prints a Markdown table with their ratios."""
import platform
import sys


def read(path):
    rows = {}
    with open(path) as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 3:  # A peer may print greetings of its own.
                rows[fields[0], int(fields[1])] = float(fields[2])
    return rows


def shown(figure):
    return "-" if figure is None else f"{figure:,.0f}" if figure >= 100 else f"{figure:.3g}"


def shown_ratio(ratio):
    return f"{ratio:,.0f}" if ratio >= 10 else f"{ratio:.1f}"


def processor():
    with open("/proc/cpuinfo") as file:
        names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return f"{len(names)} x {names[0]}" if names else platform.processor()


def main(ours_path, theirs_path, peer, unit):
    ours, theirs = read(ours_path), read(theirs_path)
    print(f"{unit}, median; {processor()}\n")
    print(f"| case | size | optobench | {peer} | ratio |")
    print("|---|---:|---:|---:|---:|")
    for (case, size), figure in ours.items():
        other = theirs.get((case, size))
        ratio = shown_ratio(other / figure) if other is not None and figure > 0 else "-"
        print(f"| {case} | {size:,} | {shown(figure)} | {shown(other)} | {ratio} |")


main(*sys.argv[1:])
