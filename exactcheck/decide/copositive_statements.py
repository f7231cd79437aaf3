"""Statements of copositivity, on the orthant or on a cone with free coordinates."""

from __future__ import annotations

from ..exact.evaluation import Unevaluated
from ..exact.ring import Number
from ..exact.statement import Statement
from ..exact.values import SparseMatrix
from .cones import Stuck, copositive, rational_form, strictly_copositive
from .context import Context
from .copositivity import Escape
from .decision import Decision, proved, refuted, undecided
from .definiteness import symmetric_matrix
from .letter_forms import letter_copositivity, letter_margins, minus


def decide_copositivity(context: Context, statement: Statement) -> Decision:
    """x^T A x >= 0 (> 0 if strict, x != 0) on the cone. Complete for rational matrices."""
    try:
        matrix = symmetric_matrix(context, statement)
    except Unevaluated:
        return undecided("the copositivity of a matrix of letter size")
    form = rational_form(context, matrix, statement["free"])
    if form is None:
        return over_letters(context, matrix, statement)
    try:
        if not statement["strict"]:
            return proved(copositive(context, form))
        margin = strictly_copositive(context, form)
        return proved({"margin": context.write(form.scale * margin.value), "copositive": margin.proof})
    except Escape as escape:
        return refuted([str(x) for x in escape.direction])
    except Stuck as reason:
        return undecided(str(reason))


def over_letters(context: Context, matrix: SparseMatrix, statement: Statement) -> Decision:
    """Visible copositivity, less a margin for strictness."""
    margins: list[Number] = letter_margins(context, matrix) if statement["strict"] else [0]
    for margin in margins:
        proof = letter_copositivity(
            context, minus(matrix, margin) if statement["strict"] else matrix, statement["free"]
        )
        if proof is not None:
            return proved({"margin": context.write(margin), "copositive": proof} if statement["strict"] else proof)
    return undecided("the form over letters is open")
