"""How sure a proposed report is an act in scope: a linear judge over what the grammar says of it, and what the encoder says.

The grammar proposes; the judge weighs features of the proposal (kind, trigger, slots filled, words of the
clause with all party names, lines and directions masked) and the encoder's score, and gives a probability. Weights are data
(``data/weights/``), trained by ``scripts/train_judge.py`` on hand-made gold. Without an encoder the features stand alone;
without weights every proposal keeps the grammar's own confidence. Swapping the sides of a text changes nothing of it (R5).
"""

from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence

from truceline.model.reading import Annotated, Reading, Token
from truceline.model.report import Modality
from truceline.packs.lexicon import Lexicon
from truceline.reports.at_home import spoken_of
from truceline.reports.confidence import kept_from
from truceline.reports.drafted import Draft
from truceline.reports.encoder import load_encoder
from truceline.reports.grammar import Graph
from truceline.reports.telling import telling
from truceline.reports.weights import load_weights, logistic

ALONE, STACKED = "judge", "judge_stacked"
"""The weights of the features alone, and of the features with the encoder's score."""
IN_DOUBT = (0.36, 0.4)
"""What the features alone hold between these is put to the encoder, whose say costs more time than all else that weighs a proposal.

To ask it of more, or of all, gives no better F1 on the folds (docs/judges.md).
"""

SURE_OF_ONE, SURE_OF_SOME = 0.51, 1.0
"""A document tells of an act where one proposal is as likely as the first, or where those that are kept add up to the second.

A lone doubtful one is most often crime, sport or history; three doubtful ones of a war are not (docs/judges.md).
"""


def judged(drafts: list[Draft], reading: Reading, lexicon: Lexicon) -> list[Draft]:
    """The likely proposals of a document that tells of an act at all."""
    kept = likely_ones(drafts, reading, lexicon)
    return kept if tells_an_act([draft.confidence for draft in kept]) else []


def likely_ones(drafts: list[Draft], reading: Reading, lexicon: Lexicon) -> list[Draft]:
    """The likely proposals, each with its confidence; all of them, at the grammar's own, without weights."""
    if not drafts:
        return []
    encoder = load_encoder()
    text = _text(reading, lexicon)
    found = [_features(draft, drafts, reading, lexicon, text) for draft in drafts]
    alone = [logistic(load_weights(ALONE), each) for each in found]
    likely = [(0.5 if draft.weak else 0.7) if sure is None else sure for draft, sure in zip(drafts, alone, strict=True)]
    doubts = in_doubt(likely) if encoder is not None and None not in alone else [False] * len(drafts)
    for draft, own, sure, doubt in zip(drafts, found, likely, doubts, strict=True):
        draft.confidence = sure
        if doubt and encoder is not None:
            draft.score = encoder.score(telling(draft, reading))
            draft.confidence = logistic(load_weights(STACKED), own, draft.numbers()) or sure
    return [draft for draft in drafts if draft.confidence >= kept_from_now()]


def in_doubt(alone: Sequence[float]) -> list[bool]:
    """Of which proposals of a document the encoder is asked, by how likely the features alone hold each to be."""
    return [IN_DOUBT[0] <= sure < IN_DOUBT[1] for sure in alone]


def tells_an_act(kept: list[float], sure_of_one: float | None = None) -> bool:
    """Whether a document whose kept proposals are as likely as this tells of any act at all."""
    return max(kept, default=0.0) >= (SURE_OF_ONE if sure_of_one is None else sure_of_one) or sum(kept) >= SURE_OF_SOME


def kept_from_now() -> float:
    """The confidence below which a proposal is let go, with the encoder that is installed or without one."""
    return kept_from(stacked=load_encoder() is not None)


def weights_for(draft: Draft) -> dict[str, float] | None:
    """The weights by which a proposal is judged; None where none are installed."""
    return load_weights(ALONE if draft.score is None else STACKED)


def features(draft: Draft, drafts: list[Draft], reading: Reading, lexicon: Lexicon) -> set[str]:
    """Binary features of one proposal, as words; none names a party."""
    return _features(draft, drafts, reading, lexicon, _text(reading, lexicon))


def _features(draft: Draft, drafts: list[Draft], reading: Reading, lexicon: Lexicon, text: frozenset[str]) -> set[str]:
    out = set(_own(draft, lexicon)) | set(_slots(draft)) | set(_document(draft, drafts, reading)) | text
    out |= {f"w:{word}" for word in _words(draft.sentence, lexicon)}
    out |= {f"kw:{draft.kind}:{word}" for word in _clause(draft, lexicon)}
    return out


