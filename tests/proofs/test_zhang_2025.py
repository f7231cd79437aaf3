"""Zhang (2025): key figures computed again by sympy alone, and how claims in several parts are asked for."""

import pytest
import sympy

from exactcheck import InputError, verify
from exactcheck.claims.collection import collect_all, find

INSTANCES = [(2, 1, 1, "7/15", "4/7"), (3, 1, 1, "1/2", "1/2"), (4, 2, 2, "3/5", "2/3"), (3, 2, 1, "2/3", "7/8")]


def by_hand(n, r, s, alpha, epsilon):
    """The loss in sympy, its letters, the spurious point, delta and the matrix of A on vec(X)."""
    alpha, epsilon = sympy.Rational(alpha), sympy.Rational(epsilon)
    delta = alpha**2 * sympy.sqrt(sympy.Rational(r, s) + 2 * epsilon**2 * r)
    b = sympy.zeros(n, n)
    for i in range(s):
        b[i, i] = (sympy.sqrt(1 - delta**2) - 1) / s
        for j in range(r):
            b[i, s + j] = b[s + j, i] = -epsilon * alpha**2 / s
    for j in range(r):
        b[s + j, s + j] = alpha**2 / s
    u = sympy.Matrix(n, r, sympy.symbols(f"u:{n * r}", real=True))
    residual = u * u.T - sympy.diag(*[1] * s, *[0] * (n - s))
    image = residual + sum(residual[i, i] for i in range(s)) * b
    point = {x: sympy.Integer(0) for x in u} | {u[s + j, j]: alpha for j in range(r)}
    trace = sympy.Matrix([[1 if i == j < s else 0 for i in range(n) for j in range(n)]])
    operator = sympy.eye(n * n) + sympy.Matrix(list(b)) * trace
    return sum(entry**2 for entry in image) / 2, list(u), point, delta, operator


@pytest.mark.parametrize("instance", INSTANCES)
def test_the_value_and_the_gradient_by_hand(instance):
    _, r, s, alpha, _ = instance
    loss, letters, point, _, _ = by_hand(*instance)
    value = (s - sympy.Rational(alpha) ** 4 * r) / 2
    assert sympy.simplify(loss.subs(point) - value) == 0
    for x in letters:
        slope = sympy.simplify(loss.diff(x).subs(point))
        assert slope >= 0
        assert slope * point[x] == 0


@pytest.mark.parametrize("instance", INSTANCES[:2])
def test_the_rip_constant_by_hand(instance):
    *_, delta, operator = by_hand(*instance)
    eigenvalues = [sympy.simplify(value) for value in (operator.T * operator).eigenvals()]
    assert sympy.simplify(max(eigenvalues, key=sympy.N) - 1 - delta) == 0
    assert sympy.simplify(min(eigenvalues, key=sympy.N) - 1 + delta) == 0


def test_lemma_4_s_constant_by_hand():
    loss, letters, point, _, _ = by_hand(3, 1, 1, "1/2", "1/2")
    hessian = sympy.hessian(loss, letters).subs(point)
    moving = [i for i, x in enumerate(letters) if loss.diff(x).subs(point) == 0]
    form = hessian.extract(moving, moving)
    # along the row of zeros the curvature is 2 alpha^2, and the difference is positive semidefinite plus nonnegative
    assert sympy.simplify(min(form[k, k] for k in range(len(moving))) - sympy.Rational(1, 2)) == 0


def test_a_label_is_all_its_parts():
    assert len(find("zhang-2025/lemma-4-constant", collect_all())) == 3


def test_a_part_whose_hypotheses_are_violated_is_left_out():
    values = {"n": 2, "r": 1, "r_star": 1, "alpha": "1/2", "epsilon": "1/2"}
    found = verify("zhang-2025/theorem-2", **values, lam=0)
    assert [part.claim.part for part in found] == ["symmetric", "asymmetric"]
    assert "lam > 0" in found.outside["zhang-2025/theorem-2/asymmetric-strict"]
    assert "out of its scope" in repr(found)
    assert not verify("zhang-2025/theorem-2", **values).outside
    with pytest.raises(InputError, match="lam > 0"):
        verify("zhang-2025/theorem-2/asymmetric-strict", **values, lam=0)
