"""The order of the answers to an act and the minutes between them, where the text tells them; and those told as not done.

That one word stands before another tells no order: only "then", "later", "after", "before", "followed by" and hours of the clock do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from truceline.model.reading import Annotated, Reading
from truceline.model.report import AnswerStep
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.packs.numerals import any_of, value
from truceline.reports.aftermath import ANSWERS_TO
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.step_reality import negated

ACT = "act"
"""What stands for the act itself among the steps."""
_BEYOND = 2
"""How many sentences after the last one that tells the act or an answer may still tell a step of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """An answer where a sentence names it, or the act itself: the word it hangs on, and the verb over that."""

    step: str
    at: int
    verb: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lapse:
    """A stretch of time told between two steps: minutes low to high (None = not told), and whether it is told "before"."""

    low: int | None
    high: int | None
    approx: bool
    backward: bool
    start: int
    end: int


def answer_steps(draft: Draft, reading: Reading, lexicon: Lexicon) -> tuple[AnswerStep, ...]:
    """What is told of order and time between the answers of one act, each step as often as something is told of it."""
    wanted = {each.value for each in draft.responses}
    spans = [span for each in draft.responses for span in each.evidence]
    told = sorted({*draft.indexes, *(n for n, a in enumerate(reading.sentences) if any(_holds(a, span) for span in spans))})
    found: list[AnswerStep] = []
    last = ACT
    for index in range(told[0], min(told[-1] + _BEYOND, len(reading.sentences) - 1) + 1) if told and wanted else ():
        annotated = reading.sentences[index]
        if annotated.sentence.headline or not annotated.sentence.tokens:
            continue
        graph = Graph.of(annotated, lexicon.clauses)
        mentions = list(_mentions(graph, wanted, lexicon, draft, index))
        found += _in_sentence(graph, mentions, last, reading, lexicon)
        found += _not_done(graph, draft, reading, lexicon) if index in told else []
        last = next((each.step for each in reversed(mentions) if each.step != ACT), last)
    return tuple(dict.fromkeys(found))


def _holds(annotated: Annotated, span: Span) -> bool:
    sentence = annotated.sentence
    return sentence.part == span.part and sentence.start <= span.start < sentence.end


def _mentions(graph: Graph, wanted: set[str], lexicon: Lexicon, draft: Draft, index: int) -> Iterator[_Mention]:
    """The answers that a sentence names, and the act where it is told, in order of the text."""
    sentence = graph.annotated.sentence
    found = [
        _mention(graph, names[0], sentence.start + start, sentence.start + end)
        for start, end, names in lexicon.responses.find(sentence.text)
        if names[0] in wanted and not negated(sentence.text, start, lexicon.reality)
    ]
    if index == draft.index:
        token = graph.tokens[draft.trigger]
        found.append(_mention(graph, ACT, token.start, token.end))
    yield from sorted((each for each in found if each is not None), key=lambda each: each.start)


def _mention(graph: Graph, step: str, start: int, end: int) -> _Mention | None:
    inside = [n for n, t in enumerate(graph.tokens) if t.start < end and start < t.end]
    at = next((n for n in inside if graph.tokens[n].head not in inside or graph.tokens[n].head == n), None)
    if at is None:
        return None
    verb = at if graph.is_verb(at) else next((n for n in graph.ancestors(at) if graph.is_verb(n)), at)
    return _Mention(step=step, at=at, verb=verb, start=start, end=end)