def _text(reading: Reading, lexicon: Lexicon) -> frozenset[str]:
    """What a text is of: words of crime and courts (a lone attack elsewhere is crime, codebook 3), of war and of elections in a hundred."""
    texts = [_unnamed(each) for each in reading.sentences]
    text = " ".join(texts)
    crimes = min(3, sum(map(text.__contains__, lexicon.crime_words)))
    crime, war, polls = spoken_of([(each.sentence.text, masked) for each, masked in zip(reading.sentences, texts, strict=True)], lexicon)
    hundreds = max(1, len(text.split())) / 100
    steps = {"war words": bisect(IN_HUNDRED, war / hundreds), "war to crime": bisect(TO_CRIME, (war + 1) / (crime + 1))}
    steps["poll words"] = bisect_left(POLLS, polls / hundreds)
    return frozenset({f"crime:{crimes}", *(f"{name}:{step}" for name, step in steps.items())})


def _unnamed(annotated: Annotated) -> str:
    """A sentence in small letters, each party and place in it one word: how long a name is, or what it is made of, weighs nothing (R5)."""
    text, start, out, at = annotated.sentence.text, annotated.sentence.start, [], 0
    named = [(m.start - start, m.end - start) for m in annotated.mentions] + [(p.start - start, p.end - start) for p in annotated.places]
    for first, last in sorted(named):
        if first >= at:
            out += [text[at:first], _NAME]
            at = last
    return "".join([*out, text[at:]]).lower()


_NAME = "x"
IN_HUNDRED, TO_CRIME, POLLS = (1, 2, 4, 7), (0.5, 1, 2, 5), (0, 0.5, 1.5)
AGES = (3, 40, 400, 3000)
"""Bounds of the steps in which words of war and of elections are counted, and days between an act and publication."""


def _own(draft: Draft, lexicon: Lexicon) -> Iterator[str]:
    yield f"kind:{draft.kind}"
    yield f"lemma:{draft.kind}:{draft.lemma}"
    yield f"lemma:{draft.lemma}"
    if draft.weak:
        yield f"weak:{draft.kind}"
    for name in ("definite", "another", "denied", "when_said", "title"):
        if getattr(draft, name):
            yield name
            yield f"{name}:{draft.kind}"
    for cue in {cue.kind for cue in draft.sentence.cues}:
        yield f"cue:{cue}"
    if draft.modality is not Modality.ACTUAL:
        yield f"modality:{draft.modality}"
    graph = Graph.of(draft.sentence, lexicon.clauses)
    if draft.trigger < len(graph.tokens):
        token = graph.tokens[draft.trigger]
        yield f"tag:{token.tag}"
        yield f"dep:{token.dep}"
        yield f"dep:{token.dep}:{draft.kind}"
        yield f"quoted:{any(a <= token.start < b for a, b in draft.sentence.quotations)}"
        if graph.is_verb(draft.trigger):
            tense = _tense(graph, draft.trigger)
            yield f"tense:{tense}"
            yield f"tense:{tense}:{draft.when is not None}"
        head = graph.tokens[token.head]
        if token.head != draft.trigger and _plain(head, lexicon):
            yield f"head:{head.lemma}"
        for k in graph.kids[draft.trigger]:
            if graph.tokens[k].dep in ("det", "amod", "compound", "aux", "prt", "advmod") and (
                _plain(graph.tokens[k], lexicon) or graph.tokens[k].dep == "det"
            ):
                yield f"kid:{graph.tokens[k].lemma}"


def _tense(graph: Graph, n: int) -> str:
    """Tense, aspect and voice of a verb: "perfect going on", "passive"; its tag where no auxiliary tells."""
    aux = {graph.low[k] for k in graph.with_dep(n, "aux", "auxpass")}
    told = ["pluperfect"] if "had" in aux else ["perfect"] if aux & {"have", "has", "'ve"} else []
    if graph.tokens[n].tag == "VBG" and aux & {"is", "are", "was", "were", "be", "been", "'re"}:
        told.append("going on")
    if graph.passive(n):
        told.append("passive")
    return " ".join(told) or graph.tokens[n].tag


