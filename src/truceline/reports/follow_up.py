"""What was done about an act: who accused, denied, protested, condemned, confirmed, investigated, found; and whether it was meant."""

import re
from collections.abc import Iterator
from dataclasses import replace

from truceline.model.document import Document
from truceline.model.party import Role
from truceline.model.reading import Reading
from truceline.model.report import FollowUp, Modality, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack
from truceline.reports.attribution import Attributions
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.join import FAMILY
from truceline.reports.sides import Sides
from truceline.reports.stances import withheld
from truceline.reports.step_reality import Reality, negated, reality, step_day, stranded_subject
from truceline.reports.voice import ISSUED

READ_BY = "reports.follow_up 1"
_AGAINST = frozenset({"accusation", "condemnation", "protest", "finding"})
"""Steps that one party takes against whoever acted: never against itself."""
_NEAR, _FAR = 3, 12
"""How many sentences a step may stand from its act: where it names no party of the act, and where it does."""
_OF_CONTENT = frozenset({"confirmation", "denial", "investigation"})
"""Steps that concern what stands under their word, or what a word there points back to."""
_POINTERS = frozenset({
    "responsibility", "involvement", "involve", "involved", "responsible", "attack", "incident", "role", "charge", "accusation",
    "allegation", "report", "claim", "it", "this", "strike", "killing", "death", "shooting", "bombing", "launch", "crossing",
    "intrusion", "crash", "sinking", "blast", "explosion", "operation", "case",
})  # fmt: skip
_UPON = frozenset({"notification", "meeting_request"})
"""Steps that a body takes upon what it has found."""
_NO_BLAME = frozenset({"missile_launch", "works_in_zone", "truce", "release", "restoration", "withdrawal"})
_OWNED = frozenset({"investigation", "finding", "notification", "meeting_request"})
"""Steps that the speaker of the sentence takes where nobody else is named."""


def intent(graph: Graph, document: Document, lexicon: Lexicon, trigger: int) -> Slot[str] | None:
    """deliberate or accidental, where the words of the act's own clause say so."""
    sentence = graph.annotated.sentence
    near = _near(graph, trigger)
    low = sentence.text.lower()
    for name in ("accidental", "deliberate"):
        for word in (w for w in lexicon.cues.intent[name] if w.lower() in low):
            for match in re.finditer(rf"\b{re.escape(word)}\b", sentence.text, re.IGNORECASE):
                start = sentence.start + match.start()
                if any(graph.tokens[n].start <= start < graph.tokens[n].end for n in near) and not negated(sentence.text, match.start()):
                    span = Span(document_id=document.id, start=start, end=sentence.start + match.end(), part=sentence.part)
                    return Slot(value=name, evidence=(span,), read_by=READ_BY)
    return None


def tells_intent(graph: Graph, lexicon: Lexicon) -> bool:
    """Whether a sentence has any word of intent."""
    low = graph.annotated.sentence.text.lower()
    return any(word in low for words in lexicon.cues.intent.values() for word in words)


def intent_of(draft: Draft, graph: Graph, document: Document, lexicon: Lexicon) -> Slot[str] | None:
    """deliberate or accidental, told of an act in another sentence that names the act again, or what the actor came in."""
    asked = {n for n, _ in enumerate(graph.tokens) if any(graph.tokens[k].lemma in ("whether", "if") for k in graph.with_dep(n, "mark"))}
    for n, token in enumerate(graph.tokens):
        if asked and any(w in asked for w in (n, *graph.ancestors(n))):
            continue
        lemmas = lexicon.lemmas(token.text.lower())
        again = bool(lemmas) and any(draft.kind in (p.kind, p.air, p.sea) for p in lexicon.patterns_of(lemmas))
        if (again or _came_in(draft, graph, n, document)) and (found := intent(graph, document, lexicon, n)) is not None:
            return found
    return None


def _came_in(draft: Draft, graph: Graph, n: int, document: Document) -> bool:
    """Whether a noun with "the" is the actor's own craft, named before with "a" ("the drone")."""
    words = {document.words(e).lower().split()[-1] for s in (*draft.actors, *draft.counts) for e in s.evidence}
    return graph.tokens[n].text.lower() in words and any(graph.tokens[k].text.lower() == "the" for k in graph.with_dep(n, "det"))


