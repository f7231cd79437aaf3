"""Every field of a certificate of each kind, changed in several ways: the kernel must reject the result.

The statement is bound from outside by its digest, as `exactcheck check` binds it. What survives is listed by name.
"""

from __future__ import annotations

import copy
import json
import re

import pytest

from exactcheck.kernel import Rejected, check
from exactcheck.kernel.certificate import digest
from tests.kernel.cases import certificate, documents

# A change that leaves a valid proof of the same statement is no forgery. Each place where such changes exist:
HARMLESS = {
    r"engines/.*|engines": "who searched is no part of what is checked",
    r"runs/0/witness/\w+": "any allowed values show that the assumptions can be met",
    r"(.*/)?(upper|lower|congruence|free)(/\d+){0,3}": "another congruence can show the same signs",
    r"proof/(radius|growth.*|parts.*)": "a smaller radius or growth, or another proof of the same positivity",
    r"proof(/\d+){0,3}": "another congruence, or another direction, can show the same",
    r"(.*/)?multipliers(/\d+){0,2}": "other multipliers can exclude the same support",
    r"(.*/)?margin": "a smaller margin holds as well",
    r"(.*/)?arc(/\d+){0,2}": "another arc descends as well",
    r"(.*/)?(acceleration|tangent)(/\d+){0,3}": "another arc, or other products that vanish, can show the same",
    r"(.*/)?(direction|attained|violated)(/\d+){0,5}": "another direction shows the same",
    r"(.*/)?(critical|stated|separator|descent|turn)/\d+": "another direction shows the same",
    r"(.*/)?(excluded|inequalities|(only|all)/\d+/1)": "summands in another order",
    r"(.*/)?(only|all)/\d+/0": "any multiple of the zero vector is zero",
    r"(.*/)?cases": "cases in another order, or one twice",
    r"(.*/)?sign": "a positive multiple of the expression",
    r"(.*/)?replace(/\d+(/1(/\d+)*)?)?": "another change of letters shows the same, or none is needed",
    r"(.*/)?symmetric/0": "a single group, which is not interchanged",
    r"proof/general/cells(/\d+/(zero|nonnegative))?": "the same cells in another order, or a condition twice",
    r"(.*/)?(sum|squares|traces)(/\d+){0,2}": "summands in another order, or one split in two",
    r"(.*/)?(squares|traces)/\d+/[01](/\d+)*": "a smaller weight, which leaves a visibly nonnegative rest",
    r"proof/(point|step)(/\d+)?": "a step from another point, or of another size, violates the outcome as well",
    r"proof/((inside|outside)/\d+/letters/\d+|letters(/\d+)?)": "letters may have any names",
    r"(.*/)?(combine(/\d+)?|terms(/\d+/0)?)": "another order, a combination that nothing needs, or a smaller weight",
    r"(.*/)?same": "the same number twice",
    r"(.*/)?combine/\d+/\d+/(0|1(/.*)?)": "a combination that shows the same, up to what is zero at the roots",
    r"proof/numbers/\d+/interval/[01]": "another interval with the same root in it",
    r"proof/(equation|values(/\d+)?)": "another equation is violated, or it is at another point",
    r"(.*/)?box": "the ranges of the letters in another order",
    r"(.*/)?multiples(/\d+(/0|/2(/\d+(/[01](/\d+)*)?)?)?)?": "summands in another order, or smaller ones",
    r"(.*/)?factors(/\d+/0(/\d+)*)?": "factors in another order, or an even power of the opposite",
    r"(.*/)?range/[01]": "another range without a root",
    r"proof/functional(/\d+/1)?": "values in another order, or another functional that separates",
    r"(.*/)?between(/\d+)?": "the opposite of what is zero is zero, too",
    r"proof/(names|other)(/\d+)?": "letters may have any names, and another point violates the same",
    r"proof/precision": "another precision tells the same",
    r"(.*/)?(border|equations|coordinates)": "monomials, equations or coordinates in another order, or one twice",
    r"(.*/)?keep": "equations in another order, one twice, or one left out that nothing needs",
    r"(.*/)?(letters/\d+/(0|1/\d+)|start/point/0)": "a letter of another name, or for another exponential",
    r"(.*/)?tangents": "tangents that nothing needs",
    r"(.*/)?signs": "a sign that is shown twice",
    r"proof/(bits|tree/at)": "another precision, or another cut",
    r"proof/(at/c|where/\d+)": "the comparison is violated elsewhere, too",
    r"proof/domains/\d+/blocks(/\d+)?": "an empty block, or the letters of one in another order",
    r"proof/joined(/\d+/touching/(letter|arc/.*))?": "pieces joined in another order, or along another arc",
    r"proof/apart(/above|/below)*/values(/\d+)?": "another point of the same piece",
    r"proof/solutions/proof/inside/\d+/letters(/\d+)?": "letters may have any names",
    r"proof/.*/at": "another place between the same ends",
    r"proof/(lower|upper/\d+)/letters(/\d+)?": "letters may have any names",
    r"proof/lower/(component|values/\d+|minor/(letters|coordinates/\d+))": "another point, or another minor there",
    r"(.*/)?rank": "fewer equations where a case has fewer dimensions than another one",
    r"proof/tree/cases/\d+/1": "a case in which more is seen at once than the tree says",
}
HUGE = str(10**40)


