# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Correct programs with their specifications and test calls, in the order in which they are defined."""
import ast
import json

PROGRAMS = []


class Program:
    """A correct program: functions of which each is called with what the one before returned."""

    def __init__(self, name, specification, sources, known, more, unfinished=None):
        self.name = name
        self.group = ""
        self.specification = specification
        self.sources = [source.strip() + "\n" for source in sources]
        self.unfinished = unfinished.strip() + "\n" if unfinished else None
        self.known = [(list(arguments), expected) for arguments, expected in known]
        self.calls = []
        for arguments in [call for call, _ in self.known] + [list(call) for call in more]:
            text = json.dumps(arguments)
            if text not in [json.dumps(call) for call in self.calls]:
                self.calls.append(json.loads(text))

    @property
    def identifier(self):
        return self.name if self.name == self.group else f"{self.group}/{self.name}"


def program(name, specification, *sources, known, more, unfinished=None):
    """Adds a program; expected values of `known` calls were worked out by hand."""
    PROGRAMS.append(Program(name, specification, sources, known, more, unfinished))


def signature(source):
    """The name and the parameters of the first function of a source."""
    function = next(node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
    return function.name, [argument.arg for argument in function.args.args]


def numbers(seed, count, low, high):
    """Whole numbers from low to high, the same with every version of Python."""
    result, state = [], seed
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        result.append(low + (state >> 33) % (high - low + 1))
    return result
