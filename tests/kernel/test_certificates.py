"""Each kind of certificate as it was written: accepted, and bound to what it states."""

import json

import pytest

from exactcheck import function, matrix, verify_statements
from exactcheck.kernel import Rejected, check
from exactcheck.kernel.certificate import mentions
from exactcheck.landscape import curvature, operator_with_form, rip_constant, strict_local_minimum
from tests.kernel.cases import certificate, documents

FLAT = function(lambda x, y, z: x**2 + y**4 + z, x=None, y=None, z=None)


@pytest.mark.parametrize(
    ("lower", "upper", "verdict"),
    [
        ((None, -1, 0), (1, None, 0), "proved"),
        ((-2, None, 0), (None, 3, "1/2"), "proved"),
        ((None, None, -1), (1, 1, 1), "refuted"),
    ],
)
def test_a_flat_minimum_between_bounds(lower, upper, verdict):
    found = verify_statements(strict_local_minimum(FLAT, at=(0, 0, 0), lower_bounds=lower, upper_bounds=upper))
    assert found.verdict == verdict
    assert check(json.dumps(found.certificate)).verdict == verdict


def test_a_coordinate_that_two_bounds_fix():
    """It has no label but "fixed", and directions do not move it."""
    bowl = function(lambda x, z: x**2 + z**2, x=None, z=None)
    found = verify_statements(curvature(bowl, at=(0, 0), lower_bounds=(None, 0), upper_bounds=(None, 0)) >= 10)
    assert found.verdict == "refuted"
    assert check(json.dumps(found.certificate)).verdict == "refuted"


def test_the_constant_of_a_form():
    form = operator_with_form([(matrix([[0, 0], [0, "1/4"]]), matrix([[1, 0], [0, 0]]))])
    found = verify_statements(rip_constant(form, rank=1) <= "1/2")
    assert found.verdict == "proved"
    assert check(json.dumps(found.certificate)).verdict == "proved"


@pytest.mark.parametrize("name", sorted(documents()))
def test_a_certificate_is_accepted(name):
    stated = certificate(name)
    found = check(documents()[name], stated["digest"])
    assert (found.verdict, found.scope, found.digest) == (stated["verdict"], stated["scope"], stated["digest"])
    with pytest.raises(Rejected, match="expected"):
        check(documents()[name], "0" * 64)


@pytest.mark.parametrize("broken", [{}, {"parameters": []}, {"problem": "x"}, {"steps": [5]}, {"witness": [1]}])
def test_a_broken_run_is_named(broken):
    forged = certificate("expansion")
    forged["runs"] = [{**forged["runs"][0], **broken} if broken else {}]
    with pytest.raises(Rejected, match="run 1: "):
        check(json.dumps(forged))


def test_what_python_cannot_work_with_is_rejected():
    forged = certificate("expansion")
    forged["runs"][0]["steps"][0]["statement"]["left"] = {"letter": "x"}
    with pytest.raises(Rejected, match="run 1: "):
        check(json.dumps(forged))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (["letter", "x"], True),
        (["letter", "y"], False),
        (["terms", [["1", {"x": 2}]]], True),
        ({"at": [["+", "1", ["letter", "x"]]]}, True),
        (["function", ["letter", "x"], ["+", ["name", "letter"], ["name", "x"]]], False),
        (["function", ["name", "f"], "1"], False),
        (["function", ["y"], ["*", ["name", "y"], ["letter", "x"]]], True),
        (["name", "f"], True),
        (["name", "g"], False),
        ([["trace", ["generic", "G", ["b"], ["b"], "none", ""]]], True),
        (["abstract operator", "A", "b", "b"], True),
        ("letter", False),
    ],
)
def test_what_an_expression_mentions(expression, expected):
    assert mentions(expression, {"x"}, {"f"}) is expected