def _near(graph: Graph, trigger: int) -> set[int]:
    """The clause of a trigger, and for a noun the clause of the verb that governs it."""
    near = graph.clause(trigger)
    if graph.is_noun(trigger):
        governor = next((a for a in graph.ancestors(trigger) if graph.is_verb(a)), None)
        near |= graph.clause(governor) if governor is not None else set()
    return near


def steps(
    graph: Graph, document: Document, lexicon: Lexicon, sides: Sides, speakers: Attributions
) -> Iterator[tuple[int, FollowUp, Reality]]:
    """Steps of procedure that a sentence tells as taken or as intended, each with the token that tells it."""
    sentence = graph.annotated.sentence
    for start, end, acts in lexicon.follow_ups.find(sentence.text):
        at = _told_at(graph, sentence.start + start, sentence.start + end)
        if at is None or negated(sentence.text, start) or withheld(graph, at):
            continue
        span = Span(document_id=document.id, start=sentence.start + start, end=sentence.start + end, part=sentence.part)
        when = step_day(graph, at, document)
        for act in acts:
            how = reality(graph, at, act, lexicon)
            if how is Reality.NONE or _other_sense(graph, at, act, lexicon):
                continue
            to = None if act in _OF_CONTENT else _to(graph, at, sides) or _shared_to(graph, at, act, sides)
            if act == "notification" and to is None and graph.tokens[at].lemma == "inform":
                continue  # readers are informed of much
            for name in _by(graph, at, act, sides, speakers) or [None]:
                yield at, FollowUp(act=act, by=name, to=to, evidence=(span,), when=when), how


def _told_at(graph: Graph, start: int, end: int) -> int | None:
    """The word that tells a step: the head of its words, no auxiliary ("notified" in "been notified", "protests" in "strong protests")."""
    inside = [n for n, t in enumerate(graph.tokens) if t.start < end and start < t.end]
    telling = [n for n in inside if graph.tokens[n].dep not in ("aux", "auxpass")]
    return next((n for n in telling if graph.tokens[n].head not in telling or graph.tokens[n].head == n), next(iter(telling), None))


def _shared_to(graph: Graph, at: int, act: str, sides: Sides) -> str | None:
    """ "Notified the army and requested a meeting": what is asked is asked of who was told."""
    over = graph.tokens[at].head
    return _to(graph, over, sides) if act in _UPON and graph.tokens[at].dep == "conj" and graph.is_verb(over) else None


def hand_out(joined: list[Draft], reading: Reading, pack: Pack) -> list[Draft]:
    """Gives every step of the document to the acts it concerns, once retellings are joined; returns the drafts."""
    sides = Sides(reading.document, pack.lexicon)
    speakers = Attributions.of_reading(reading, pack)
    for draft in joined:
        _found_by_speaker(draft, reading, pack.lexicon)
    last = max((n for n, a in enumerate(reading.sentences) if pack.lexicon.follow_ups.find(a.sentence.text)), default=-1)
    for index, annotated in enumerate(reading.sentences[: last + 1]):  # who is named after the last step is no matter
        if not joined or not annotated.sentence.tokens:
            continue
        graph = Graph.of(annotated)
        sides.remember(graph)
        speakers.note(annotated)
        for at, step, how in steps(graph, reading.document, pack.lexicon, sides, speakers):
            for draft in _concerned(step, at, graph, index, joined, pack.lexicon):
                _add(draft.follow_ups if how is Reality.TAKEN else draft.intended, draft, step, _each_other(graph, at))
    for draft in joined:
        _accused_by_voice(draft, speakers)
    return _settle_denials(joined)


def _found_by_speaker(draft: Draft, reading: Reading, lexicon: Lexicon) -> None:
    """A body of neither side that "found" the act has made a finding against who acted."""
    for told in draft.attributions:
        cue = reading.document.words(told.cue) if told.cue is not None else ""
        by = told.speaker.value
        if cue.lower() in lexicon.speech.finding and by.party and by.party not in draft.parties():
            _add(
                draft.follow_ups,
                draft,
                FollowUp(act="finding", by=by.code, to=None, evidence=(told.cue,) if told.cue else told.speaker.evidence),
                False,
            )


def _settle_denials(joined: list[Draft]) -> list[Draft]:
    """A denial stands on the act it denies where the document tells one of its family by who denies; else it is a report of its own."""
    kept = []
    for draft in joined:
        by = {_party(f.by) for f in draft.follow_ups if f.act == "denial"} - {None}
        told = [d for d in joined if not d.denied and d is not draft and by & {s.value.party for s in d.actors} and _alike(d, draft)]
        if draft.denied and told:
            nearest = min(told, key=lambda d: min(abs(draft.index - i) for i in d.indexes))
            for step in draft.follow_ups:
                _add(nearest.follow_ups, nearest, step, False)
        else:
            kept.append(draft)
    return kept


