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
from truceline.reports.casualties import Toll, tolls
from truceline.reports.counts import ADDED, RUNNING, WITHIN, told_later
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.meant import intent_of, tells_intent
from truceline.reports.outcomes import own_outcome

BEARS = ("clash", "air_strike", "indirect_fire", "direct_fire", "explosion", "monitor_attack")
TAKES = ("capture", "clash", "direct_fire", "sea_crossing")
SHORT = 6
"""An entry of so few sentences tells one event; what it counts is summed (codebook 2: killed and wounded sum all sides)."""
_BACK = 2
_STILL = 4
"""How many sentences after an act it may be told that nobody was hurt, or how it was answered, where no other act is told between."""
_FAR = 6


def share(graph: Graph, index: int, here: list[Draft], before: list[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Gives a sentence's tolls, answers and outcome to its own acts, else to the act told just before it."""
    document = reading.document
    near = here or _just_before(before, index)
    still = near or _just_before(before, index, _STILL)
    _intent(graph, index, before, reading, lexicon)
    _answers(graph, here, before, index, reading, lexicon)
    if not still:
        return
    for toll in tolls(graph, document, lexicon):
        nobody = toll.slot.value.high == 0
        bearer = _bearer(toll, graph, here, before, reading, lexicon) if near else next((d for d in still if nobody), None)
        within = WITHIN if bearer in here and _dead_of(bearer, toll, graph, lexicon) else ""
        scope = RUNNING + within if toll.running else ADDED if toll.added else ""
        slot = replace(toll.slot, read_by=toll.slot.read_by + scope)
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
    """Whether a total is told to be that of one act ("60 have been killed so far in the incursion")."""
    token = graph.tokens[draft.trigger] if draft is not None else None
    return token is not None and token.start > toll.slot.evidence[-1].end and graph.tokens[token.head].lemma in lexicon.numbers.within


def _intent(graph: Graph, index: int, before: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Whether an act was meant, told after it: to the act of the day that the sentence names, else to one told just before."""
    open_ = [d for d in reversed(before) if d.intent is None]
    if not open_ or not tells_intent(graph, lexicon):
        return
    days = {t.when.start for t in graph.annotated.times if t.when is not None}
    dated = [d for d in open_ if d.when is not None and d.when.value.start in days]
    for draft in dated or [d for d in open_ if index - d.index <= _BACK]:
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


def _just_before(before: Sequence[Draft], index: int, back: int = _BACK) -> list[Draft]:
    """The act told last, where it stands so few sentences ``back``; a fight before what else that sentence tells."""
    last = max((d.index for d in before), default=-9)
    if index - last > back:
        return []
    same = [d for d in before if d.index == last]
    return [next((d for d in reversed(same) if d.kind in BEARS), same[-1])]


def _bearer(toll: Toll, graph: Graph, here: list[Draft], before: list[Draft], reading: Reading, lexicon: Lexicon) -> Draft | None:
    """The act a toll stands on: a fight before a crossing, and what killed before the bare killing.

    A running total ("87 dead since the fighting began") is handed over too: it counts where the act is told to last so long.
    """
    if toll.slot.value.what == "captured":
        here, before = ([d for d in ds if d.kind in TAKES] for ds in (here, before))
        here = _taking(toll, graph, here, lexicon)
    fate = (*lexicon.numbers.killed, *lexicon.numbers.wounded)
    bare = {id(d) for d in (*here, *before) if d.lemma in fate and d.kind in ("direct_fire", "clash")}  # a strike that killed tells how
    index = next(n for n, a in enumerate(reading.sentences) if a is graph.annotated)
    if toll.running:
        here, before = [d for d in here if id(d) not in bare], [d for d in before if d.kind in BEARS and id(d) not in bare]
    bearing = [d for d in here if d.kind in BEARS] or here
    telling = [d for d in bearing if id(d) not in bare]
    chosen = min(telling or bearing, key=lambda d: (_distance(graph, toll.at, d.trigger), d.weak, d.trigger), default=None)
    if telling and chosen is not None and len(bearing) > len(telling) and _distance(graph, toll.at, chosen.trigger) > _FAR:
        chosen = min(bearing, key=lambda d: (_distance(graph, toll.at, d.trigger), d.weak, d.trigger))
    if len(reading.sentences) <= SHORT and (chosen is None or (id(chosen) in bare and chosen.kind != "clash")):
        told = (d for d in reversed(before) if d.kind in BEARS and id(d) not in bare and not d.title and index - d.index <= _BACK)
        return next(told, chosen) or next(iter(_just_before(before, index)), None)
    return chosen or next(iter(_just_before(before, index)), None)


def _taking(toll: Toll, graph: Graph, here: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """Who was taken stands on the taking itself; told in one breath with the dead of a fight, on the fight."""
    own = [d for d in here if d.kind == "capture" and d.trigger == toll.at]
    fights = [d for d in here if d.kind == "clash"]
    with_dead = graph.tokens[toll.at].dep == "conj" and graph.tokens[graph.tokens[toll.at].head].lemma in lexicon.numbers.killed
    return here if not own or (fights and with_dead) else own


def _crossings_before(here: list[Draft], before: Sequence[Draft], index: int) -> list[Draft]:
    """Crossings told before a sentence whose own acts are only answers to them, or fire at who crossed: their outcome may stand here."""
    if any(d.kind not in ("warning_fire", "withdrawal", "direct_fire") for d in here):
        return []
    kinds = aftermath.CROSSINGS if here else ("defection",)  # a sentence without acts goes to the act just before it
    open_ = [d for d in reversed(before) if d.kind in kinds and d.outcome is None and not d.denied]
    return [d for d in open_ if index - d.index <= (_DEFECTOR if d.kind == "defection" else _BACK)]


_DEFECTOR = 4
"""What befalls one who fled is told sentence after sentence."""


def _distance(graph: Graph, one: int, two: int) -> int:
    """Steps between two words of a sentence through their nearest common head."""
    up = [one, *graph.ancestors(one)]
    steps = {n: k for k, n in enumerate(up)}
    for k, n in enumerate([two, *graph.ancestors(two)]):
        if n in steps:
            return steps[n] + k
    return len(graph.tokens)


def _answers(graph: Graph, here: list[Draft], before: list[Draft], index: int, reading: Reading, lexicon: Lexicon) -> None:
    """Outcomes and answers of a sentence, to its own acts, else to those told just before; in a short entry to a crossing anywhere."""
    back = len(reading.sentences) if len(reading.sentences) <= SHORT else _BACK
    earlier = [d for d in reversed(before) if index - d.index <= back] or _just_before(before, index, _STILL)
    for draft in here or _just_before(before, index):
        if draft.outcome is None:
            draft.outcome = own_outcome(draft, graph, reading.document, lexicon, here=bool(here))
    for crossing in _crossings_before(here, before, index):
        crossing.outcome = own_outcome(crossing, graph, reading.document, lexicon, here=False)
        if crossing.outcome is not None:
            break
    for answer in aftermath.responses(graph, reading.document, lexicon):
        first = ("clash", "indirect_fire", "direct_fire") if answer.value in ("return_fire", "none") else tuple(aftermath.CROSSINGS)
        others = [d for d in here if not (answer.value == "return_fire" and _is_the_answer(d, answer, graph))]
        fitting = [d for d in [*others, *earlier, *here] if answer.value in aftermath.ANSWERS_TO.get(d.kind, ()) and not d.denied]
        target = next((d for d in fitting if d.kind in first), None) or next(iter(fitting), None)
        if target is not None and answer.value not in {r.value for r in target.responses}:
            target.responses.append(answer)
    _fired_in_response(graph, here, reading, lexicon.telling)


def _is_the_answer(draft: Draft, answer: Slot[str], graph: Graph) -> bool:
    """Whether the words of an answer are the act itself ("responded by firing"): it answers another act, not itself."""
    token = graph.tokens[draft.trigger]
    return any(span.start <= token.start and token.end <= span.end for span in answer.evidence)


def _fired_in_response(graph: Graph, here: list[Draft], reading: Reading, words: TellingWords) -> None:
    """Fire "in response to" fire of the other side is the answer to it (codebook 2, `response`)."""
    sentence = graph.annotated.sentence
    match = shaped(r"\bin WORDS (?:to|for)\b", words.in_answer).search(sentence.text)
    if match is None:
        return
    at = sentence.start + match.end()
    after = [d for d in here if d.kind in _FIRES and at < graph.tokens[d.trigger].start <= at + _AFTER]
    rest = [d for d in here if d.kind in _FIRES and graph.tokens[d.trigger].start < at]
    ours = {party for d in rest for party in d.parties()}
    after = [d for d in after if d.actors and not {s.value.party for s in d.actors} & ours] or after
    if after and rest and "return_fire" not in {r.value for r in after[0].responses}:
        span = Span(document_id=reading.document_id, start=at - len(match.group()), end=at, part=sentence.part)
        after[0].responses.append(Slot(value="return_fire", evidence=(span,), read_by="reports.share 1 in response"))


_FIRES = ("indirect_fire", "direct_fire", "air_strike")
_AFTER = 60