def _slots(draft: Draft) -> Iterator[str]:
    parties = {s.value.party for s in draft.actors}
    yield f"actors:{min(len(parties - {'UNK'}), 2)}:{draft.kind}"
    yield f"actors:{min(len(parties - {'UNK'}), 2)}"
    yield f"targets:{bool(draft.targets)}"
    yield f"sides:{min(len(draft.parties()), 3)}"
    yield f"sides:{min(len(draft.parties()), 3)}:{draft.kind}"
    for slot in draft.actors[:2]:
        yield f"role:{slot.value.role}"
        yield f"role:{slot.value.role}:{draft.kind}"
        yield f"by:{slot.read_by}"
    for slot in draft.targets[:2]:
        yield f"target:{slot.value.role}"
    when = draft.when.value if draft.when else None
    yield f"when:{when.precision if when else None}"
    yield f"when:{bool(when)}:{draft.kind}"
    for name in ("time", "where", "line", "sector", "outcome", "intent"):
        if getattr(draft, name) is not None:
            yield f"has:{name}"
            yield f"has:{name}:{draft.kind}"
    filled = sum(slot is not None for slot in (draft.when, draft.time, draft.where, draft.line, draft.outcome)) + min(2, len(draft.counts))
    yield f"filled:{min(filled, 4)}"
    yield f"filled:{min(filled, 4)}:{draft.weak}"
    if draft.when is not None:
        yield f"when by:{draft.when.read_by}"
    if draft.where is not None:
        yield f"where by:{draft.where.read_by}"
    for count in draft.counts:
        yield f"count:{count.value.what}"
    for response in draft.responses:
        yield f"response:{response.value}"
    yield f"said:{bool(draft.attributions)}"
    for step in draft.follow_ups:
        yield f"step:{step.act}"
    if draft.stands:
        yield "stands"


def _document(draft: Draft, drafts: list[Draft], reading: Reading) -> Iterator[str]:
    position = min(draft.indexes)
    yield f"position:{0 if position <= 1 else 1 if position <= 4 else 2 if position <= 12 else 3}"
    yield f"retold:{min(len(set(draft.indexes)), 4)}"
    yield f"proposals:{min(len(drafts), 9)}"
    yield f"same kind:{min(sum(d.kind == draft.kind for d in drafts), 4)}"
    yield from _again(draft, drafts)
    sentences = len(reading.sentences)
    yield f"length:{0 if sentences <= 3 else 1 if sentences <= 8 else 2 if sentences <= 25 else 3}"
    yield f"theatre:{reading.theatre is not None}"
    yield f"headline:{draft.sentence.sentence.headline}"
    yield f"dated:{reading.document.published is not None}"
    strong = sum(1 for d in drafts if not d.weak and d.parties())
    yield f"strong:{min(strong, 5)}"
    published, when = reading.document.published, draft.when
    if published is not None and when is not None:
        days = (published - when.value.end).days
        age = bisect_left(AGES, days)
        yield f"age:{age}"
        yield f"age:{age}:{draft.kind}"
        yield f"age:{age}:{when.value.precision}"


def _again(draft: Draft, drafts: list[Draft]) -> Iterator[str]:
    """Whether the document has told of such an act before: a retelling that was not joined is no second report."""
    place = (min(draft.indexes), draft.trigger)
    before = [d for d in drafts if d.kind == draft.kind and (min(d.indexes), d.trigger) < place]
    yield f"again:{min(len(before), 3)}"
    if before:
        yield f"again, same sides:{any(draft.parties() <= d.parties() for d in before)}"
        days = [d.when.value.code for d in before if d.when is not None]
        yield f"again, day:{'none' if draft.when is None else 'same' if draft.when.value.code in days else 'other'}"
    yield f"kind of first:{min(drafts, key=lambda d: (min(d.indexes), d.trigger)).kind == draft.kind}"


def _plain(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word may be weighed: no name, nothing written with a capital, no direction (R5)."""
    lemma = token.lemma
    return lemma.isalpha() and len(lemma) > 2 and not token.text[:1].isupper() and lemma not in lexicon.telling.directions


def _words(annotated: Annotated, lexicon: Lexicon) -> set[str]:
    return {t.lemma for t in annotated.sentence.tokens if _plain(t, lexicon)}


def _clause(draft: Draft, lexicon: Lexicon) -> set[str]:
    graph = Graph.of(draft.sentence, lexicon.clauses)
    if draft.trigger >= len(graph.tokens):
        return set()
    return {graph.tokens[w].lemma for w in graph.clause(draft.trigger) if _plain(graph.tokens[w], lexicon)}
