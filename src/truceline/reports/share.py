"""Who gets what a sentence tells once: each toll, answer and outcome goes to the act it belongs to (codebook 3)."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.packs.reading_words import TellingWords
from truceline.packs.word_patterns import shaped
from truceline.reports import aftermath
from truceline.reports.casualties import tolls
from truceline.reports.counts import told_later
from truceline.reports.died_later import OF_THE_HURT, of_the_hurt
from truceline.reports.drafted import Draft
from truceline.reports.first_told import AT_FIRST, at_first
from truceline.reports.grammar import Graph
from truceline.reports.meant import intent_of, tells_intent
from truceline.reports.outcomes import own_outcome
from truceline.reports.toll import Toll
from truceline.reports.totals import ADDED, RUNNING, WHOLE, WITHIN
from truceline.reports.whose_toll import BACK, SHORT, bearer_of, just_before

_STILL = 4
"""How many sentences after an act it may be told that nobody was hurt, or how it was answered, where no other act is told between."""


def share(graph: Graph, index: int, here: list[Draft], before: list[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Gives a sentence's tolls, answers and outcome to its own acts, else to the act told just before it."""
    document = reading.document
    near = here or just_before(before, index)
    still = near or just_before(before, index, _STILL)
    _intent(graph, index, before, reading, lexicon)
    _answers(graph, here, before, index, reading, lexicon)
    if not still:
        return
    for toll in tolls(graph, document, lexicon):
        nobody = toll.slot.value.high == 0
        bearer = bearer_of(toll, graph, here, before, reading, lexicon) if near else next((d for d in still if nobody), None)
        within = WITHIN if bearer in here and _dead_of(bearer, toll, graph, lexicon) else ""
        scope = RUNNING + within if toll.running else ADDED if toll.added else WHOLE if toll.whole else ""
        before_dying = OF_THE_HURT if of_the_hurt(graph, toll, lexicon) else ""
        left = AT_FIRST if at_first(graph, toll, lexicon) else ""
        slot = replace(toll.slot, read_by=toll.slot.read_by + before_dying + left + scope)
        if bearer is not None and slot not in bearer.counts:
            bearer.counts.append(slot)
        own = next((d for d in here if d.kind == "capture" and d.trigger == toll.at and toll.slot.value.what == "captured"), None)
        if own is not None and toll.slot not in own.counts and not toll.running:
            own.counts.append(toll.slot)  # those taken in a fight are told of both
        defection = _defector(toll, graph, before, lexicon)
        if defection is not None and toll.slot not in defection.counts:
            defection.counts.append(toll.slot)
    if near and not here:
        told_later(graph, near[-1].kind, near[-1].counts, document, lexicon)


def _dead_of(draft: Draft | None, toll: Toll, graph: Graph, lexicon: Lexicon) -> bool:
    """Whether a total is told to be that of one act ("60 have been killed so far in the incursion", "the toll in it rose to 29")."""
    if draft is None or draft.trigger >= len(graph.tokens):
        return False
    token = graph.tokens[draft.trigger]
    if graph.tokens[token.head].lemma not in lexicon.numbers.within:
        return False
    held = graph.tokens[token.head].head
    toll_of_it = any(graph.tokens[k].lemma in lexicon.numbers.tolls for k in (held, *graph.with_dep(held, "nsubj", "dobj")))
    return toll_of_it or token.start > toll.slot.evidence[-1].end


