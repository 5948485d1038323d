# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Searching, sorting, counting and graphs."""
from engine.catalogue import numbers, program

program(
    "binary_search",
    "Return the index of target in the ascending list items, or -1 when it is not there.",
    r'''
def binary_search(items, target):
    low = 0
    high = len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == target:
            return middle
        if items[middle] < target:
            low = middle + 1
        else:
            high = middle - 1
    return -1
''',
    known=[(([1, 3, 5, 7], 5), 2), (([], 4), -1), (([2], 2), 0), (([2, 4], 3), -1)],
    more=[([2, 4, 6, 8, 10], value) for value in (2, 4, 8, 10, 1, 11)]
    + [(list(range(0, 40, 3)), value) for value in (0, 39, 18, 19, 36)],
)

program(
    "first_at_least",
    "Return the index of the first element of the ascending list items that is at least bound, or "
    "the length of the list when all are smaller.",
    r'''
def first_at_least(items, bound):
    low = 0
    high = len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] < bound:
            low = middle + 1
        else:
            high = middle
    return low
''',
    known=[(([1, 2, 2, 2, 5], 2), 1), (([1, 2, 3], 9), 3), (([], 0), 0), (([4, 6], 5), 1)],
    more=[([1, 1, 3, 3, 3, 7, 9], value) for value in (0, 1, 2, 3, 4, 7, 8, 9, 10)]
    + [([5], 5), ([5], 6), ([5], 4)],
)

program(
    "merge_sorted",
    "Merge two ascending lists into one ascending list with all elements of both.",
    r'''
def merge_sorted(first, second):
    merged = []
    i = 0
    j = 0
    while i < len(first) and j < len(second):
        if first[i] <= second[j]:
            merged.append(first[i])
            i += 1
        else:
            merged.append(second[j])
            j += 1
    return merged + first[i:] + second[j:]
''',
    known=[(([1, 4], [2, 3]), [1, 2, 3, 4]), (([], [1]), [1]), (([2, 2], [2]), [2, 2, 2])],
    more=[(sorted(numbers(seed, seed % 6, 0, 9)), sorted(numbers(seed + 50, (seed * 3) % 7, 0, 9)))
          for seed in range(1, 13)],
)

program(
    "insertion_sort",
    "Return the elements of items in ascending order; the list that was passed stays as it is.",
    r'''
def insertion_sort(items):
    result = list(items)
    for i in range(1, len(result)):
        value = result[i]
        j = i
        while j > 0 and result[j - 1] > value:
            result[j] = result[j - 1]
            j -= 1
        result[j] = value
    return result
''',
    known=[(([3, 1, 2],), [1, 2, 3]), (([],), []), (([2, 2, 1],), [1, 2, 2])],
    more=[(numbers(seed, 2 + seed % 6, -9, 9),) for seed in range(1, 13)],
)

program(
    "quick_select",
    "Return the element that stands at position rank, counted from 0, when items are sorted in "
    "ascending order.",
    r'''
def quick_select(items, rank):
    pivot = items[len(items) // 2]
    smaller = [item for item in items if item < pivot]
    larger = [item for item in items if item > pivot]
    equal_count = len(items) - len(smaller) - len(larger)
    if rank < len(smaller):
        return quick_select(smaller, rank)
    if rank < len(smaller) + equal_count:
        return pivot
    return quick_select(larger, rank - len(smaller) - equal_count)
''',
    known=[(([7, 1, 5], 1), 5), (([4], 0), 4), (([2, 2, 9, 1], 3), 9)],
    more=[(numbers(seed, 7, 0, 12), seed % 7) for seed in range(1, 15)],
)

program(
    "max_subarray_sum",
    "Return the largest sum of one or more elements that stand next to each other in items, which "
    "is not empty.",
    r'''
def max_subarray_sum(items):
    best = items[0]
    current = items[0]
    for item in items[1:]:
        current = max(item, current + item)
        best = max(best, current)
    return best
''',
    known=[(([1, -2, 3, 4],), 7), (([-5, -2, -9],), -2), (([4],), 4), (([2, -1, 2],), 3)],
    more=[(numbers(seed, 3 + seed % 6, -9, 9),) for seed in range(1, 12)],
)

