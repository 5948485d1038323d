# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Lists, tables, trees and what is kept in them."""
from engine.catalogue import numbers, program

program(
    "rotate_list",
    "Return the elements of items moved places to the right, those at the end coming back at the "
    "beginning; a negative number moves them to the left.",
    r'''
def rotate_list(items, places):
    if not items:
        return []
    cut = len(items) - places % len(items)
    return items[cut:] + items[:cut]
''',
    known=[(([1, 2, 3, 4], 1), [4, 1, 2, 3]), (([], 3), []), (([1, 2, 3], 0), [1, 2, 3]),
           (([1, 2, 3], -1), [2, 3, 1])],
    more=[([1, 2, 3, 4, 5], value) for value in (2, 3, 4, 5, 6, 12, -2, -5, -7)] + [([9], 4)],
)

program(
    "flatten",
    "Return all values in a nested list in their order, in one list without lists in it.",
    r'''
def flatten(nested):
    flat = []
    for item in nested:
        if isinstance(item, list):
            flat.extend(flatten(item))
        else:
            flat.append(item)
    return flat
''',
    known=[(([1, [2, [3]], 4],), [1, 2, 3, 4]), (([],), []), (([[], [[]]],), [])],
    more=[([[1], [2]],), ([[[[5]]]],), ([1, 2],), ([[1, 2], 3, [4, [5, 6]]],), (["a", ["b"]],),
          ([[], 1],), ([1, []],), ([[0], [[1, [2]], 3]],), ([[["x", "y"]], "z"],), ([[7, [8]], [9]],)],
)

program(
    "transpose",
    "Turn the rows of a table into columns. The table is a list of equally long rows.",
    r'''
def transpose(rows):
    if not rows:
        return []
    columns = []
    for j in range(len(rows[0])):
        columns.append([rows[i][j] for i in range(len(rows))])
    return columns
''',
    known=[(([[1, 2], [3, 4]],), [[1, 3], [2, 4]]), (([],), []), (([[1, 2, 3]],), [[1], [2], [3]])],
    more=[([[1], [2]],), ([[1, 2], [3, 4], [5, 6]],), ([[7]],), ([["a", "b", "c"], ["d", "e", "f"]],),
          ([[1, 2, 3, 4], [5, 6, 7, 8]],), ([[0, 0], [0, 1]],), ([[True], [False]],),
          ([[1, 2, 3], [4, 5, 6], [7, 8, 9]],), ([[4, 2]],), ([[1, 1, 2], [3, 5, 8]],)],
)

program(
    "spiral_order",
    "Return the elements of a table of equally long rows in the order of a spiral that begins at "
    "the top left and goes right, down, left and up.",
    r'''
def spiral_order(rows):
    order = []
    top, bottom = 0, len(rows) - 1
    left, right = 0, len(rows[0]) - 1 if rows else -1
    while top <= bottom and left <= right:
        for x in range(left, right + 1):
            order.append(rows[top][x])
        for y in range(top + 1, bottom + 1):
            order.append(rows[y][right])
        if top < bottom and left < right:
            for x in range(right - 1, left - 1, -1):
                order.append(rows[bottom][x])
            for y in range(bottom - 1, top, -1):
                order.append(rows[y][left])
        top += 1
        bottom -= 1
        left += 1
        right -= 1
    return order
''',
    known=[(([[1, 2], [4, 3]],), [1, 2, 3, 4]), (([],), []), (([[1, 2, 3]],), [1, 2, 3]),
           (([[1, 2, 3], [8, 9, 4], [7, 6, 5]],), [1, 2, 3, 4, 5, 6, 7, 8, 9])],
    more=[([[1], [2], [3]],), ([[5]],), ([[1, 2, 3, 4], [5, 6, 7, 8]],),
          ([[1, 2], [3, 4], [5, 6]],), ([[1, 2, 3], [4, 5, 6]],),
          ([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]],), ([[1, 2, 3], [4, 5, 6], [7, 8, 9]],),
          ([[y * 4 + x for x in range(4)] for y in range(4)],),
          ([[y * 3 + x for x in range(3)] for y in range(5)],), ([[0, 1]],)],
)

