"""Which acts of a document a step of procedure concerns: those its own words name, point back to, or stand nearest to."""

from truceline.model.party import Role
from truceline.model.report import FollowUp, Modality
from truceline.packs.lexicon import Lexicon
from truceline.reports.begun_said import tells_who_began, the_other
from truceline.reports.blamed import claims_it
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.join import FAMILY
from truceline.reports.steps import OF_CONTENT, UPON, party_code
from truceline.reports.told_apart import (
    BLAMABLE,
    FAR,
    NEAR,
    UNHURT,
    alike_in,
    just_before,
    kinds_named,
    latest,
    nearest,
    of_the_day,
    points_back,
    the_fighting,
)

AGAINST = frozenset({"accusation", "condemnation", "protest", "finding"})
"""Steps that one party takes against whoever acted: never against itself."""


NO_BLAME = frozenset({"missile_launch", "works_in_zone", "truce", "release", "restoration", "withdrawal"})
"""Acts that a party may tell of another without blaming it."""


def concerned(step: FollowUp, at: int, graph: Graph, index: int, joined: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The acts told under the step's word, else those of its sentence, else the nearest that its words and parties fit."""
    launched = step.act == "confirmation" and _what_was_launched(graph, at, lexicon)
    content = {at} if launched else _content(graph, at, lexicon)  # what they were made of is no act
    named = kinds_named(graph, _of_acts(graph, at, step, content, lexicon), lexicon)
    families = {FAMILY.get(kind, kind) for kind in named}
    told = _told(graph, content - {at} - (_himself(graph, at) if step.act == "confirmation" else set()), lexicon) or launched
    actual = [d for d in joined if d.modality is not Modality.PLANNED]
    fitting = [d for d in actual if fits(step, d, told) or _behind(step, d, families) or _denied_here(step, d, index, content, named)]
    if step.act in UPON and (ruled := [d for d in fitting if _ruled(d, party_code(step.by))]):
        return ruled
    if step.act == "finding" and (
        breached := _breached(at, graph, index, fitting) or _of_an_agreement(step, at, graph, index, fitting, lexicon)
    ):
        return breached
    if step.act == "denial" and (meant := _which_they_cannot_have_done(step, graph.tokens[at].lemma, index, actual, lexicon)) is not None:
        return meant
    if step.act in AGAINST and the_fighting(graph, at, lexicon) and (fights := alike_in(fitting, {"clash"}, set())):
        return latest(fights)[:1]
    if step.act == "accusation" and (fought := _begun(step, at, graph, index, actual, lexicon)):
        return fought
    if step.act in ("condemnation", "protest") and not told and _over_a_thing(graph, at, step, lexicon):
        return []
    here = [d for d in fitting if index in d.indexes]
    if launched:
        return _elsewhere(step, at, graph, index, fitting, content, told, lexicon)
    if under := _under(step, graph, at, content, index, here, named, lexicon):
        return under
    here = of_the_day(graph, at, content, here)
    if alike := alike_in(here, named, families) if step.act not in OF_CONTENT else []:
        return alike
    if step.act in ("accusation", "condemnation", "protest") and _charges_else(graph, at, content, lexicon):
        return []
    if here and step.act not in OF_CONTENT and not (named and step.act in AGAINST and _tells_else(graph, content - {at})):
        return here[:2]
    if step.act in OF_CONTENT and not told and not _pending(graph, at, step.act, lexicon):
        if step.act == "confirmation" and _tells_else(graph, content - {at}):
            return []
        held = step.act == "denial" and graph.tokens[at].lemma in lexicon.telling.holding  # "sank, but Seoul insisted that it was unarmed"
        return here[:1] if held or any(len(d.indexes) > 1 for d in here[:1]) else []
    if step.act in AGAINST and not told and (_tells_else(graph, content - {at}) or (step.act == "accusation" and step.to is None)):
        return []
    return _elsewhere(step, at, graph, index, fitting, content, told, lexicon)


def _elsewhere(
    step: FollowUp, at: int, graph: Graph, index: int, fitting: list[Draft], content: set[int], told: bool, lexicon: Lexicon
) -> list[Draft]:
    """The act of another sentence: of the kind that the step's words name, of those charged before, of the day and place they give."""
    named = kinds_named(graph, _of_acts(graph, at, step, content, lexicon), lexicon)
    families = {FAMILY.get(kind, kind) for kind in named}
    if named and (step.act in OF_CONTENT or _tells_else(graph, content - {at}) or named <= UNHURT):
        fitting = alike_in(fitting, named, families)
    elif named and points_back(graph, at, lexicon):
        named = {d.kind for d in alike_in([d for d in fitting if min(d.indexes) <= index], named, families)}
    charges = [w for w in content if graph.tokens[w].lemma in lexicon.cues.charges and graph.is_noun(w)] if step.act == "denial" else []
    if any(not kinds_named(graph, _head_words(graph, k), lexicon) for w in charges for k in graph.with_dep(w, "acl") if k != at):
        return []  # "condemned reports that it charges fees": a charge of something else
    if any(_of_a_matter(graph, w, lexicon) for w in charges):
        return []  # "denied the drug charges"
    if charges and not named:
        accused = [d for d in fitting if any(each.act == "accusation" for each in d.follow_ups)]
        told_before = [d for d in fitting if min(d.indexes) <= index]  # "the charges" are charges that the text has told
        fitting = accused or [d for d in told_before if d.modality is Modality.ALLEGED] or told_before or fitting
    naming = step.act in ("accusation", "denial") or claims_it(graph, at, step, lexicon)
    return nearest(step, index, of_the_day(graph, at, content, fitting), named, families, told, naming)


def _of_a_matter(graph: Graph, charge: int, lexicon: Lexicon) -> bool:
    """Whether a noun of charging has one before it that tells of what, and that is no act, no party and nobody who charges."""
    before = [k for k in graph.with_dep(charge, "compound") if graph.is_noun(k) and graph.tokens[k].tag in ("NN", "NNS")]
    return any(
        graph.mention(k) is None and graph.tokens[k].lemma not in lexicon.role_of and not lexicon.tells_act(graph.low[k]) for k in before
    )


def _of_acts(graph: Graph, at: int, step: FollowUp, content: set[int], lexicon: Lexicon) -> set[int]:
    """The words of a step that may name an act: not its own, no noun of saying in a denial ("rejected the claim"), no meeting asked for."""
    if step.act == "meeting_request":
        over = [w for w in content if graph.tokens[w].dep == "prep" and graph.tokens[w].lemma in lexicon.telling.charged_over]
        return {w for k in over for w in graph.subtree(k)}
    if step.act != "denial":
        return content - {at}
    return {w for w in content - {at} if not (graph.is_noun(w) and graph.tokens[w].lemma in lexicon.cues.charges)}


def _head_words(graph: Graph, verb: int) -> set[int]:
    """A verb with what it is done to, and the verb that it only helps ("continues to smuggle weapons")."""
    helped = [v for k in graph.with_dep(verb, "xcomp") for v in (k, *_head_words(graph, k))]
    return {verb, *graph.patients(verb), *(p for _, p in graph.obliques(verb)), *helped}


def _over_a_thing(graph: Graph, at: int, step: FollowUp, lexicon: Lexicon) -> bool:
    """Whether a step is taken against what is neither a party, people, an act nor called a bad name ("blasted the statement").

    The words of the step itself are not what it is against ("a note of protest").
    """
    bad = lexicon.telling.bad_names | lexicon.telling.breaches
    against = [k for k in graph.patients(at) if graph.is_noun(k) and not any(graph.covers(k, e.start, e.end) for e in step.evidence)]
    return bool(against) and not any(
        graph.mention(k) is not None
        or graph.tokens[k].tag.startswith("NNP")
        or graph.tokens[k].lemma in bad
        or graph.tokens[k].lemma in lexicon.role_of
        or graph.tokens[k].lemma in lexicon.cues.envoys
        for k in against
    )


def _tells_else(graph: Graph, content: set[int]) -> bool:
    """Whether a step's words have a clause of their own that tells something else ("accused it of seeking gain")."""
    return any(graph.tokens[n].dep in ("pcomp", "ccomp", "xcomp") and graph.is_verb(n) for n in content)


def _charges_else(graph: Graph, at: int, content: set[int], lexicon: Lexicon) -> bool:
    """Whether it is told of what, and that is neither an act nor a breach ("accused it of using the truce to regroup")."""
    words = lexicon.telling
    of = [v for prep in graph.with_dep(at, "prep") for v in graph.with_dep(prep, "pcomp") if v in content]
    if not of and graph.tokens[at].lemma in lexicon.clauses.charging and _of_a_vice(graph, at, lexicon):
        return True
    if of and all(graph.tokens[v].lemma in lexicon.cues.planning or graph.tokens[v].lemma in lexicon.reality.held_back for v in of):
        return True  # "accused it of planning to invade"
    below = {n for v in of for n in graph.subtree(v)}
    pointing = any(graph.tokens[n].lemma in words.pointers and graph.tokens[n].tag not in ("PRP", "DT") for n in below)
    breaking = any(graph.tokens[v].lemma in words.breaking or graph.tokens[v].lemma in words.committing for v in of)
    return bool(of) and not pointing and not breaking and not kinds_named(graph, below, lexicon) - UNHURT


def _of_a_vice(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "Accused it of meddling": a noun that is no act, no bad name and no breach."""
    words = lexicon.telling
    told = words.pointers | words.bad_names | words.breaches | words.the_fighting | words.bad_acts_of
    nouns = [k for prep, k in graph.obliques(at) if prep == "of" and (graph.is_noun(k) or graph.tokens[k].tag == "VBG")]
    below = [w for k in nouns for w in graph.subtree(k)]
    return bool(nouns) and not any(graph.tokens[w].lemma in told or lexicon.tells_act(graph.low[w]) for w in below)


def _pending(graph: Graph, at: int, act: str, lexicon: Lexicon) -> bool:
    """ "The inquiry goes on", "is investigating": what tells nothing of what is looked into, since the text has told it."""
    inquiry = act == "investigation"
    if graph.is_verb(at):
        alone = not graph.objects(at) and not graph.passive(at) and not graph.with_dep(at, "prep", "ccomp", "xcomp")
        return inquiry and (alone or graph.tokens[at].lemma in lexicon.telling.checking | lexicon.telling.establishing)
    determined = graph.with_dep(at, "det")
    the = any(graph.tokens[k].lemma in lexicon.telling.same or (inquiry and graph.low[k] in ("a", "an")) for k in determined)
    return graph.is_noun(at) and the and not graph.obliques(at) and not graph.with_dep(at, "relcl", "acl")


def _content(graph: Graph, at: int, lexicon: Lexicon) -> set[int]:
    """What a step is about: the words under its own, but for those that tell only when, after what or in answer to what."""
    over = graph.tokens[at].head
    stack, found = [at], {at}
    if graph.is_noun(at) and graph.tokens[at].dep == "dobj":  # "laid the blame for the shelling on": the parser hangs it on the verb
        stack += [k for k in graph.with_dep(over, "prep") if k > at and graph.tokens[k].lemma in lexicon.telling.charged_over]
    if graph.tokens[at].dep in ("acl", "relcl", "amod"):
        found.add(over)
    if graph.tokens[at].dep == "pobj" and graph.tokens[over].dep == "prep" and graph.tokens[graph.tokens[over].head].lemma == "be":
        over = graph.tokens[over].head  # "said that the incident was under investigation"
    if graph.tokens[at].dep == "acomp" or over != graph.tokens[at].head:  # "said that the launch was unacceptable"
        stack += graph.subjects(over)
        found.update(graph.subjects(over))
    apart = graph.with_dep(at, "conj") if graph.is_verb(at) and graph.with_dep(at, "dobj", "ccomp", "prep") else []
    while stack:  # "denied the raid but said that it had fired back": what is said beside is not denied
        word = stack.pop()
        for k in graph.kids[word]:
            if k in apart:
                continue
            nothing = graph.tokens[k].dep == "relcl" and graph.low[word] in lexicon.telling.nothing  # "had nothing to do with the raid"
            if (
                (nothing or graph.tokens[k].dep not in ("advcl", "relcl"))
                and not _aside(graph, k, lexicon)
                and not _of_whom(graph, k, lexicon)
            ):
                stack.append(k)
                found.add(k)
    return found | (_which(at, graph) if graph.tokens[at].dep == "relcl" else set())


def _of_whom(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    """A participle that tells of what somebody is suspected, and not what was done to him ("a man suspected of the bombing was killed")."""
    over = graph.tokens[k].head
    suspected = graph.tokens[k].dep == "acl" and graph.tokens[k].lemma in lexicon.cues.alleging_verbs
    return suspected and graph.is_noun(over) and graph.tokens[over].lemma in lexicon.role_of


def _aside(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    """A phrase of time, or of what an act answers ("after the attack", "in response to the launch")."""
    if graph.tokens[k].dep != "prep":
        return False
    answers = any(graph.tokens[p].lemma in lexicon.telling.in_answer for p in graph.with_dep(k, "pobj"))
    return graph.tokens[k].lemma in lexicon.telling.aside or answers


def _under(
    step: FollowUp, graph: Graph, at: int, content: set[int], index: int, here: list[Draft], named: set[str], lexicon: Lexicon
) -> list[Draft]:
    """The acts that the sentence tells, first or again, in what the step is about; else anywhere beneath its word."""
    within = [d for d in here if d.index == index and d.trigger in content]
    again = [d for d in here if d.index != index and d.kind in named]
    if within or again:
        return within or again
    said_beside = {w for k in graph.with_dep(at, "advcl") if graph.tokens[k].lemma in lexicon.speech.strong for w in graph.subtree(k)}
    told = (at, *graph.with_dep(at, "ccomp"))  # "admitted that it was beaten, blaming air strikes": what it blames is not what it admits
    beside = {w for v in told for k in graph.with_dep(v, "advcl") for w in graph.subtree(k)} if step.act in OF_CONTENT else said_beside
    if step.act in OF_CONTENT and graph.is_verb(at) and graph.with_dep(at, "dobj", "ccomp"):
        beside |= {w for k in graph.with_dep(at, "conj") if graph.is_verb(k) for w in graph.subtree(k)}
    below = set(graph.subtree(at)) - beside
    below -= {w for k in below if _of_whom(graph, k, lexicon) for w in graph.subtree(k)}
    return [d for d in here if d.index == index and d.trigger in below]


def _begun(step: FollowUp, at: int, graph: Graph, index: int, drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The fight told last of which each says that the other began it, or of two sides that one says the other began."""
    sides = {party_code(step.by), party_code(step.to)} - {None}
    if step.by is None and the_other(graph, at, lexicon):
        fights = [d for d in drafts if d.kind == "clash" and len({s.value.party for s in d.actors} - {"UNK"}) == 2]
    elif len(sides) == 2 and tells_who_began(graph, at, lexicon):
        fights = [d for d in drafts if sides <= d.parties() and (d.kind == "clash" or (d.kind in _ANSWERED and index not in d.indexes))]
    else:
        return []
    return just_before(index, fights)[:1]


_ANSWERED = frozenset({"direct_fire", "indirect_fire", "air_strike"})
"""Fire of one side that it may say to have answered the other's with."""


def _which_they_cannot_have_done(step: FollowUp, lemma: str, index: int, drafts: list[Draft], lexicon: Lexicon) -> list[Draft] | None:
    """The act denied by who says where he was, or whom he spares; None where a denial is told otherwise."""
    if lemma in lexicon.telling.open_places:
        return _crossing_by(step, index, drafts)
    return _upon_civilians(step, index, drafts) if lemma in lexicon.telling.attacking else None


def _upon_civilians(step: FollowUp, index: int, drafts: list[Draft]) -> list[Draft]:
    """The blow told last by who says to spare civilians: one upon them, or nobody is told upon whom."""
    theirs = [d for d in drafts if d.kind in BLAMABLE and {s.value.party for s in d.actors} == {party_code(step.by)}]
    struck = [d for d in theirs if not d.targets or any(s.value.role is Role.CIV for s in d.targets)]
    return just_before(index, struck)[:1]


def _crossing_by(step: FollowUp, index: int, drafts: list[Draft]) -> list[Draft]:
    """The crossing that is denied by who says to have kept to the open sea or to its own side."""
    able = {party_code(step.by), "UNK"}
    crossings = [d for d in drafts if d.kind in _CROSSINGS and {s.value.party for s in d.actors} <= able]
    near = [d for d in crossings if any(abs(index - i) <= NEAR for i in d.indexes)]
    return sorted(near, key=lambda d: min(abs(index - i) for i in d.indexes))[:1]


_CROSSINGS = frozenset({"air_crossing", "sea_crossing", "ground_crossing"})


def _ruled(draft: Draft, by: str | None) -> bool:
    """Whether the same body has found something of an act."""
    return by is not None and any(f.act == "finding" and party_code(f.by) == by for f in draft.follow_ups)


def _behind(step: FollowUp, draft: Draft, families: set[str]) -> bool:
    """Whether a third party is blamed for a fight of others that the accusation names ("of stirring up the clashes")."""
    outside = {party_code(step.by), party_code(step.to)} - {None}
    return draft.kind == "clash" and FAMILY["clash"] in families and len(outside) == 2 and not outside & draft.parties()


def _denied_here(step: FollowUp, draft: Draft, index: int, content: set[int], named: set[str]) -> bool:
    """Whether a denial has the act itself under it: then whoever denies may be of neither side ("the mission disputed the claim that")."""
    told = draft.index == index and draft.trigger in content
    return step.act == "denial" and (told or (draft.index != index and index in draft.indexes and draft.kind in named))


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
        near = [d for d in fitting if party in {s.value.party for s in d.actors} and any(0 <= index - i <= FAR for i in d.indexes)]
        found += sorted(near, key=lambda d: min(abs(index - i) for i in d.indexes))[:1]
    return found


def _of_an_agreement(step: FollowUp, at: int, graph: Graph, index: int, fitting: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """Of a finding that names an agreement and no act ("accused it of violating the truce"): every act of that party told near."""
    below = {n for n in graph.subtree(at) if n > at}
    named = [n for n in below if graph.tokens[n].lemma.lower() in lexicon.word_sets["agreements"]]
    over = {k for n in named for k in (n, *graph.ancestors(n))}  # the breaking itself ("violating the truce") is no act
    if step.to is None or not named or any(lexicon.tells_act(graph.low[n]) for n in below - over):
        return []
    return [
        d for d in fitting
        if d.kind not in NO_BLAME and d.kind != "violation_claim" and party_code(step.to) in {s.value.party for s in d.actors}
        and any(abs(index - i) <= NEAR for i in d.indexes)
    ]  # fmt: skip


def _himself(graph: Graph, at: int) -> set[int]:
    """ "Admitted that it was beaten": the pronoun means who admits, and no act; nor is what befell them one of theirs."""
    told = {k: [s for s in graph.with_dep(k, "nsubj", "nsubjpass") if graph.tokens[s].tag == "PRP"] for k in graph.with_dep(at, "ccomp")}
    return {s for subjects in told.values() for s in subjects} | {k for k, subjects in told.items() if subjects and graph.passive(k)}


def _what_was_launched(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "Confirmed that the projectiles were of a new make": with "the" what was fired or sent, of which the text has told."""
    things = lexicon.word_sets["shells"] | lexicon.word_sets["aircraft"] | lexicon.word_sets["vessels"]
    subjects = [s for k in graph.with_dep(at, "ccomp") for s in graph.with_dep(k, "nsubj", "nsubjpass")]
    return any(
        graph.tokens[s].lemma in things and any(graph.tokens[d].lemma in lexicon.telling.same for d in graph.with_dep(s, "det"))
        for s in subjects
    )


def _told(graph: Graph, below: set[int], lexicon: Lexicon) -> bool:
    """Whether what stands under the step's word tells an act, or points back to one ("the attack", "any involvement")."""
    words = lexicon.telling
    pointing = (n for n in below if graph.tokens[n].lemma in words.pointers)
    return any(not graph.is_verb(n) or graph.tokens[n].lemma not in words.everyday for n in pointing) or any(
        lexicon.tells_act(graph.low[n]) for n in below
    )


def fits(step: FollowUp, draft: Draft, told: bool) -> bool:
    """Whether the parties allow a step: who denies is said to have acted, who accuses is not; ``told`` if its words tell an act."""
    actors = {s.value.party for s in draft.actors} - {"UNK"}
    by, to = party_code(step.by), party_code(step.to)
    if step.act in AGAINST and by is not None and by == to:
        return False
    if not actors and not told and step.act in AGAINST and to is not None and to not in draft.parties():
        return to in {m.actor.party for m in draft.sentence.mentions} or (step.act == "accusation" and draft.kind in BLAMABLE)
    if by is None or not actors:
        if step.act == "accusation" and actors and to is not None and to not in actors:
            return False  # "was blamed on X": another has done this one
        return step.act != "denial" or by is None or by.isupper()
    if step.act == "denial":
        return by in draft.parties() or by in {m.actor.party for m in draft.sentence.mentions}
    if step.act in ("finding", "accusation") and draft.kind == "defection":
        return False  # who leaves breaks nothing for a side
    if step.act in AGAINST:
        return (by not in actors or draft.kind == "clash") and by != to and (to is None or to in actors)
    return True
