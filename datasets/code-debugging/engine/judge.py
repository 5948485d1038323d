# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Runs programs of the catalogue on their calls. They are our own, so that no sandbox is needed."""
import copy
import math
import sys

MOST_LINES = 60_000
TOLERANCE = 1e-9


class Endless(BaseException):
    """The program ran more lines than any correct one needs."""


def outcome(sources, names, arguments):
    """`("value", value)`, `("exception", type)` or `("endless", None)`.

    The end is decided by the number of lines and not by a clock, so that it is the same everywhere.
    """
    left = MOST_LINES

    def count(frame, event, _):
        nonlocal left
        left -= 1
        if left < 0:
            raise Endless
        return count

    values = copy.deepcopy(arguments)
    previous = sys.gettrace()
    try:
        for source, name in zip(sources, names):
            module = {"__name__": "candidate"}
            exec(compile(source, "candidate", "exec"), module)
            sys.settrace(count)
            value = module[name](*values)
            sys.settrace(previous)
            values = [value]
        return "value", as_json(values[0])
    except Endless:
        return "endless", None
    except Exception as error:
        return "exception", type(error).__name__
    finally:
        sys.settrace(previous)


def as_json(value):
    if isinstance(value, (list, tuple)):
        return [as_json(element) for element in value]
    if isinstance(value, dict):
        return {as_key(key): as_json(element) for key, element in value.items()}
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    raise TypeError(f"{value!r} has no exact JSON form")


def as_key(key):
    if not isinstance(key, str):
        raise TypeError("a dictionary with a key that is no text")
    return key


def same(first, second):
    """Whether two JSON values are equal, real numbers up to the tolerance."""
    if isinstance(first, bool) or isinstance(second, bool) or first is None or second is None:
        return first is second
    if isinstance(first, (int, float)) and isinstance(second, (int, float)):
        if isinstance(first, int) and isinstance(second, int):
            return first == second
        return math.isclose(first, second, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(same, first, second))
    if isinstance(first, dict) and isinstance(second, dict):
        return first.keys() == second.keys() and all(same(first[key], second[key]) for key in first)
    return isinstance(first, str) and isinstance(second, str) and first == second
