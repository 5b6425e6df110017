"""The score of a pair: the sum of its terms in log odds, which explains itself; a conflict forbids whatever the sum."""

from truceline.incidents.compare import EVERY
from truceline.incidents.profile import Profile
from truceline.incidents.weights import Scale
from truceline.model.incident import Judgement, Same, Term

BY = "truceline.incidents 1"
DIGITS = 6  # sums are rounded, so that no order of adding shows in a tie


def terms(left: Profile, right: Profile, scale: Scale) -> tuple[Term, ...]:
    """What all pairs start with, then one term for every feature that both reports speak of."""
    first = Term(feature="prior", left="", right="", weight=scale.prior)
    return (first, *(term for compare in EVERY if (term := compare(left, right, scale)) is not None))


def score_of(left: Profile, right: Profile, scale: Scale) -> float | None:
    """The sum of a pair's terms, or None as soon as a conflict forbids it: the same sum as ``total(terms(...))``, sooner."""
    found = [scale.prior]
    for compare in EVERY:
        term = compare(left, right, scale)
        if term is not None:
            if term.forbids:
                return None
            found.append(term.weight)
    return round(sum(found), DIGITS)


def total(found: tuple[Term, ...]) -> float:
    """Sum of the weights, in natural log odds; a forbidding term counts with its weight too."""
    return round(sum(term.weight for term in found), DIGITS)


def forbidden(found: tuple[Term, ...]) -> bool:
    """Whether some term is a conflict that no score outweighs."""
    return any(term.forbids for term in found)


def judge(left: Profile, right: Profile, scale: Scale, *, same: Same | None = None) -> Judgement:
    """The judgement on one pair, with its terms.

    ``same`` is how the two ended where that is known; without it the pair is judged alone: yes from ``scale.join``
    up, no where forbidden or below ``scale.near``, unsure between.
    """
    if right.id < left.id:
        left, right = right, left
    found = terms(left, right, scale)
    score = total(found)
    if same is None:
        same = _alone(found, score, scale)
    return Judgement(left=left.id, right=right.id, same=same, by=BY, score=score, terms=found)


def _alone(found: tuple[Term, ...], score: float, scale: Scale) -> Same:
    if forbidden(found) or score < scale.near:
        return Same.NO
    return Same.YES if score >= scale.join else Same.UNSURE
