"""Claims of a count over time: "the third time since the beginning of June", "300 strikes" (codebook 2, `count_claims`)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.model.ids import claim_id
from truceline.model.reading import Annotated, Reading, TimeMention
from truceline.model.report import CountClaim, Prominence, Report
from truceline.model.text import Span
from truceline.model.time import Precision
from truceline.packs.lexicon import Lexicon
from truceline.packs.numerals import value
from truceline.packs.pack import Pack
from truceline.packs.phrases import DIGIT, has_word
from truceline.packs.reading_words import TellingWords
from truceline.packs.word_patterns import alternation
from truceline.reports.grammar import Graph
from truceline.reports.patterns import acts

_POINTS_BACK = re.compile(
    r"(?:\b(?:this|it|that|which|he|she|they|latest|launch|attack|incident|test|strike|fighting|clash|ship|battle|,)\b.*\b(?:is|was|were|marks|marked|marking|mark|follow\w*)\b|\bit's\b|\bmarking\b|^\W*$|,)",
    re.IGNORECASE | re.DOTALL,
)
_STRETCH = re.compile(
    r"\b(?:since\b|in\s+(?:about|more\s+than|over|nearly|almost)\s+(?:a|an|\w+)\s+(?:day|week|month|year|decade)"
    r"|this\s+(?:year|month|week)|in\s+the\s+[\w ]+administration)",
    re.IGNORECASE,
)
_NEAR = 100
"""An act farther from a number in its sentence, in characters, is not what the number counts."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that a sentence claims: where it stands, what it is, and the kind its own noun names, if any."""

    start: int
    end: int
    ordinal: int | None = None
    count: int | None = None
    kind: str | None = None
    generic: bool = False


def count_claims(reading: Reading, pack: Pack, reports: Sequence[Report]) -> Iterator[CountClaim]:
    """Every count claim of a document, each number and kind once; a heading's only where no sentence says it fully."""
    seen: set[tuple[str, int | None, int | None]] = set()
    numbers: set[tuple[int | None, int | None]] = set()
    for annotated in sorted(reading.sentences, key=lambda a: a.sentence.headline):
        for number in _numbers(annotated, pack.lexicon):
            if annotated.sentence.headline and (number.ordinal, number.count) in numbers:
                continue
            kind = number.kind or _kind(number, annotated, reports, pack.lexicon)
            if kind is None or (kind, number.ordinal, number.count) in seen:
                continue
            seen.add((kind, number.ordinal, number.count))
            numbers.add((number.ordinal, number.count))
            offset = annotated.sentence.start
            yield _claim(
                reading,
                annotated,
                offset + number.start,
                offset + number.end,
                number.ordinal,
                number.count,
                kind,
                _report_of(kind, annotated, reports),
            )


def _numbers(annotated: Annotated, lexicon: Lexicon) -> Iterator[_Number]:
    text = annotated.sentence.text
    in_a_row = has_word(text, lexicon.row_words)
    if not (in_a_row or DIGIT.search(text) or has_word(text, lexicon.number_words)):
        return  # a number or the place in a row is in every claim
    row = in_a_row or _ORDINAL.search(text)
    for match in (*_pattern("ordinal", lexicon).finditer(text), *_pattern("bare", lexicon).finditer(text)) if row else ():
        ordinal = _ordinal_value(match["ordinal"], lexicon)
        if ordinal is not None and _counts_acts(match, ordinal, text):
            yield _Number(
                match.start(),
                match.end(),
                ordinal=ordinal,
                kind=_noun_kind(match["noun"] or "", match["between"] or "", lexicon),
                generic=True,
            )
    for match in _pattern("times", lexicon).finditer(text) if row or has_word(text, _TIMES) else ():
        count = lexicon.numbers.times.get((match["word"] or "").lower()) or (
            value(match["count"], lexicon.numbers) if match["count"] else None
        )
        violation = _violation(text)
        chemical = "chemical_attack" if re.search(r"\bchemical (?:weapon|agent|attack)", text, re.IGNORECASE) else None
        if count is not None and (violation or chemical or count > 1):
            yield _Number(match.start(), match.end(), count=count, kind=violation or chemical)
    for match in _pattern("acts", lexicon).finditer(text):
        count = value(match["count"], lexicon.numbers)
        kind = _noun_kind(match["noun"], match["between"] or "", lexicon)
        if count is not None and count > 1 and kind is not None and not re.fullmatch(r"(?:19|20)\d\d", match["count"]):
            yield _Number(match.start(), match.end(), count=count, kind=kind)
    for name, kind, least, needed in _OF_THINGS:
        for match in _pattern(name, lexicon).finditer(text) if has_word(text, needed) else ():
            count = value(match["count"], lexicon.numbers)
            if count is not None and count >= least:
                yield _Number(match.start(), match.end(), count=count, kind=kind)


