# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""What happens in the child of one call: the code runs here, and how it went is put into words."""
import errno, json, math, resource, sys, types

FILE = "<string>"
MODULE = "candidate"
SYNTAX_TREE_ONLY = 0x400
DEEPEST_VALUE = 200
MOST_FRAMES = 8
MOST_CHARACTERS = 2000

# Made once: what json.loads and json.dumps make for each call costs a child more than its call.
read_json = json.JSONDecoder().scan_once
write_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


class NotJSON(Exception):
    """Says why a value cannot be the answer."""


class Call:
    """One request, and the answers to it as objects of JSON."""

    def __init__(self, request, messages):
        self.request = request
        self.source = request["source"]
        self.entry = request["entryPoint"]
        self.messages = {**messages, "cpuTime": request["cpuMessage"]}
        self.code = None

    def answer(self):
        return self.checked() if "parameters" in self.request else self.returned()

    def returned(self):
        """Runs the source, calls its function and gives the value."""
        module = sys.modules[MODULE] = types.ModuleType(MODULE)
        function = None
        try:
            self.code = compile(self.source, FILE, "exec", dont_inherit=True)
        except BaseException as error:
            return {"syntaxError": self.told_syntax(error)}
        try:
            exec(self.code, module.__dict__)
            function = module.__dict__.get(self.entry)
            if not callable(function):
                return {"syntaxError": self.told(
                    "SignatureError", f"the code defines no function called {self.entry}")}
            value = function(*self.request["arguments"])
            require_json(value, 0)
            return {"value": value, "type": type(value).__name__}
        except NotJSON as error:
            line = getattr(getattr(function, "__code__", None), "co_firstlineno", None)
            return self.not_json(error, line)
        except BaseException as error:
            return self.failed(error)

    def checked(self):
        """Compiles the source and compares the function's parameters, without running anything."""
        try:
            tree = compile(self.source, FILE, "exec", SYNTAX_TREE_ONLY, dont_inherit=True)
            compile(self.source, FILE, "exec", dont_inherit=True)
        except BaseException as error:
            return {"syntaxError": self.told_syntax(error)}
        wanted = self.request["parameters"]
        definition = f"def {self.entry}({', '.join(wanted)}):"
        found = None
        for node in tree.body:
            if type(node).__name__.endswith("FunctionDef") and node.name == self.entry:
                found = node
        if found is None:
            return {"syntaxError": self.told(
                "SignatureError", f"the code does not define {definition[:-1]}")}
        given = found.args
        names = [one.arg for one in given.posonlyargs + given.args]
        others = given.kwonlyargs or given.vararg or given.kwarg
        if names != wanted or others or type(found).__name__ != "FunctionDef":
            return {"syntaxError": self.told(
                "SignatureError", f"the function has to begin with `{definition}`", found.lineno)}
        return {"value": None, "type": "NoneType"}

    def not_json(self, reason, line=None):
        message = f"{self.entry} returned {reason}, which has no exact JSON form"
        return {"exception": self.told("TypeError", message, line)}

    def failed(self, error):
        """An exception of the code's own, or the limit behind it."""
        if isinstance(error, MemoryError):
            # The frames of the exception may still hold all there is.
            hard = resource.getrlimit(resource.RLIMIT_AS)[1]
            resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
        limit = limit_behind(error)
        message = self.messages[limit] if limit else text_of(error)
        frames = self.own_frames(error.__traceback__)
        answer = {"exception": self.told(type_name(error), message, frames=frames)}
        if limit:
            answer["limit"] = limit
        return answer

    def stopped(self, limit, frame):
        """The time was up while this frame ran."""
        own = self.own_code()
        while frame is not None and id(frame.f_code) not in own:
            frame = frame.f_back
        line = frame.f_lineno if frame is not None else None
        return {"limit": limit, "exception": self.told("TimeLimit", self.messages[limit], line)}

    def told_syntax(self, error):
        line = error.lineno if isinstance(error, SyntaxError) else None
        return self.told(type_name(error), text_of(error), line)

    def told(self, kind, message, line=None, frames=()):
        """The exception with the source annotated: one block for each frame, or for the line."""
        message = clipped(message)
        remark = f"({kind}) {message}" if message else f"({kind})"
        if message and message[-1] not in ".!?":
            remark += "."
        if frames:
            line = frames[-1][1]
            blocks = self.blocks(frames, remark)
        else:
            blocks = [annotated(self.source, 1, line, remark)]
        return {"type": kind, "message": message, "line": line,
                "annotatedSource": "\n\n".join(blocks) + "\n" + remark,
                "traceback": self.trace(frames) + f"{kind}: {message}\n"}

    def blocks(self, frames, remark):
        blocks = []
        for index, (code, line) in shortened(frames):
            if index is None:
                blocks.append(f"... {line} more calls ...")
                continue
            first, text = self.definition(code) if index > 0 else (1, self.source)
            is_last = index == len(frames) - 1
            blocks.append(annotated(
                text, first, line, remark if is_last else "Error raised in function call. See below."))
        return blocks

    def trace(self, frames):
        if not frames:
            return ""
        lines = self.source.splitlines()
        text = "Traceback (most recent call last):\n"
        for index, (code, line) in shortened(frames):
            if index is None:
                text += f"  ... {line} more calls ...\n"
                continue
            text += f'  File "{FILE}", line {line}, in {code.co_name}\n'
            if 0 < line <= len(lines):
                text += f"    {lines[line - 1].strip()}\n"
        return text

    def own_frames(self, step):
        """The code and the line of each frame that the source itself made."""
        own = self.own_code()
        frames = []
        while step is not None:
            if id(step.tb_frame.f_code) in own and step.tb_lineno is not None:
                frames.append((step.tb_frame.f_code, step.tb_lineno))
            step = step.tb_next
        return frames

    def own_code(self):
        """The identities of all code objects that the source was compiled to."""
        found, left = set(), [self.code] if self.code else []
        while left:
            code = left.pop()
            found.add(id(code))
            left += [one for one in code.co_consts if isinstance(one, types.CodeType)]
        return found

    def definition(self, code):
        """The first line and the text of the function that a code object was made from."""
        first, last, left = code.co_firstlineno, code.co_firstlineno, [code]
        while left:
            code = left.pop()
            last = max([last] + [line for _, _, line in code.co_lines() if line])
            left += [one for one in code.co_consts if isinstance(one, types.CodeType)]
        return first, "\n".join(self.source.splitlines()[first - 1:last])


