"""Expressions and statements as text and as LaTeX."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flint import fmpq

from .expression import Expression, Matrix, Scalar
from .letter_names import distinct_names, shown_name
from .letters import Letter
from .statement import Statement

LONGEST = 300
SPECIAL = {c: rf"\{c}" for c in "_&%$#{}"} | {"^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}
RELATIONS = {"=": "=", "<=": r"\le", "<": "<", ">=": r"\ge", ">": ">"}
REGIONAL = (
    *("empty set", "implication", "setwise minimum", "coercivity", "flow quantity", "gradient descent"),
    *("comparison on a box", "dimension", "connected components"),
)
ELEMENTARY = {"exp": r"\exp", "log": r"\log", "tanh": r"\tanh", "sigmoid": r"\sigma"}
GREEK = {"alpha", "beta", "gamma", "delta", "epsilon", "kappa", "lambda", "mu", "rho", "theta"}


@dataclass(frozen=True)
class Style:
    """How numbers, names and operations are written."""

    number: Callable[[fmpq], str]
    name: Callable[[str], str]
    operations: dict[str, Callable[..., str]]
    space: str
    latex: bool


def formula(value: Any) -> str:
    """An expression as text, cut where it is too long to read."""
    written = render(value, TEXT, inside=False)
    return written if len(written) <= LONGEST else written[:LONGEST] + " ..."


def latex(value: Any) -> str:
    """An expression as LaTeX."""
    return render(value, LATEX, inside=False)


def render(value: Any, style: Style, inside: bool = True) -> str:
    """A value in a style; named expressions by their names, except the outermost one."""
    if not isinstance(value, Expression):
        return ", ".join(render(part, style) for part in value) if isinstance(value, (tuple, list)) else str(value)
    if inside and value.name:
        return style.name(value.name)
    if value.operation == "rational":
        return style.number(value.arguments[0])
    if value.operation in ("letter", "variable"):
        found = value.arguments[0]
        return style.name(found) if isinstance(found, str) else _letter(style, found)
    return style.operations.get(value.operation, _other(value.operation))(style, value)


def _letter(style: Style, letter: Letter) -> str:
    """A letter by its name; a minimum, whose name says nothing, by what it is the minimum of."""
    if letter.minimum is None:
        return style.name(shown_name(letter))
    left, right = (render(side, style) for side in letter.minimum)
    return rf"\min\{{{left}, {right}\}}" if style.latex else f"min({left}, {right})"


def _other(operation: str) -> Callable[[Style, Expression], str]:
    return lambda style, node: f"{operation}({render(node.arguments, style)})"


def _sum(style: Style, node: Expression) -> str:
    left, right = node.arguments
    if isinstance(right, Expression) and right.operation == "-" and not right.name:
        return f"{render(left, style)} - {_factor(style, right.arguments[0])}"
    if isinstance(right, Scalar) and right.value is not None and right.value < 0:
        return f"{render(left, style)} - {style.number(-right.value)}"
    return f"{render(left, style)} + {render(right, style)}"


def _factor(style: Style, node: Expression) -> str:
    text = render(node, style)
    sums = not node.name and (node.operation in ("+", "-", "apply") or text.startswith("-"))
    return f"({text})" if sums else text


def _base(style: Style, node: Expression) -> str:
    """What is raised to a power or transposed, in parentheses unless it is one symbol or bracketed by itself."""
    text = _factor(style, node)
    composed = not node.name and node.operation in ("*", "^", "transpose", "function", "low rank update")
    return f"({text})" if composed and not text.startswith("(-") else text


def _called(style: Style, node: Expression) -> str:
    function, argument = node.arguments
    return f"{_base(style, function)}({render(argument, style)})"


def _gram(style: Style, node: Expression) -> str:
    operator, argument = node.arguments
    return "{0}^T {0}({1})".format(_base(style, operator), render(argument, style))


def _product(style: Style, node: Expression) -> str:
    return style.space.join(_factor(style, part) for part in node.arguments)


def _matrix(style: Style, node: Any) -> str:
    entries = {(i, j): value for i, j, value in node.arguments[0]}
    rows = [
        [render(entries[i, j], style) if (i, j) in entries else "0" for j in range(node.cols)] for i in range(node.rows)
    ]
    if style.latex:
        return r"\begin{bmatrix}" + r"\\".join("&".join(row) for row in rows) + r"\end{bmatrix}"
    return "[" + ", ".join("[" + ", ".join(row) + "]" for row in rows) + "]"


def dimension(value: Any) -> str:
    """A number of rows or columns, or the names of the blocks that make it up."""
    return str(value) if isinstance(value, int) else "+".join(block.name for block in value)


def _columns(style: Style, node: Any) -> str:
    return f"I_{{{dimension(node.rows)}}}[:, {dimension(node.cols)}]"


def _update(style: Style, node: Any) -> str:
    arrow, left, right = (r"X \mapsto X", r"\langle ", r"\rangle ") if style.latex else ("X -> X", "<", "> ")
    return arrow + "".join(f" + {left}{render(v, style)}, X{right}{_factor(style, u)}" for u, v in node.arguments[0])


def _inner(style: Style, node: Expression) -> str:
    left, right = node.arguments
    open_, close, bar = (r"\langle ", r"\rangle ", r"\|") if style.latex else ("<", ">", "||")
    if left is right:
        return f"{bar}{render(left, style)}{bar}^2"
    return f"{open_}{render(left, style)}, {render(right, style)}{close}"


def _derivative(style: Style, node: Expression) -> str:
    function, point, directions = node.arguments
    along = "; ".join(render(direction, style) for direction in directions)
    return f"D^{len(directions)} {_base(style, function)}({render(point, style)})[{along}]"


def _function(style: Style, node: Expression) -> str:
    arrow = r"\mapsto" if style.latex else "->"
    return f"({render(node.arguments[0], style)}) {arrow} {render(node.arguments[1], style)}"


def _power(style: Style, node: Expression) -> str:
    base, exponent = node.arguments
    return f"{_base(style, base)}^{exponent}" if not style.latex else f"{{{_base(style, base)}}}^{{{exponent}}}"


def _component(style: Style, node: Expression) -> str:
    """A family as a set with its conditions, a single point as it is."""
    variables, where, point = node.arguments
    coordinates = f"({render(point, style)})"
    if not variables:
        return coordinates
    open_, close, bar, real = (r"\{", r"\}", r"\mid", r"\in\mathbb{R}") if style.latex else ("{", "}", ":", "real")
    signs = {**RELATIONS, "!=": r"\ne"} if style.latex else {}
    conditions = ", ".join(f"{render(value, style)} {signs.get(sign, sign)} 0" for value, sign in where)
    return f"{open_}{coordinates} {bar} {conditions or f'{render(variables, style)} {real}'}{close}"


SHARED: dict[str, Callable[..., str]] = {
    "+": _sum,
    "-": lambda style, node: f"-{_factor(style, node.arguments[0])}",
    "*": _product,
    "^": _power,
    "matrix": _matrix,
    "columns": _columns,
    "identity": lambda style, node: f"I_{{{dimension(node.rows)}}}" if style.latex else f"I_{dimension(node.rows)}",
    "low rank update": _update,
    "inner": _inner,
    "derivative": _derivative,
    "function": _function,
    "value": _called,
    "apply": _called,
    "gram": _gram,
    "trace": lambda style, node: f"tr({render(node.arguments[0], style)})",
    "determinant": lambda style, node: f"det({render(node.arguments[0], style)})",
    "component": _component,
}
TEXT = Style(
    str,
    str,
    {
        **SHARED,
        "transpose": lambda style, node: f"{_base(style, node.arguments[0])}'",
        "ones": lambda style, node: f"ones({dimension(node.rows)}, {dimension(node.cols)})",
    },
    " ",
    latex=False,
)


def _latex_number(value: fmpq) -> str:
    sign = "-" if value < 0 else ""
    return str(value) if value.q == 1 else rf"{sign}\tfrac{{{abs(value.p)}}}{{{value.q}}}"


def _latex_name(name: str) -> str:
    base, _, index = name.partition("_")
    base = "\\" + base if base in GREEK else (base if len(base) == 1 else rf"\mathrm{{{base}}}")
    return base + (rf"_{{\mathrm{{{index.replace('_', ',')}}}}}" if index else "")


LATEX = Style(
    _latex_number,
    _latex_name,
    {
        **SHARED,
        "transpose": lambda style, node: f"{{{_base(style, node.arguments[0])}}}^T",
        **{name: _other(symbol) for name, symbol in ELEMENTARY.items()},
        "ones": lambda style, node: (
            rf"\mathbf{{1}}_{{{dimension(node.rows)}}}\mathbf{{1}}_{{{dimension(node.cols)}}}^T"
        ),
    },
    r"\,",
    latex=True,
)


def sentence(statement: Statement) -> str:
    """A statement as text."""
    with distinct_names():
        named = statement.fields.items()
        fields = {key: formula(value) if isinstance(value, Expression) else value for key, value in named}
        return SENTENCES[statement.kind](statement, fields)


def latex_sentence(statement: Statement) -> str:
    """A statement as LaTeX; what is not a comparison is put in words."""
    if statement.kind == "comparison":
        relation = RELATIONS[statement["relation"]]
        with distinct_names():
            return f"{latex(statement['left'])} {relation} {latex(statement['right'])}"
    return rf"\text{{{escaped(sentence(statement))}}}"


def escaped(text: str) -> str:
    """Text that LaTeX sets as it stands."""
    return "".join(SPECIAL.get(character, character) for character in text)


def _place(statement: Statement) -> str:
    function = statement["function"]
    bounds = [
        f"{variable.arguments[0]} {relation} {formula(end)}"
        for variable, pair in zip(function.variables, statement["bounds"], strict=True)
        for relation, end in zip((">=", "<="), pair, strict=True)
        if end is not None
    ]
    under = f" under {', '.join(bounds)}" if bounds else ""
    return f"{render(statement['at'], TEXT)} of {function.name or formula(function)}{under}"


def _article(property_: str) -> str:
    return "" if property_.startswith("not ") else "a "


def _isometry(statement: Statement, fields: dict[str, Any]) -> str:
    operator = statement["operator"].name or fields["operator"]
    return f"the restricted isometry constant of {operator} at rank {fields['rank']} is {_bound(fields)}"


def _bound(fields: dict[str, Any]) -> str:
    return f"{fields['relation']} {fields['constant']}"


def _kink(piece: Any) -> str:
    """The absolute value of a function, or the maximum of several."""
    if isinstance(piece, tuple):
        return f"max({', '.join(render(member.arguments[1], TEXT) for member in piece)})"
    return f"|{render(piece.arguments[1], TEXT)}|"


def absolute_values(smooth: Any, pieces: Any) -> str:
    """A sum of weighted absolute values and maxima as a function of its variables."""
    terms = [] if getattr(smooth.arguments[1], "value", None) == 0 else [render(smooth.arguments[1], TEXT)]
    for weight, piece in pieces:
        factor = "" if weight.value == 1 else f"{_factor(TEXT, weight)} "
        terms.append(factor + _kink(piece))
    written = f"({render(smooth.variables, TEXT)}) -> {' + '.join(terms) or '0'}"
    return written if len(written) <= LONGEST else written[:LONGEST] + " ..."


def _kinked(statement: Statement) -> str:
    return f"({render(statement['at'], TEXT)}) of {absolute_values(statement['smooth'], statement['pieces'])}"


def _derivative_along(statement: Statement, fields: dict[str, Any]) -> str:
    along = render(statement["along"], TEXT)
    return f"the {statement.kind} along ({along}) at the point {_kinked(statement)} is {_bound(fields)}"


def _copositivity(statement: Statement, fields: dict[str, Any]) -> str:
    free = f" with the coordinates {fields['free']} free" if fields["free"] else ""
    return f"{fields['matrix']} is {'strictly ' if fields['strict'] else ''}copositive{free}"


def _inequalities(pairs: Any) -> str:
    return ", ".join(f"{render(function.arguments[1], TEXT)} {relation} 0" for function, relation in pairs)


def _steps(statement: Statement, fields: dict[str, Any]) -> str:
    f = absolute_values(statement["smooth"], statement["pieces"])
    which = "every" if statement["property"] == "always" else "not every"
    again = statement["outcome"] == "region"
    outcome = "leads back into it" if again else f"has {_inequalities(statement['outcome'])}"
    region = f"{{{_inequalities(statement['region'])}}}"
    return f"{which} subgradient step of size 0 < a <= {fields['largest']} of {f} from the region {region} {outcome}"


def _parabolic(statement: Statement, fields: dict[str, Any]) -> str:
    along, acceleration = (render(statement[field], TEXT) for field in ("along", "acceleration"))
    arc = f"along ({along}) with the acceleration ({acceleration})"
    return f"the {statement.kind} {arc} at the point {_kinked(statement)} is {_bound(fields)}"


def _cone(cone: Any) -> str:
    """A polyhedral cone."""
    if cone[0] == "labels":
        return f"has the labels {', '.join(cone[1])}"
    first, second = (", ".join(f"({render(each, TEXT)})" for each in vectors) or "none" for vectors in cone[1:])
    if cone[0] == "generators":
        return f"is generated by the rays {first} and the lines {second}"
    return f"consists of the w with <a, w> >= 0 for a: {first} and <b, w> = 0 for b: {second}"


def _stationary_points(statement: Statement) -> str:
    from .printed_cells import cells

    f = absolute_values(statement["smooth"], statement["pieces"])
    return f"the stationary points of {f} are {cells(statement['cells'])}"


def _components(statement: Statement) -> str:
    return ", ".join(map(formula, statement["components"])) or "none"


def _inertia_along(f: Any) -> str:
    counts = f"{f['inertia']} positive, negative and zero eigenvalues"
    return f"the Hessian of {f['function']} along {f['component']} has {counts}"


def _real_solutions(statement: Statement) -> str:
    return f"the real solutions {of_equations(statement['equations'])} are {_components(statement)}"


def of_equations(functions: Sequence[Any]) -> str:
    """Equations, after the coordinates of their solutions."""
    listed = ", ".join(f"{render(function.arguments[1], TEXT)} = 0" for function in functions)
    return f"({', '.join(variable.arguments[0] for variable in functions[0].variables)}) of {listed}"


def _about_regions(statement: Statement) -> str:
    from .printed_regions import SENTENCES as ABOUT_REGIONS

    return ABOUT_REGIONS[statement.kind](statement)


SENTENCES: dict[str, Callable[[Statement, dict[str, Any]], str]] = {
    "comparison": lambda s, f: f"{f['left']} {f['relation']} {f['right']}",
    "definiteness": lambda s, f: f"{f['matrix']} is {f['property']}",
    "inertia": lambda s, f: f"{f['matrix']} has {f['inertia']} positive, negative and zero eigenvalues",
    "copositivity": _copositivity,
    "minimum": lambda s, f: f"the point {_place(s)} is {_article(f['property'])}{f['property']}",
    "curvature": lambda s, f: (
        f"the least curvature on the critical cone at {_place(s)} is {f['relation']} {f['constant']}"
    ),
    "critical cone": lambda s, f: f"the critical cone at {_place(s)} has the labels {f['labels']}",
    "isometry": _isometry,
    "stationarity": lambda s, f: f"the point {_kinked(s)} is {f['property']}",
    "directional derivative": _derivative_along,
    "second subderivative": _derivative_along,
    "stationary points": lambda s, f: _stationary_points(s),
    "first-order growth": lambda s, f: (
        f"the largest c with df(w) >= c ||w||_1 for all w at the point {_kinked(s)} is {_bound(f)}"
    ),
    "second directional derivative": _derivative_along,
    "parabolic subderivative": _parabolic,
    "second subderivative without a subgradient": _derivative_along,
    "critical directions": lambda s, f: f"the critical cone at the point {_kinked(s)} {_cone(s['cone'])}",
    "kinked minimum": lambda s, f: f"the point {_kinked(s)} is {_article(f['property'])}{f['property']}",
    "subgradient steps": _steps,
    "real solutions": lambda s, f: _real_solutions(s),
    "inertia along": lambda s, f: _inertia_along(f),
    "critical points": lambda s, f: f"the critical points of {f['function']} are {_components(s)}",
    "sum of squares": lambda s, f: f"{f['function']} is a sum of squares",
    **dict.fromkeys(REGIONAL, lambda s, f: _about_regions(s)),
}

__all__ = ["Matrix", "formula", "latex", "latex_sentence", "sentence"]
