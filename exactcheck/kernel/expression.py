"""Expressions: how a certificate writes down matrices, operators, functions and their derivatives, and their values.

An expression is a rational "p/q" or a list [operation, arguments...]. Values are scalars, matrices (of known or of
letter size), operators and functions. Derivatives come from the definition: the function is evaluated at
point + t_1 direction_1 + t_2 direction_2 + ..., and the coefficient of t_1 t_2 ... is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from .blocks import BlockMatrix, Factor, Sum, Term
from .jet import Jet
from .matrix import Matrix, determinant, identity
from .operators import Abstract, FormValue, Image, LowRankUpdate, Measurements, Operator, QuadraticForm
from .polynomial import Monomial, Polynomial, Scalar, total
from .reading import Rejected, array, integer, name, rational, require, text

if TYPE_CHECKING:
    from .problem import Problem

SCALARS = (Fraction, Polynomial, Jet)
MATRICES = (Matrix, BlockMatrix)
Value = Any
Environment = dict[str, Value]


@dataclass(frozen=True)
class Function:
    """A function of named variables, with the definitions that its body may refer to."""

    variables: list[str]
    body: Any
    scope: Environment


@dataclass(frozen=True)
class Reader:
    """Evaluation of the arguments of an operation, each of the kind that the operation needs."""

    problem: Problem
    scope: Environment

    def value(self, expression: Any) -> Value:
        """Any value."""
        return self.problem.evaluate(expression, self.scope)

    def scalar(self, expression: Any) -> Scalar:
        """A scalar."""
        value = self.value(expression)
        require(isinstance(value, SCALARS), "a scalar was expected")
        return value

    def matrix(self, expression: Any) -> Any:
        """A matrix: a Matrix or a BlockMatrix."""
        value = self.value(expression)
        require(isinstance(value, MATRICES), "a matrix was expected")
        return value

    def function(self, expression: Any) -> Function:
        """A function."""
        value = self.value(expression)
        if not isinstance(value, Function):
            raise Rejected("a function was expected")
        return value

    def operator(self, expression: Any) -> Operator:
        """A linear operator."""
        value = self.value(expression)
        if not isinstance(value, Operator):
            raise Rejected("a linear operator was expected")
        return value

    def arguments(self, expressions: Any) -> list[Value]:
        """The arguments of a function: scalars and matrices."""
        values = [self.value(expression) for expression in array(expressions)]
        require(all(isinstance(value, SCALARS + MATRICES) for value in values), "a scalar or a matrix was expected")
        return values

    def block(self, value: Any) -> str:
        """A declared block."""
        require(name(value) in self.problem.setting.blocks, f"{value} is not a block")
        return str(value)

    def dimension(self, value: Any) -> tuple[str, ...]:
        """A sequence of blocks."""
        return tuple(self.block(block) for block in array(value))


def combine(left: Value, right: Value) -> Value:
    """The product of two values: of scalars, of a scalar and a matrix, or of matrices."""
    matrices = [isinstance(value, MATRICES) for value in (left, right)]
    if all(matrices):
        require(type(left) is type(right), "a product of a matrix of known and one of letter size")
        return left @ right
    return right * left if matrices[0] else left * right


def _letter(reader: Reader, letter: Any) -> Scalar:
    if name(letter) in reader.problem.values:
        return reader.problem.values[letter]
    require(letter in reader.problem.setting.letters, f"the letter {letter} is not declared")
    return Polynomial.letter(letter)


def _name(reader: Reader, word: Any) -> Value:
    require(name(word) in reader.scope, f"{word} is not defined")
    return reader.scope[word]


def _sum(reader: Reader, first: Any, *others: Any) -> Value:
    terms = [reader.value(each) for each in (first, *others)]
    if all(isinstance(term, Polynomial | Fraction) for term in terms):
        return total(map(Polynomial.of, terms))
    result = terms[0]
    for term in terms[1:]:
        same = type(term) is type(result) or (isinstance(term, SCALARS) and isinstance(result, SCALARS))
        require(same and isinstance(term, SCALARS + MATRICES), "a sum of things of different kinds")
        result = result + term
    return result


def _product(reader: Reader, first: Any, *others: Any) -> Value:
    result = reader.value(first)
    for other in others:
        factor = reader.value(other)
        require(isinstance(result, SCALARS + MATRICES) and isinstance(factor, SCALARS + MATRICES), "not a product")
        result = combine(result, factor)
    return result


def _negative(reader: Reader, argument: Any) -> Value:
    value = reader.value(argument)
    require(isinstance(value, SCALARS + MATRICES), "a scalar or a matrix was expected")
    return -value


def _power(reader: Reader, base: Any, exponent: Any) -> Scalar:
    value, power = reader.scalar(base), integer(exponent, -1000, 1000)
    if power >= 0:
        return value**power
    require(not isinstance(value, Jet), "a function that divides by its variables")
    constant = Polynomial.of(value).constant
    if constant is not None:
        require(constant != 0, "division by zero")
        return constant**power
    return reader.problem.setting.inverse(value, -power)


def _polynomial(reader: Reader, terms: Any) -> Scalar:
    result: Scalar = Fraction(0)
    for term in array(terms):
        coefficient, powers = array(term, 2)
        require(isinstance(powers, dict), "the powers of a term are not an object")
        product: Scalar = rational(coefficient)
        for variable, exponent in powers.items():
            product = product * reader.scalar(["name", variable]) ** integer(exponent, 1, 1000)
        result = result + product
    return result


def _terms(reader: Reader, terms: Any) -> Polynomial:
    """A polynomial in letters, none of which is an abbreviation for a value."""
    found: dict[Monomial, Fraction] = {}
    require(len(readable_terms(terms)) == len(array(terms)), "a term that does not consist of a number and powers")
    for coefficient, powers in terms:
        monomial = tuple(sorted((name(letter), integer(exponent, 1, 1000)) for letter, exponent in powers.items()))
        require(monomial not in found, "a monomial that is given twice")
        found[monomial] = rational(coefficient)
    polynomial = Polynomial(found)
    letters = reader.problem.setting.letters.keys() - reader.problem.values.keys()
    require(polynomial.letters <= letters, "a term with a letter that is not declared")
    return polynomial


def _matrix(reader: Reader, rows: Any, cols: Any, entries: Any) -> Matrix:
    height, width, found = integer(rows), integer(cols), {}
    for entry in array(entries):
        i, j, value = array(entry, 3)
        place = integer(i, 0, height - 1), integer(j, 0, width - 1)
        require(place not in found, f"the entry {place} is given twice")
        found[place] = reader.scalar(value)
    return Matrix(height, width, found)


def _identity(reader: Reader, dimension: Any) -> Value:
    if isinstance(dimension, list):
        blocks = reader.dimension(dimension)
        return blocked(reader, blocks, blocks, {(i, i): {Term(()): Fraction(1)} for i in range(len(blocks))})
    return identity(integer(dimension))


def _ones(reader: Reader, rows: Any, cols: Any) -> Value:
    if isinstance(rows, list):
        high, wide = reader.dimension(rows), reader.dimension(cols)
        terms = {(i, j): {Term((), (a, b)): Fraction(1)} for i, a in enumerate(high) for j, b in enumerate(wide)}
        return blocked(reader, high, wide, terms)
    height, width = integer(rows), integer(cols)
    return Matrix(height, width, {(i, j): Fraction(1) for i in range(height) for j in range(width)})


def _columns(reader: Reader, rows: Any, chosen: Any) -> BlockMatrix:
    """The columns of the identity that belong to the chosen blocks."""
    high, wide = reader.dimension(rows), reader.dimension(chosen)
    require(set(wide) <= set(high), "columns of blocks that do not occur among the rows")
    return blocked(reader, high, wide, {(high.index(b), j): {Term(()): Fraction(1)} for j, b in enumerate(wide)})


def _generic(reader: Reader, symbol: Any, rows: Any, cols: Any, pattern: Any, family: Any) -> BlockMatrix:
    """An arbitrary matrix; over several blocks, one arbitrary matrix for each pair of blocks."""
    require(pattern in ("none", "all", "off-diagonal"), f"{pattern!r:.40} is not a pattern of signs")
    require(name(symbol) not in reader.problem.symbols, f"the generic matrix {symbol} is declared twice")
    reader.problem.symbols.add(symbol)
    high, wide = reader.dimension(rows), reader.dimension(cols)
    require(family == "" or name(family) != "", "a family without a name")
    single = len(high) == len(wide) == 1
    require(single or family == "", "an orthonormal family of several blocks")
    require(pattern != "off-diagonal" or high == wide, "off-diagonal entries of a matrix that is not square")
    if family:
        reader.problem.setting.join_family(family, high[0], wide[0])
    terms: dict[tuple[int, int], Sum] = {}
    for i, a in enumerate(high):
        for j, b in enumerate(wide):
            part = symbol if single else f"{symbol}.{a}.{b}"
            inner = "all" if pattern == "off-diagonal" and i != j else pattern
            terms[i, j] = {Term((Factor(part, a, b, pattern=inner, family=family),)): Fraction(1)}
    return blocked(reader, high, wide, terms)


def blocked(
    reader: Reader, rows: tuple[str, ...], cols: tuple[str, ...], terms: dict[tuple[int, int], Sum]
) -> BlockMatrix:
    """A block matrix of the reader's problem."""
    require(len(set(rows)) == len(rows) and len(set(cols)) == len(cols), "a block that occurs twice")
    return BlockMatrix(reader.problem.setting, rows, cols, terms)


