"""What refutes a statement, in words."""

import pytest

from exactcheck.claims.counterexample import along, counterexample, power, vector


@pytest.mark.parametrize(
    ("proof", "words"),
    [
        ("expansion", ""),
        (None, ""),
        ({}, ""),
        ({"at": {}}, ""),
        ([], "it fails in the direction ()"),
        (["1", "-1/2"], "it fails in the direction (1, -1/2)"),
        ([["1"]], ""),
        ({"at": {"x": "1", "y": "1/2"}}, "it fails at x = 1, y = 1/2"),
        ({"direction": ["1", "0"]}, "it fails in the direction (1, 0)"),
        ({"at": {"a": "2"}, "direction": ["0", "1"]}, "it fails at a = 2; it fails in the direction (0, 1)"),
        ({"at": {}, "coordinates": ["1", "0"]}, "the two sets differ at (1, 0)"),
        ({"smaller": "3/4"}, "the smaller constant 3/4 will do"),
        ({"larger": "1/2"}, "the larger constant 1/2 will do"),
        ({"violated": [["1"]]}, "it fails at the matrix that the certificate names"),
    ],
)
def test_a_proof_of_a_refutation_reads_aloud(proof, words):
    assert counterexample(proof) == words


def test_an_arc_is_written_coordinate_by_coordinate():
    assert along([["0", "1/2"], ["1"], [], ["-1", "0", "3"]]) == "(1/2 t^2, t, 0, -1 t + 3 t^3)"
    assert "along the displacement (t, 0), t > 0" in counterexample({"arc": [["1"], []]})


def test_powers_and_vectors():
    assert [power("1", 1), power("2", 1), power("1", 2), power("-1/3", 4)] == ["t", "2 t", "t^2", "-1/3 t^4"]
    assert vector(["1", 2]) == "(1, 2)"
