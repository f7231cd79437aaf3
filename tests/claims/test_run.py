"""One run of a claim: what it yields, decided in order and checked by the kernel."""

import pytest

from exactcheck import InputError, Integer, Positive, Real, assume
from exactcheck.claims.hypotheses import OutOfScope
from exactcheck.claims.paper_code import CodeError
from exactcheck.claims.run import build, decide_run
from exactcheck.kernel.certificate import Run, canonical, read
from tests.claims.papers import claim_of


def mean(a: Positive, b: Positive):
    yield (a + b) ** 2 >= 4 * a * b
    yield a + b > 0


def square_above(a: Positive):
    yield a + 1 > 0
    yield a**2 > a
    yield a > 0


def motzkin(x: Real, y: Real):
    yield x**120 * y**60 + x**60 * y**120 + 1 - 3 * x**60 * y**60 >= 0


def outcome(function, **values):
    return decide_run(build(claim_of(function), values))


@pytest.mark.parametrize(
    ("values", "scope"), [({"a": 1, "b": 2}, "instance"), ({"b": "1/3"}, "instance"), ({}, "parametric")]
)
def test_what_is_proved_is_proved_by_the_kernel(values, scope):
    found = outcome(mean, **values)
    assert (found.verdict, found.scope, found.finding) == ("proved", scope, "holds")
    assert Run(read(canonical(found.certificate))).check()[:2] == ("proved", scope)


def test_a_run_ends_with_what_is_refuted():
    found = outcome(square_above)
    assert [step["verdict"] for step in found.statements] == ["proved", "refuted"]
    assert found.verdict == "refuted"
    assert Run(read(canonical(found.certificate))).check()[:2] == ("refuted", "instance")


def test_the_same_claim_may_hold_at_an_instance():
    assert outcome(square_above, a=2).verdict == "proved"
    assert outcome(square_above, a="1/2").verdict == "refuted"
    assert outcome(square_above, a=1).verdict == "refuted"


def test_what_is_open_has_a_reason_and_no_certificate():
    found = outcome(motzkin)
    assert (found.verdict, found.certificate, found.finding) == ("undecided", None, "")
    assert found.reason


def test_a_division_by_what_may_be_zero_is_left_open():
    def inverse(a: Real):
        yield 1 / a > 0

    assert outcome(inverse).verdict == "undecided"


def test_parameters_are_recorded_as_the_kernel_reads_them():
    def sized(n: Integer, a: Positive, b: Positive):
        yield n * a + b > 0

    assert build(claim_of(sized), {"n": "4/2", "a": "2/4"}).parameters == {"n": 2, "a": "1/2", "b": "b"}


def raising(a: Positive):
    raise ValueError("out of\nideas")
    yield


def leaving(a: Positive):
    raise SystemExit(0)
    yield


def returning(a: Positive):
    return a > 0


def forgetting(a: Positive):
    assume(a > 0)


def saying_yes(a: Positive):
    yield True


def saying_nothing(a: Positive):
    yield from ()


def floating(a: Positive):
    yield a > 0.5


def excluding(a: Positive):
    assume(a < 0)
    yield a > 0


def endless(a: Positive):
    yield from endless(a)


@pytest.mark.parametrize(
    ("function", "kind", "words"),
    [
        (raising, CodeError, r"mine/claim \(test_run.py, line \d+\): ValueError: out of"),
        (leaving, CodeError, r"mine/claim \(test_run.py, line \d+\): SystemExit: 0"),
        (returning, InputError, "it returns 1 > 0; a claim yields its statements"),
        (forgetting, InputError, "it returns None; a claim yields its statements"),
        (saying_yes, InputError, "it yields True, which is not a statement"),
        (saying_nothing, InputError, "it yields no statement"),
        (floating, InputError, "the float 0.5 is not exact"),
        (excluding, OutOfScope, "hypothesis violated: a < 0, here 1 < 0"),
        (endless, CodeError, "RecursionError"),
    ],
)
def test_a_function_that_is_no_claim_is_named(function, kind, words):
    with pytest.raises(kind, match=words):
        build(claim_of(function), {"a": 1})


def test_an_unknown_parameter_is_named():
    with pytest.raises(InputError, match="mine/claim: unknown parameter c; it takes a, b"):
        build(claim_of(mean), {"c": 1})


def test_what_a_claim_prints_is_not_output(capsys):
    def talking(a: Positive):
        print("hello")
        yield a > 0

    assert outcome(talking).verdict == "proved"
    assert capsys.readouterr() == ("", "hello\n")


def test_the_key_is_made_of_everything_the_decision_depends_on():
    def stronger(a: Positive, b: Positive):
        yield (a + b) ** 2 >= 4 * a * b
        yield a + b >= 0

    def assuming(a: Positive, b: Positive):
        assume(a > b)
        yield from mean(a, b)

    builds = [
        build(claim_of(mean), {}),
        build(claim_of(mean), {"a": 1}),
        build(claim_of(mean), {"a": 2}),
        build(claim_of(mean, label="Other"), {}),
        build(claim_of(mean, finding="misprint"), {}),
        build(claim_of(stronger), {}),
        build(claim_of(assuming), {}),
    ]
    assert len({built.key for built in builds}) == len(builds)
    assert build(claim_of(mean), {"a": "2/4"}).key == build(claim_of(mean), {"a": "1/2"}).key