def _transpose(reader: Reader, argument: Any) -> Value:
    return reader.matrix(argument).transpose()


def _vec(reader: Reader, argument: Any) -> Matrix:
    """The entries of a matrix in one column, row by row."""
    value = reader.matrix(argument)
    require(isinstance(value, Matrix), "the entries of a matrix of letter size")
    return Matrix(value.rows * value.cols, 1, {(i * value.cols + j, 0): v for (i, j), v in value.entries.items()})


def _inner(reader: Reader, left: Any, right: Any) -> Scalar:
    a, b = reader.value(left), reader.value(right)
    require(
        isinstance(a, (*MATRICES, Image, FormValue)) and type(a) is type(b), "an inner product of two different kinds"
    )
    return a.inner(b)


def _trace(reader: Reader, argument: Any) -> Scalar:
    value = reader.matrix(argument)
    require(value.rows == value.cols, "the trace of a matrix that is not square")
    if isinstance(value, Matrix):
        return identity(value.rows).inner(value)
    return _identity(reader, list(value.rows)).inner(value)


def _determinant(reader: Reader, argument: Any) -> Scalar:
    value = reader.matrix(argument)
    require(isinstance(value, Matrix), "the determinant of a matrix of letter size")
    return determinant(value)


def _low_rank_update(reader: Reader, terms: Any) -> LowRankUpdate:
    pairs = [array(term, 2) for term in array(terms)]
    return LowRankUpdate([(reader.matrix(u), reader.matrix(v)) for u, v in pairs])


