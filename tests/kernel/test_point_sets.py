"""Sets of points of which something is counted: what has no meaning is rejected, whatever a proof needs of it."""

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish

T, X = ["name", "t"], ["name", "x"]
BLOCK = [{"block": "b", "size": "2"}]
G = ["generic", "G", ["b"], ["b"], "none", ""]
TRIVIAL = {"numbers": [], "solutions": None, "lower": None, "upper": None}


def component(*point, where=(), letters=()):
    """A component."""
    return {"letters": list(letters), "where": list(where), "point": list(point)}


def require_small(*components):
    """Establish that a set has a dimension of at most its number of letters."""
    statement = {"kind": "dimension", "set": {"components": list(components)}, "relation": "<=", "number": 1}
    establish(Problem(BLOCK), statement, "proved", TRIVIAL)


def test_without_a_proof_letters_are_counted():
    require_small(component("0"), component(T, letters=["t"]))
    require_small(component(["^", T, -1], letters=["t"], where=[[T, "!="]]))


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        (component(G), "no scalar"),
        (component(["trace", G]), "arbitrary matrix"),
        (component("1", where=[[["trace", G], "="]]), r"arbitrary matrix|declared twice"),
        (component(["^", "0", -1]), "division by zero"),
        (component(["^", T, -1], letters=["t"]), "could be zero"),
        (component(X), "not defined"),
        (component("1", where=[["1", "=="]]), "not a relation"),
        (component(["terms", ["letter", "q"]]), "number and powers"),
        (component(["letter", "q"]), "not declared"),
    ],
)
def test_components_without_a_meaning(part, reason):
    with pytest.raises(Rejected, match=reason):
        require_small(component("0"), part)


@pytest.mark.parametrize("relation", ["==", " =", "\u2264", ["="], None, {}, "< "])
def test_relations_have_one_spelling(relation):
    line = {"letters": ["t"], "where": [[T, relation]], "point": [T]}
    statement = {"kind": "real solutions", "equations": [["function", ["x"], X]], "components": [line]}
    violated = {"at": {}, "component": 0, "values": ["1"], "equation": 0}
    with pytest.raises(Rejected, match="not a relation"):
        establish(Problem([]), statement, "refuted", violated)
    cube = ["function", ["x"], ["^", X, 3]]
    along = {"kind": "inertia along", "function": cube, "component": line, "inertia": [0, 0, 1]}
    with pytest.raises(Rejected, match="not a relation"):
        establish(Problem([]), along, "refuted", {"at": {}, "numbers": [], "values": ["1"]})