program(
    "coin_change",
    "Return the smallest number of coins whose values add up to amount, with any number of coins "
    "of each value, or -1 when it cannot be done.",
    r'''
def coin_change(coins, amount):
    fewest = [0] + [None] * amount
    for total in range(1, amount + 1):
        for coin in coins:
            if coin <= total and fewest[total - coin] is not None:
                count = fewest[total - coin] + 1
                if fewest[total] is None or count < fewest[total]:
                    fewest[total] = count
    if fewest[amount] is None:
        return -1
    return fewest[amount]
''',
    known=[(([1, 5, 10], 12), 3), (([4], 6), -1), (([3], 0), 0), (([1, 3, 4], 6), 2)],
    more=[([2, 5], 11), ([2, 5], 3), ([2, 5], 1), ([7, 3], 5), ([1, 7, 10], 14), ([9, 6, 1], 11),
          ([5], 5), ([1, 2, 5], 11), ([3, 8], 16), ([6, 4], 10), ([10, 1], 9)],
)

program(
    "edit_distance",
    "Return the smallest number of insertions, deletions and replacements of single characters "
    "that turn first into second.",
    r'''
def edit_distance(first, second):
    row = list(range(len(second) + 1))
    for i in range(1, len(first) + 1):
        diagonal = row[0]
        row[0] = i
        for j in range(1, len(second) + 1):
            cost = 0 if first[i - 1] == second[j - 1] else 1
            replaced = diagonal + cost
            diagonal = row[j]
            row[j] = min(replaced, row[j] + 1, row[j - 1] + 1)
    return row[len(second)]
''',
    known=[(("kitten", "sitting"), 3), (("", "abc"), 3), (("same", "same"), 0), (("ab", "ba"), 2)],
    more=[("flaw", "lawn"), ("a", ""), ("sunday", "saturday"), ("abcdef", "azced"), ("x", "y"),
          ("book", "back"), ("tree", "trees"), ("stone", "tone"), ("paper", "pepper"), ("oo", "o"),
          ("garden", "danger")],
)

program(
    "knapsack",
    "Return the largest total value of items whose weights together are at most capacity. Each "
    "item is a pair of weight and value and can be taken once.",
    r'''
def knapsack(items, capacity):
    best = [0] * (capacity + 1)
    for weight, value in items:
        for room in range(capacity, weight - 1, -1):
            best[room] = max(best[room], best[room - weight] + value)
    return best[capacity]
''',
    known=[(([[1, 1], [3, 4], [4, 5]], 4), 5), (([], 5), 0), (([[2, 3]], 1), 0),
           (([[2, 3]], 4), 3)],
    more=[([[2, 3], [3, 4], [4, 5], [5, 6]], room) for room in (2, 3, 5, 7, 9, 14)]
    + [([[1, 2], [1, 2], [1, 2]], 2), ([[5, 10], [4, 40], [6, 30], [3, 50]], 10), ([[1, 5]], 1),
       ([[3, 3], [2, 2]], 5)],
)

program(
    "breadth_first_distance",
    "Return the number of edges on a shortest path from start to goal, or -1 when there is none. "
    "The graph maps each node to a list of the nodes that its edges lead to.",
    r'''
def breadth_first_distance(graph, start, goal):
    distance = {start: 0}
    queue = [start]
    while queue:
        node = queue.pop(0)
        if node == goal:
            return distance[node]
        for neighbour in graph.get(node, []):
            if neighbour not in distance:
                distance[neighbour] = distance[node] + 1
                queue.append(neighbour)
    return -1
''',
    known=[(({"a": ["b"], "b": ["c"]}, "a", "c"), 2), (({"a": []}, "a", "a"), 0),
           (({"a": ["b"]}, "b", "a"), -1)],
    more=[({"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": ["f"], "e": ["f"], "f": ["a"]},
           start, goal)
          for start, goal in (("a", "f"), ("a", "e"), ("f", "e"), ("d", "a"), ("b", "c"),
                              ("e", "b"), ("c", "x"), ("f", "d"), ("d", "d"), ("b", "e"))],
)

