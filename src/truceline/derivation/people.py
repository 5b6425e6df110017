"""People's decisions on a part of a ledger: on the documents that any of them names, or that repeat what one of them rejects."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from truceline.derivation.workbench import Bench, reports_of
from truceline.incidents.cluster import Pair, latest
from truceline.incidents.decisions import Decided, decide, words_of
from truceline.incidents.score import BY
from truceline.ledger.codec import written
from truceline.ledger.digest import of_judgement
from truceline.ledger.news import Told
from truceline.model.ids import DocumentId, ReportId
from truceline.model.incident import Same
from truceline.model.report import Report
from truceline.model.review import Verb

Effect = tuple[str, bytes | None]
"""What decisions make of a report: "" nothing, "rejected ..." by which, "changed" with the report as they leave it."""

NOTHING: Effect = ("", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What decisions say of the documents ``of``: the effect on each report that they touch."""

    of: frozenset[DocumentId] = frozenset()
    effects: Mapping[ReportId, Effect] = field(default_factory=dict)


def mark_of(report: Report, told: Told) -> int:
    """A mark of a report's kind and words (64 bits): one that repeats it has the same."""
    text = f"{report.claim.kind.value} {words_of(report, {told.document.id: told.document})}"
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def concerned(bench: Bench, told: Iterable[Told], *, new_decisions: bool) -> bool:
    """Whether decisions must be looked at again: there are new ones, or a document holds what one of them names."""
    if new_decisions:
        return True
    names = {str(one.id) for each in told for one in (*reports_of(each), *each.former)}
    names |= {f"words {mark_of(one, each)}" for each in told for one in reports_of(each)}
    return bool(bench.kept.number("named")) and bool(bench.kept.find("named", "name", names))


def decide_part(bench: Bench, fresh: Mapping[DocumentId, Told]) -> tuple[Word, dict[Pair, Same]]:
    """Looks at all decisions again; gives what they say of reports, and which of each two reports people hold to be one.

    ``fresh`` are documents whose reports are not kept yet.
    """
    reviews, judgements = bench.evidence.reviews(), bench.evidence.judgements()
    names = {key for each in reviews for key in each.reports} | {key for each in judgements for key in (each.left, each.right)}
    part = dict(_told(bench, bench.evidence.documents_of(names), fresh))
    rejected = {key for each in reviews if each.verb is Verb.REJECT for key in each.reports}
    marks = {mark_of(one, each) for each in part.values() for one in (*reports_of(each), *each.former) if one.id in rejected}
    marks |= {mark_of(one, each) for each in part.values() for one in reports_of(each) if each.former and rejected}
    alike = {key for key, each in fresh.items() if any(mark_of(one, each) in marks for one in reports_of(each))}
    part |= _told(bench, _repeating(bench, marks) | alike, fresh)
    decided = decide(
        [each.extraction for each in part.values() if each.extraction], {key: each.document for key, each in part.items()},
        reviews, judgements, [one for each in part.values() for one in each.former],
    )  # fmt: skip
    bench.kept.drop("named", "name", [row.name for row in bench.kept.all("named")])
    bench.kept.put("named", sorted({(str(each),) for each in names} | {(f"words {each}",) for each in marks}))
    bench.sums.whole("reviews", map(written, decided.reviews))
    bench.sums.whole("people", map(of_judgement, decided.judgements))
    return Word(of=frozenset(part), effects=_effects(part.values(), decided)), latest(each for each in decided.judgements if each.by != BY)


def turned(bench: Bench, now: Mapping[Pair, Same]) -> set[str]:
    """Keeps what people hold of each two reports; gives the reports of which that has changed."""
    before = {(row.one, row.two): row.same for row in bench.kept.all("decided")}
    after = {pair: same.value for pair, same in now.items()}
    changed = {pair for pair in before.keys() | after.keys() if before.get(pair) != after.get(pair)}
    bench.kept.drop_rows("decided", sorted(changed & before.keys()))
    bench.kept.put("decided", sorted((*pair, after[pair]) for pair in changed & after.keys()))
    return {key for pair in changed for key in pair}


def _told(bench: Bench, ids: Collection[DocumentId], fresh: Mapping[DocumentId, Told]) -> dict[DocumentId, Told]:
    rows = bench.kept.find("documents", "id", [each for each in ids if each not in fresh], "n")
    held = {each.document.id: each for each in bench.told([row.n for row in rows]).values()}
    return held | {key: fresh[key] for key in ids if key in fresh}


def _repeating(bench: Bench, marks: Collection[int]) -> set[DocumentId]:
    """Documents with a report of the same words, or with one that decisions had touched."""
    rows = bench.kept.find("reports", "words", marks, "document")
    touched = bench.kept.touched()
    numbers = {row.document for row in rows} | touched
    return {DocumentId(row.id) for row in bench.kept.find("documents", "n", numbers, "id")}


def _effects(part: Iterable[Told], decided: Decided) -> dict[ReportId, Effect]:
    left = {each.id: each for extraction in decided.extractions for each in extraction.reports}
    found: dict[ReportId, Effect] = {}
    for told in part:
        for each in reports_of(told):
            if each.id in decided.rejected:
                found[each.id] = (f"rejected {decided.rejected[each.id].id}", None)
            elif left[each.id] != each:
                found[each.id] = ("changed", written(left[each.id]).encode())
    return found
