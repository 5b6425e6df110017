"""A judgement told to people: one line a term, both values, the weight, and what it comes to."""

from math import exp

from truceline.incidents.score import forbidden
from truceline.incidents.weights import Scale, built_in
from truceline.model.incident import Judgement, Same, Term
from truceline.model.report import Report

_CLOSING = {Same.YES: "one incident", Same.NO: "two incidents", Same.UNSURE: "not sure"}


def explain(left: Report, right: Report, judgement: Judgement, *, scale: Scale | None = None) -> list[str]:
    """The lines that say why two reports are, or are not, one incident; heaviest term first, then the sum."""
    known = scale or built_in()
    head = f"{left.claim.kind.value} in {left.document_id[:12]} and {right.claim.kind.value} in {right.document_id[:12]}"
    ranked = sorted(judgement.terms, key=lambda term: (not term.forbids, -abs(term.weight), term.feature))
    flipped = judgement.left != left.id
    return [head, *(_line(term, known, flipped=flipped) for term in ranked), _sum(judgement, known)]


def _line(term: Term, scale: Scale, *, flipped: bool) -> str:
    one, two = (term.right, term.left) if flipped else (term.left, term.right)
    if term.feature == "prior":
        return f"{term.weight:+5.1f}  what any two reports that meet start with"
    values = f" ({one or 'not said'} | {two or 'not said'})"
    return f"{'never' if term.forbids else f'{term.weight:+5.1f}'}  {scale.says(term)}{values}"


def _sum(judgement: Judgement, scale: Scale) -> str:
    closing = _CLOSING[judgement.same]
    if judgement.at:
        return f"{closing}, says {judgement.by}: {judgement.reason or 'no reason given'}"
    if forbidden(judgement.terms):
        return f"a conflict forbids it: {closing}, says {judgement.by}"
    odds = 1 / (1 + exp(-judgement.score)) if abs(judgement.score) < 500 else float(judgement.score > 0)
    return f"{judgement.score:+5.1f}  in sum, {odds:.0%} on its own ({scale.join:+.1f} joins): {closing}, says {judgement.by}"
