"""What was done about an act: steps of procedure that the document tells, handed to the acts they concern."""

from dataclasses import replace

from truceline.model.reading import Reading
from truceline.model.report import FollowUp, Modality
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack
from truceline.reports.attribution import Attributions
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.join import FAMILY
from truceline.reports.sides import Sides
from truceline.reports.step_reality import Reality
from truceline.reports.steps import OF_CONTENT, UPON, party_code, steps
from truceline.reports.voice import ISSUED

_AGAINST = frozenset({"accusation", "condemnation", "protest", "finding"})
"""Steps that one party takes against whoever acted: never against itself."""


_NEAR, _FAR = 3, 12
"""How many sentences a step may stand from its act: where it names no party of the act, and where it does."""


_NO_BLAME = frozenset({"missile_launch", "works_in_zone", "truce", "release", "restoration", "withdrawal"})


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
        graph = Graph.of(annotated, pack.lexicon.clauses)
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
        by = {party_code(f.by) for f in draft.follow_ups if f.act == "denial"} - {None}
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
    ruled = [
        d for d in fitting if any(f.act == "finding" and f.by is not None and party_code(f.by) == party_code(step.by) for f in d.follow_ups)
    ]
    if step.act in UPON and ruled:
        return ruled
    if step.act == "finding" and (
        breached := _breached(at, graph, index, fitting) or _of_an_agreement(step, at, graph, index, fitting, lexicon)
    ):
        return breached
    said_beside = {w for k in graph.with_dep(at, "advcl") if graph.tokens[k].lemma in lexicon.speech.strong for w in graph.subtree(k)}
    below = set(graph.subtree(at)) - said_beside | ({graph.tokens[at].head} if graph.tokens[at].dep in ("acl", "relcl", "amod") else set())
    below |= _which(at, graph) if step.act in OF_CONTENT else set()
    here = [d for d in fitting if index in d.indexes]
    under = [d for d in here if d.index == index and d.trigger in below]
    if under or (here and step.act not in OF_CONTENT):
        return under or here[:2]
    if step.act in OF_CONTENT and not _told_below(graph, below - {at}, lexicon):
        return here[:1] if any(len(d.indexes) > 1 for d in here[:1]) else []
    known = party_code(step.by) if step.act == "denial" else party_code(step.to)
    theirs = [d for d in fitting if known is not None and known in d.parties()]
    near = [d for d in theirs or fitting if any(abs(index - i) <= (_FAR if theirs else _NEAR) for i in d.indexes)]
    if step.act in OF_CONTENT and (kinds := _kinds_below(graph, below - {at}, lexicon)):
        near = [d for d in near if FAMILY.get(d.kind, d.kind) in kinds]
    return sorted(near, key=lambda d: (min(abs(index - i) + (i > index) for i in d.indexes), d.index == index))[:1]


def _behind(step: FollowUp, draft: Draft, named: set[str]) -> bool:
    """Whether a third party is blamed for a fight of others that the accusation names ("of stirring up the clashes")."""
    outside = {party_code(step.by), party_code(step.to)} - {None}
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
        if d.kind not in _NO_BLAME and d.kind != "violation_claim" and party_code(step.to) in {s.value.party for s in d.actors}
        and any(abs(index - i) <= _NEAR for i in d.indexes)
    ]  # fmt: skip


def _kinds_below(graph: Graph, below: set[int], lexicon: Lexicon) -> set[str]:
    """Families of act that the words under a step's word name ("denied the deployment"): no other act can be meant."""
    told = {lexicon.lemmas(graph.tokens[n].text.lower()) for n in below} - {frozenset()}
    kinds = {k for lemmas in told for p in lexicon.patterns_of(lemmas) for k in (p.kind, p.air, p.sea) if k}
    return {FAMILY.get(kind, kind) for kind in kinds}


def _told_below(graph: Graph, below: set[int], lexicon: Lexicon) -> bool:
    """Whether what stands under the step's word tells an act, or points back to one ("the attack", "any involvement")."""
    return any(graph.tokens[n].lemma in lexicon.telling.pointers or graph.tokens[n].text.lower() in lexicon.trigger_forms for n in below)


def _add(kept: list[FollowUp], draft: Draft, step: FollowUp, mutual: bool) -> None:
    """Puts a step by, each party's once; ``kept`` holds those that were taken, or those that are only intended."""
    if mutual and step.by is None:
        sides = [s.value.code for s in draft.actors if s.value.party != "UNK"]
        for by, to in ((sides[0], sides[1]), (sides[1], sides[0])) if len(sides) == 2 else ():
            _add(kept, draft, replace(step, by=by, to=to), False)
        return
    against = _against(draft, step.by) if step.act in ("finding", *UPON) else None
    if against is not None and (step.to is None or step.to == f"{party_code(against)}:gov"):
        step = replace(step, to=against)  # a bare party stands for its organ that acted
    held = next((f for f in kept if (f.act, party_code(f.by)) == (step.act, party_code(step.by))), None)
    if held is None:
        kept.append(step)
    elif held.by in (f"{party_code(held.by)}:gov", f"{party_code(held.by)}:mil") and step.by not in (held.by, party_code(held.by)):
        kept[kept.index(held)] = step  # the organ says more than the bare party
    elif held.when is None and step.when is not None:
        kept[kept.index(held)] = replace(held, when=step.when)


def _against(draft: Draft, by: str | None) -> str | None:
    """Whom a step concerns that names nobody: who acted, if it is one party and not who takes the step."""
    codes = [s.value.code for s in draft.actors if s.value.party not in ("UNK", party_code(by))]
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
    if any(party_code(f.by) == own.value.party for f in draft.follow_ups):
        return  # what it found, told or condemned says more
    if own.value.party in {a.speaker.value.party for a in draft.attributions}:
        to = next((s.value.code for s in others if s.value.party != "UNK"), None)
        _add(draft.follow_ups, draft, FollowUp(act="accusation", by=own.value.code, to=to, evidence=draft.kind_slot.evidence), False)


def _fits(step: FollowUp, draft: Draft) -> bool:
    """Whether the parties allow it: who denies is who is said to have acted, who accuses is not."""
    actors = {s.value.party for s in draft.actors} - {"UNK"}
    by, to = party_code(step.by), party_code(step.to)
    if by is None or not actors:
        return step.act != "denial" or by is None or by.isupper()
    if step.act == "denial":
        return by in draft.parties() or by in {m.actor.party for m in draft.sentence.mentions}
    if step.act == "finding" and draft.kind == "defection":
        return False  # who leaves breaks nothing for a side
    if step.act in _AGAINST:
        return (by not in actors or draft.kind == "clash") and by != to and (to is None or to in actors)
    return True