_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b", re.IGNORECASE)
_TIMES = frozenset({"times", "occasions"})
_OF_THINGS = (
    ("ships", "ship_attack", 3, frozenset({"ship", "ships", "vessels", "tankers"})),
    ("targets", "air_strike", 20, frozenset({"targets", "sites"})),
    ("separate", None, 2, frozenset({"separate", "different", "such", "similar", "attempts"})),
)
"""Claims that count things: the pattern, its kind, from how many on, and words one of which stands in each (by far cheaper to look for)."""


def _counts_acts(match: re.Match[str], ordinal: int, text: str) -> bool:
    """Whether an ordinal counts acts: "for the first time" alone does not, nor does "the third day" without a row of days."""
    before, after = text[: match.start()], text[match.end() - 1 : match.end() + 110]
    if re.search(r"\b(?:his|her|my|your)\s*$", before, re.IGNORECASE):
        return False
    noun = (match["noun"] or "").lower()
    if noun.startswith("day") and not re.search(
        r"straight|consecutive|successive|in\s+a\s+row|day\s+of\s+\w*\s*(?:strike|airstrike|clash|launch|attack|shelling|fighting)",
        match.group() + after[:40],
        re.IGNORECASE,
    ):
        return False
    if (
        ordinal == 1
        and noun == "time"
        and re.search(r"\b(?:it|this)(?:\s+is|['’]s|\s+was|\s+marks|\s+marked)\s+the\s*$", before, re.IGNORECASE)
    ):
        return not re.search(r"\b(?:said|says|say|met|acknowledged|admitted|called|visited|spoke)\b", after)
    if ordinal == 1:
        return bool(_STRETCH.search(after)) or bool(re.search(r"\b(?:its|their)\s*$", before) and noun not in ("time", "day"))
    return True


def _kind(number: _Number, annotated: Annotated, reports: Sequence[Report], lexicon: Lexicon) -> str | None:
    """The kind of the sentence's own act nearest to the number; in a heading or pointing back, of the act told before."""
    sentence = annotated.sentence
    graph = Graph.of(annotated, lexicon.clauses)
    own = (
        [
            (min(abs(graph.tokens[a.trigger].start - sentence.start - at) for at in (number.start, number.end)), a)
            for a in acts(graph, 0, lexicon)
        ]
        if sentence.tokens
        else []
    )
    if number.count is not None and sentence.tokens and _wounds(number, graph, sentence.start, lexicon.telling):
        return None
    own = [(far, a) for far, a in own if far <= _NEAR and any(r.claim.kind.value == a.kind for r in reports)]
    if own:
        return min(own, key=lambda pair: pair[0])[1].kind
    if not number.generic or not reports:
        return None
    said = _said_after(number, graph, sentence.start, reports, lexicon)
    if said is not None:
        return said
    if sentence.headline:
        lead = _told_before(annotated, reports) if number.start < 8 else None
        return lead.claim.kind.value if lead else None
    if re.search(r"\bfor\s+(?:the|a)\s*$", sentence.text[: number.start]):
        return None
    if sentence.text.startswith("(") or _POINTS_BACK.search(sentence.text[: number.start]):
        report = _told_before(annotated, reports)
        return report.claim.kind.value if report else None
    return None


def _wounds(number: _Number, graph: Graph, offset: int, words: TellingWords) -> bool:
    """Whether a number of times counts wounds ("was hit five times")."""
    at = next((n for n, t in enumerate(graph.tokens) if t.end == offset + number.end), None)
    return at is not None and graph.tokens[graph.tokens[at].head].lemma in words.wounding


