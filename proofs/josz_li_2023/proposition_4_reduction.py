"""The reduction in the proof of Proposition 4: from arbitrary data X to data of full rank."""

from exactcheck import Integer, Natural, arbitrary_matrix, claim, norm_squared

from . import paper
from .linear_network import HALF
from .vectors import rows_of

RECORD = "josz-li/prop-4-reduction"
WHERE = "section 4.1, proof of Proposition 4, (5) to (7)"
DATA = (
    "for all sizes; X = U1 Lambda V1^T with orthogonal matrices U = [U1 U2] and V = [V1 V2], which is the singular "
    "value decomposition if Lambda is diagonal; then every W1 is A1 U1^T + A2 U2^T and every Y is Z1 V1^T + Z2 V2^T"
)


class Decomposed:
    """X of rank r by its singular value decomposition, and W_1 and Y in its bases."""

    def __init__(self, r, rest, more, width, out):
        inputs, columns = rows_of("inputs", r + rest), rows_of("columns", r + more)
        kept, other = rows_of("kept", r), rows_of("rest", rest)
        seen, unseen = rows_of("seen", r), rows_of("more", more)
        hidden, self.outputs = rows_of("hidden", width), rows_of("outputs", out)
        self.U1, self.U2 = (
            arbitrary_matrix("U1", inputs, kept, family="U"),
            arbitrary_matrix("U2", inputs, other, family="U"),
        )
        V1 = arbitrary_matrix("V1", columns, seen, family="V")
        V2 = arbitrary_matrix("V2", columns, unseen, family="V")
        self.singular = arbitrary_matrix("Lambda", kept, seen)
        self.A1, self.A2 = arbitrary_matrix("A1", hidden, kept), arbitrary_matrix("A2", hidden, other)
        self.Z1, self.Z2 = (
            arbitrary_matrix("Z1", self.outputs, seen),
            arbitrary_matrix("Z2", self.outputs, unseen),
        )
        self.X = self.U1 @ self.singular @ V1.T
        self.Y = self.Z1 @ V1.T + self.Z2 @ V2.T
        self.W1 = self.A1 @ self.U1.T + self.A2 @ self.U2.T
        self.hidden = hidden


@claim(
    paper,
    "Proposition 4, reduction",
    where=WHERE,
    record=RECORD,
    statement=r"""With the singular value decomposition $X = U \Sigma V^T$, $\bar W_1 = W_1 U = [\bar W_{11} \,
\bar W_{12}]$ and $Z = Y V = [Z_1 \, Z_2]$: $f(W_1, \dots, W_L) = \frac12 \|W_L \cdots W_2 \bar W_{11} \Lambda -
Z_1\|_F^2 + \frac12 \|Z_2\|_F^2$; the flow (4a) for $i = 1$ is $\dot{\bar W}_{11} = -(W_L \cdots W_2)^T (W_L
\cdots W_2 \bar W_{11} \Lambda - Z_1) \Lambda^T$ and $\dot{\bar W}_{12} = 0$; and $\|W_1\|_F^2 = \|\bar
W_{11}\|_F^2 + \|\bar W_{12}\|_F^2$.""",
    reading=f"{DATA}; A is an arbitrary matrix in place of W_L ... W_2",
    uses=("josz-li-2023/equation-4a",),
    scope="general",
)
@claim.general()
def first_layer(r: Natural, rest: Natural, more: Natural, width: Integer, out: Integer):
    """The loss, the flow of the first layer in the new basis, and norms; [A1 A2] is W1 U."""
    of = Decomposed(r, rest, more, width, out)
    A = arbitrary_matrix("A", of.outputs, of.hidden)
    small = (A @ of.A1 @ of.singular - of.Z1).named("R1")
    flow = -A.T @ (A @ of.W1 @ of.X - of.Y) @ of.X.T

    yield of.W1 @ of.U1 == of.A1
    yield of.W1 @ of.U2 == of.A2
    yield HALF * norm_squared(A @ of.W1 @ of.X - of.Y) == HALF * norm_squared(small) + HALF * norm_squared(of.Z2)
    yield flow @ of.U1 == -A.T @ small @ of.singular.T
    yield flow @ of.U2 == 0
    yield norm_squared(of.W1) == norm_squared(of.A1) + norm_squared(of.A2)


@claim(
    paper,
    "Proposition 4, reduction",
    part="later layers",
    where=WHERE,
    record=RECORD,
    statement=r"""For $i \ge 2$ the flow (4a) is that of the reduced problem: $\dot W_i = -(W_L \cdots W_{i+1})^T
(W_L \cdots W_2 \bar W_{11} \Lambda - Z_1)(W_{i-1} \cdots W_2 \bar W_{11} \Lambda)^T$.""",
    reading=f"{DATA}; A and B are arbitrary matrices in place of W_L ... W_(i+1) and W_(i-1) ... W_2",
    uses=("josz-li-2023/equation-4a",),
    scope="general",
)
@claim.general()
def later_layers(
    r: Natural, rest: Natural, more: Natural, width: Integer, out: Integer, before: Integer, after: Integer
):
    """The flow of a later layer, and of the second one, for which B is left out."""
    of = Decomposed(r, rest, more, width, out)
    upper, lower = rows_of("after", after), rows_of("before", before)
    A, W = arbitrary_matrix("A", of.outputs, upper), arbitrary_matrix("W", upper, lower)
    B, second = arbitrary_matrix("B", lower, of.hidden), arbitrary_matrix("W2", upper, of.hidden)

    for layer, kept in ((W, B @ of.A1), (second, of.A1)):
        whole = B @ of.W1 if layer is W else of.W1
        flow = -A.T @ (A @ layer @ whole @ of.X - of.Y) @ (whole @ of.X).T
        small = A @ layer @ kept @ of.singular - of.Z1
        yield flow == -A.T @ small @ (kept @ of.singular).T