def _in_sentence(graph: Graph, mentions: list[_Mention], last: str, reading: Reading, lexicon: Lexicon) -> list[AnswerStep]:
    """Order and time of each answer of one sentence; ``last`` is the step that was told before it."""
    found: list[AnswerStep] = []
    lapses = list(_lapses(graph, lexicon))
    for n, each in enumerate(mentions):
        if each.step == ACT:
            continue
        before = mentions[n - 1].step if n else last
        clock = _clock(graph, each)
        lapse = next((one for one in lapses if _belongs(graph, one, each, mentions)), None)
        first = _after_which(graph, each, mentions, lexicon)
        step = AnswerStep(response=each.step, evidence=(_span(graph, reading, each.start, each.end),))
        if clock is not None:
            step = replace(step, clock=clock[0], evidence=(*step.evidence, _span(graph, reading, *clock[1:])))
        if lapse is not None and not lapse.backward:
            words = _span(graph, reading, lapse.start, lapse.end)
            after = first.step if first is not None else before
            step = replace(
                step, after=after if after != each.step else None, low=lapse.low, high=lapse.high, approx=lapse.approx,
                evidence=(*step.evidence, words),
            )  # fmt: skip
        elif first is not None:
            step = replace(step, after=first.step)
        elif _then(graph, each, mentions[n - 1].end if n else graph.annotated.sentence.start, lexicon) and before != each.step:
            step = replace(step, after=before)
        if step.after is not None or step.clock is not None:
            found.append(step)
    return found


def _after_which(graph: Graph, each: _Mention, mentions: list[_Mention], lexicon: Lexicon) -> _Mention | None:
    """The step that stands under "after", or under whose "before" this one stands ("warned before it fired"); no guess from order alone."""
    for other in mentions:
        if other is each:
            continue
        if _under(graph, other, each, lexicon.aftermath.order.after) or _under(graph, each, other, lexicon.aftermath.order.before):
            return other
        sentence = graph.annotated.sentence
        between = sentence.text[other.end - sentence.start : each.start - sentence.start].lower()
        if other.end <= each.start and len(between) < _SHORT and any(words in between for words in lexicon.aftermath.order.followed):
            return other
    return None


_SHORT = 40
"""Letters that may stand between two steps of which one is "followed by" the other."""


def _under(graph: Graph, below: _Mention, above: _Mention, words: tuple[str, ...]) -> bool:
    """Whether one step stands under such a word that hangs on the verb of the other.

    "Withdrew after warnings and shots" has both under it, whatever the parser makes of the second: no order is told.
    """
    for n in graph.ancestors(below.at):
        token = graph.tokens[n]
        marks = [k for k in graph.kids[n] if graph.tokens[k].dep in ("mark", "advmod") and graph.tokens[k].text.lower() in words]
        word = n if token.text.lower() in words else marks[0] if marks and token.dep == "advcl" else None
        if word is None or n == above.at:
            continue
        apart = above.at not in set(graph.subtree(n)) and not (above.verb < word < above.at)
        return apart and above.verb in (token.head, *graph.ancestors(token.head))
    return False


def _then(graph: Graph, each: _Mention, since: int, lexicon: Lexicon) -> bool:
    """Whether "then" hangs on the verb of a step, or stands between it and the step before."""
    words = lexicon.aftermath.order.then
    own = any(graph.tokens[k].text.lower() in words for k in graph.kids[each.verb])
    between = any(t.text.lower() in words and since <= t.start < each.start for t in graph.tokens)
    return own or between


def _lapses(graph: Graph, lexicon: Lexicon) -> Iterator[_Lapse]:
    sentence = graph.annotated.sentence
    for match in _pattern(lexicon).finditer(sentence.text):
        if not (match["way"] or match["within"]):
            continue  # "for ten minutes" lasts; "ten minutes later" and "within ten minutes" lie between
        low, high, approx = _minutes(match, lexicon)
        backward = (match["way"] or "").lower() in lexicon.aftermath.order.earlier
        yield _Lapse(
            low=0 if match["within"] else low, high=high, approx=approx, backward=backward,
            start=sentence.start + match.start(), end=sentence.start + match.end(),
        )  # fmt: skip


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """ "About ten minutes later", "within 15 minutes", "half an hour after", "minutes later": a bare unit tells order and no number."""
    if "lapses" not in lexicon.compiled:
        numbers, order = lexicon.numbers, lexicon.aftermath.order
        unit = any_of(tuple(order.minutes))
        plain = any_of(tuple(numbers.words))
        word = rf"(?:\d+|(?:{plain})(?:-(?:{plain}))?|{any_of((*order.vague, *order.fixed))})"
        hedge, bare = any_of(numbers.hedges), any_of((*order.minutes, *order.moments))
        stretch = rf"(?:(?P<one>{word})(?:\s*(?:to|or|-|–)\s*(?P<two>{word}))?(?:\s+(?P<unit>{unit}))?|(?P<bare>{bare}))"
        way = any_of((*order.later, *order.earlier, *order.after))
        lexicon.compiled["lapses"] = re.compile(
            rf"\b(?:(?P<within>{any_of(order.within)})\s+)?(?:(?P<hedge>{hedge})\s+)?{stretch}(?:\s+(?P<way>{way}))?\b", re.IGNORECASE
        )
    return lexicon.compiled["lapses"]