program(
    "topological_order",
    "Return all nodes of a graph in an order in which each node stands after the nodes that it "
    "needs. The graph maps a node to the list of those that it needs. Of the nodes that could come "
    "next, the alphabetically first does. Return an empty list when there is no such order.",
    r'''
def topological_order(needs):
    order = []
    left = dict(needs)
    while left:
        ready = [node for node in left if all(one in order for one in left[node])]
        if not ready:
            return []
        chosen = min(ready)
        order.append(chosen)
        del left[chosen]
    return order
''',
    known=[(({"b": ["a"], "a": []},), ["a", "b"]), (({},), []), (({"a": ["b"], "b": ["a"]},), []),
           (({"c": [], "a": ["c"], "b": []},), ["b", "c", "a"])],
    more=[({"d": ["b", "c"], "c": ["a"], "b": ["a"], "a": []},), ({"x": []},),
          ({"x": ["x"]},), ({"m": ["k"], "k": ["z"], "z": [], "a": ["m"]},),
          ({"p": [], "q": [], "r": []},), ({"a": ["b"], "b": ["c"], "c": ["a"], "d": []},),
          ({"eat": ["cook"], "cook": ["buy"], "buy": [], "wash": ["eat"]},),
          ({"c": ["b"], "b": [], "a": ["b"]},), ({"a": ["c"], "b": ["c"], "c": []},),
          ({"1": [], "2": ["1"], "3": ["1", "2"], "0": ["3"]},)],
)

program(
    "island_count",
    "Return how many islands a map has. The map is a list of equally long strings; a hash mark is "
    "land and a dot is water. Land belongs to the same island when it touches above, below, left "
    "or right.",
    r'''
def island_count(rows):
    seen = set()
    count = 0
    for top in range(len(rows)):
        for left in range(len(rows[top])):
            if rows[top][left] != "#" or (top, left) in seen:
                continue
            count += 1
            stack = [(top, left)]
            while stack:
                y, x = stack.pop()
                if y < 0 or y >= len(rows) or x < 0 or x >= len(rows[y]):
                    continue
                if rows[y][x] != "#" or (y, x) in seen:
                    continue
                seen.add((y, x))
                stack += [(y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)]
    return count
''',
    known=[((["#.#", "...", "##."],), 3), (([],), 0), ((["###", "#.#", "###"],), 1),
           ((["#.", ".#"],), 2)],
    more=[(["....", "...."],), (["#"],), (["#.#.#"],), (["#", ".", "#"],),
          (["##..", "#..#", "..##", "#..."],), ([".#.", "###", ".#."],), (["#..#", "#..#", "####"],),
          (["#.#", ".#.", "#.#"],), (["##", "##"],), (["..#", ".##", "#.."],),
          (["#####", "#...#", "#.#.#", "#...#", "#####"],)],
)

program(
    "longest_increasing",
    "Return the length of the longest strictly increasing sequence that is left when elements of "
    "items are taken out without changing the order of the others.",
    r'''
def longest_increasing(items):
    lengths = []
    for i in range(len(items)):
        longest = 0
        for j in range(i):
            if items[j] < items[i]:
                longest = max(longest, lengths[j])
        lengths.append(longest + 1)
    return max(lengths, default=0)
''',
    known=[(([3, 1, 2, 5],), 3), (([],), 0), (([5, 4, 3],), 1), (([2, 2, 2],), 1)],
    more=[(numbers(seed, 4 + seed % 5, 0, 9),) for seed in range(1, 13)],
)

program(
    "subset_sum_count",
    "Return in how many ways elements of items, each taken at most once, can be chosen so that "
    "they add up to target. The empty choice has the sum 0.",
    r'''
def subset_sum_count(items, target):
    if not items:
        return 1 if target == 0 else 0
    first, rest = items[0], items[1:]
    without = subset_sum_count(rest, target)
    return without + subset_sum_count(rest, target - first)
''',
    known=[(([1, 2, 3], 3), 2), (([], 0), 1), (([], 2), 0), (([1, 1], 1), 2)],
    more=[([2, 4, 6, 8], value) for value in (0, 6, 10, 7, 20)]
    + [([1, -1, 2], value) for value in (0, 1, 2, 3)] + [([5], 5), ([3, 3, 3], 6), ([0, 1], 1)],
)