def _intent(graph: Graph, index: int, before: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Whether an act was meant, told after it: to the act of the day that the sentence names, else to one told just before."""
    open_ = [d for d in reversed(before) if d.intent is None]
    if not open_ or not tells_intent(graph, lexicon):
        return
    days = {t.when.start for t in graph.annotated.times if t.when is not None}
    dated = [d for d in open_ if d.when is not None and d.when.value.start in days]
    for draft in dated or [d for d in open_ if index - d.index <= BACK]:
        draft.intent = intent_of(draft, graph, reading.document, lexicon)
        if draft.intent is not None:
            return


def _defector(toll: Toll, graph: Graph, before: Sequence[Draft], lexicon: Lexicon) -> Draft | None:
    """The defection whose one defector a toll of one befalls ("they wounded him"): it is a count of both acts."""
    if toll.slot.value.high != 1 or toll.slot.value.what not in ("killed", "wounded") or toll.running:
        return None
    pronouns = lexicon.numbers.one_person
    pointed = (any(graph.tokens[k].text.lower() == "the" for k in graph.with_dep(h, "det")) for h in toll.heads)
    known = any(graph.tokens[h].text.lower() in pronouns for h in toll.heads) or any(pointed)
    return next((d for d in reversed(before) if known and d.kind == "defection"), None)


def _crossings_before(here: list[Draft], before: Sequence[Draft], index: int) -> list[Draft]:
    """Crossings told before a sentence whose own acts are only answers to them, or fire at who crossed: their outcome may stand here."""
    if any(d.kind not in ("warning_fire", "withdrawal", "direct_fire") for d in here):
        return []
    kinds = aftermath.CROSSINGS if here else ("defection",)  # a sentence without acts goes to the act just before it
    open_ = [d for d in reversed(before) if d.kind in kinds and d.outcome is None and not d.denied]
    return [d for d in open_ if index - d.index <= (_DEFECTOR if d.kind == "defection" else BACK)]


_DEFECTOR = 4
"""What befalls one who fled is told sentence after sentence."""


def _answers(graph: Graph, here: list[Draft], before: list[Draft], index: int, reading: Reading, lexicon: Lexicon) -> None:
    """Outcomes and answers of a sentence, to its own acts, else to those told just before; in a short entry to a crossing anywhere."""
    back = len(reading.sentences) if len(reading.sentences) <= SHORT else BACK
    earlier = [d for d in reversed(before) if index - d.index <= back] or just_before(before, index, _STILL)
    for draft in here or just_before(before, index):
        if draft.outcome is None:
            draft.outcome = own_outcome(draft, graph, reading.document, lexicon, here=bool(here))
    for crossing in _crossings_before(here, before, index):
        crossing.outcome = own_outcome(crossing, graph, reading.document, lexicon, here=False)
        if crossing.outcome is not None:
            break
    for answer in aftermath.responses(graph, reading.document, lexicon):
        first = ("clash", "indirect_fire", "direct_fire") if answer.value in ("return_fire", "none") else tuple(aftermath.CROSSINGS)
        others = [d for d in here if not (answer.value == "return_fire" and _is_the_answer(d, answer, graph, lexicon))]
        chased = any(reading.document.words(span).lower() in lexicon.telling.chasing for span in answer.evidence)
        fitting = [d for d in [*others, *earlier, *here] if answer.value in aftermath.ANSWERS_TO.get(d.kind, ()) and not d.denied]
        if answer.read_by.endswith(aftermath.FIRED_BACK):  # what they then did is the answer itself ("they retaliated, shelling a village")
            fitting = [d for d in fitting if d.index != index or d.trigger < _where(answer, graph)]
        fitting = [d for d in fitting if not chased or d.kind in aftermath.CROSSINGS]  # nobody gives chase to shells
        target = next((d for d in fitting if d.kind in first), None) or next(iter(fitting), None)
        if target is not None and answer.value not in {r.value for r in target.responses}:
            target.responses.append(answer)
    _fired_in_response(graph, here, reading, lexicon.telling)


def _where(answer: Slot[str], graph: Graph) -> int:
    """The word that tells an answer."""
    return next((n for n, t in enumerate(graph.tokens) if any(s.start <= t.start < s.end for s in answer.evidence)), 0)


def _is_the_answer(draft: Draft, answer: Slot[str], graph: Graph, lexicon: Lexicon) -> bool:
    """Whether the words of an answer are the act itself ("responded by firing"): it answers another act, not itself."""
    token = graph.tokens[draft.trigger]
    if draft.trigger in _answered_with(graph, answer, lexicon):
        return True
    return any(span.start <= token.start and token.end <= span.end for span in answer.evidence)


def _answered_with(graph: Graph, answer: Slot[str], lexicon: Lexicon) -> set[int]:
    """The words of what somebody answered with ("responded with artillery fire"), and not those of what was answered."""
    verbs = [n for n, t in enumerate(graph.tokens) if any(s.start <= t.start < s.end for s in answer.evidence) and graph.is_verb(n)]
    preps = [k for verb in verbs for k in graph.with_dep(verb, "prep") if graph.low[k] in lexicon.telling.answering_with]
    return {w for k in preps for w in graph.subtree(k)}


def _fired_in_response(graph: Graph, here: list[Draft], reading: Reading, words: TellingWords) -> None:
    """Fire "in response to" fire of the other side is the answer to it (codebook 2, `response`)."""
    sentence, fires = graph.annotated.sentence, [d for d in here if d.kind in _FIRES]
    match = shaped(r"\bWORDS to\b", words.fire_answered).search(sentence.text) if len(fires) > 1 else None
    if match is None:
        return
    at = sentence.start + match.end()
    after = [d for d in fires if at < graph.tokens[d.trigger].start <= at + _AFTER]
    rest = [d for d in fires if graph.tokens[d.trigger].start < at]
    ours = {party for d in rest for party in d.parties()}
    after = [d for d in after if d.actors and not {s.value.party for s in d.actors} & ours] or after
    if after and rest and "return_fire" not in {r.value for r in after[0].responses}:
        span = Span(document_id=reading.document_id, start=at - len(match.group()), end=at, part=sentence.part)
        after[0].responses.append(Slot(value="return_fire", evidence=(span,), read_by="reports.share 1 in response"))


_FIRES = ("indirect_fire", "direct_fire", "air_strike")
_AFTER = 60