program(
    "group_by_length",
    "Return a dictionary that maps each length, as a text, to the list of the words of that length "
    "in their order.",
    r'''
def group_by_length(words):
    groups = {}
    for word in words:
        key = str(len(word))
        if key not in groups:
            groups[key] = []
        groups[key].append(word)
    return groups
''',
    known=[((["a", "bb", "c"],), {"1": ["a", "c"], "2": ["bb"]}), (([],), {}),
           (([""],), {"0": [""]})],
    more=[(["one", "two", "three"],), (["x"],), (["aa", "aa"],), (["dog", "horse", "cat", "mouse"],),
          (["", "a", ""],), (["long", "longer", "longest"],), (["ab", "a", "abc", "b"],),
          (["q", "w", "e"],), (["it", "is", "so"],), (["big", "small", "tiny"],)],
)

program(
    "empty_grid",
    "Return a grid of height rows and width columns that is 0 everywhere but at the cells of a "
    "list, each a pair of row and column, where it is 1.",
    r'''
def empty_grid(height, width, cells):
    grid = [[0] * width for _ in range(height)]
    for row, column in cells:
        grid[row][column] = 1
    return grid
''',
    known=[((2, 2, [[0, 1]]), [[0, 1], [0, 0]]), ((1, 3, []), [[0, 0, 0]]), ((0, 0, []), []),
           ((2, 1, [[0, 0], [1, 0]]), [[1], [1]])],
    more=[(3, 3, [[1, 1]]), (2, 3, [[0, 2], [1, 0]]), (3, 2, [[2, 1]]), (1, 1, [[0, 0]]),
          (2, 4, [[1, 3]]), (4, 1, [[3, 0]]), (3, 3, [[0, 0], [1, 1], [2, 2]]), (2, 2, []),
          (3, 4, [[0, 3], [2, 0]]), (2, 5, [[1, 2], [1, 4]])],
)

program(
    "tree_depth",
    "Return how many nodes the longest way from the root of a binary tree to a leaf has. A tree is "
    "a list of value, left tree and right tree, or null when it is empty.",
    r'''
def tree_depth(tree):
    if tree is None:
        return 0
    value, left, right = tree
    return 1 + max(tree_depth(left), tree_depth(right))
''',
    known=[((None,), 0), (([1, None, None],), 1), (([1, [2, None, None], None],), 2)],
    more=[([1, None, [2, None, [3, None, None]]],), ([1, [2, [3, None, None], None], None],),
          ([1, [2, None, None], [3, None, None]],),
          ([5, [3, [1, None, None], [4, None, None]], [8, None, None]],),
          ([5, [3, None, None], [8, None, [9, [7, None, None], None]]],),
          ([0, None, [0, None, None]],), ([2, [1, None, [1, None, None]], [3, None, None]],),
          ([1, [1, [1, [1, None, None], None], None], [1, None, None]],),
          ([4, [2, None, None], [6, [5, None, None], [7, None, None]]],), ([9, None, None],)],
)

program(
    "insert_into_tree",
    "Insert values one after the other into an empty binary search tree and return it. A tree is a "
    "list of value, left tree and right tree, or null when it is empty; smaller values go left, "
    "larger ones right, and a value that is there already changes nothing.",
    r'''
def insert_into_tree(values):
    tree = None
    for value in values:
        tree = inserted(tree, value)
    return tree


def inserted(tree, value):
    if tree is None:
        return [value, None, None]
    if value < tree[0]:
        return [tree[0], inserted(tree[1], value), tree[2]]
    if value > tree[0]:
        return [tree[0], tree[1], inserted(tree[2], value)]
    return tree
''',
    known=[(([],), None), (([2, 1],), [2, [1, None, None], None]), (([1, 1],), [1, None, None]),
           (([1, 2],), [1, None, [2, None, None]])],
    more=[(numbers(seed, 3 + seed % 4, 0, 9),) for seed in range(1, 12)],
)