def _quadratic_form(reader: Reader, terms: Any) -> QuadraticForm:
    """Every operator of which this is known; that there is one is not."""
    reader.problem.hypothetical.add("operator")
    return QuadraticForm(_low_rank_update(reader, terms).terms)


def _measurements(reader: Reader, rows: Any) -> Measurements:
    matrices = [reader.matrix(row) for row in array(rows)]
    require(len(matrices) > 0, "an operator without measurements")
    require(all(isinstance(row, Matrix) for row in matrices), "measurements of letter size")
    return Measurements(matrices)


def _abstract(reader: Reader, symbol: Any, row: Any, col: Any) -> Abstract:
    require(name(symbol) not in reader.problem.symbols, f"the operator {symbol} is declared twice")
    reader.problem.symbols.add(symbol)
    return Abstract(reader.problem.setting, symbol, reader.block(row), reader.block(col))


def _apply(reader: Reader, operator: Any, argument: Any) -> Value:
    return reader.operator(operator).apply(reader.matrix(argument))


def _gram(reader: Reader, operator: Any, argument: Any) -> Value:
    return reader.operator(operator).gram(reader.matrix(argument))


def _function(reader: Reader, variables: Any, body: Any) -> Function:
    names = [name(variable) for variable in array(variables)]
    require(len(set(names)) == len(names) > 0, "a function needs variables with different names")
    return Function(names, body, reader.scope)


