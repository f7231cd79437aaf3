"""Statements that are false at some sizes only, or about something that need not exist: no rule may settle them."""

import pytest

from exactcheck.kernel import Rejected
from exactcheck.kernel.polynomial import Polynomial
from exactcheck.kernel.problem import Problem
from exactcheck.kernel.statements import establish

ONE_ROW = [
    {"letter": "n", "role": "size"},
    {"assume": [["letter", "n"], ">=", "1"]},
    {"assume": [["letter", "n"], "<=", "1"]},
    {"block": "p", "size": ["letter", "n"]},
]


def test_matrices_that_are_equal_for_one_row_are_not_refuted():
    statement = {"kind": "comparison", "left": ["identity", ["p"]], "relation": "=", "right": ["ones", ["p"], ["p"]]}
    with pytest.raises(Rejected, match="not refuted"):
        establish(Problem(ONE_ROW), statement, "refuted", {"entry": 0, "at": {"n": "1"}})
    with pytest.raises(Rejected):
        establish(Problem(ONE_ROW), statement, "proved", "expansion")


@pytest.mark.parametrize("verdict", ["proved", "refuted"])
def test_labels_of_entries_that_do_not_exist_are_not_refuted(verdict):
    body = ["inner", ["name", "X"], ["name", "X"]]
    labels = [[[0, 0, ["free", "free"]]]]
    statement = {
        "kind": "critical cone",
        "function": ["function", ["X"], body],
        "at": [["identity", ["p"]]],
        "bounds": [[None, None]],
        "labels": labels,
    }
    # at the zero matrix every label is "free", so that only the wrong labels are left to refute
    statement["at"] = [["*", "0", ["identity", ["p"]]]]
    if verdict == "proved":
        establish(Problem(ONE_ROW), statement, verdict, "first order")
        return
    statement["labels"] = [[[0, 0, ["free", "fixed"]]]]
    with pytest.raises(Rejected, match="not refuted"):
        establish(Problem(ONE_ROW), statement, verdict, "first order")


def test_the_value_of_a_form_is_no_square():
    # ||A(X)||^2 = ||X||^2 - 4 <E11, X>^2 is negative at E11: there is no such operator
    unit = ["matrix", 1, 1, [[0, 0, "1"]]]
    operator = ["quadratic form", [[["*", "-2", unit], unit]]]
    problem = Problem([{"define": "v", "as": ["apply", operator, unit]}])
    statement = {"kind": "comparison", "left": ["inner", ["name", "v"], ["name", "v"]], "relation": ">=", "right": "0"}
    with pytest.raises(Rejected, match="no norm"):
        establish(problem, statement, "proved", [{"squares": [["1", ["name", "v"]]]}])
    # nor is anything about such an operator refuted: a statement about every one of them is true if there is none
    with pytest.raises(Rejected, match="need not exist"):
        establish(problem, statement, "refuted", {"entry": 0, "at": {}})


@pytest.mark.parametrize("sizes", [["1", "2"], [["letter", "n"], ["letter", "m"]]])
def test_columns_of_a_family_that_may_not_fit_prove_nothing(sizes):
    letters = [{"letter": "n", "role": "size"}, {"letter": "m", "role": "size"}]
    blocks = [{"block": name, "size": size} for name, size in zip("ab", sizes, strict=True)]
    family = ["generic", "A", ["a"], ["b"], "none", "F"]
    rest = ["function", ["x"], ["+", ["identity", ["a"]], ["-", ["*", ["name", "x"], ["transpose", ["name", "x"]]]]]]
    statement = {"kind": "comparison", "left": sizes[0], "relation": ">=", "right": sizes[1]}
    with pytest.raises(Rejected, match="fit"):
        establish(Problem(letters + blocks), statement, "proved", [{"squares": [["1", ["value", rest, [family]]]]}])
    with pytest.raises(Rejected, match="fit"):
        Problem([*letters, *blocks, {"define": "A", "as": family}])
    known = [{"assume": [["letter", "n"], ">=", ["letter", "m"]]}]
    if isinstance(sizes[0], list):
        establish(
            Problem(letters + known + blocks), statement, "proved", [{"squares": [["1", ["value", rest, [family]]]]}]
        )


