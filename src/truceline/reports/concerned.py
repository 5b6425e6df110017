"""Which acts of a document a step of procedure concerns: those its own words name, point back to, or stand nearest to."""

from truceline.model.report import FollowUp, Modality
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.join import FAMILY
from truceline.reports.steps import OF_CONTENT, UPON, party_code

AGAINST = frozenset({"accusation", "condemnation", "protest", "finding"})
"""Steps that one party takes against whoever acted: never against itself."""


NO_BLAME = frozenset({"missile_launch", "works_in_zone", "truce", "release", "restoration", "withdrawal"})
"""Acts that a party may tell of another without blaming it."""


_UNHURT = frozenset({"truce", "release", "restoration", "withdrawal", "build_up", "warning_fire"})
"""Acts that nobody condemns, denies or looks into unless the step's own words name them."""


_NEAR, _FAR = 3, 12
"""How many sentences a step may stand from its act: where its words tell nothing of the act, and where they do."""


def concerned(step: FollowUp, at: int, graph: Graph, index: int, joined: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The acts told under the step's word, else those of its sentence, else the nearest that its words and parties fit."""
    content = _content(graph, at, lexicon)
    named = kinds_named(graph, content - {at}, lexicon)
    families = {FAMILY.get(kind, kind) for kind in named}
    told = _told(graph, content - {at}, lexicon)
    fitting = [d for d in joined if (fits(step, d, told) or _behind(step, d, families)) and d.modality is not Modality.PLANNED]
    if step.act in UPON and (ruled := [d for d in fitting if _ruled(d, party_code(step.by))]):
        return ruled
    if step.act == "finding" and (
        breached := _breached(at, graph, index, fitting) or _of_an_agreement(step, at, graph, index, fitting, lexicon)
    ):
        return breached
    here = [d for d in fitting if index in d.indexes]
    if under := _under(step, graph, at, content, index, here, named, lexicon):
        return under
    if here and step.act not in OF_CONTENT:
        return _alike(here, named, families) or here[:2]
    if step.act == "accusation" and not told and not here and (step.to is None or _tells_else(graph, content - {at})):
        return []
    if step.act in OF_CONTENT and not told and not _pending(graph, at, lexicon):
        return here[:1] if any(len(d.indexes) > 1 for d in here[:1]) else []
    return _nearest(step, index, fitting, named, families, told)


def _tells_else(graph: Graph, content: set[int]) -> bool:
    """Whether a step's words have a clause of their own that tells something else ("accused it of seeking gain")."""
    return any(graph.tokens[n].dep in ("pcomp", "ccomp", "xcomp") and graph.is_verb(n) for n in content)


def _pending(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "The inquiry goes on": a noun with "the" that tells nothing of what is looked into, since the text has told it."""
    the = any(graph.tokens[k].lemma in lexicon.telling.same for k in graph.with_dep(at, "det"))
    return graph.is_noun(at) and the and not graph.obliques(at) and not graph.with_dep(at, "relcl", "acl")


def _nearest(step: FollowUp, index: int, fitting: list[Draft], named: set[str], families: set[str], told: bool) -> list[Draft]:
    """The act told just before, else the first that the text told, else the next: of the kind named, by or upon whom the step is against.

    Only what the step's words point back to, or a party names, may stand far above: a text comes back to what it began with.
    """
    known = party_code(step.by) if step.act == "denial" else party_code(step.to)
    theirs = [d for d in fitting if known is not None and known in d.parties()]
    fit = [d for d in theirs or fitting if not _running(d)] or theirs or fitting
    if named:
        fit = _alike(fit, named, families) or ([] if step.act in OF_CONTENT or not theirs else fit)
    else:
        fit = [d for d in fit if d.kind not in _UNHURT] or fit
    before = [d for d in fit if d.index <= index]
    beside = [d for d in before if min(abs(index - i) for i in d.indexes) <= _NEAR]
    far = [d for d in before if told or (theirs and min(abs(index - i) for i in d.indexes) <= _FAR)]
    after = [d for d in fit if 0 < d.index - index <= (_FAR if theirs else _NEAR)]
    return (
        sorted(beside, key=lambda d: index - max(i for i in d.indexes if i <= index))[:1]
        or sorted(far, key=lambda d: d.index)[:1]
        or sorted(after, key=lambda d: d.index)[:1]
    )


def _running(draft: Draft) -> bool:
    """Whether a draft sums up what went on "since" a day: a step concerns a single act rather."""
    return draft.when is not None and draft.when.value.basis == "since"


def _alike(drafts: list[Draft], named: set[str], families: set[str]) -> list[Draft]:
    """Those of the very kinds that words name, else those of their families."""
    return [d for d in drafts if d.kind in named] or [d for d in drafts if FAMILY.get(d.kind, d.kind) in families]


def _content(graph: Graph, at: int, lexicon: Lexicon) -> set[int]:
    """What a step is about: the words under its own, but for those that tell only when, after what or in answer to what."""
    over = graph.tokens[at].head
    stack, found = [at], {at}
    if graph.tokens[at].dep in ("acl", "relcl", "amod"):
        found.add(over)
    while stack:
        word = stack.pop()
        for k in graph.kids[word]:
            if graph.tokens[k].dep not in ("advcl", "relcl") and not _aside(graph, k, lexicon):
                stack.append(k)
                found.add(k)
    return found | (_which(at, graph) if graph.tokens[at].dep == "relcl" else set())


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
    beside = {w for k in graph.with_dep(at, "advcl") for w in graph.subtree(k)} if step.act in OF_CONTENT else said_beside
    below = set(graph.subtree(at)) - beside
    return [d for d in here if d.index == index and d.trigger in below]


def _ruled(draft: Draft, by: str | None) -> bool:
    """Whether the same body has found something of an act."""
    return by is not None and any(f.act == "finding" and party_code(f.by) == by for f in draft.follow_ups)


def _behind(step: FollowUp, draft: Draft, families: set[str]) -> bool:
    """Whether a third party is blamed for a fight of others that the accusation names ("of stirring up the clashes")."""
    outside = {party_code(step.by), party_code(step.to)} - {None}
    return draft.kind == "clash" and FAMILY["clash"] in families and len(outside) == 2 and not outside & draft.parties()


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
        if d.kind not in NO_BLAME and d.kind != "violation_claim" and party_code(step.to) in {s.value.party for s in d.actors}
        and any(abs(index - i) <= _NEAR for i in d.indexes)
    ]  # fmt: skip


def kinds_named(graph: Graph, below: set[int], lexicon: Lexicon) -> set[str]:
    """Types of act that words name ("the deployment"); words of any breach ("a violation") name none."""
    told = {lexicon.lemmas(graph.tokens[n].text.lower()) for n in below} - {frozenset()}
    named = [{k for p in lexicon.patterns_of(lemmas) for k in (p.kind, p.air, p.sea) if k} for lemmas in told]
    return {kind for kinds in named if "violation_claim" not in kinds for kind in kinds}


def _told(graph: Graph, below: set[int], lexicon: Lexicon) -> bool:
    """Whether what stands under the step's word tells an act, or points back to one ("the attack", "any involvement")."""
    return any(graph.tokens[n].lemma in lexicon.telling.pointers or graph.tokens[n].text.lower() in lexicon.trigger_forms for n in below)


def fits(step: FollowUp, draft: Draft, told: bool) -> bool:
    """Whether the parties allow a step: who denies is said to have acted, who accuses is not; ``told`` if its words tell an act."""
    actors = {s.value.party for s in draft.actors} - {"UNK"}
    by, to = party_code(step.by), party_code(step.to)
    if step.act in AGAINST and by is not None and by == to:
        return False
    if not actors and not told and step.act in AGAINST and to is not None and to not in draft.parties():
        return to in {m.actor.party for m in draft.sentence.mentions}
    if by is None or not actors:
        return step.act != "denial" or by is None or by.isupper()
    if step.act == "denial":
        return by in draft.parties() or by in {m.actor.party for m in draft.sentence.mentions}
    if step.act == "finding" and draft.kind == "defection":
        return False  # who leaves breaks nothing for a side
    if step.act in AGAINST:
        return (by not in actors or draft.kind == "clash") and by != to and (to is None or to in actors)
    return True
