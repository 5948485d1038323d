// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by datasets/code-debugging/make.py: change the programs there and run it.

extension FrozenDraw {
  /// The programs of the group strange_sort_list.
  static let strangeSortList = ##"""
    {"id": "strange_sort_list", "specification": "Return the whole numbers of a list in a strange order: first the smallest, then the largest of those that are left, then the smallest of those that are left, and so on in turn.", "fault": {"operator": "unfinished", "function": "strange_sort_list", "line": 2}, "functions": [{"name": "strange_sort_list", "parameters": ["numbers"], "faulty": "def strange_sort_list(numbers):\n    return sorted(numbers)\n", "correct": "def strange_sort_list(numbers):\n    left = sorted(numbers)\n    result = []\n    while left:\n        result.append(left.pop(0 if len(result) % 2 == 0 else -1))\n    return result\n"}], "visible": [[[[5, 5]], [5, 5]], [[[9, -4]], [-4, 9]], [[[0, 9, -9, -1]], [-9, 9, -1, 0]], [[[6, -5, -2, -2, -9]], [-9, 6, -5, -2, -2]], [[[-6, 3, 9, -3, 4, 6]], [-6, 9, -3, 6, 3, 4]]], "hidden": [[[[7, 1, 4]], [1, 7, 4]], [[[3]], [3]], [[[5, 3, 5, 2]], [2, 5, 3, 5]], [[[-6, -8]], [-8, -6]], [[[0, 0, -6]], [-6, 0, 0]], [[[4, 5, 4, 7]], [4, 7, 4, 5]], [[[-8, -6, -5, 5, 0]], [-8, 5, -6, 0, -5]], [[[-2, -1, 6, 4, -6, -2]], [-6, 6, -2, 4, -2, -1]], [[[2]], [2]], [[[-4, 1, -1]], [-4, 1, -1]], [[[-2]], [-2]]]}
    """##
}
