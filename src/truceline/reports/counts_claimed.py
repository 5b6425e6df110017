"""Claims of a count over time: "the third time since the beginning of June" (codebook 2, `count_claims`)."""

import re
from collections.abc import Iterator, Sequence

from truceline.model.ids import claim_id
from truceline.model.reading import Annotated, Reading, TimeMention
from truceline.model.report import CountClaim, Report
from truceline.model.text import Span
from truceline.model.time import Precision
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack

_NOUNS = r"(?:time|of\s+its\s+kind|of\s+the\s+kind|instance|occass?ion|incident|such|launch|test|crossing|incursion|intrusion|attack|strike|airstrike|clash|battle|firefight|violation|breach|abduction|defector|infiltration|shelling|round|wave|(?:day\s+(?:of|in\s+a\s+row))|day\s+that|day\b|try|border\s+breach|missile|balloon|navy\s+ship|air-to-air)"
_BETWEEN = r"(?:(?:straight|consecutive|successive|reported|serious|confirmed|such|mass|known|major|ballistic|missile|balloon|border|similar|suicide|bomb|long-range|nuclear-capable|South|North|Korean|suspected)\s+){0,3}"


def count_claims(reading: Reading, pack: Pack, reports: Sequence[Report]) -> Iterator[CountClaim]:
    """Every count claim of a document, each number and kind once."""
    seen: set[tuple[str, int | None, int | None]] = set()
    for annotated in reading.sentences:
        for start, end, ordinal, count, kind in _numbers(annotated, pack.lexicon):
            report = _nearest(annotated, reports) if kind is None else _nearest(annotated, reports)
            kind_found = kind or (report.claim.kind.value if report else None)
            if kind_found is None or (kind_found, ordinal, count) in seen:
                continue
            seen.add((kind_found, ordinal, count))
            yield _claim(reading, annotated, start, end, ordinal, count, kind_found, report)


def _numbers(annotated: Annotated, lexicon: Lexicon) -> Iterator[tuple[int, int, int | None, int | None, str | None]]:
    text, offset = annotated.sentence.text, annotated.sentence.start
    violation = _violation(text)
    for match in _ordinal(lexicon).finditer(text):
        number = _ordinal_value(match["ordinal"], lexicon)
        first_alone = number == 1 and not re.search(r"\bsince\b|\btime\b|\bin\s+(?:about|more|over|nearly|a|the\s+\w+\s+administration)\b", text[match.end() - 5 : match.end() + 60])
        if number is None or first_alone or re.search(r"\b(?:his|her|my)\s*$", text[: match.start()]):
            continue
        yield offset + match.start(), offset + match.end(), number, None, None
    for match in _times(lexicon).finditer(text):
        word = (match["word"] or match["count"]).lower()
        number = lexicon.numbers.times.get(word) or lexicon.numbers.words.get(word) or (int(word) if word.isdigit() else None)
        if number is not None and (violation or match["word"] != "once"):
            yield offset + match.start(), offset + match.end(), None, number, violation


def _violation(text: str) -> str | None:
    if re.search(r"\bviolat|\bbroke|\bbreach", text, re.IGNORECASE):
        if re.search(r"armistice", text, re.IGNORECASE):
            return "armistice_violation"
        if re.search(r"cease-?fire|truce", text, re.IGNORECASE):
            return "ceasefire_violation"
    return None


def _ordinal(lexicon: Lexicon) -> re.Pattern[str]:
    if "count ordinals" not in lexicon.compiled:
        words = "|".join(lexicon.numbers.ordinals)
        lexicon.compiled["count ordinals"] = re.compile(rf"\b(?P<ordinal>{words}|\d{{1,3}}(?:st|nd|rd|th))\s+{_BETWEEN}{_NOUNS}", re.IGNORECASE)
    return lexicon.compiled["count ordinals"]


def _times(lexicon: Lexicon) -> re.Pattern[str]:
    if "count times" not in lexicon.compiled:
        numbers = "|".join(w for w, n in lexicon.numbers.words.items() if 1 < n <= 20)
        once = "|".join(lexicon.numbers.times)
        lexicon.compiled["count times"] = re.compile(
            rf"\b(?:(?P<count>\d{{1,4}}|{numbers})\s+(?:(?:separate|different|such)\s+)?(?:times|occasions|separate\s+(?:incidents|gun\s+battles|attacks|operations|airstrikes)|incidents)|(?P<word>{once}))\b(?!\s+(?:as|more|the|larger))", re.IGNORECASE
        )
    return lexicon.compiled["count times"]


def _ordinal_value(word: str, lexicon: Lexicon) -> int | None:
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else lexicon.numbers.ordinals.get(word.lower())


def _nearest(annotated: Annotated, reports: Sequence[Report]) -> Report | None:
    """The report told in the same sentence, else the last one told before it."""
    start, end = annotated.sentence.start, annotated.sentence.end
    same = [r for r in reports if any(start <= s.start < end and s.part == annotated.sentence.part for s in r.claim.kind.evidence) or (r.quote.start == start and r.quote.part == annotated.sentence.part)]
    if same:
        return same[0]
    before = [r for r in reports if r.quote.part == "text" and r.quote.start <= start]
    return max(before, key=lambda r: r.quote.start) if before else (reports[0] if reports else None)


def _claim(reading: Reading, annotated: Annotated, start: int, end: int, ordinal: int | None, count: int | None, kind: str, report: Report | None) -> CountClaim:
    window = next((t for t in annotated.times if t.window), None)
    since, until = _window(window, report, reading)
    sentence = annotated.sentence
    quote = Span(document_id=reading.document_id, start=sentence.start, end=sentence.end, part=sentence.part)
    evidence = [Span(document_id=reading.document_id, start=start, end=end, part=sentence.part)]
    if window is not None:
        evidence.append(Span(document_id=reading.document_id, start=window.start, end=window.end, part=sentence.part))
    by = tuple(dict.fromkeys(s.value.code for s in report.claim.actors)) if report else ()
    return CountClaim(
        id=claim_id(reading.document_id, kind, ordinal, count, start), document_id=reading.document_id, kind=kind, ordinal=ordinal, count=count, by=by, since=since, until=until,
        window=window.when.words if window and window.when else None, quote=quote, evidence=tuple(evidence), line=report.claim.line.value if report and report.claim.line else None,
        report_id=report.id if report else None,
    )


def _window(window: TimeMention | None, report: Report | None, reading: Reading) -> tuple[str | None, str | None]:
    """First and last day of the stretch; the last is the event's day, else the day of publication."""
    when = report.claim.when.value if report and report.claim.when else None
    published = reading.document.published
    last = when.end if when and when.precision is Precision.DAY else published
    until = last.isoformat() if last else None
    if window is None or window.when is None:
        return None, until
    start = window.when.start
    if "in " in window.when.words.lower() and last is not None and published is not None:
        start = last - (published - start)
    return (f"{start.year:04d}-{start.month:02d}" if window.when.precision is Precision.MONTH else f"{start.year:04d}" if window.when.precision is Precision.YEAR else start.isoformat()), until