def _said_after(number: _Number, graph: Graph, offset: int, reports: Sequence[Report], lexicon: Lexicon) -> str | None:
    """The kind of a report that a verb after the number states, where the parse joins them badly ("second time ... crossed")."""
    for token in graph.tokens:
        far = token.start - offset - number.end
        if not 0 <= far <= _NEAR or not token.tag.startswith("VB"):
            continue
        lemmas = lexicon.lemmas(token.text.lower())
        kinds = {kind for p in lexicon.patterns_of(lemmas) if lemmas & frozenset(p.verbs) for kind in (p.kind, p.air, p.sea) if kind}
        told = [r for r in reports if r.claim.kind.value in kinds]
        if told:
            return min(told, key=lambda r: (r.prominence is not Prominence.MAIN, r.quote.start)).claim.kind.value
    return None


def _told_before(annotated: Annotated, reports: Sequence[Report]) -> Report | None:
    """The lead act for a heading, else the last act told before a sentence, main acts first."""
    if annotated.sentence.headline:
        body = sorted(reports, key=lambda r: (r.prominence is not Prominence.MAIN, r.quote.part == "title", r.quote.start))
        return next(iter(body), None)
    before = [r for r in reports if r.quote.part == "text" and r.quote.start <= annotated.sentence.start]
    near = [r for r in before if r.prominence is Prominence.MAIN] or before
    return max(near, key=lambda r: r.quote.start, default=None)


def _report_of(kind: str, annotated: Annotated, reports: Sequence[Report]) -> Report | None:
    """The report that a claim counts: of its kind, in its sentence, else the main one told before it."""
    same = [r for r in reports if r.claim.kind.value == kind]
    if kind.endswith("_violation") or not same:
        return _told_before(annotated, reports) if kind.endswith("_violation") else None
    start, end = annotated.sentence.start, annotated.sentence.end
    here = [r for r in same if r.quote.part == annotated.sentence.part and start <= r.quote.start < end]
    main = [r for r in same if r.prominence is Prominence.MAIN]
    return min(here or main or same, key=lambda r: r.claim.when is None or r.claim.when.value.precision is not Precision.DAY)


def _violation(text: str) -> str | None:
    if re.search(r"\bviolat|\bbroke|\bbreach", text, re.IGNORECASE):
        if re.search(r"armistice", text, re.IGNORECASE):
            return "armistice_violation"
        if re.search(r"cease-?fire|truce", text, re.IGNORECASE):
            return "ceasefire_violation"
    return None


def _noun_kind(noun: str, between: str, lexicon: Lexicon) -> str | None:
    """The kind a noun names by itself ("airstrike", "battle", "balloon launch"), longest words first."""
    words = f"{between} {noun}".lower().replace("-", " ")
    for kind, names in lexicon.numbers.claimed.items():
        if any(re.search(rf"\b{re.escape(name)}(?:e?s)?\s*$", words) for name in names):
            return kind
    return None


def _pattern(name: str, lexicon: Lexicon) -> re.Pattern[str]:
    key = "claims " + name
    if key not in lexicon.compiled:
        lexicon.compiled[key] = re.compile(_written(name, lexicon), re.IGNORECASE)
    return lexicon.compiled[key]


