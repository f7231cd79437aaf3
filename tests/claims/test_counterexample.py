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
        ({"at": {}, "numbers": [], "point": ["-1", "1/2"], "outside": []}, "(-1, 1/2) is left out"),
        (
            {"at": {"a": "2"}, "numbers": [{"letter": "s", "root": "2"}], "point": [["letter", "s"]], "outside": []},
            "it fails at a = 2, where (s) is left out; s := sqrt(2)",
        ),
        ({"at": {}, "component": 3, "values": [], "equation": 0}, "component 4 does not belong to them"),
        (
            {"at": {}, "component": 0, "values": ["1", "2"], "equation": 1},
            "component 1 does not belong to them at the values (1, 2) of its letters",
        ),
        ({"at": {}, "numbers": [], "point": ["1", "1/2"], "conclusion": 0}, "it fails at the point (1, 1/2)"),
        (
            {"at": {"a": "2"}, "numbers": [], "point": ["1"], "other": ["0"], "violated": 0},
            "it fails at a = 2; it fails at the points (1) and (0)",
        ),
        (
            {"at": {}, "numbers": [], "arc": {"letter": "s", "arc": [["^", ["letter", "s"], 2], "0"]}, "bound": "1"},
            "it fails along (s^2, 0) as s grows",
        ),
        ({"at": {}, "numbers": [], "tree": "impossible"}, ""),
        ({"precision": 64, "iterate": 0, "condition": 1}, "the point after step 0 is not in the region"),
        ({"at": {}, "value": ["1", "0"]}, "it is negative at (1, 0)"),
        (
            {"at": {}, "point": ["x"], "functional": [], "congruence": []},
            "a linear functional that is nonnegative on all squares is negative on it",
        ),
        ({"at": {}, "point": ["1", "0"], "step": "1/4"}, "the step begins at (1, 0); it has the size 1/4"),
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
