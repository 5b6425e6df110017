"""Claims that an act is the first, or the most of its kind, over a stretch of time ("the first since 2018", "the deadliest in a decade").

``counts_claimed`` reads "the first since ..." as a count of one; here it is told from which day on there was none. A superlative is a
claim of its own, and only where a stretch of time stands beside it in its sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from truceline.model.ids import claim_id
from truceline.model.reading import Annotated, Reading, TimeMention
from truceline.model.report import CountClaim, Prominence, Report
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.numerals import value
from truceline.packs.pack import Pack
from truceline.packs.phrases import has_word
from truceline.packs.since_words import SinceWords

EVER = date.min
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FARTHEST = 90
"""Letters between a superlative and its stretch of time, or its act; farther off they belong to other things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Words that name a stretch, where they stand in the document, its beginning as the codebook writes it, and the first day of it."""

    start: int
    end: int
    words: str
    since: str | None
    after: date | None


def since_claims(reading: Reading, pack: Pack, reports: Sequence[Report], counted: Sequence[CountClaim]) -> Iterator[CountClaim]:
    """The claims already read, those of a first act with the day from which on there was none; then the claims of a most."""
    sentences = {(annotated.sentence.part, annotated.sentence.start): annotated for annotated in reading.sentences}
    for claim in counted:
        annotated = sentences.get((claim.quote.part, claim.quote.start))
        yield _first(claim, annotated, reading, pack) if claim.ordinal == 1 and annotated is not None else claim
    seen: set[tuple[str, str | None]] = set()
    for annotated in sorted(sentences.values(), key=lambda each: each.sentence.headline):
        text = annotated.sentence.text
        for match in pack.lexicon.since.most.finditer(text) if has_word(text, pack.lexicon.since.most_begin) else ():
            most = _most(match, annotated, reading, pack, reports)
            if most is not None and (most.kind, most.most) not in seen:
                seen.add((most.kind, most.most))
                yield most


def _first(claim: CountClaim, annotated: Annotated, reading: Reading, pack: Pack) -> CountClaim:
    found = _stretch(claim.evidence[0].end, annotated, reading, pack)
    if found is None:
        return claim
    return replace(
        claim, since=claim.since or found.since, window=claim.window or found.words, after=found.after.isoformat() if found.after else None
    )  # fmt: skip


def _most(
    match: re.Match[str], annotated: Annotated, reading: Reading, pack: Pack, reports: Sequence[Report]
) -> CountClaim | None:  # fmt: skip
    sentence = annotated.sentence
    start, end = sentence.start + match.start(), sentence.start + match.end()
    found, report = _stretch(end, annotated, reading, pack), _act(end, annotated, reports)
    if found is None or report is None or not _of_an_act(sentence.text[match.end() : found.start - sentence.start], pack):
        return None
    said = " ".join(match.group().lower().split())
    when = report.claim.when.value if report.claim.when else None
    last = when.end if when and when.precision is Precision.DAY else reading.document.published
    return CountClaim(
        id=claim_id(reading.document_id, report.claim.kind.value, "most", said, start),
        document_id=reading.document_id,
        kind=report.claim.kind.value,
        ordinal=None,
        count=None,
        by=tuple(dict.fromkeys(each.value.code for each in report.claim.actors)),
        since=found.since,
        until=last.isoformat() if last else None,
        window=found.words,
        quote=Span(document_id=reading.document_id, start=sentence.start, end=sentence.end, part=sentence.part),
        evidence=tuple(
            Span(document_id=reading.document_id, start=a, end=b, part=sentence.part) for a, b in ((start, end), (found.start, found.end))
        ),
        line=report.claim.line.value if report.claim.line else None,
        report_id=report.id,
        most=said,
        measured_by=pack.lexicon.since.measured_by[said],
        after=found.after.isoformat() if found.after else None,
    )


def _act(end: int, annotated: Annotated, reports: Sequence[Report]) -> Report | None:
    """The act that a superlative speaks of: the nearest of its sentence, else (it points back) the main one told last before it."""
    sentence = annotated.sentence
    near = [
        (abs(span.start - end), report)
        for report in reports
        for span in report.claim.kind.evidence
        if span.part == sentence.part and sentence.start <= span.start < sentence.end and abs(span.start - end) <= FARTHEST
    ]
    if near:
        return min(near, key=lambda pair: (pair[0], pair[1].id))[1]
    before = [each for each in reports if each.quote.part == "text" and each.quote.start < sentence.start]
    main = [each for each in before if each.prominence is Prominence.MAIN] or before
    return max(main, key=lambda each: (each.quote.start, each.id), default=None)


def _of_an_act(between: str, pack: Pack) -> bool:
    """Whether the words between a superlative and its stretch name an act, or nothing that could be anything else."""
    words = re.findall(r"[a-z]+(?:-[a-z]+)*", between.lower())
    return bool(
        pack.lexicon.since.bare.match(between)
        or pack.lexicon.since.noun.search(between)
        or any(pack.lexicon.lemmas(each) for each in words)
    )


def _stretch(end: int, annotated: Annotated, reading: Reading, pack: Pack) -> _Stretch | None:
    """The stretch of time that follows nearest: as the reading has it, else by its length, else one whose beginning is not known."""
    words, sentence = pack.lexicon.since, annotated.sentence
    windows = [each for each in annotated.times if each.window and each.when and 0 <= each.start - end <= FARTHEST]
    if windows:
        return _of_window(min(windows, key=lambda each: each.start), sentence.text, sentence.start, words)
    for match in words.stretch.finditer(sentence.text, max(0, end - sentence.start)):
        if sentence.start + match.start() - end <= FARTHEST:
            since, after = _begins(match, reading.document.published, pack)
            start = sentence.start + match.start()
            return _Stretch(start=start, end=start + len(match.group()), words=match.group(), since=since, after=after)
    return None


def _begins(match: re.Match[str], published: date | None, pack: Pack) -> tuple[str | None, date | None]:
    """The beginning of a stretch as the codebook writes it, and its first day: by a year named in it, by its length, or all time."""
    if match["ever"]:
        return None, EVER
    year = _YEAR.search(match["after"] or "")
    if year:
        return year.group(), date(int(year.group()) + 1, 1, 1)
    after = _length(match, published, pack)
    return (after.isoformat()[:4] if after else None), after


def _of_window(mention: TimeMention, text: str, offset: int, words: SinceWords) -> _Stretch:
    assert mention.when
    said = text[mention.start - offset : mention.end - offset]
    opens = words.opening.match(said)
    whole = opens is None or opens["start"]
    after = mention.when.start if whole else _next(mention.when)
    codes = {Precision.YEAR: f"{mention.when.start.year:04d}", Precision.MONTH: mention.when.start.isoformat()[:7]}
    since = codes.get(mention.when.precision, mention.when.start.isoformat())
    return _Stretch(start=mention.start, end=mention.end, words=said, since=since, after=after)


def _next(when: When) -> date:
    """The first day after the day, month or year that is named."""
    first = when.start
    if when.precision is Precision.YEAR:
        return date(first.year + 1, 1, 1)
    if when.precision is Precision.MONTH:
        return date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first + timedelta(days=1)


def _length(match: re.Match[str], published: date | None, pack: Pack) -> date | None:
    """The first day of so many years, months or weeks up to the day of publication; None where that is not known."""
    if published is None or not match["unit"]:
        return None
    number = value(match["number"], pack.lexicon.numbers) or 1
    days = number * pack.lexicon.since.units[match["unit"].lower()]
    return date.fromordinal(max(1, published.toordinal() - days))