def _written(name: str, lexicon: Lexicon) -> str:
    numbers = lexicon.numbers
    words = alternation(w for w, n in numbers.words.items() if 1 <= n <= 90)
    count = rf"(?P<count>\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|{words})"
    never = "|".join(numbers.claim_never)
    between = rf"(?P<between>(?:(?!(?:{never})\b(?!-))[A-Za-z][\w-]*\s+){{0,3}}?)"
    if name == "ordinal":
        nouns = alternation((*numbers.claim_nouns, *(n for names in numbers.claimed.values() for n in names)), space=r"\s+")
        ordinals = alternation(numbers.ordinals)
        return rf"\b(?P<ordinal>{ordinals}|\d{{1,3}}(?:st|nd|rd|th))\s+{between}(?P<noun>{nouns})s?\b"
    if name == "bare":
        return (
            rf"\bthe\s+(?P<ordinal>{alternation(numbers.ordinals)})(?P<between>)(?P<noun>)"
            r"\s+(?=since\b|in\s+(?:about|more\s+than|over|nearly|almost|less|the\s+area)\b)"
        )
    if name == "separate":
        return (
            rf"(?<![\w-]){count}\s+(?:(?:separate|different|such|similar)\s+"
            r"(?:incidents|operations|attacks|points|places|locations|occasions|raids)|attempts)\b"
        )
    if name == "targets":
        return (
            rf"\b(?:hit|hits|hitting|struck|strikes|striking|targeted|bombed)\s+(?:[a-z]+\s+){{0,2}}?{count}\s+{between}(?:targets|sites)\b"
        )
    if name == "times":
        return (
            rf"\b(?:{count}\s+(?:(?:separate|different|such)\s+)?(?:times|occasions)|(?P<word>{alternation(numbers.times)}))"
            r"\b(?!\s+(?:as|more|the|larger|higher|hero)|\s*\w*\s*winner)"
        )
    if name == "ships":
        return rf"\b{count}\s+{between}(?:ships?|vessels|tankers)\b[\w\s]{{0,40}}?\b(?:attacked|hit|damaged)\b"
    nouns = alternation((n for names in numbers.claimed.values() for n in names), space=r"\s+")
    return rf"(?<![\w-]){count}\s+{between}(?P<noun>{nouns})(?:e?s)\b"


def _ordinal_value(word: str, lexicon: Lexicon) -> int | None:
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else lexicon.numbers.ordinals.get(word.lower())


def _claim(
    reading: Reading, annotated: Annotated, start: int, end: int, ordinal: int | None, count: int | None, kind: str, report: Report | None
) -> CountClaim:
    window = next((t for t in annotated.times if t.window), None)
    since, until = _window(window, report, reading, ordinal=ordinal is not None)
    if window is None and ordinal is None:
        since = until = _on_day(annotated, end)
    sentence = annotated.sentence
    quote = Span(document_id=reading.document_id, start=sentence.start, end=sentence.end, part=sentence.part)
    evidence = [Span(document_id=reading.document_id, start=start, end=end, part=sentence.part)]
    if window is not None:
        evidence.append(Span(document_id=reading.document_id, start=window.start, end=window.end, part=sentence.part))
    by = tuple(dict.fromkeys(s.value.code for s in report.claim.actors)) if report else ()
    return CountClaim(
        id=claim_id(reading.document_id, kind, ordinal, count, start),
        document_id=reading.document_id,
        kind=kind,
        ordinal=ordinal,
        count=count,
        by=by,
        since=since,
        until=until,
        window=window.when.words if window and window.when else None,
        quote=quote,
        evidence=tuple(evidence),
        line=report.claim.line.value if report and report.claim.line else None,
        report_id=report.id if report else None,
    )


def _on_day(annotated: Annotated, end: int) -> str | None:
    """The one day that a number of times is told of ("twice on May 3"), else None."""
    days = (t.when for t in annotated.times if t.when is not None and t.when.precision is Precision.DAY and 0 <= t.start - end <= _NEXT)
    return next((day.start.isoformat() for day in days), None)


_NEXT = 6


def _window(window: TimeMention | None, report: Report | None, reading: Reading, *, ordinal: bool) -> tuple[str | None, str | None]:
    """First and last day of the stretch; the last is the event's day, else the day of publication."""
    when = report.claim.when.value if report and report.claim.when else None
    published = reading.document.published
    last = when.end if when and when.precision is Precision.DAY else published
    until = last.isoformat() if last else None
    if window is None or window.when is None:
        return None, until if ordinal else None
    start = window.when.start
    if "in " in window.when.words.lower() and last is not None and published is not None:
        start = last - (published - start)
    return (
        f"{start.year:04d}-{start.month:02d}"
        if window.when.precision is Precision.MONTH
        else f"{start.year:04d}"
        if window.when.precision is Precision.YEAR
        else start.isoformat()
    ), until
