# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""A task in the manner of the Trace paper's introduction: the program is unfinished, not mutated."""
from engine.catalogue import numbers, program

program(
    "strange_sort_list",
    "Return the whole numbers of a list in a strange order: first the smallest, then the largest "
    "of those that are left, then the smallest of those that are left, and so on in turn.",
    r'''
def strange_sort_list(numbers):
    left = sorted(numbers)
    result = []
    while left:
        result.append(left.pop(0 if len(result) % 2 == 0 else -1))
    return result
''',
    known=[(([7, 1, 4],), [1, 7, 4]), (([5, 5],), [5, 5]), (([3],), [3]),
           (([5, 3, 5, 2],), [2, 5, 3, 5])],
    more=[(numbers(seed, 1 + seed % 6, -9, 9),) for seed in range(1, 13)],
    unfinished=r'''
def strange_sort_list(numbers):
    return sorted(numbers)
''',
)
