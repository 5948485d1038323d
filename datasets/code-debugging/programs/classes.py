# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Small classes, each used through a function that carries out a list of operations.

An operation is a list of a method's name and its arguments.
"""
from engine.catalogue import program

program(
    "bank_account",
    "Carry out operations on a new account and return the list of their results. ['deposit', "
    "amount] adds an amount above 0 and ['withdraw', amount] takes one off that the balance "
    "covers; both return whether they were carried out. ['balance'] returns the balance.",
    r'''
def bank_account(operations):
    account = Account()
    return [getattr(account, name)(*arguments) for name, *arguments in operations]


class Account:
    def __init__(self):
        self.money = 0

    def deposit(self, amount):
        if amount <= 0:
            return False
        self.money += amount
        return True

    def withdraw(self, amount):
        if amount <= 0 or amount > self.money:
            return False
        self.money -= amount
        return True

    def balance(self):
        return self.money
''',
    known=[(([["deposit", 5], ["withdraw", 3], ["balance"]],), [True, True, 2]), (([],), []),
           (([["withdraw", 1], ["balance"]],), [False, 0])],
    more=[([["deposit", 0], ["balance"]],), ([["deposit", 4], ["withdraw", 4], ["balance"]],),
          ([["deposit", -1]],), ([["deposit", 2], ["withdraw", 0], ["balance"]],),
          ([["deposit", 2], ["withdraw", -2], ["balance"]],), ([["balance"]],),
          ([["deposit", 1], ["deposit", 2], ["balance"], ["withdraw", 5], ["balance"]],),
          ([["deposit", 9], ["withdraw", 8], ["withdraw", 2], ["balance"]],),
          ([["deposit", 7], ["withdraw", 6], ["withdraw", 1], ["balance"]],),
          ([["deposit", 3], ["balance"], ["balance"]],), ([["withdraw", 0], ["deposit", 1]],),
          ([["deposit", 100], ["withdraw", 1], ["balance"]],)],
)

program(
    "least_recently_used",
    "Carry out operations on a new cache that holds at most capacity values, and return the list "
    "of their results. ['put', key, value] stores a value and returns null; when there are too "
    "many, the one that was put or got the longest time ago is dropped. ['get', key] returns the "
    "value or null.",
    r'''
def least_recently_used(capacity, operations):
    cache = Cache(capacity)
    return [getattr(cache, name)(*arguments) for name, *arguments in operations]


class Cache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.values = {}

    def get(self, key):
        if key not in self.values:
            return None
        value = self.values.pop(key)
        self.values[key] = value
        return value

    def put(self, key, value):
        if key in self.values:
            del self.values[key]
        self.values[key] = value
        if len(self.values) > self.capacity:
            oldest = next(iter(self.values))
            del self.values[oldest]
''',
    known=[((1, [["put", "a", 1], ["put", "b", 2], ["get", "a"], ["get", "b"]]), [None, None, None, 2]),
           ((2, [["get", "x"]]), [None])],
    more=[(2, [["put", "a", 1], ["put", "b", 2], ["get", "a"], ["put", "c", 3], ["get", "b"],
               ["get", "a"]]),
          (2, [["put", "a", 1], ["put", "b", 2], ["put", "a", 3], ["put", "c", 4], ["get", "b"],
               ["get", "a"]]),
          (3, [["put", "a", 1], ["put", "b", 2], ["put", "c", 3], ["get", "a"]]),
          (2, [["put", "a", 1], ["put", "b", 2], ["get", "a"], ["get", "b"]]),
          (1, [["put", "k", 5], ["get", "k"], ["get", "k"]]),
          (1, [["put", "k", 5], ["put", "k", 6], ["get", "k"]]),
          (2, [["put", "x", 1], ["put", "y", 2], ["put", "z", 3], ["get", "x"], ["get", "z"]]),
          (2, [["put", "x", 0], ["get", "x"], ["put", "y", 1], ["put", "z", 2], ["get", "x"],
               ["get", "y"]]),
          (3, [["put", "a", 1], ["put", "b", 2], ["put", "c", 3], ["get", "a"], ["put", "d", 4],
               ["get", "b"], ["get", "a"], ["get", "c"]]),
          (2, []), (2, [["put", "p", 7], ["get", "q"], ["get", "p"]])],
)

program(
    "min_stack",
    "Carry out operations on a new stack and return the list of their results. ['push', value] "
    "returns null, ['pop'] takes off the top value and returns it, and ['minimum'] returns the "
    "smallest value on the stack. Both return null when the stack is empty.",
    r'''
def min_stack(operations):
    stack = MinStack()
    return [getattr(stack, name)(*arguments) for name, *arguments in operations]


class MinStack:
    def __init__(self):
        self.values = []
        self.minima = []

    def push(self, value):
        self.values.append(value)
        if not self.minima or value <= self.minima[-1]:
            self.minima.append(value)

    def pop(self):
        if not self.values:
            return None
        value = self.values.pop()
        if value == self.minima[-1]:
            self.minima.pop()
        return value

    def minimum(self):
        if not self.minima:
            return None
        return self.minima[-1]
''',
    known=[(([["push", 2], ["push", 1], ["minimum"], ["pop"], ["minimum"]],), [None, None, 1, 1, 2]),
           (([["pop"], ["minimum"]],), [None, None])],
    more=[([["push", 1], ["push", 1], ["pop"], ["minimum"]],), ([["push", 3], ["minimum"]],),
          ([["push", 1], ["push", 2], ["minimum"], ["pop"], ["minimum"]],),
          ([["push", 5], ["pop"], ["minimum"]],), ([["push", 0], ["push", -1], ["push", -1], ["pop"],
                                                    ["minimum"], ["pop"], ["minimum"]],),
          ([["push", 4], ["push", 6], ["push", 2], ["pop"], ["pop"], ["minimum"]],),
          ([["push", 4], ["pop"], ["push", 9], ["minimum"], ["pop"], ["pop"]],), ([],),
          ([["push", 7], ["push", 7], ["push", 7], ["pop"], ["pop"], ["minimum"]],),
          ([["push", 3], ["push", 2], ["push", 1], ["pop"], ["minimum"], ["pop"], ["minimum"]],),
          ([["minimum"], ["push", 8], ["minimum"]],)],
)

program(
    "matrix_class",
    "Carry out operations on a new square matrix of zeros and return the list of their results. "
    "['set', row, column, value] returns null, ['rows'] returns a copy of the rows, ['trace'] "
    "returns the sum of the diagonal, and ['turn'] turns the matrix by a quarter to the right and "
    "returns null.",
    r'''
def matrix_class(size, operations):
    matrix = Matrix(size)
    return [getattr(matrix, name)(*arguments) for name, *arguments in operations]


class Matrix:
    def __init__(self, size):
        self.size = size
        self.cells = [[0] * size for _ in range(size)]

    def set(self, row, column, value):
        self.cells[row][column] = value

    def rows(self):
        return [list(row) for row in self.cells]

    def trace(self):
        return sum(self.cells[i][i] for i in range(self.size))

    def turn(self):
        last = self.size - 1
        self.cells = [
            [self.cells[last - j][i] for j in range(self.size)] for i in range(self.size)
        ]
''',
    known=[((2, [["set", 0, 1, 5], ["rows"]]), [None, [[0, 5], [0, 0]]]), ((1, [["trace"]]), [0]),
           ((2, [["set", 0, 0, 1], ["turn"], ["rows"]]), [None, None, [[0, 1], [0, 0]]])],
    more=[(2, [["set", 0, 0, 3], ["set", 1, 1, 4], ["trace"]]),
          (2, [["rows"], ["set", 0, 0, 7], ["rows"]]), (3, [["set", 2, 0, 1], ["turn"], ["rows"]]),
          (3, [["set", 0, 1, 2], ["turn"], ["turn"], ["rows"]]), (1, [["set", 0, 0, 6], ["turn"],
                                                                      ["trace"]]),
          (2, [["set", 1, 0, 9], ["trace"], ["turn"], ["trace"]]), (3, [["rows"]]),
          (3, [["set", 0, 2, 1], ["set", 1, 1, 1], ["set", 2, 0, 1], ["trace"], ["turn"], ["trace"]]),
          (2, [["set", 0, 1, 1], ["set", 0, 1, 2], ["rows"]]), (2, []),
          (2, [["turn"], ["set", 1, 1, 8], ["turn"], ["rows"]])],
)

program(
    "shopping_cart",
    "Carry out operations on new carts, one for each name, and return the list of their results. "
    "['add', cart, item, price] returns the number of items in that cart, and ['total', cart] the "
    "sum of its prices; a total of 100 or more is reduced by a tenth, rounded down.",
    r'''
def shopping_cart(operations):
    carts = {}
    results = []
    for name, owner, *arguments in operations:
        if owner not in carts:
            carts[owner] = Cart()
        results.append(getattr(carts[owner], name)(*arguments))
    return results


class Cart:
    def __init__(self):
        self.items = []

    def add(self, item, price):
        self.items.append((item, price))
        return len(self.items)

    def total(self):
        total = 0
        for _, price in self.items:
            total += price
        if total >= 100:
            total -= total // 10
        return total
''',
    known=[(([["add", "a", "tea", 5], ["total", "a"]],), [1, 5]),
           (([["add", "a", "tea", 5], ["add", "b", "jam", 3], ["total", "b"]],), [1, 1, 3]),
           (([["add", "a", "bike", 100], ["total", "a"]],), [1, 90]), (([["total", "x"]],), [0])],
    more=[([["add", "a", "x", 99], ["total", "a"]],), ([["add", "a", "x", 60], ["add", "a", "y", 60],
                                                       ["total", "a"]],),
          ([["add", "a", "x", 1], ["add", "a", "x", 1], ["total", "a"], ["total", "b"]],),
          ([["add", "p", "q", 109], ["total", "p"]],), ([["add", "p", "q", 101], ["total", "p"]],),
          ([["add", "m", "x", 10], ["add", "n", "y", 20], ["add", "m", "z", 30], ["total", "m"],
            ["total", "n"]],), ([],), ([["add", "z", "free", 0], ["total", "z"]],),
          ([["add", "a", "x", 50], ["add", "a", "y", 50], ["total", "a"]],),
          ([["total", "a"], ["add", "a", "x", 4], ["total", "a"]],),
          ([["add", "u", "v", 1000], ["add", "w", "v", 1], ["total", "u"], ["total", "w"]],)],
)

program(
    "event_counter",
    "Carry out operations on a new counter and return the list of their results. ['hit', time] "
    "notes an event and returns null; times do not decrease. ['count', time] returns how many "
    "events were noted in the last 10 seconds, that is later than time - 10 and up to time.",
    r'''
def event_counter(operations):
    counter = Counter()
    return [getattr(counter, name)(*arguments) for name, *arguments in operations]


class Counter:
    def __init__(self):
        self.times = []

    def hit(self, time):
        self.times.append(time)

    def count(self, time):
        while self.times and self.times[0] <= time - 10:
            self.times.pop(0)
        return len(self.times)
''',
    known=[(([["hit", 1], ["count", 1]],), [None, 1]), (([["hit", 1], ["count", 11]],), [None, 0]),
           (([["hit", 1], ["count", 10]],), [None, 1]), (([["count", 5]],), [0])],
    more=[([["hit", 1], ["hit", 2], ["hit", 3], ["count", 12]],),
          ([["hit", 1], ["hit", 2], ["hit", 3], ["count", 13]],),
          ([["hit", 5], ["hit", 5], ["count", 5], ["count", 14], ["count", 15]],),
          ([["hit", 0], ["count", 9], ["hit", 10], ["count", 10]],), ([["hit", 100], ["count", 100]],),
          ([["hit", 1], ["count", 2], ["hit", 3], ["count", 4]],), ([],),
          ([["hit", 1], ["hit", 20], ["count", 20], ["count", 29], ["count", 30]],),
          ([["hit", 7], ["count", 16], ["count", 17], ["count", 18]],),
          ([["hit", 2], ["hit", 4], ["hit", 6], ["count", 13], ["count", 14], ["count", 16]],)],
)

program(
    "task_queue",
    "Carry out operations on a new queue of tasks and return the list of their results. ['add', "
    "name, priority] returns null; ['next'] takes out the task with the highest priority, of "
    "several the one that was added first, and returns its name, or null when there is none; "
    "['size'] returns how many tasks wait.",
    r'''
def task_queue(operations):
    queue = TaskQueue()
    return [getattr(queue, name)(*arguments) for name, *arguments in operations]


class TaskQueue:
    def __init__(self):
        self.tasks = []

    def add(self, name, priority):
        place = len(self.tasks)
        while place > 0 and self.tasks[place - 1][1] < priority:
            place -= 1
        self.tasks.insert(place, (name, priority))

    def next(self):
        if not self.tasks:
            return None
        name, _ = self.tasks.pop(0)
        return name

    def size(self):
        return len(self.tasks)
''',
    known=[(([["add", "a", 1], ["add", "b", 2], ["next"], ["size"]],), [None, None, "b", 1]),
           (([["next"]],), [None]), (([["add", "a", 1], ["add", "b", 1], ["next"]],), [None, None, "a"])],
    more=[([["add", "x", 3], ["add", "y", 1], ["add", "z", 2], ["next"], ["next"], ["next"]],),
          ([["add", "x", 1], ["next"], ["next"], ["size"]],), ([["size"]],), ([],),
          ([["add", "a", 0], ["add", "b", -1], ["add", "c", 0], ["next"], ["next"], ["next"]],),
          ([["add", "a", 5], ["add", "b", 5], ["add", "c", 6], ["next"], ["next"]],),
          ([["add", "p", 2], ["add", "q", 3], ["next"], ["add", "r", 1], ["next"], ["next"]],),
          ([["add", "a", 1], ["size"], ["add", "b", 9], ["size"], ["next"], ["size"]],),
          ([["add", "m", 1], ["add", "n", 2], ["add", "o", 3], ["next"]],),
          ([["add", "m", 3], ["add", "n", 2], ["add", "o", 1], ["next"]],)],
)

program(
    "undo_text",
    "Carry out operations on a new text and return the list of the texts after each of them. "
    "['write', words] adds to the end, ['erase', count] takes characters off the end, and "
    "['undo'] takes back the last of these that was not taken back yet, if there is one.",
    r'''
def undo_text(operations):
    editor = Editor()
    return [getattr(editor, name)(*arguments) for name, *arguments in operations]


class Editor:
    def __init__(self):
        self.text = ""
        self.history = []

    def write(self, words):
        self.history.append(self.text)
        self.text = self.text + words
        return self.text

    def erase(self, count):
        self.history.append(self.text)
        self.text = self.text[:max(0, len(self.text) - count)]
        return self.text

    def undo(self):
        if self.history:
            self.text = self.history.pop()
        return self.text
''',
    known=[(([["write", "ab"], ["erase", 1], ["undo"]],), ["ab", "a", "ab"]), (([["undo"]],), [""]),
           (([["erase", 3]],), [""])],
    more=[([["write", "x"], ["write", "y"], ["undo"], ["undo"], ["undo"]],),
          ([["write", "abc"], ["erase", 0]],), ([["write", "abc"], ["erase", 3]],),
          ([["write", "abc"], ["erase", 5], ["undo"]],), ([["write", ""], ["undo"]],), ([],),
          ([["write", "one "], ["write", "two"], ["erase", 3], ["write", "three"], ["undo"]],),
          ([["write", "p"], ["undo"], ["write", "q"]],), ([["write", "mn"], ["erase", 1], ["erase", 1]],),
          ([["write", "k"], ["erase", 1], ["undo"], ["undo"]],), ([["erase", 1], ["write", "z"]],)],
)