def _value(reader: Reader, function: Any, point: Any) -> Value:
    return reader.problem.call(reader.function(function), reader.arguments(point))


def _derivative(reader: Reader, function: Any, point: Any, directions: Any) -> Scalar:
    arguments = reader.arguments(point)
    along = [reader.arguments(direction) for direction in array(directions)]
    require(0 < len(along) <= 4, "a derivative along one to four directions")
    steps = [reader.problem.step() for _ in along]
    for step, direction in zip(steps, along, strict=True):
        require(len(direction) == len(arguments), "a direction with a wrong number of parts")
        displacement = [combine(Polynomial.letter(step), part) for part in direction]
        arguments = [value + change for value, change in zip(arguments, displacement, strict=True)]
    value = reader.problem.call(reader.function(function), arguments)
    require(isinstance(value, (Fraction, Polynomial)), "the derivative of something that is not a scalar")
    result = Polynomial.of(value)
    for step in steps:
        result = result.coefficients(step).get(1, Polynomial())
    return result


OPERATIONS: dict[str, Callable[..., Value]] = {
    "letter": _letter,
    "name": _name,
    "+": _sum,
    "*": _product,
    "-": _negative,
    "^": _power,
    "polynomial": _polynomial,
    "terms": _terms,
    "matrix": _matrix,
    "identity": _identity,
    "ones": _ones,
    "columns": _columns,
    "generic": _generic,
    "transpose": _transpose,
    "vec": _vec,
    "inner": _inner,
    "trace": _trace,
    "determinant": _determinant,
    "low rank update": _low_rank_update,
    "quadratic form": _quadratic_form,
    "measurements": _measurements,
    "abstract operator": _abstract,
    "apply": _apply,
    "gram": _gram,
    "function": _function,
    "value": _value,
    "derivative": _derivative,
}


def letters_of(expression: Any) -> set[str]:
    """The letters in an expression as it is written, those in the bodies of functions among them."""
    if isinstance(expression, dict):
        parts = list(expression.values())
    elif isinstance(expression, list):
        if len(expression) == 2 and expression[0] == "letter" and isinstance(expression[1], str):
            return {expression[1]}
        if len(expression) == 2 and expression[0] == "terms":
            return {letter for _, powers in readable_terms(expression[1]) for letter in powers}
        # the variables of a function come before its body
        parts = expression[2:] if expression[:1] == ["function"] else expression
    else:
        return set()
    return set().union(*map(letters_of, parts))


def readable_terms(terms: Any) -> list[list[Any]]:
    """What has the form of terms [coefficient, powers]."""
    pairs = [term for term in terms if isinstance(term, list) and len(term) == 2] if isinstance(terms, list) else []
    return [pair for pair in pairs if isinstance(pair[1], dict)]


def evaluate(reader: Reader, expression: Any) -> Value:
    """The value of an expression: a rational number, or an operation on its arguments."""
    if isinstance(expression, str):
        return rational(expression)
    require(len(array(expression)) > 0, "an empty expression")
    operation = text(expression[0])
    require(operation in OPERATIONS, f"{operation!r:.40} is not an operation")
    return OPERATIONS[operation](reader, *expression[1:])