@pytest.mark.parametrize("order", [1, -1])
def test_a_letter_and_a_definition_have_different_names(order):
    both = [{"letter": "n", "role": "size"}, {"define": "n", "as": "1"}]
    with pytest.raises(Rejected, match="twice"):
        Problem(both[::order])


def visible(squares, traces, pattern=None):
    """A curvature statement of letter size: tr(D D) + ||D||^2 + tr(D' D) ... >= 2 ||D||^2 at X = I, by these parts."""
    moved = ["+", ["name", "X"], ["-", ["identity", ["p"]]]]
    body = ["+", ["inner", moved, moved], ["inner", moved, ["transpose", moved]]]
    statement = {
        "kind": "curvature",
        "function": ["function", ["X"], body],
        "at": [["identity", ["p"]]],
        "bounds": [[pattern, None]],
        "relation": ">=",
        "constant": "2",
    }
    sizes = [{"letter": "n", "role": "size"}, {"block": "p", "size": ["letter", "n"]}]
    establish(Problem(sizes), statement, "proved", {"squares": squares, "traces": traces})


D1, IDENTITY = ["name", "D1"], ["identity", ["p"]]


def test_the_trace_of_a_square_is_a_proof_where_no_off_diagonal_entry_is_negative():
    visible([], [["2", D1]], pattern="0")


@pytest.mark.parametrize(
    ("squares", "traces", "pattern"),
    [
        ([], [["2", D1]], None),
        ([], [["-2", ["-", D1]]], "0"),
        ([], [["2", ["-", D1]]], "0"),
        ([], [["2", ["*", D1, D1]]], "0"),
        ([], [["2", ["+", D1, IDENTITY]]], "0"),
        ([], [["2", "1"]], "0"),
        ([["-1", D1]], [["2", D1]], "0"),
        ([["1", D1]], [["2", D1]], "0"),
        ([["1", ["name", "D2"]]], [], "0"),
    ],
)
def test_parts_that_are_not_visibly_nonnegative_are_no_proof(squares, traces, pattern):
    with pytest.raises(Rejected):
        visible(squares, traces, pattern)


def test_a_trace_needs_a_square_matrix():
    from exactcheck.kernel.block_optimality import trace_of_square

    sizes = [{"letter": "n", "role": "size"}, {"block": "p", "size": ["letter", "n"]}, {"block": "q", "size": "2"}]
    with pytest.raises(Rejected, match="not square"):
        trace_of_square(Problem(sizes).matrix(["ones", ["p"], ["q"]]))


def test_the_trace_of_several_blocks_needs_nonnegative_blocks_off_the_diagonal():
    from exactcheck.kernel.block_optimality import trace_of_square

    sizes = [{"letter": "n", "role": "size"}, {"block": "p", "size": ["letter", "n"]}, {"block": "q", "size": "2"}]
    for pattern, accepted in (("all", True), ("off-diagonal", True), ("none", False)):
        matrix = Problem(sizes).matrix(["generic", "X", ["p", "q"], ["p", "q"], pattern, ""])
        if accepted:
            assert matrix.setting.is_nonnegative(trace_of_square(matrix))
        else:
            with pytest.raises(Rejected, match="not known"):
                trace_of_square(matrix)


def test_no_direction_attains_a_bound_that_none_is_named_for():
    zero = ["*", "0", ["identity", ["p"]]]
    statement = {
        "kind": "curvature",
        "function": ["function", ["X"], ["inner", ["name", "X"], ["name", "X"]]],
        "at": [zero],
        "bounds": [[None, None]],
        "relation": "=",
        "constant": "2",
    }
    establish(Problem(ONE_ROW), statement, "proved", {"bound": "signs", "attained": [[IDENTITY]]})
    for attained in ([], [[zero]]):
        with pytest.raises(Rejected):
            establish(Problem(ONE_ROW), statement, "proved", {"bound": "signs", "attained": attained})