def paths(node, path=()):
    """All places of a JSON document, the root apart."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield (*path, key)
        yield from paths(value, (*path, key))


def parent(document, path):
    """The object or list that holds the place."""
    for key in path[:-1]:
        document = document[key]
    return document


def changed(value):
    """Other values than this one."""
    return [other for other in candidates(value) if json.dumps(other) != json.dumps(value)]


def candidates(value):
    """Values to put in the place of one of this kind."""
    if isinstance(value, str):
        negated = value[1:] if value.startswith("-") else f"-{value}"
        return [negated, f"{value}0", "0", HUGE, "1/3", "", 1, None, [], {}, True]
    if isinstance(value, bool):
        return [not value, int(value), str(value), None]
    if isinstance(value, int):
        return [value + 1, -value - 1, 10**9, float(value), str(value), bool(value), None, []]
    if isinstance(value, list):
        return [[], value[:-1], value[1:], [*value, *value[-1:]], value[::-1], [value], None, {}, "0"]
    if isinstance(value, dict):
        return [{}, {**value, "more": "0"}, *({k: v for k, v in value.items() if k != key} for key in value), None, []]
    return [0, "0", []]


def forgeries(name):
    """Changed documents, with the place of the change."""
    original = certificate(name)
    for path in paths(original):
        for value in changed(parent(original, path)[path[-1]]):
            forged = copy.deepcopy(original)
            parent(forged, path)[path[-1]] = value
            yield path, forged


def accepted(forged, expected):
    """True if the kernel accepts the document for this digest."""
    try:
        check(json.dumps(forged), expected)
    except Rejected:
        return False
    return True


def harmless(path):
    """The reason why a change at this place may survive, if there is one."""
    spelled = "/".join(map(str, path))
    place = re.sub(r"^runs/0/steps/\d+/", "", spelled)
    return [pattern for pattern in HARMLESS if re.fullmatch(pattern, place)]


SURVIVED: set[str] = set()
LARGE = {
    "stationary set",
    "stationary set of numbers",
    "squares and traces",
    "attained by one of two",
    "theorem-2/symmetric",
    "theorem-2-rip-constant",
    "lemma-4",
    "lemma-4-critical-cone",
    "copositive",
}


@pytest.mark.parametrize("name", sorted(documents()))
def test_a_changed_certificate_is_rejected(name):
    expected = certificate(name)["digest"]
    found, tried = [], 0
    for k, (path, forged) in enumerate(forgeries(name)):
        proof = "proof" in path
        # the larger ones differ from the others in what they state, where the digest alone decides
        if name in LARGE and not proof and k % 25:
            continue
        if name in LARGE and proof and k % 3:
            continue
        tried += 1
        if accepted(forged, expected):
            reasons = harmless(path)
            SURVIVED.update(reasons)
            if not reasons:
                found.append("/".join(map(str, path)))
    assert tried > 40
    assert not found


@pytest.mark.parametrize("name", sorted(set(documents()) - LARGE))
def test_the_digest_covers_all_that_is_stated(name):
    original = certificate(name)
    for path in paths(original["runs"]):
        stated = path[1:2] in (("parameters",), ("problem",)) or path[3:4] in (("statement",), ("verdict",))
        if stated:
            for value in changed(parent(original["runs"], path)[path[-1]]):
                runs = copy.deepcopy(original["runs"])
                parent(runs, path)[path[-1]] = value
                try:
                    found = digest(original["claim"], runs)
                except (KeyError, TypeError):
                    continue
                assert found != original["digest"], path


@pytest.mark.parametrize("name", sorted(set(documents()) - LARGE))
def test_the_opposite_verdict_is_rejected_with_any_proof(name):
    forged = certificate(name)
    step = forged["runs"][0]["steps"][-1]
    step["verdict"] = {"proved": "refuted", "refuted": "proved"}[step["verdict"]]
    forged["verdict"] = step["verdict"]
    proofs = [other["runs"][0]["steps"][-1]["proof"] for other in map(certificate, sorted(documents()))]
    for proof in [*proofs, None, "signs", "expansion", "first order", [], {}, "empty"]:
        step["proof"] = proof
        for scope in ("instance", "exhaustive"):
            forged["scope"] = scope
            forged["digest"] = digest(forged["claim"], forged["runs"])
            forged["not_established"] = limits(scope)
            assert not accepted(forged, forged["digest"]), proof


def limits(scope):
    """The sentence that goes with a scope."""
    from exactcheck.kernel.certificate import LIMITS, READING

    return f"{LIMITS[scope]} {READING}"


@pytest.mark.parametrize("name", sorted(documents()))
def test_the_scope_cannot_be_raised_or_lowered(name):
    original = certificate(name)
    for scope in ("instance", "exhaustive", "parametric", "general"):
        if scope != original["scope"]:
            forged = {**original, "scope": scope, "not_established": limits(scope)}
            assert not accepted(forged, original["digest"])


def test_every_entry_of_the_table_is_needed():
    unused = sorted(set(HARMLESS) - SURVIVED)
    assert not unused, "\n".join(unused)
