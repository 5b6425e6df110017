"""What is kept brought up to date with the evidence: read this file first.

Only what a new document, reading or decision touches is derived again; the rest stays as it is kept. Each step is one
transaction that also notes which evidence it has seen: one that was cut off never was, and the next look takes it up.
"""

from collections.abc import Iterable, Mapping

from truceline.derivation.copies import regroup as regroup_copies
from truceline.derivation.counts import recount
from truceline.derivation.groups import regroup
from truceline.derivation.incidents import reassemble
from truceline.derivation.pairs import meet
from truceline.derivation.people import Word, concerned, decide_part, turned
from truceline.derivation.profiles import enter
from truceline.derivation.workbench import Bench, Rules, Sums
from truceline.incidents.assemble import NEVER
from truceline.incidents.decisions import successors
from truceline.ledger.codec import written
from truceline.ledger.digest import of_document
from truceline.ledger.keeping import Kept
from truceline.ledger.news import Evidence, News, Standing, Told
from truceline.model.handling import Handling
from truceline.model.ids import DocumentId

AT_A_TIME = 500
"""Rows of evidence in one step: as many documents at most are new in it. Other writers wait for a step."""


def is_current(kept: Kept, evidence: Evidence, version: str) -> bool:
    """Whether what is kept was derived by this code, and from all there is."""
    return kept.version() == (version, evidence.newest())


def step(kept: Kept, evidence: Evidence, version: str, rules: Rules, at_hand: dict[DocumentId, Told]) -> bool:
    """Brings what is kept forward by one step; True if more came than one step takes.

    1 documents  which came, or stand otherwise; who is a near-copy of whom
    2 decisions  what people's word makes of reports, where it touches any of these
    3 reports    what merging needs of each; whom each meets, and how near
    4 groups     settled anew where something ties them to what came
    5 incidents  put together and assessed anew where their group changed
    6 counts     claims held against incidents that came or went
    """
    known = kept.version()
    if known is None or known[0] != version:
        kept.begin(version, "")
        known = (version, "")
    news = evidence.since(known[1], AT_A_TIME)
    if news.seen == known[1]:
        return False
    bench = Bench(kept=kept, evidence=evidence, rules=rules, sums=Sums.kept(kept), at_hand=at_hand)
    if not known[1]:
        bench.sums.whole("rulebooks", (f"{each.instrument.slug} {each.version}" for each in rules.rulebooks))
    _take_in(bench, news)
    bench.sums.write(kept)
    kept.saw(news.seen)
    return news.seen != evidence.newest()


def _take_in(bench: Bench, news: News) -> None:
    fresh, before = _documents(bench, news)
    told = bench.told(fresh)
    moved = regroup_copies(
        bench, {n: told[n].document for n in fresh if _reprinted(told[n], before[n])},
        {n: old.document for n, old in before.items() if old and _reprinted(told[n], old)},
    )  # fmt: skip
    word, changed = Word(), set[str]()
    if concerned(bench, told.values(), new_decisions=news.decisions):
        word, pairs = decide_part(bench, {each.document.id: each for each in told.values()})
        changed = turned(bench, pairs)
    swayed = _swayed(bench, word)
    told = bench.told({*fresh, *moved, *swayed})
    entered = enter(bench, told, before, word)
    met = meet(bench, entered)
    settling = regroup(bench, entered, met, changed)
    found = reassemble(bench, settling, entered.incidents)
    recount(bench, {n: told[n] for n in {*fresh, *swayed}}, found)


def _documents(bench: Bench, news: News) -> tuple[set[int], dict[int, Told | None]]:
    """Keeps which form and reading stand for the documents of the news; gives those that changed, as they stood (None = new)."""
    standing = bench.evidence.standing(news.documents)
    held = {row.id: row for row in bench.kept.find("documents", "id", standing)}
    changed = {
        key: each
        for key, each in standing.items()
        if key not in held or Standing(held[key].form, held[key].read_by, held[key].readings) != each
    }
    old = bench.told([held[key].n for key in changed if key in held])
    before: dict[int, Told | None] = dict(old)
    now = bench.evidence.told(changed)
    number, rows = bench.kept.next("documents"), []
    for key, each in sorted(now.items()):
        n = held[key].n if key in held else number
        number += key not in held
        before.setdefault(n, None)
        published = each.document.published.isoformat() if each.document.published else NEVER
        rows.append((n, key, *each.standing, published, held[key].leader if key in held else n))
    bench.kept.drop("documents", "n", old)
    bench.kept.put("documents", rows)
    bench.at_hand.update(now)
    bench.sums.drop("documents", [of_document(each.document) for each in old.values()])
    bench.sums.add("documents", [of_document(each.document) for each in now.values()])
    bench.sums.count("marked", sum(map(_is_marked, now.values())) - sum(map(_is_marked, old.values())))
    bench.sums.drop("law quotes", _quotes(old.values()))
    bench.sums.add("law quotes", _quotes(now.values()))
    _keep_moved(bench, {row[0]: now[row[1]] for row in rows})
    return set(before), before


def _keep_moved(bench: Bench, told: Mapping[int, Told]) -> None:
    """Where reports of earlier readings are found in the present one."""
    bench.kept.drop("moved", "document", told)
    rows = []
    for n, each in told.items():
        if each.former and each.extraction:
            rows += [(old, new, n) for old, new in sorted(successors(each.former, each.extraction.reports).items())]
    bench.kept.put("moved", rows)


def _swayed(bench: Bench, word: Word) -> set[int]:
    """Documents of which people's word makes something else than before."""
    rows = bench.kept.find("documents", "id", word.of, "n", "id")
    kept = bench.kept.find("reports", "document", [row.n for row in rows], "id", "document", "effect", "body")
    return {row.document for row in kept if (row.effect, row.body) != word.effects.get(row.id, ("", None))}


def _reprinted(now: Told, before: Told | None) -> bool:
    """Whether the text is new, or was printed with other marks around it."""
    return before is None or before.standing.form != now.standing.form


def _is_marked(told: Told) -> bool:
    """Whether a document may have to be withheld from somebody."""
    return told.document.handling is not Handling.CLEAR or told.document.observation is not None


def _quotes(told: Iterable[Told]) -> list[str]:
    return [written(quote) for each in told if each.extraction for quote in each.extraction.law_quotes]
