"""Count claims as the brief shows them: what was claimed, what the ledger says of it, and the incidents counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from truceline.model.incident import Audit, CountCheck
from truceline.model.report import CountClaim
from truceline.views.card_records import Card, Desk
from truceline.views.since_told import LABELS, checked
from truceline.views.since_told import claimed as said
from truceline.views.values import day_in_words, kind_label, speaker_in_words

AUDIT_LABELS = {
    Audit.AGREES: "agrees",
    Audit.LEDGER_SHORT: "ledger short",
    Audit.LEDGER_HAS_MORE: "ledger has more",
    Audit.NOT_DECIDABLE: "not decidable",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One count claim with what the ledger says of it."""

    id: str
    claimed: str
    verdict: str
    verdict_code: str
    why: str
    quote: int | None
    incidents: tuple[tuple[str, str], ...]


def counts(desk: Desk, cards: Sequence[Card]) -> Iterable[Count]:
    """Every count claim held against the ledger."""
    by_id = {each.id: each for each in cards}
    firsts = checked(desk.view.count_claims.values(), desk.view, desk.ontology)
    for claim in desk.view.count_claims.values():
        check, first = desk.view.checks.get(claim.id), firsts.get(claim.id)
        if check is not None:
            named = [by_id[each] for each in ((*first.against, *first.perhaps) if first else check.incidents) if each in by_id]
            yield Count(
                id=claim.id,
                claimed=claimed(claim, desk),
                verdict=LABELS[first.verdict] if first else verdict(check),
                verdict_code=first.verdict.value if first else check.verdict.value,
                why=first.why if first else check.why,
                quote=marked(claim, desk),
                incidents=tuple((f"#{each.id}", f"{each.number}. {each.heading}, {each.when}") for each in named),
            )


def ghosts(desk: Desk) -> Iterable[str]:
    """Incidents that the counts say must be, in words: so many of a kind, by whom, between which days; like ones together."""
    alike: dict[tuple[str, str, str, str], int] = {}
    for each in desk.view.ghosts:
        by = ", ".join(speaker_in_words(party, desk.names) for party in each.by)
        words = (kind_label(each.kind, desk.ontology), by, each.since, each.until)
        alike[words] = alike.get(words, 0) + 1
    for (kind, by, since, until), number in alike.items():
        yield f"{kind}: {number}" + (f", by {by}" if by else "") + f", between {day_in_words(since)} and {day_in_words(until)}"


def marked(claim: CountClaim, desk: Desk) -> int | None:
    """The number of a count claim's sentence, with the words of the count lit."""
    desk.book.numbers(claim.evidence, mark=any(each != claim.quote for each in claim.evidence))
    return desk.book.number(claim.quote, mark=False)


def claimed(claim: CountClaim, desk: Desk) -> str:
    """A count claim in words: what, by whom, over which stretch, told by which document."""
    by = " by " + ", ".join(speaker_in_words(each.partition(":")[0], desk.names) for each in claim.by) if claim.by else ""
    stretch = "".join(f", {word} {day_in_words(each)}" for word, each in (("since", claim.since), ("until", claim.until)) if each)
    return f"{kind_label(claim.kind, desk.ontology)}{by}: {said(claim)}{stretch}"


def verdict(check: CountCheck) -> str:
    """What the ledger says, with the gap where there is one."""
    return AUDIT_LABELS[check.verdict] + (f" by {check.gap}" if check.gap else "")
