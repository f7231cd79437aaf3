"""What a certificate states, in words and formulas that a person can read aloud."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

LONGEST = 400


def formula(expression: Any) -> str:
    """An expression in ordinary notation."""
    if isinstance(expression, str):
        return f"({expression})" if "/" in expression or expression.startswith("-") else expression
    return FORMULAS[expression[0]](*expression[1:])


def symbol(expression: Any) -> str:
    """An expression as one symbol, in parentheses unless it is one or is bracketed by itself."""
    bracketed = isinstance(expression, str) or expression[0] in (
        "letter",
        "name",
        "+",
        "-",
        "matrix",
        "identity",
        "ones",
    )
    return formula(expression) if bracketed else f"({formula(expression)})"


def shortened(words: str) -> str:
    """Words cut to a length that fits on a screen."""
    return words if len(words) <= LONGEST else f"{words[:LONGEST]} ... ({len(words)} characters)"


def polynomial(terms: list[Any]) -> str:
    """A polynomial from its terms [coefficient, powers]."""
    spoken = " + ".join(term(coefficient, powers) for coefficient, powers in terms)
    return spoken.replace("+ -", "- ") or "0"


def term(coefficient: str, powers: dict[str, int]) -> str:
    """One term, without a factor 1."""
    unit = {"1": "", "-1": "-"}.get(coefficient, f"{coefficient} ") if powers else coefficient
    return unit + " ".join(power(x, k) for x, k in powers.items())


def power(base: str, exponent: int) -> str:
    """A power, the first one as the base itself."""
    return base if exponent == 1 else f"{base}^{exponent}"


def _sum(*terms: Any) -> str:
    return "(" + " + ".join(map(formula, terms)) + ")"


def factor(expression: Any) -> str:
    """An expression as a factor: a polynomial of several terms in parentheses."""
    several = isinstance(expression, list) and expression[0] == "polynomial" and len(expression[1]) > 1
    return f"({formula(expression)})" if several else formula(expression)


def _product(*factors: Any) -> str:
    return " ".join(map(factor, factors))


def _matrix(rows: int, cols: int, entries: list[Any]) -> str:
    listed = ", ".join(f"({i + 1},{j + 1}): {formula(value)}" for i, j, value in entries)
    return f"[{rows} x {cols} matrix with entries {listed}, else 0]" if entries else f"[{rows} x {cols} zero matrix]"


def _generic(symbol: str, rows: list[str], cols: list[str], pattern: str, family: str) -> str:
    signs = {"none": "", "all": " with entries >= 0", "off-diagonal": " with off-diagonal entries >= 0"}[pattern]
    orthonormal = f" with orthonormal columns in the family {family}" if family else ""
    return f"an arbitrary {dimension(rows)} x {dimension(cols)} matrix {symbol}{signs}{orthonormal}"


def dimension(blocks: Any) -> str:
    """A number of rows or columns."""
    return "(" + "+".join(blocks) + ")" if isinstance(blocks, list) else str(blocks)


def _low_rank_update(terms: list[Any]) -> str:
    return "X -> X" + "".join(f" + <{formula(v)}, X> {formula(u)}" for u, v in terms)


def _form(terms: list[Any]) -> str:
    products = "".join(f" + 2 <{formula(b)}, X> <{formula(c)}, X>" for b, c in terms)
    return f"any operator, if there is one, with ||A(X)||^2 = ||X||^2{products}"


def _arguments(values: list[Any]) -> str:
    return ", ".join(map(formula, values))


def _derivative(function: Any, point: list[Any], directions: list[Any]) -> str:
    along = "; ".join(map(_arguments, directions))
    return f"D^{len(directions)} {symbol(function)}({_arguments(point)})[{along}]"


FORMULAS: dict[str, Callable[..., str]] = {
    "letter": lambda letter: letter,
    "name": lambda word: word,
    "+": _sum,
    "*": _product,
    "-": lambda argument: f"(-{factor(argument)})",
    "^": lambda base, exponent: f"{symbol(base)}^{exponent}",
    "polynomial": polynomial,
    "terms": polynomial,
    "matrix": _matrix,
    "identity": lambda size: f"I_{dimension(size)}",
    "ones": lambda rows, cols: f"ones({dimension(rows)}, {dimension(cols)})",
    "columns": lambda rows, chosen: f"columns {dimension(chosen)} of I_{dimension(rows)}",
    "generic": _generic,
    "transpose": lambda argument: f"{symbol(argument)}'",
    "vec": lambda argument: f"vec({formula(argument)})",
    "inner": lambda left, right: f"<{formula(left)}, {formula(right)}>",
    "trace": lambda argument: f"tr({formula(argument)})",
    "determinant": lambda argument: f"det({formula(argument)})",
    "low rank update": _low_rank_update,
    "quadratic form": lambda terms: _form(terms),
    "measurements": lambda rows: f"X -> ({', '.join(f'<{formula(row)}, X>' for row in rows)})",
    "abstract operator": lambda symbol, row, col: f"an arbitrary linear operator {symbol} on {row} x {col} matrices",
    "apply": lambda operator, argument: f"{symbol(operator)}({formula(argument)})",
    "gram": lambda operator, argument: f"{symbol(operator)}^T {symbol(operator)}({formula(argument)})",
    "function": lambda variables, body: f"({', '.join(variables)}) -> {formula(body)}",
    "value": lambda function, point: f"{symbol(function)}({_arguments(point)})",
    "derivative": _derivative,
    **{f: lambda argument, f=f: f"{f}({formula(argument)})" for f in ("exp", "log", "tanh", "sigmoid")},
}


def spoken_declaration(item: dict[str, Any]) -> str:
    """One declaration of a problem."""
    if "assume" in item:
        left, relation, right = item["assume"]
        return f"assume {formula(left)} {relation} {formula(right)}"
    if "define" in item:
        return f"{item['define']} := {formula(item['as'])}"
    if "is" in item:
        return f"{item['letter']} := {formula(item['is'])}"
    if "block" in item:
        return f"{item['block']}: a block of {formula(item['size'])} indices"
    if "root" in item:
        return f"{item['letter']} := sqrt({formula(item['root'])})"
    if "minimum" in item:
        return f"{item['letter']} := min({', '.join(map(formula, item['minimum']))})"
    if "polynomial" in item:
        lower, upper = item["interval"]
        return f"{item['letter']}: the root in ({lower}, {upper}) of the coefficients {', '.join(item['polynomial'])}"
    meaning = {"parameter": "any real number", "point": "any real number", "size": "any integer >= 0"}
    return f"{item['letter']}: {meaning[item['role']]}"


def spoken_problem(parameters: Any, declarations: list[Any]) -> str:
    """The parameters and declarations of a run."""
    values = ", ".join(f"{key} = {value}" for key, value in sorted(parameters.items()) if key != value)
    lines = [shortened(spoken_declaration(item)) for item in declarations]
    return "\n  ".join([f"with {values or 'no fixed parameters'}:", *lines])


def sentence(statement: dict[str, Any]) -> str:
    """One statement."""
    return shortened(SENTENCES[statement["kind"]](statement))


def _place(s: dict[str, Any]) -> str:
    def side(pair: list[Any]) -> str:
        lower, upper = ("" if end is None else formula(end) for end in pair)
        return (f" >= {lower}" if lower else "") + (f" <= {upper}" if upper else "") or " unrestricted"

    bounds = ", ".join(f"part {k + 1}{side(pair)}" for k, pair in enumerate(s["bounds"]))
    return f"{formula(s['function'])} at ({_arguments(s['at'])}), {bounds}"


def _copositive(s: dict[str, Any]) -> str:
    free = f", coordinates {', '.join(str(i + 1) for i in s['free'])} free" if s["free"] else ""
    return f"{formula(s['matrix'])} is {'strictly ' if s['strict'] else ''}copositive{free}"


def _isometry(s: dict[str, Any]) -> str:
    constant = formula(s["constant"])
    bound = f"(1 - c) ||X||^2 <= ||A(X)||^2 <= (1 + c) ||X||^2 for all X of rank <= {formula(s['rank'])}"
    best = "" if s["relation"] == "<=" else ", and no smaller c will do"
    return f"A = {formula(s['operator'])} satisfies {bound} with c = {constant}{best}"


def _curvature(s: dict[str, Any]) -> str:
    sharp = "" if s["relation"] == ">=" else ", and no larger constant will do"
    return f"the Hessian form on the critical cone of {_place(s)} is >= {formula(s['constant'])} ||D||^2{sharp}"


def _kink(piece: list[Any]) -> str:
    several = isinstance(piece[0], list)
    return f"max({'; '.join(map(formula, piece))})" if several else f"|{formula(piece)}|"


def _absolute_values(s: dict[str, Any]) -> str:
    pieces = [f" + {formula(weight)} {_kink(piece)}" for weight, piece in s["pieces"]]
    return f"f = {formula(s['smooth'])}{''.join(pieces)} at ({_arguments(s['at'])})"


def _derivative_along(what: str, s: dict[str, Any]) -> str:
    constant = "+infinity" if s["constant"] == "infinity" else formula(s["constant"])
    return f"the {what} of {_absolute_values(s)} along w = ({_arguments(s['along'])}) is {s['relation']} {constant}"


def _growth(s: dict[str, Any]) -> str:
    best = "" if s["relation"] == ">=" else ", and no larger constant will do"
    return (
        f"the directional derivative of {_absolute_values(s)} along any w is >= {formula(s['constant'])} ||w||_1{best}"
    )


def _inequality(pair: list[Any]) -> str:
    """An inequality by the body of its function."""
    function, relation = pair
    return f"{formula(function[2] if function[0] == 'function' else function)} {relation} 0"


def _steps(s: dict[str, Any]) -> str:
    every = "for every" if s["property"] == "always" else "not for every"
    region = ", ".join(map(_inequality, s["region"])) or "no condition"
    again = s["outcome"] == "region"
    outcome = "in that region" if again else f"with {', '.join(map(_inequality, s['outcome']))}"
    pieces = "".join(f" + {formula(weight)} {_kink(piece)}" for weight, piece in s["pieces"])
    f = f"{formula(s['smooth'])}{pieces}"
    where = f"x with {region} and every a with 0 < a <= {formula(s['largest'])}"
    return f"{every} {where} each step x - a g, g in df(x), ends {outcome}; f = {f}"


def _parabolic(s: dict[str, Any]) -> str:
    return _derivative_along(f"parabolic subderivative for the acceleration ({_arguments(s['acceleration'])})", s)


def _critical_directions(s: dict[str, Any]) -> str:
    cone = "its critical cone {w: df(x)(w) = 0}"
    return f"{_absolute_values(s)}: the point is stationary, and {cone} {_cone(s['cone'])}"


def _cone(cone: list[Any]) -> str:
    if cone[0] == "labels":
        return f"has the labels {cone[1]}"
    first, second = ("; ".join(f"({_arguments(each)})" for each in vectors) or "none" for vectors in cone[1:])
    if cone[0] == "generators":
        return f"is generated by the rays {first} and the lines {second}"
    return f"is {{w: <a, w> >= 0, <b, w> = 0}} for a: {first} and b: {second}"


def _stationary_points(s: dict[str, Any]) -> str:
    pieces = [f" + {formula(weight)} {_kink(piece)}" for weight, piece in s["pieces"]]
    which = "; ".join(map(_cell, s["cells"])) or "none"
    return f"the stationary points of f = {formula(s['smooth'])}{''.join(pieces)} are {which}"


def _cell(cell: dict[str, list[Any]]) -> str:
    """The points of a cell, by the bodies of its functions."""
    conditions = [(cell["zero"], "="), (cell["nonnegative"], ">=")]
    listed = [_inequality([function, relation]) for functions, relation in conditions for function in functions]
    return f"all points with {', '.join(listed)}" if listed else "all points"


def _components(s: dict[str, Any]) -> str:
    return "; ".join(map(_component, s["components"])) or "none"


def _component(component: dict[str, list[Any]]) -> str:
    """The points of a component with the conditions on its letters."""
    conditions = [f"{formula(expression)} {relation} 0" for expression, relation in component["where"]]
    letters = f" for all real {', '.join(component['letters'])}" if component["letters"] else ""
    return f"({_arguments(component['point'])}){letters}{' with ' if conditions else ''}{', '.join(conditions)}"


def _inertia_along(s: dict[str, Any]) -> str:
    positive, negative, zero = s["inertia"]
    counts = f"{positive} positive, {negative} negative and {zero} zero eigenvalues"
    return f"the Hessian of {formula(s['function'])} at {_component(s['component'])} has {counts}"


def _real_solutions(s: dict[str, Any]) -> str:
    return f"the real solutions {_of_equations(s['equations'])} are {_components(s)}"


def _of_equations(functions: list[Any]) -> str:
    """Equations, after the coordinates of their solutions."""
    (variables, *_) = [[*function[1]] for function in functions if function[0] == "function"] or [[]]
    listed = ", ".join(_inequality([function, "="]) for function in functions)
    return f"({', '.join(variables)}) of {listed}" if variables else f"of {listed}"


def _set(points: dict[str, Any]) -> str:
    ((kind, content),) = points.items()
    if kind == "components":
        return f"the set of all points {_components(points)}"
    if kind == "critical points":
        return f"the set of critical points of {formula(content)}"
    return f"the set of real solutions {_of_equations(content)}"


def _conditions(pairs: Any) -> str:
    return ", ".join(map(_inequality, pairs)) or "no condition"


def _implication(s: dict[str, Any]) -> str:
    where = f"all points with {_conditions(s['conditions'])}" if s["conditions"] else "all points"
    return f"{where} have {_conditions(s['conclusions'])}"


def _setwise_minimum(s: dict[str, Any]) -> str:
    words = [word for word in ("spurious", "strict") if s[word]]
    kind = " ".join(["a", *words, "setwise local minimum"]) + (" at infinity" if s["unbounded"] else "")
    sets = f"S = {{{_conditions(s['set'])}}}, U = {{{_conditions(s['around'])}}}"
    f, q = formula(s["function"]), formula(s["denominator"])
    return f"(S, U) is a certificate that S is {kind} of p / q, p = {f}, q = {q}, {sets}"


def _flow_quantity(s: dict[str, Any]) -> str:
    where = f" wherever {_conditions(s['conditions'])}" if s["conditions"] else ""
    rate = "the derivative of q along x' = -grad f(x)"
    return f"{rate} is {s['relation']} 0{where}; q = {formula(s['quantity'])}, f = {formula(s['function'])}"


def _gradient_descent(s: dict[str, Any]) -> str:
    which = "the last one of" if s["iterates"] == "last" else "the start and all of"
    method = f"{s['steps']} steps x - {formula(s['step'])} grad f(x) from ({_arguments(s['start'])})"
    return f"{which} {method} has {_conditions(s['region'])}; f = {formula(s['function'])}"


def _on_box(s: dict[str, Any]) -> str:
    def side(pair: list[Any]) -> str:
        lower, upper = pair
        return f"[{lower}, {upper}]" if None not in pair else f">= {lower}" if lower else f"<= {upper}"

    sides = [f"part {k + 1} {side(pair)}" for k, pair in enumerate(s["box"]) if pair != [None, None]]
    where = f" with {', '.join(sides)}" if sides else ""
    return f"{formula(s['function'])} is defined and {s['relation']} 0 at all points{where}"


SENTENCES: dict[str, Callable[[dict[str, Any]], str]] = {
    "comparison": lambda s: f"{formula(s['left'])} {s['relation']} {formula(s['right'])}",
    "definiteness": lambda s: f"{formula(s['matrix'])} is {s['property']}",
    "inertia": lambda s: f"{formula(s['matrix'])} has {s['inertia']} positive, negative and zero eigenvalues",
    "copositivity": _copositive,
    "minimum": lambda s: f"{_place(s)}: {s['property']}",
    "curvature": _curvature,
    "critical cone": lambda s: f"the critical cone of {_place(s)} has the labels {s['labels']}",
    "isometry": _isometry,
    "stationarity": lambda s: f"{_absolute_values(s)}: {s['property']}",
    "directional derivative": lambda s: _derivative_along("directional derivative", s),
    "second subderivative": lambda s: _derivative_along("second subderivative for the subgradient 0", s),
    "first-order growth": _growth,
    "stationary points": _stationary_points,
    "second directional derivative": lambda s: _derivative_along("one-sided second directional derivative", s),
    "parabolic subderivative": _parabolic,
    "second subderivative without a subgradient": lambda s: _derivative_along("second subderivative d2f(x)", s),
    "critical directions": _critical_directions,
    "kinked minimum": lambda s: f"{_absolute_values(s)}: {s['property']}",
    "subgradient steps": _steps,
    "real solutions": _real_solutions,
    "inertia along": lambda s: _inertia_along(s),
    "dimension": lambda s: f"the dimension of {_set(s['set'])} is {s['relation']} {s['number']}",
    "connected components": lambda s: (
        f"the number of connected components of {_set(s['set'])} is {s['relation']} {s['number']}"
    ),
    "critical points": lambda s: f"the critical points of {formula(s['function'])} are {_components(s)}",
    "sum of squares": lambda s: f"{formula(s['function'])} is a sum of squares of polynomials with real coefficients",
    "empty set": lambda s: f"no point has {_conditions(s['conditions'])}",
    "implication": _implication,
    "setwise minimum": _setwise_minimum,
    "coercivity": lambda s: f"{formula(s['function'])} is coercive: it tends to infinity as the norm of the point does",
    "flow quantity": _flow_quantity,
    "gradient descent": _gradient_descent,
    "comparison on a box": _on_box,
}