program(
    "in_order_values",
    "Return the values of a binary search tree in ascending order without recursion. A tree is a "
    "list of value, left tree and right tree, or null when it is empty.",
    r'''
def in_order_values(tree):
    values = []
    stack = []
    node = tree
    while stack or node is not None:
        while node is not None:
            stack.append(node)
            node = node[1]
        node = stack.pop()
        values.append(node[0])
        node = node[2]
    return values
''',
    known=[((None,), []), (([2, [1, None, None], [3, None, None]],), [1, 2, 3]),
           (([1, None, [2, None, None]],), [1, 2])],
    more=[([5, [3, [1, None, None], [4, None, None]], [8, None, None]],), ([7, None, None],),
          ([3, [2, [1, None, None], None], None],), ([1, None, [2, None, [3, None, None]]],),
          ([4, [2, [1, None, None], [3, None, None]], [6, [5, None, None], [7, None, None]]],),
          ([9, [4, None, [6, None, None]], None],), ([2, None, [5, [3, None, None], None]],),
          ([8, [5, None, None], [9, None, None]],), ([6, [1, None, [4, [2, None, None], None]], None],),
          ([0, None, [1, None, None]],)],
)

program(
    "merge_intervals",
    "Return the intervals of a list, each a pair of start and end, in ascending order with those "
    "joined that overlap or touch.",
    r'''
def merge_intervals(intervals):
    merged = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged
''',
    known=[(([[1, 3], [2, 5]],), [[1, 5]]), (([],), []), (([[1, 2], [2, 3]],), [[1, 3]]),
           (([[5, 6], [1, 2]],), [[1, 2], [5, 6]]), (([[1, 9], [2, 3]],), [[1, 9]])],
    more=[([[1, 4], [6, 8], [3, 5]],), ([[0, 0], [1, 1]],), ([[2, 2]],), ([[1, 10], [3, 4], [5, 12]],),
          ([[7, 9], [1, 3], [4, 6]],), ([[1, 2], [3, 4], [2, 3]],), ([[0, 5], [5, 5]],),
          ([[4, 8], [1, 5], [8, 9], [11, 12]],), ([[1, 7], [2, 7], [3, 8]],), ([[-3, -1], [-2, 4]],)],
)

program(
    "running_totals",
    "Return the original list of numbers and the list of their running totals, in which each "
    "number is replaced by the sum of itself and all before it, as a list of two lists.",
    r'''
def running_totals(values):
    totals = list(values)
    for i in range(1, len(totals)):
        totals[i] += totals[i - 1]
    return [values, totals]
''',
    known=[(([1, 2, 3],), [[1, 2, 3], [1, 3, 6]]), (([],), [[], []]), (([5],), [[5], [5]])],
    more=[(numbers(seed, 1 + seed % 5, -9, 9),) for seed in range(1, 13)],
)

program(
    "top_scores",
    "Return the names of the count best players, the best first; of players with equal points the "
    "alphabetically first is the better one. The points are a dictionary from names to numbers.",
    r'''
def top_scores(points, count):
    names = sorted(points, key=lambda name: (-points[name], name))
    return names[:count]
''',
    known=[(({"a": 1, "b": 3, "c": 2}, 2), ["b", "c"]), (({}, 1), []), (({"z": 1, "y": 1}, 1), ["y"])],
    more=[({"ann": 5, "bob": 9, "cid": 5, "dan": 1}, count) for count in (0, 1, 2, 3, 4, 5)]
    + [({"x": -1, "y": -2}, 1), ({"p": 0}, 1), ({"m": 2, "k": 2, "l": 2}, 2), ({"u": 7, "v": 8}, 2)],
)