def test_a_block_of_one_index():
    blocks = [{"letter": "n", "role": "size"}, {"block": "p", "size": "1"}, {"block": "q", "size": ["letter", "n"]}]
    problem = Problem([*blocks, {"define": "X", "as": ["generic", "X", ["p"], ["q"], "none", ""]}])
    gram = ["*", ["name", "X"], ["transpose", ["name", "X"]]]
    turned = ["*", ["transpose", ["name", "X"]], ["name", "X"]]
    total = problem.evaluate(["inner", ["ones", ["p"], ["p"]], gram])
    assert total == problem.evaluate(["trace", gram])
    assert problem.evaluate(["inner", ["ones", ["q"], ["q"]], turned]) != problem.evaluate(["trace", turned])
    assert problem.evaluate(["inner", ["ones", ["p"], ["p"]], ["identity", ["p"]]]) == 1


def test_a_function_with_matrix_values_has_no_critical_point():
    one = ["matrix", 1, 1, [[0, 0, "1"]]]
    statement = {
        "kind": "minimum",
        "function": ["function", ["X"], ["name", "X"]],
        "at": [one],
        "bounds": [[None, None]],
        "property": "first-order critical point",
    }
    with pytest.raises(Rejected, match="no scalar"):
        establish(Problem([]), statement, "proved", "first order")


def test_what_is_learned_in_a_part_is_not_known_outside():
    setting = Problem([{"letter": "k", "role": "parameter"}]).setting
    inside = setting.copy()
    inside.learn(Polynomial.letter("k"), strict=True)
    assert inside.is_positive(Polynomial.letter("k"))
    assert not setting.is_nonnegative(Polynomial.letter("k"))


def test_a_letter_that_is_not_declared_is_not_one_that_a_rule_has_for_its_own_use():
    # near 0 a displacement of x is at most the radius; the letter in the function is none of these displacements
    statement = {
        "kind": "minimum",
        "function": ["function", ["x"], ["+", ["letter", "displacement1"], ["^", ["name", "x"], 2]]],
        "at": ["0"],
        "bounds": [[None, None]],
        "property": "local minimum",
    }
    for declared in ([], [{"define": "f", "as": statement["function"]}]):
        with pytest.raises(Rejected, match="displacement1"):
            establish(Problem(declared), statement, "proved", {})


@pytest.mark.parametrize(("direction", "reason"), [("-1", "leaves the feasible set"), ("1", "not below the bound")])
def test_a_curvature_is_refuted_by_a_feasible_direction_below_it(direction, reason):
    # x^2 at the end of x >= 0: there the curvature is 2 along the only feasible direction
    statement = {
        "kind": "curvature",
        "function": ["function", ["x"], ["^", ["name", "x"], 2]],
        "at": ["0"],
        "bounds": [["0", None]],
        "relation": ">=",
        "constant": "2",
    }
    with pytest.raises(Rejected, match=reason):
        establish(Problem([]), statement, "refuted", {"direction": [direction]})
    establish(Problem([]), {**statement, "constant": "3"}, "refuted", {"direction": ["1"]})


@pytest.mark.parametrize(
    ("proof", "reason"),
    [
        ({"modulo": [[[0, "1"]]], "then": "expansion"}, None),
        ({"modulo": [[[0, "2"]]], "then": "expansion"}, "not known to be equal"),
        ({"modulo": [[[1, "1"]]], "then": "expansion"}, "integer"),
        ({"modulo": [], "then": "expansion"}, "1"),
        ({"modulo": [[]], "then": "expansion"}, "not known to be equal"),
    ],
)
def test_only_multiples_of_assumed_equations_are_taken_away(proof, reason):
    x, y = ["letter", "x"], ["letter", "y"]
    letters = [{"letter": name, "role": "point"} for name in "xy"]
    # an inequality is no equation
    problem = Problem([*letters, {"assume": [x, ">=", "5"]}, {"assume": [x, "=", y]}])
    statement = {"kind": "comparison", "left": x, "relation": "=", "right": y}
    if reason is None:
        establish(problem, statement, "proved", proof)
        return
    with pytest.raises(Rejected, match=reason):
        establish(problem, statement, "proved", proof)