def _minutes(match: re.Match[str], lexicon: Lexicon) -> tuple[int | None, int | None, bool]:
    """Minutes low to high; ``approx`` where it is hedged, or told in hours, which are seldom meant to the minute."""
    numbers, order = lexicon.numbers, lexicon.aftermath.order
    if match["bare"]:
        return None, None, True
    fixed = order.fixed.get(match["one"].lower())
    if fixed is not None:
        return fixed, fixed, True
    size = order.minutes.get((match["unit"] or "").lower(), 1)
    vague = numbers.vague.get(match["one"].lower().removeprefix("a ").strip())
    if vague:
        return int(vague[0] * size), None if vague[1] is None else round(vague[1] * size), True
    low = value(match["one"].replace("-", " "), numbers)
    high = value(match["two"].replace("-", " "), numbers) if match["two"] else low
    approx = bool(match["hedge"]) or size != 1
    return (None if low is None else int(low * size)), (None if high is None else round(high * size)), approx


def _belongs(graph: Graph, lapse: _Lapse, each: _Mention, mentions: list[_Mention]) -> bool:
    """Whether a stretch hangs on the verb of a step, or opens the sentence whose first step it is."""
    at = next((n for n, t in enumerate(graph.tokens) if lapse.start <= t.start < lapse.end), None)
    owner = next((n for n in graph.ancestors(at) if graph.is_verb(n)), None) if at is not None else None
    inside = {n for n, t in enumerate(graph.tokens) if lapse.start <= t.start < lapse.end}
    steps = [
        one for one in mentions if one.step != ACT and inside.isdisjoint(graph.ancestors(one.at))
    ]  # "minutes after a broadcast": not its
    own = [one for one in steps if owner is not None and one.verb == owner]
    if own:
        return each is min(own, key=lambda one: abs(one.start - lapse.start))
    return bool(steps) and each is steps[0] and lapse.end <= each.start


def _clock(graph: Graph, each: _Mention) -> tuple[str, int, int] | None:
    """The hour that hangs on the verb of a step."""
    for mention in graph.annotated.times:
        at = next((n for n, t in enumerate(graph.tokens) if mention.start <= t.start < mention.end), None)
        owner = next((n for n in graph.ancestors(at) if graph.is_verb(n)), None) if at is not None and mention.clock else None
        if owner is not None and owner == each.verb and mention.clock:
            return mention.clock, mention.start, mention.end
    return None


def _not_done(graph: Graph, draft: Draft, reading: Reading, lexicon: Lexicon) -> list[AnswerStep]:
    """Answers that a sentence tells as not given ("without a warning broadcast", "fired no warning shots")."""
    sentence = graph.annotated.sentence
    can_be = ANSWERS_TO.get(draft.kind, ())
    return [
        AnswerStep(response=names[0], taken=False, evidence=(_span(graph, reading, sentence.start + start, sentence.start + end),))
        for start, end, names in lexicon.responses.find(sentence.text)
        if names[0] in can_be and names[0] != "none" and negated(sentence.text, start, lexicon.reality)
    ]


def _span(graph: Graph, reading: Reading, start: int, end: int) -> Span:
    return Span(document_id=reading.document_id, start=start, end=end, part=graph.annotated.sentence.part)