def _alike(one: Draft, two: Draft) -> bool:
    return FAMILY.get(one.kind, one.kind) == FAMILY.get(two.kind, two.kind)


def _concerned(step: FollowUp, at: int, graph: Graph, index: int, joined: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The acts told under the step's word, else those of its sentence, else the nearest one told that its parties fit."""
    named = _kinds_below(graph, set(graph.subtree(at)) - {at}, lexicon) if step.act == "accusation" else set()
    fitting = [d for d in joined if (_fits(step, d) or _behind(step, d, named)) and d.modality is not Modality.PLANNED]
    ruled = [d for d in fitting if any(f.act == "finding" and f.by is not None and _party(f.by) == _party(step.by) for f in d.follow_ups)]
    if step.act in _UPON and ruled:
        return ruled
    if step.act == "finding" and (
        breached := _breached(at, graph, index, fitting) or _of_an_agreement(step, at, graph, index, fitting, lexicon)
    ):
        return breached
    said_beside = {w for k in graph.with_dep(at, "advcl") if graph.tokens[k].lemma in lexicon.speech.strong for w in graph.subtree(k)}
    below = set(graph.subtree(at)) - said_beside | ({graph.tokens[at].head} if graph.tokens[at].dep in ("acl", "relcl", "amod") else set())
    below |= _which(at, graph) if step.act in _OF_CONTENT else set()
    here = [d for d in fitting if index in d.indexes]
    under = [d for d in here if d.index == index and d.trigger in below]
    if under or (here and step.act not in _OF_CONTENT):
        return under or here[:2]
    if step.act in _OF_CONTENT and not _told_below(graph, below - {at}, lexicon):
        return here[:1] if any(len(d.indexes) > 1 for d in here[:1]) else []
    known = _party(step.by) if step.act == "denial" else _party(step.to)
    theirs = [d for d in fitting if known is not None and known in d.parties()]
    near = [d for d in theirs or fitting if any(abs(index - i) <= (_FAR if theirs else _NEAR) for i in d.indexes)]
    if step.act in _OF_CONTENT and (kinds := _kinds_below(graph, below - {at}, lexicon)):
        near = [d for d in near if FAMILY.get(d.kind, d.kind) in kinds]
    return sorted(near, key=lambda d: (min(abs(index - i) + (i > index) for i in d.indexes), d.index == index))[:1]


def _behind(step: FollowUp, draft: Draft, named: set[str]) -> bool:
    """Whether a third party is blamed for a fight of others that the accusation names ("of stirring up the clashes")."""
    outside = {_party(step.by), _party(step.to)} - {None}
    return draft.kind == "clash" and FAMILY["clash"] in named and len(outside) == 2 and not outside & draft.parties()


def _which(at: int, graph: Graph) -> set[int]:
    """ "Has sent shells, which the ministry denies": what is denied is the clause above, not the shells."""
    if graph.tokens[at].dep != "relcl" or not any(graph.tokens[k].text.lower() == "which" for k in graph.with_dep(at, "dobj")):
        return set()
    over = next((a for a in graph.ancestors(at) if graph.is_verb(a)), None)
    return {over} if over is not None else set()


def _breached(at: int, graph: Graph, index: int, fitting: list[Draft]) -> list[Draft]:
    """The acts nearest before, one for each party of which a finding says something."""
    below = set(graph.subtree(at))
    subjects = [n for n in below if graph.tokens[n].dep in ("nsubj", "nsubjpass") and n not in graph.kids[at]]
    inside = {m for s in subjects for w in graph.subtree(s) if (m := graph.mention(w)) is not None}
    found = []
    for party in dict.fromkeys(graph.annotated.mentions[m].actor.party for m in sorted(inside)):
        near = [d for d in fitting if party in {s.value.party for s in d.actors} and any(0 <= index - i <= _FAR for i in d.indexes)]
        found += sorted(near, key=lambda d: min(abs(index - i) for i in d.indexes))[:1]
    return found


def _of_an_agreement(step: FollowUp, at: int, graph: Graph, index: int, fitting: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """Of a finding that names an agreement and no act ("accused it of violating the truce"): every act of that party told near."""
    below = {n for n in graph.subtree(at) if n > at}
    named = [n for n in below if graph.tokens[n].lemma.lower() in lexicon.word_sets["agreements"]]
    over = {k for n in named for k in (n, *graph.ancestors(n))}  # the breaking itself ("violating the truce") is no act
    if step.to is None or not named or any(graph.tokens[n].text.lower() in lexicon.trigger_forms for n in below - over):
        return []
    return [
        d for d in fitting
        if d.kind not in _NO_BLAME and d.kind != "violation_claim" and _party(step.to) in {s.value.party for s in d.actors}
        and any(abs(index - i) <= _NEAR for i in d.indexes)
    ]  # fmt: skip


def _kinds_below(graph: Graph, below: set[int], lexicon: Lexicon) -> set[str]:
    """Families of act that the words under a step's word name ("denied the deployment"): no other act can be meant."""
    told = {lexicon.lemmas(graph.tokens[n].text.lower()) for n in below} - {frozenset()}
    kinds = {k for lemmas in told for p in lexicon.patterns_of(lemmas) for k in (p.kind, p.air, p.sea) if k}
    return {FAMILY.get(kind, kind) for kind in kinds}


def _told_below(graph: Graph, below: set[int], lexicon: Lexicon) -> bool:
    """Whether what stands under the step's word tells an act, or points back to one ("the attack", "any involvement")."""
    return any(graph.tokens[n].lemma in _POINTERS or graph.tokens[n].text.lower() in lexicon.trigger_forms for n in below)


def _add(kept: list[FollowUp], draft: Draft, step: FollowUp, mutual: bool) -> None:
    """Puts a step by, each party's once; ``kept`` holds those that were taken, or those that are only intended."""
    if mutual and step.by is None:
        sides = [s.value.code for s in draft.actors if s.value.party != "UNK"]
        for by, to in ((sides[0], sides[1]), (sides[1], sides[0])) if len(sides) == 2 else ():
            _add(kept, draft, replace(step, by=by, to=to), False)
        return
    against = _against(draft, step.by) if step.act in ("finding", *_UPON) else None
    if against is not None and (step.to is None or step.to == f"{_party(against)}:gov"):
        step = replace(step, to=against)  # a bare party stands for its organ that acted
    held = next((f for f in kept if (f.act, _party(f.by)) == (step.act, _party(step.by))), None)
    if held is None:
        kept.append(step)
    elif held.by in (f"{_party(held.by)}:gov", f"{_party(held.by)}:mil") and step.by not in (held.by, _party(held.by)):
        kept[kept.index(held)] = step  # the organ says more than the bare party


def _against(draft: Draft, by: str | None) -> str | None:
    """Whom a step concerns that names nobody: who acted, if it is one party and not who takes the step."""
    codes = [s.value.code for s in draft.actors if s.value.party not in ("UNK", _party(by))]
    return codes[0] if len(codes) == 1 else None


def _each_other(graph: Graph, at: int) -> bool:
    """ "Accused each other", "each blaming the other": the step is taken by both sides."""
    return any(graph.tokens[k].lemma == "other" for k in graph.patients(at))


def _accused_by_voice(draft: Draft, speakers: Attributions) -> None:
    """A party's own statement that tells an act of another accuses it (codebook 3: asserted, with an accusation)."""
    own = speakers.voice.speaker if speakers.voice is not None else None
    if own is None or own.value.party is None or own.read_by == ISSUED or draft.modality is Modality.PLANNED or draft.kind in _NO_BLAME:
        return
    others = [s for s in draft.actors if s.value.party not in (own.value.party,)]
    if draft.actors and not others:
        return
    if any(_party(f.by) == own.value.party for f in draft.follow_ups):
        return  # what it found, told or condemned says more
    if own.value.party in {a.speaker.value.party for a in draft.attributions}:
        to = next((s.value.code for s in others if s.value.party != "UNK"), None)
        _add(draft.follow_ups, draft, FollowUp(act="accusation", by=own.value.code, to=to, evidence=draft.kind_slot.evidence), False)


def _fits(step: FollowUp, draft: Draft) -> bool:
    """Whether the parties allow it: who denies is who is said to have acted, who accuses is not."""
    actors = {s.value.party for s in draft.actors} - {"UNK"}
    by, to = _party(step.by), _party(step.to)
    if by is None or not actors:
        return step.act != "denial" or by is None or by.isupper()
    if step.act == "denial":
        return by in draft.parties() or by in {m.actor.party for m in draft.sentence.mentions}
    if step.act == "finding" and draft.kind == "defection":
        return False  # who leaves breaks nothing for a side
    if step.act in _AGAINST:
        return (by not in actors or draft.kind == "clash") and by != to and (to is None or to in actors)
    return True


def _party(code: str | None) -> str | None:
    return code.split(":")[0] if code else None


def _by(graph: Graph, at: int, act: str, sides: Sides, speakers: Attributions) -> list[str | None]:
    found: dict[str, None] = {}
    for head in _with_owners(graph, _doers(graph, at)):
        head = _same_sentence(graph, head)
        slot = speakers.party_of(graph, head)
        if slot is not None and (slot.value.party is not None or slot.value.code.isupper() or act == "accusation"):
            found.setdefault(slot.value.code)
            continue
        actor = sides.actor(graph, head, Role.GOV)  # a private person takes no step for a party
        if actor is not None and actor.value.party != "UNK":
            found.setdefault(actor.value.code)
    own = speakers.speakers.last or (speakers.voice.speaker if speakers.voice else None)
    ours = any(graph.tokens[head].text.lower() == "we" for head in _doers(graph, at))
    if not found and (ours or act in _OWNED) and own is not None and own.value.party is not None:
        found.setdefault(own.value.code)
    return list(found)


def _with_owners(graph: Graph, heads: list[int]) -> list[int]:
    """Heads, and all of several owners that one head has ("the wings of A and B claimed")."""
    owners = [w for head in heads for prep, p in graph.obliques(head) if prep == "of" for w in graph.with_dep(p, "conj")]
    return [*heads, *(w for w in owners if graph.mention(w) is not None)]


def _same_sentence(graph: Graph, head: int) -> int:
    """For "it", "he", "they": the party that is the subject of an earlier clause of the sentence, if there is one."""
    if graph.tokens[head].tag != "PRP":
        return head
    earlier = [n for n in range(head) if graph.tokens[n].dep in ("nsubj", "nsubjpass") and graph.mention(n) is not None]
    return earlier[-1] if earlier else head


def _doers(graph: Graph, at: int) -> list[int]:
    """Heads of who takes the step; a participle or infinitive takes it from the verb above."""
    token = graph.tokens[at]
    if (
        token.dep == "conj"
        and not graph.with_dep(at, "nsubj")
        and graph.is_verb(token.head)
        and graph.passive(token.head)
        and not graph.passive(at)
    ):
        return []  # "had been notified and requested": whoever asks is not who was told
    found = graph.agents(at)
    if not found and graph.is_noun(at):
        verb = graph.tokens[at].head
        if graph.is_verb(verb) and graph.tokens[at].dep in ("dobj", "nsubjpass", "pobj"):
            found = graph.agents(verb)
    return found or stranded_subject(graph, at)


def _to(graph: Graph, at: int, sides: Sides) -> str | None:
    against = [p for prep, p in graph.obliques(at) if prep in ("against", "on", "to", "with")]
    for head in graph.patients(at) + against:
        slot = sides.actor(graph, head, Role.GOV)
        if slot is not None and slot.value.party != "UNK":
            return slot.value.code
    return None


def _other_sense(graph: Graph, at: int, act: str, lexicon: Lexicon) -> bool:
    """Words that look like a step and are none: a crowd's protest, a denied person, an office of investigation."""
    token = graph.tokens[at]
    if act == "protest" and graph.is_noun(at):
        return not any(graph.tokens[k].lemma in ("formal", "official", "diplomatic", "strong") for k in graph.kids[at]) and graph.tokens[
            token.head
        ].lemma not in ("lodge", "file", "deliver", "send")
    if act == "protest" and token.lemma == "summon":
        return not any(graph.tokens[w].lemma in lexicon.cues.envoys for p in graph.patients(at) for w in graph.subtree(p))
    if act == "confirmation" and graph.is_verb(at) and any(graph.tokens[k].lemma in lexicon.cues.received for k in graph.objects(at)):
        return True
    if act == "denial" and token.lemma in ("reject", "dismiss"):
        return not any(graph.tokens[k].lemma in lexicon.cues.charges for k in graph.objects(at))
    if act == "denial" and graph.is_verb(at):
        return bool(graph.passive(at) and graph.with_dep(at, "dobj"))
    return token.dep in ("compound", "amod") and act in ("investigation", "protest")
