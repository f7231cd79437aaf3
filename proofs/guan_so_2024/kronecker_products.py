"""The proof of Proposition 3.6: Z v and v y^T by Kronecker products."""

from exactcheck import Integer, claim, matrix, point, scalar

from . import paper

WHERE = "section 3.3, proof of Proposition 3.6"
RECORD = "guan-so/prop-3.6-kron"


def entries(name, n):
    """An n x n matrix of letters as a list of rows."""
    return [[point(f"{name}_{i + 1}_{j + 1}") for j in range(n)] for i in range(n)]


def kronecker(left, right):
    """The Kronecker product of two matrices, as lists of rows."""
    return [[a * b for a in up for b in down] for up in left for down in right]


def stacked(rows):
    """The columns of a matrix one below the other, as a matrix with one column."""
    return [[entry] for column in zip(*rows, strict=True) for entry in column]


def unit_rows(n):
    """The rows of the identity."""
    return [[scalar(int(i == j)) for j in range(n)] for i in range(n)]


def product_by_stacking(Z, v):
    """Z v and (I kron v^T) vec(Z), as matrices with one column."""
    return matrix(Z) @ matrix([[x] for x in v]), matrix(kronecker(unit_rows(len(v)), [v])) @ matrix(stacked(Z))


@claim(
    paper,
    "Proposition 3.6, proof, Kronecker products as printed",
    where=WHERE,
    record=RECORD,
    statement=r"""$Z v = (I \otimes v^T) \mathrm{vec}(Z)$, where $\mathrm{vec}$ stacks columns.""",
    reading="read for every square matrix Z; the proof uses it for symmetric ones; at Z = e_1 e_2^T, v = e_2",
    verdict="refuted",
    finding="depends on the reading",
)
@claim.sample()
def every_matrix():
    """The smallest case: Z = e_1 e_2^T and v = e_2, where Z v = e_1 and Z^T v = 0."""
    left, right = product_by_stacking([[scalar(0), scalar(1)], [scalar(0), scalar(0)]], [scalar(0), scalar(1)])

    yield left == right


@claim(
    paper,
    "Proposition 3.6, proof, Kronecker products",
    where=WHERE,
    record=RECORD,
    statement=r"""For every symmetric $Z$: $Z v = (I \otimes v^T) \mathrm{vec}(Z)$, where $\mathrm{vec}$ stacks
columns; and $(I \otimes v) y = \mathrm{vec}(v y^T)$. For every $Z$ it is $Z^T v = (I \otimes v^T) \mathrm{vec}(Z)$.""",
    reading="read for symmetric Z, as used; for n <= 4, with letters for the entries",
    repairs="proposition-3-6-proof-kronecker-products-as-printed",
    scope="exhaustive",
)
@claim.sample(n=1)
@claim.sample(n=2)
@claim.sample(n=3)
@claim.sample(n=4)
def kronecker_products(n: Integer):
    """With letters for the entries."""
    Z, v, y = entries("Z", n), [point(f"v_{i + 1}") for i in range(n)], [point(f"y_{i + 1}") for i in range(n)]
    symmetric = [[Z[min(i, j)][max(i, j)] for j in range(n)] for i in range(n)]
    for rows in (symmetric, [list(column) for column in zip(*Z, strict=True)]):
        left, right = product_by_stacking(rows, v)
        transposed = matrix(rows).T @ matrix([[x] for x in v])
        yield right == transposed
    left, right = product_by_stacking(symmetric, v)
    yield left == right
    column = matrix(kronecker(unit_rows(n), [[x] for x in v])) @ matrix([[x] for x in y])
    yield column == matrix(stacked([[a * b for b in y] for a in v]))
