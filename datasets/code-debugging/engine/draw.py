# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Draws one fault for each program: one that its tests detect."""
import hashlib

from engine.catalogue import signature
from engine.judge import outcome, same
from engine.mutation import OPERATORS, Mutator

VISIBLE = 5
FEWEST_HIDDEN = 8
MOST_ENDLESS = 2
MOST_LOOKED_AT = 60
# What a type checker would see before the program runs.
TYPE_ERRORS = ["TypeError", "AttributeError", "NameError", "UnboundLocalError"]


class Draw:
    """A draw of faults with a seed; it keeps count of what it looked at and what it discarded."""

    def __init__(self, seed):
        self.seed = seed
        self.used = {operator: 0 for operator in OPERATORS}
        self.looked_at = 0
        self.undetected = 0
        self.unsuited = 0

    def key(self, *parts):
        text = "\n".join([str(self.seed), *map(str, parts)])
        return hashlib.sha256(text.encode()).hexdigest()

    def record(self, program):
        """The program with its fault and its tests as an object of JSON."""
        names = [signature(source)[0] for source in program.sources]
        expected = self.expected(program, names)
        operator, place, faulty, failing = self.fault(program, names, expected)
        self.used[operator] = self.used.get(operator, 0) + 1
        visible = self.visible(program, failing)
        tests = [[call, value] for call, value in zip(program.calls, expected)]
        hidden = [index for index in range(len(tests)) if index not in visible]
        assert len(hidden) >= FEWEST_HIDDEN, f"{program.name} has too few hidden tests"
        sources = program.sources[:place] + [faulty] + program.sources[place + 1:]
        return {
            "id": program.identifier,
            "specification": program.specification,
            "fault": self.described(operator, names[place], program.sources[place], faulty),
            "functions": [
                {"name": name, "parameters": signature(source)[1], "faulty": source, "correct": right}
                for name, source, right in zip(names, sources, program.sources)],
            "visible": [tests[index] for index in sorted(visible)],
            "hidden": [tests[index] for index in hidden],
        }

    def expected(self, program, names):
        """What the correct program returns, after it was checked against the known values."""
        for arguments, value in program.known:
            found = outcome(program.sources, names, arguments)
            assert found[0] == "value" and same(found[1], value), \
                f"{program.name}{tuple(arguments)}: {found}, known to be {value!r}"
        values = []
        for call in program.calls:
            kind, value = outcome(program.sources, names, call)
            assert kind == "value", f"{program.name}{tuple(call)}: {kind} {value}"
            values.append(value)
        return values

    def fault(self, program, names, expected):
        if program.unfinished:
            failing = self.failing(program, names, 0, program.unfinished, expected)
            return "unfinished", 0, program.unfinished, failing
        found = {operator: [] for operator in OPERATORS}
        for place, source in enumerate(program.sources):
            for operator, text in Mutator(source).mutants():
                found[operator].append((place, text))
        order = sorted(OPERATORS, key=lambda one: (self.used[one], self.key(program.name, one)))
        for operator in order:
            mutants = sorted(found[operator], key=lambda one: self.key(program.name, *one))
            for place, text in mutants[:MOST_LOOKED_AT]:
                failing = self.failing(program, names, place, text, expected)
                if failing is not None:
                    return operator, place, text, failing
        raise AssertionError(f"{program.name} has no fault that its tests detect")

    def failing(self, program, names, place, text, expected):
        """The calls that the mutated program fails, or None when it is not to be used.

        A fault has to fail two calls, one to show and one to hide, and to pass one; it must not
        confuse types.
        """
        sources = program.sources[:place] + [text] + program.sources[place + 1:]
        self.looked_at += 1
        failing, endless = [], 0
        for index, call in enumerate(program.calls):
            kind, value = outcome(sources, names, call)
            endless += kind == "endless"
            if endless > MOST_ENDLESS or kind == "exception" and value in TYPE_ERRORS:
                self.unsuited += 1
                return None
            if kind != "value" or not same(value, expected[index]):
                failing.append(index)
        if not failing:
            self.undetected += 1
            return None
        if not 2 <= len(failing) < len(program.calls):
            self.unsuited += 1
            return None
        return failing

    def visible(self, program, failing):
        """Calls to show: one that fails, and others, but never all that fail."""
        order = sorted(range(len(program.calls)), key=lambda index: self.key(program.name, index))
        first = next(index for index in order if index in failing)
        last = [index for index in order if index in failing][-1]
        others = [index for index in order if index not in (first, last)]
        return [first] + others[:VISIBLE - 1]

    @staticmethod
    def described(operator, function, correct, faulty):
        before, after = correct.splitlines(), faulty.splitlines()
        line = next((index for index, (one, other) in enumerate(zip(before, after)) if one != other),
                    min(len(before), len(after)) - 1)
        return {"operator": operator, "function": function, "line": line + 1}
