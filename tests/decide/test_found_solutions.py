"""The proof from the tree of a search: leaves go where their components are now, and the kernel accepts it."""

import pytest
import sympy

from exactcheck import verify_statements
from exactcheck.decide import Context
from exactcheck.decide.found_solutions import moved, proof_from, replaced
from exactcheck.decide.number_letters import NumberLetters
from exactcheck.decide.solution_discovery import Discovered, discovered
from exactcheck.exact.problem import Problem
from exactcheck.landscape import critical_points, real_solutions

x, y, z = sympy.symbols("x y z")
LIMITS = {"most_cases": 400, "seconds": 20}


def letter(name):
    """A letter as an expression."""
    return ["letter", name]


def leaf(number, *values):
    """A point of a component."""
    return {"component": number, "values": list(values)}


def found(places, inside):
    """What a search found, without its families."""
    return Discovered([], NumberLetters(set()), "impossible", places, inside)


def test_values_take_the_place_of_letters():
    expression = ["+", letter("a"), ["*", "2", letter("b")], ["^", letter("a"), 2]]
    values = {"a": ["*", letter("c"), letter("b")], "b": "3"}
    # all at once: the b in the value of a is not replaced
    expected = ["+", values["a"], ["*", "2", "3"], ["^", values["a"], 2]]
    assert replaced(expression, values) == expected
    assert replaced("1/2", values) == "1/2" and replaced(letter("c"), values) == letter("c")


def test_leaves_have_the_new_numbers_of_their_components():
    tree = {"roots": 0, "letter": "x", "cases": [["1", leaf(2, "5")], ["2", "impossible"], ["3", leaf(0)]]}
    expected = {"roots": 0, "letter": "x", "cases": [["1", leaf(1, "5")], ["2", "impossible"], ["3", leaf(0)]]}
    assert moved(tree, found([0, 2], {})) == expected
    then = {"combine": [], "then": {"keep": [0], "then": tree}}
    assert moved(then, found([0, 2], {})) == {"combine": [], "then": {"keep": [0], "then": expected}}
    factor = {"factor": 0, "cases": [[letter("x"), 2, leaf(2, "5")]]}
    assert moved(factor, found([2], {})) == {"factor": 0, "cases": [[letter("x"), 2, leaf(0, "5")]]}


def test_a_leaf_in_a_component_that_others_contain_is_one_in_these():
    # component 0 at s is 1 at (s, s^2), and that is 2 at its sum
    inside = {
        0: (["s"], leaf(1, letter("s"), ["^", letter("s"), 2])),
        1: (["t", "u"], leaf(2, ["+", letter("t"), letter("u")])),
    }
    assert moved(leaf(0, "3"), found([2], inside)) == leaf(0, ["+", "3", ["^", "3", 2]])
    assert moved(leaf(1, "3", letter("s")), found([2], inside)) == leaf(0, ["+", "3", letter("s")])
    assert moved(leaf(2, letter("t")), found([2], inside)) == leaf(0, letter("t"))


SETS = {
    "points": lambda: real_solutions([x**2 + y**2 - 5, x * y - 2]),
    "algebraic points": lambda: real_solutions([x**3 - x - 1, y**2 - x]),
    "curves": lambda: real_solutions([x * y - x]),
    "a hyperbola and the origin": lambda: critical_points((x * y - 1) ** 2),
    "a component inside of another": lambda: critical_points(x**2 * y**2 * z),
    "nothing": lambda: real_solutions([x**2 + y**2 + 1]),
}


def searched(solutions):
    """The statement in full as the kernel reads it, its context, and what a search finds for the empty one."""
    names = [variable.arguments[0] for variable in solutions.functions[0].variables]
    empty = Problem()
    search = discovered(Context(empty).kernel, empty.state(solutions._statement([])), names, LIMITS)
    problem = Problem()
    stated = problem.state(solutions.statement())
    return Context(problem), stated, names, search


@pytest.mark.parametrize("name", SETS)
def test_the_kernel_accepts_the_proof(name):
    solutions = SETS[name]()
    context, stated, names, search = searched(solutions)
    proof = proof_from(context.kernel, stated, names, search)
    assert context.accepts(solutions.statement(), "proved", proof) == ""
    assert verify_statements(solutions.statement()).verdict == "proved"


def test_components_that_are_no_solutions_have_no_proof():
    context, stated, names, search = searched(SETS["points"]())
    moved_away = {**stated["components"][0], "point": ["7", "7"]}
    assert proof_from(context.kernel, {**stated, "components": [moved_away]}, names, search) is None


def test_where_a_component_is_left_out_the_kernel_rejects_the_proof():
    solutions = SETS["curves"]()
    _, _, names, search = searched(solutions)
    short, problem = solutions._statement(solutions.components[:1]), Problem()
    stated, context = problem.state(short), Context(problem)
    proof = proof_from(context.kernel, stated, names, search)
    assert context.accepts(short, "proved", proof) != ""