def shortened(frames):
    """The frames with their index; the middle of very many as one entry with their number."""
    half = MOST_FRAMES // 2
    numbered = list(enumerate(frames))
    if len(frames) <= MOST_FRAMES:
        return numbered
    return numbered[:half] + [(None, (None, len(frames) - 2 * half))] + numbered[-half:]


def annotated(text, first, line, remark):
    lines = text.rstrip().splitlines()
    if line is not None and 0 <= line - first < len(lines):
        lines[line - first] = lines[line - first].rstrip() + f" <--- {remark}"
    return "\n".join(lines)


def clipped(text):
    return text if len(text) <= MOST_CHARACTERS else text[:MOST_CHARACTERS] + " ..."


def type_name(error):
    kind = type(error)
    if kind.__module__ in ("builtins", MODULE):
        return kind.__qualname__
    return f"{kind.__module__}.{kind.__qualname__}"


def text_of(error):
    try:
        return str(error)
    except BaseException:
        return "a message that cannot be printed"


def limit_behind(error):
    if isinstance(error, MemoryError):
        return "memory"
    if isinstance(error, OSError) and error.errno == errno.EFBIG:
        return "fileSize"
    # The number with which the system call filter refuses processes, used by nothing else.
    if isinstance(error, OSError) and error.errno == errno.EUSERS:
        return "processes"
    if isinstance(error, RuntimeError) and text_of(error) == "can't start new thread":
        return "processes"
    return None


def require_json(value, depth):
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return
    if isinstance(value, int):
        if not -(2**63) <= value < 2**63:
            raise NotJSON("a whole number that does not fit 64 bits")
    elif isinstance(value, float):
        if not math.isfinite(value):
            raise NotJSON(f"the number {value}")
    elif isinstance(value, (list, tuple, dict)):
        if depth >= DEEPEST_VALUE:
            raise NotJSON(f"a value of more than {DEEPEST_VALUE} levels")
        if isinstance(value, dict):
            for name in value:
                if not isinstance(name, str):
                    raise NotJSON(f"a dict with a key of type {type(name).__name__}")
            value = value.values()
        for element in value:
            require_json(element, depth + 1)
    elif not isinstance(value, str):
        raise NotJSON(f"a value of type {kind.__name__}")


def encoded(call):
    """The call's answer as bytes of JSON."""
    answer = call.answer()
    try:
        return write_json(answer).encode()
    except UnicodeEncodeError:
        return write_json(call.not_json("a text with half a surrogate pair")).encode()
