"""Exact checks in sympy. `sympy_code` prints the source of those that it needs: they stand on sympy alone.

Numbers are made of rational numbers and real roots. Nothing is rounded: signs come from rational bounds.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import combinations

from sympy import CRootOf, Expr, Integer, Matrix, Poly, Rational, Symbol, expand, integer_nthroot, symbols


def inner(left: Iterable[Expr], right: Iterable[Expr]) -> Expr:
    """The sum of the products of the entries of two matrices."""
    return sum((x * y for x, y in zip(left, right, strict=True)), Integer(0))


def norm_squared(matrix: Iterable[Expr]) -> Expr:
    """The sum of the squares of the entries."""
    return sum((x**2 for x in matrix), Integer(0))


def real_root_between(coefficients: Sequence[int], lower: Expr, upper: Expr) -> Expr:
    """The only real root of c_0 + c_1 x + ... between two numbers."""
    polynomial = Poly(list(reversed(coefficients)), Symbol("x"))
    assert polynomial.count_roots(lower, upper) == 1
    return CRootOf(polynomial, polynomial.count_roots(None, lower))


def bounds(number: Expr, digits: int) -> tuple[Fraction, Fraction]:
    """Rational numbers below and above a real number, closer to it the more digits are used."""
    step = Fraction(1, 10**digits)
    if number.is_Rational:
        return Fraction(number.p, number.q), Fraction(number.p, number.q)
    if isinstance(number, CRootOf):
        near = Fraction(str(number.eval_rational(dx=Rational(1, 10**digits))))
        return near - step, near + step
    first, *others = [bounds(part, digits) for part in (number.args[:1] if number.is_Pow else number.args)]
    if number.is_Add:
        return first[0] + sum(low for low, _ in others), first[1] + sum(high for _, high in others)
    if number.is_Mul:
        for other in others:
            products = [a * b for a in first for b in other]
            first = min(products), max(products)
        return first
    assert number.is_Pow and number.exp.is_Rational, f"{number} is not made of rational numbers and roots"
    power, root = number.exp.p, number.exp.q
    low, high = (int(integer_nthroot(int(max(end, 0) / step**root), root)[0]) for end in first)
    powers = [(low * step) ** power, ((high + 1) * step) ** power]
    return min(powers), max(powers)


def sign(number: Expr) -> int:
    """The sign of a real number: 0 if it expands to 0, otherwise from bounds that exclude 0."""
    number = expand(number)
    if number.is_Rational:
        return int(number.p > 0) - int(number.p < 0)
    digits = 10
    while digits < 10_000:
        try:
            low, high = bounds(number, digits)
        except ZeroDivisionError:
            low, high = Fraction(-1), Fraction(1)
        if low > 0 or high < 0:
            return 1 if low > 0 else -1
        digits *= 2
    raise ValueError(f"the sign of {number} is not found")


def taylor(function: Callable[..., Expr], at: Sequence[Matrix]) -> tuple[list[Expr], Matrix]:
    """The gradient and the Hessian of a polynomial at a point, a list of matrices and numbers; entries row by row."""
    count = sum(len(part) if isinstance(part, Matrix) else 1 for part in at)
    steps = symbols(f"step_1:{count + 1}")
    left = iter(steps)
    moved = [
        part + Matrix(*part.shape, [next(left) for _ in part]) if isinstance(part, Matrix) else part + next(left)
        for part in at
    ]
    gradient, hessian = [Integer(0)] * count, Matrix.zeros(count, count)
    for powers, coefficient in Poly(expand(function(*moved)), *steps).terms():
        places = [i for i, power in enumerate(powers) for _ in range(power)]
        if len(places) == 1:
            gradient[places[0]] = expand(coefficient)
        elif len(places) == 2:
            i, j = places
            hessian[i, j] = hessian[j, i] = expand(coefficient) * (2 if i == j else 1)
    return gradient, hessian


def components(form: Matrix) -> list[list[int]]:
    """The blocks of indices that no entry of a symmetric matrix connects with each other."""
    blocks, left = [], set(range(form.rows))
    while left:
        block, new = set(), {min(left)}
        while new:
            block |= new
            new = {j for i in new for j in left if form[i, j] != 0} - block
        blocks.append(sorted(block))
        left -= block
    return blocks


def strictly_copositive(form: Matrix) -> bool:
    """True if x^T H x > 0 for all x >= 0, x != 0, by trying every principal submatrix B of H (Keller's criterion).

    If H is not strictly copositive, a smallest B that is not has det B <= 0 and a positive adjugate. Conversely such a
    B is not: with the last column x > 0 of its adjugate, x^T B x = det(B) x_last <= 0.
    """
    for size in range(1, form.rows + 1):
        for chosen in combinations(range(form.rows), size):
            block = form.extract(list(chosen), list(chosen))
            last = block.adjugate()[:, size - 1] if size > 1 else Matrix([1])
            if all(sign(x) > 0 for x in last) and sign(block.det(method="berkowitz")) <= 0:
                return False
    return True


def positive_on_cone(form: Matrix, free: Sequence[int]) -> bool:
    """True if x^T H x > 0 for all x != 0 that are >= 0 outside of the free coordinates.

    Each block separately: positive definite in the free coordinates, and the Schur complement strictly copositive.
    """
    for block in components(form):
        inside, others = [i for i in block if i in free], [i for i in block if i not in free]
        definite, rest = form.extract(inside, inside), form.extract(others, others)
        if not all(sign(definite[:k, :k].det(method="berkowitz")) > 0 for k in range(1, len(inside) + 1)):
            return False
        if inside and others:
            rest -= form.extract(others, inside) * definite.inv() * form.extract(inside, others)
        if not strictly_copositive(rest.applyfunc(expand)):
            return False
    return True


def is_strict_local_minimum(
    function: Callable[..., Expr],
    at: Sequence[Matrix],
    lower: Sequence[Expr | None],
    upper: Sequence[Expr | None],
) -> bool:
    """True if the point is a strict local minimum under the bounds, one pair for each variable (None: no bound).

    First-order (KKT) conditions: the point is feasible; the derivative is 0 in a coordinate between its bounds, >= 0 at
    a lower and <= 0 at an upper bound. Second-order condition: the Hessian form is positive on the critical cone, in
    which coordinates with another derivative are fixed. Together they are sufficient.
    """
    gradient, hessian = taylor(function, at)
    parts = [list(part) if isinstance(part, Matrix) else [part] for part in at]
    entries = [(x, *pair) for part, *pair in zip(parts, lower, upper, strict=True) for x in part]
    moving: list[int] = []
    inward: list[int] = []
    free: list[int] = []
    for i, (x, low, high) in enumerate(entries):
        above_low = 1 if low is None else sign(x - low)
        below_high = 1 if high is None else sign(high - x)
        slope = sign(gradient[i])
        if min(above_low, below_high) < 0 or (slope < 0 < below_high) or (slope > 0 and above_low > 0):
            return False
        if slope == 0 and (above_low or below_high):
            free += [len(moving)] if above_low and below_high else []
            moving.append(i)
            inward.append(1 if below_high else -1)
    form = Matrix(len(moving), len(moving), lambda i, j: inward[i] * inward[j] * hessian[moving[i], moving[j]])
    return positive_on_cone(form, free)


def same_form(operator: Callable[[Matrix], Matrix], gram: Callable[[Matrix], Matrix], rows: int, cols: int) -> bool:
    """True if ||A(X)||^2 = <X, A^T A(X)> for every matrix X of this shape."""
    x = Matrix(rows, cols, symbols(f"x_1:{rows * cols + 1}"))
    return bool(expand(norm_squared(operator(x)) - inner(x, gram(x))) == 0)


def is_isometry_constant(delta: Expr, left: Matrix, right: Matrix, best: bool) -> bool:
    """True if |2 <v, X> <w, X>| <= delta ||X||^2 for all X, and for no smaller number if `best`.

    The form 2 <v, X> <w, X> has the eigenvalues <v, w> + ||v|| ||w||, <v, w> - ||v|| ||w|| and 0.
    """
    middle = inner(left, right)
    rest = delta - sign(middle) * middle
    slack = sign(rest**2 - norm_squared(left) * norm_squared(right))
    return sign(rest) >= 0 and (slack == 0 if best else slack >= 0)


def directional_derivative(function: Callable[..., Expr], at: Sequence[Matrix], *directions: Sequence[Matrix]) -> Expr:
    """The mixed derivative of a polynomial at a point along the directions."""
    steps = symbols(f"step_1:{len(directions) + 1}")
    point = list(at)
    for step, direction in zip(steps, directions, strict=True):
        point = [part + step * change for part, change in zip(point, direction, strict=True)]
    value = expand(function(*point))
    for step in steps:
        value = value.coeff(step, 1)
    return value


def stacked(matrix: Matrix) -> Matrix:
    """The entries in one column, row by row."""
    return Matrix(list(matrix))
