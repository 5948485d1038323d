# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Operators that put one fault into correct source text.

They find places with the syntax tree and replace the text there, so that all other text stays as it
was written and the result does not depend on the version of Python.
"""
import ast

OPERATORS = [
    "off by one", "boundary", "wrong comparison", "wrong variable", "missing branch",
    "wrong initial value", "wrong return", "swapped arguments", "wrong operator", "mutability trap",
]

BOUNDARIES = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">"}
COMPARISONS = {
    ast.Lt: [">", "!="], ast.LtE: [">="], ast.Gt: ["<", "!="], ast.GtE: ["<="], ast.Eq: ["!=", "<="],
    ast.NotEq: ["=="], ast.In: ["not in"], ast.NotIn: ["in"],
}
ARITHMETIC = {
    ast.Add: ["-"], ast.Sub: ["+"], ast.Mult: ["+"], ast.FloorDiv: ["/"], ast.Div: ["//"],
    ast.Mod: ["//"], ast.Pow: ["*"],
}
SIGNS = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
    ast.In: "in", ast.NotIn: "not in", ast.Add: "+", ast.Sub: "-", ast.Mult: "*",
    ast.FloorDiv: "//", ast.Div: "/", ast.Mod: "%", ast.Pow: "**", ast.And: "and", ast.Or: "or",
}


class Mutator:
    """All single faults of one source text, in the order of operators and places."""

    def __init__(self, source):
        self.source = source
        self.starts = [0]
        for line in source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.tree = ast.parse(source)
        self.nodes = list(ast.walk(self.tree))

    def mutants(self):
        """Pairs of operator and mutated source, each source once."""
        seen = {self.source}
        for operator in OPERATORS:
            for edits in getattr(self, operator.replace(" ", "_"))():
                text = self.source
                for start, end, new in sorted(edits, reverse=True):
                    text = text[:start] + new + text[end:]
                if text not in seen and self.compiles(text):
                    seen.add(text)
                    yield operator, text

    @staticmethod
    def compiles(text):
        try:
            compile(text, "candidate", "exec")
            return True
        except SyntaxError:
            return False

    # ---- Places

    def start(self, node):
        return self.starts[node.lineno - 1] + node.col_offset

    def end(self, node):
        return self.starts[node.end_lineno - 1] + node.end_col_offset

    def text(self, node):
        return self.source[self.start(node):self.end(node)]

    def replaced(self, node, text):
        return [(self.start(node), self.end(node), text)]

    def of(self, kind):
        return [node for node in self.nodes if isinstance(node, kind)]

    def sign(self, left, right, kind, new):
        """Replaces the sign between two operands."""
        between = self.source[self.end(left):self.start(right)]
        place = between.find(SIGNS[kind])
        if place < 0:
            return None
        start = self.end(left) + place
        return [(start, start + len(SIGNS[kind]), new)]

    def numbers(self):
        return [node for node in self.of(ast.Constant) if type(node.value) is int]

    # ---- Operators

    def off_by_one(self):
        places = []
        for call in self.of(ast.Call):
            if isinstance(call.func, ast.Name) and call.func.id == "range":
                places += call.args[:2]
        for subscript in self.of(ast.Subscript):
            parts = [subscript.slice]
            if isinstance(subscript.slice, ast.Slice):
                parts = [subscript.slice.lower, subscript.slice.upper]
            places += [part for part in parts if part is not None]
        for node in places:
            if isinstance(node, ast.Constant) and type(node.value) is int:
                yield self.replaced(node, str(node.value + 1))
            elif isinstance(node, (ast.Name, ast.Call, ast.Attribute)):
                yield self.replaced(node, f"{self.text(node)} - 1")
                yield self.replaced(node, f"{self.text(node)} + 1")
        for node in self.of(ast.BinOp):
            right = node.right
            if isinstance(node.op, (ast.Add, ast.Sub)) and isinstance(right, ast.Constant):
                if right.value == 1:
                    yield [(self.end(node.left), self.end(right), "")]

    def boundary(self):
        for node in self.of(ast.Compare):
            for left, sign, right in zip([node.left] + node.comparators, node.ops, node.comparators):
                if type(sign) in BOUNDARIES:
                    yield self.sign(left, right, type(sign), BOUNDARIES[type(sign)]) or []

    def wrong_comparison(self):
        for node in self.of(ast.Compare):
            for left, sign, right in zip([node.left] + node.comparators, node.ops, node.comparators):
                for new in COMPARISONS.get(type(sign), []):
                    yield self.sign(left, right, type(sign), new) or []
        for node in self.of(ast.BoolOp):
            new = "or" if isinstance(node.op, ast.And) else "and"
            for left, right in zip(node.values, node.values[1:]):
                yield self.sign(left, right, type(node.op), new) or []
        for node in self.of(ast.Name):
            if node.id in ("min", "max"):
                yield self.replaced(node, "max" if node.id == "min" else "min")

    def wrong_variable(self):
        for function in self.of(ast.FunctionDef):
            names = [argument.arg for argument in function.args.args if argument.arg != "self"]
            uses = []
            for node in ast.walk(function):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    names.append(node.id)
                elif isinstance(node, ast.Name):
                    uses.append(node)
            names = sorted({name for name in names if name != "_"})
            for node in uses:
                if node.id in names:
                    for name in names:
                        yield self.replaced(node, name)

    def missing_branch(self):
        for parent in self.nodes:
            body = getattr(parent, "body", None)
            if not isinstance(body, list) or len(body) < 2:
                continue
            for node in body:
                if isinstance(node, ast.If) and not node.orelse:
                    yield [(self.starts[node.lineno - 1], self.starts[node.end_lineno], "")]
        for node in self.of(ast.BoolOp):
            for value in node.values:
                others = [self.text(one) for one in node.values if one is not value]
                if len(others) == 1:
                    yield self.replaced(node, others[0])

    def wrong_initial_value(self):
        for node in self.of(ast.Assign):
            value = node.value
            if isinstance(value, ast.Constant) and type(value.value) is int:
                yield self.replaced(value, "0" if value.value == 1 else "1")
            elif isinstance(value, ast.Constant) and type(value.value) is bool:
                yield self.replaced(value, str(not value.value))
            elif isinstance(value, ast.Subscript) and isinstance(value.slice, ast.Constant):
                yield self.replaced(value, "0")
        for node in self.of(ast.Call):
            if isinstance(node.func, ast.Attribute) and node.func.attr == "get" and len(node.args) == 2:
                yield self.replaced(node.args[1], "1")
        for node in self.of(ast.List):
            for element in node.elts:
                if isinstance(element, ast.Constant) and element.value in (0, 1):
                    yield self.replaced(element, str(1 - element.value))

    def wrong_return(self):
        for function in self.of(ast.FunctionDef):
            names = sorted({node.id for node in ast.walk(function)
                            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)})
            for node in ast.walk(function):
                if not isinstance(node, ast.Return) or node.value is None:
                    continue
                value = node.value
                if isinstance(value, ast.Name):
                    for name in names:
                        yield self.replaced(value, name)
                elif isinstance(value, ast.Constant) and isinstance(value.value, bool):
                    yield self.replaced(value, str(not value.value))
                elif isinstance(value, ast.Constant) and isinstance(value.value, (int, type(None))):
                    yield self.replaced(value, "1" if value.value == 0 else "0")
                elif isinstance(value, ast.BinOp):
                    yield self.replaced(value, self.text(value.left))
                elif isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.Not):
                    yield self.replaced(value, "True")
                elif isinstance(value, ast.UnaryOp):
                    yield self.replaced(value, self.text(value.operand))

    def swapped_arguments(self):
        for node in self.of(ast.Call):
            pairs = zip(node.args, node.args[1:])
            yield from self.swaps(pairs)
        for node in self.of(ast.BinOp):
            if isinstance(node.op, (ast.Sub, ast.FloorDiv, ast.Mod, ast.Div, ast.Pow)):
                yield from self.swaps([(node.left, node.right)])
        for node in self.of(ast.Subscript):
            if isinstance(node.value, ast.Subscript):
                yield from self.swaps([(node.value.slice, node.slice)])

    def swaps(self, pairs):
        for first, second in pairs:
            if isinstance(first, ast.Starred) or isinstance(second, ast.Starred):
                continue
            yield self.replaced(first, self.text(second)) + self.replaced(second, self.text(first))

    def wrong_operator(self):
        for node in self.of(ast.BinOp):
            for new in ARITHMETIC.get(type(node.op), []):
                yield self.sign(node.left, node.right, type(node.op), new) or []
        for node in self.of(ast.AugAssign):
            for new in ARITHMETIC.get(type(node.op), []):
                yield self.sign(node.target, node.value, type(node.op), new) or []

    def mutability_trap(self):
        for node in self.of(ast.ListComp):
            loop = node.generators[0]
            if isinstance(loop.target, ast.Name) and loop.target.id == "_" and not loop.ifs:
                count = loop.iter.args[0]
                yield self.replaced(node, f"[{self.text(node.elt)}] * ({self.text(count)})")
        for node in self.of(ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in ("list", "dict"):
                if len(node.args) == 1 and isinstance(node.args[0], ast.Name):
                    yield self.replaced(node, self.text(node.args[0]))
        for node in self.of(ast.ClassDef):
            for target in [one for one in ast.walk(node) if isinstance(one, ast.Assign)]:
                place = target.targets[0]
                if isinstance(place, ast.Attribute) and isinstance(target.value, (ast.List, ast.Dict)):
                    yield self.shared(node, target, place.attr)

    def shared(self, owner, assignment, name):
        """Moves the value of an attribute from each object to the class."""
        first = self.starts[owner.body[0].lineno - 1]
        line = f"    {name} = {self.text(assignment.value)}\n\n"
        function = next(one for one in ast.walk(owner)
                        if isinstance(one, ast.FunctionDef) and assignment in one.body)
        start, end = self.starts[assignment.lineno - 1], self.starts[assignment.end_lineno]
        rest = "        pass\n" if len(function.body) == 1 else ""
        return [(first, first, line), (start, end, rest)]
