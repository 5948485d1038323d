# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Programs of two functions: the second is called with what the first returns.

The fault is in one of the two, and both may be changed.
"""
from engine.catalogue import numbers, program

program(
    "calculator",
    "Return the value of an arithmetic expression of whole numbers, +, -, * and parentheses with "
    "the usual precedence. The first function cuts the text into numbers and signs, and the second "
    "computes the value.",
    r'''
def read_tokens(text):
    tokens = []
    i = 0
    while i < len(text):
        if text[i].isdigit():
            start = i
            while i < len(text) and text[i].isdigit():
                i += 1
            tokens.append(int(text[start:i]))
        else:
            if text[i] != " ":
                tokens.append(text[i])
            i += 1
    return tokens
''',
    r'''
def evaluate_tokens(tokens):
    def expression(place):
        value, place = term(place)
        while place < len(tokens) and tokens[place] in ("+", "-"):
            sign = tokens[place]
            right, place = term(place + 1)
            value = value + right if sign == "+" else value - right
        return value, place

    def term(place):
        value, place = factor(place)
        while place < len(tokens) and tokens[place] == "*":
            right, place = factor(place + 1)
            value *= right
        return value, place

    def factor(place):
        if tokens[place] == "(":
            value, place = expression(place + 1)
            return value, place + 1
        return tokens[place], place + 1

    return expression(0)[0]
''',
    known=[(("1 + 2 * 3",), 7), (("(1+2)*3",), 9), (("10-4-3",), 3), (("42",), 42)],
    more=[("2*3*4",), ("8 - (3 - 1)",), ("7",), ("12 + 30",), ("(5)",), ("2*(3+4)-5",), ("1-2",),
          ("100 - 99 * 1",), ("3*(2*(1+1))",), ("9-9",), ("(4-6)*(2+1)",)],
)

program(
    "histogram_mode",
    "Return the value that a list has most often, of several the smallest, and null for an empty "
    "list. The first function counts and returns pairs of value and count; the second chooses.",
    r'''
def count_values(values):
    counts = []
    for value in sorted(values):
        if counts and counts[-1][0] == value:
            counts[-1][1] += 1
        else:
            counts.append([value, 1])
    return counts
''',
    r'''
def most_frequent(counts):
    best = None
    best_count = 0
    for value, count in counts:
        if count > best_count:
            best = value
            best_count = count
    return best
''',
    known=[(([1, 2, 2],), 2), (([],), None), (([3, 1],), 1), (([5],), 5)],
    more=[(numbers(seed, 4 + seed % 5, 0, 4),) for seed in range(1, 13)],
)

program(
    "inventory_report",
    "Return the names of the goods of which less than 10 pieces are left, in alphabetical order. "
    "The movements are pairs of name and change in the number of pieces, in the order in which they "
    "happened. The first function sums them up by name; the second makes the list.",
    r'''
def stock_levels(movements):
    levels = {}
    for name, change in movements:
        levels[name] = levels.get(name, 0) + change
    return levels
''',
    r'''
def low_stock(levels):
    low = []
    for name in sorted(levels):
        if levels[name] < 10:
            low.append(name)
    return low
''',
    known=[(([["nut", 5], ["bolt", 20]],), ["nut"]), (([],), []), (([["nut", 12], ["nut", -3]],), ["nut"]),
           (([["nut", 10]],), [])],
    more=[([["b", 1], ["a", 2]],), ([["x", 9], ["x", 1]],), ([["x", 9], ["y", 9], ["x", 1]],),
          ([["p", 100], ["p", -91]],), ([["p", 100], ["p", -90]],), ([["k", 0]],),
          ([["m", 3], ["m", 3], ["m", 3]],), ([["m", 3], ["n", 30], ["m", 30]],),
          ([["c", 5], ["b", 5], ["a", 50]],), ([["z", -1], ["y", 11]],), ([["q", 4], ["q", 6]],)],
)

program(
    "caesar_breaker",
    "Tell by how many places the small letters of a text were shifted in the alphabet, if its most "
    "frequent letter stands for e; of several letters the alphabetically first counts. The first "
    "function counts the letters a to z in a list of 26 numbers; the second returns the shift, from "
    "0 to 25.",
    r'''
def letter_counts(text):
    counts = [0] * 26
    for character in text:
        if "a" <= character <= "z":
            counts[ord(character) - ord("a")] += 1
    return counts
''',
    r'''
def likely_shift(counts):
    best = 0
    for i in range(26):
        if counts[i] > counts[best]:
            best = i
    return (best - 4) % 26
''',
    known=[(("ggg",), 2), (("eel",), 0), (("aa b",), 22), (("zz",), 21)],
    more=[("phhw ph",), ("hello there",), ("AAa bb",), ("d",), ("qqrr",), ("fff ggg g",), ("x1x2",),
          ("the tree",), ("abcabca",), ("yyz",), ("mnmnm",)],
)

program(
    "leaderboard",
    "Return the places of players, in the order in which they are given, counted from 1. Players "
    "with equal points share a place, and the next one is as much further. The first function "
    "reads lines such as 'ann: 12' into pairs of name and points; the second finds the places.",
    r'''
def read_scores(lines):
    scores = []
    for line in lines:
        name, points = line.split(":")
        scores.append([name.strip(), int(points)])
    return scores
''',
    r'''
def places(scores):
    result = []
    for _, points in scores:
        better = 0
        for _, other in scores:
            if other > points:
                better += 1
        result.append(better + 1)
    return result
''',
    known=[((["a: 5", "b: 7"],), [2, 1]), (([],), []), ((["a: 1", "b: 1", "c: 0"],), [1, 1, 3])],
    more=[(["x: 3"],), (["a: 1", "b: 2", "c: 3"],), (["a: 3", "b: 2", "c: 1"],),
          (["a: -1", "b: 0"],), (["a: 4", "b: 4"],), (["a:10", "b:9", "c:10", "d:2"],),
          (["p: 8", "q: 8", "r: 8", "s: 9"],), (["k: 5", "l: 6", "m: 5"],),
          (["u: 100", "v: 20"],), (["d: 2", "e: 1", "f: 2", "g: 1"],), (["w: 0", "z: 0"],)],
)

program(
    "diff_summary",
    "Tell how two lists of lines differ, such as '+2 -1' for two lines added and one removed, by "
    "the longest common subsequence of the lists. The first function returns its length and the "
    "lengths of both lists; the second writes the summary.",
    r'''
def common_lengths(old, new):
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(1, len(old) + 1):
        for j in range(1, len(new) + 1):
            if old[i - 1] == new[j - 1]:
                table[i][j] = table[i - 1][j - 1] + 1
            else:
                table[i][j] = max(table[i - 1][j], table[i][j - 1])
    return [table[len(old)][len(new)], len(old), len(new)]
''',
    r'''
def write_summary(lengths):
    common, old, new = lengths
    added = new - common
    removed = old - common
    return f"+{added} -{removed}"
''',
    known=[((["a", "b"], ["a", "c", "d"]), "+2 -1"), (([], []), "+0 -0"), ((["x"], []), "+0 -1")],
    more=[(["a"], ["a"]), (["a", "b", "c"], ["c", "b", "a"]), ([], ["m", "n"]), (["a", "b"], ["b"]),
          (["a", "b", "c", "d"], ["a", "c", "d", "e"]), (["q", "q"], ["q"]), (["a"], ["b"]),
          (["x", "y", "z"], ["y", "z"]), (["l", "m"], ["m", "l"]), (["a", "b"], ["a", "x", "b"]),
          (["1", "2", "3"], ["0", "1", "2", "3", "4"])],
)
