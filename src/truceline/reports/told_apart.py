"""Which of the acts that may be meant a step of procedure is about: by kind, day, place and how near they are told."""

from truceline.model.report import FollowUp
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.join import FAMILY
from truceline.reports.steps import party_code

UNHURT = frozenset({"truce", "release", "restoration", "withdrawal", "build_up", "warning_fire"})
"""Acts that nobody condemns, denies or looks into unless the step's own words name them."""


NEAR, FAR = 3, 12
"""How many sentences a step may stand from its act: where its words tell nothing of the act, and where they do."""


def of_the_day(graph: Graph, at: int, content: set[int], drafts: list[Draft]) -> list[Draft]:
    """Those of the day or the place that a step's words give the act ("condemned Monday's raid", "the shelling of Tyre"), if any are.

    An act that the text puts on another day is not meant, even where none is of the day given.
    """
    own = {k for k in graph.kids[at] if graph.tokens[k].dep in ("npadvmod", "prep", "advmod")}
    own |= {p for k in own for p in graph.with_dep(k, "pobj")}  # "condemned on Tuesday": the day of the step
    about = [graph.tokens[w] for w in content - own - {at}]
    days = [m.when for m in graph.annotated.times if m.when and not m.window and any(m.start <= t.start < m.end for t in about)]
    for when in days[:1]:
        drafts = [d for d in drafts if d.when is None or (d.when.value.start <= when.end and when.start <= d.when.value.end)]
        drafts = [d for d in drafts if d.when is not None] or drafts
    places = {p.where.name for p in graph.annotated.places if p.where is not None and any(p.start <= t.start < p.end for t in about)}
    return [d for d in drafts if d.where is not None and d.where.value.name in places] or drafts


def the_fighting(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether a step is taken over all that is told of a fight ("the clashes", "the fighting"), and not over one act of it."""
    words = lexicon.telling
    return any(
        (_of_all(graph, w, lexicon) and kinds_named(graph, {w}, lexicon) == {"clash"}) or graph.tokens[w].lemma in words.the_fighting
        for w in _straight_below(graph, at)
        if any(graph.tokens[k].lemma in words.same for k in graph.with_dep(w, "det"))
    )


def _of_all(graph: Graph, w: int, lexicon: Lexicon) -> bool:
    """Whether a noun names many, or the one that is on now ("the clashes", "the latest battle")."""
    return graph.tokens[w].tag == "NNS" or any(graph.low[k] in lexicon.telling.same for k in graph.with_dep(w, "amod"))


def _straight_below(graph: Graph, at: int) -> list[int]:
    """Words under a step's word by objects, prepositions and gerunds alone ("accused it of stirring up the clashes")."""
    found = graph.with_dep(at, "dobj", "pobj", "prep", "pcomp", "nsubjpass")
    return [w for k in found for w in (k, *_straight_below(graph, k))]


def latest(drafts: list[Draft]) -> list[Draft]:
    """Acts by their day, the latest first, those without one before them; of one day as they are told."""
    return sorted(drafts, key=lambda d: (0 if d.when is None else -d.when.value.start.toordinal(), min(d.indexes)))


def points_back(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether what a step is taken against stands with "the" or "this" ("protested the advance"): the text has told it."""
    return any(graph.tokens[d].lemma in lexicon.telling.same for k in graph.patients(at) for d in graph.with_dep(k, "det"))


def nearest(step: FollowUp, index: int, fitting: list[Draft], named: set[str], families: set[str], told: bool, naming: bool) -> list[Draft]:
    """The act told just before, else the first that the text told, else the next: of the kind named, by or upon whom the step is against.

    Only what the step's words point back to, or a party names, may stand far above: a text comes back to what it began with.
    ``naming`` where the step tells who has done it ("X blamed Y", "Y claimed responsibility"), or who has not.
    """
    known = party_code(step.by) if step.act in _OWN else party_code(step.to)
    theirs = [d for d in fitting if known is not None and known in d.parties()]
    able = [d for d in fitting if naming and known is not None and _may_be_by(known, d)]
    if just := just_before(index, alike_in(able, named, families) if named else able):
        return just[:1]
    fit = [d for d in theirs or fitting if not _running(d)] or theirs or fitting
    if named:
        fit = alike_in(fit, named, families) or ([] if not theirs else fit)
    else:
        fit = [d for d in fit if d.kind not in UNHURT] or ([] if step.act == "protest" else fit)
    before = [d for d in fit if min(d.indexes) <= index]
    beside = [d for d in before if min(abs(index - i) for i in d.indexes) <= NEAR]
    far = [d for d in before if told or (theirs and min(abs(index - i) for i in d.indexes) <= FAR)]
    after = [d for d in fit if 0 < min(d.indexes) - index <= (FAR if theirs else NEAR)]
    return _told_last(index, beside)[:1] or sorted(far, key=lambda d: min(d.indexes))[:1] or sorted(after, key=lambda d: min(d.indexes))[:1]


def just_before(index: int, drafts: list[Draft]) -> list[Draft]:
    """Acts told in the sentence before or not far above, those told last first."""
    beside = [d for d in drafts if any(0 <= index - i <= NEAR for i in d.indexes)]
    return _told_last(index, beside)


def _told_last(index: int, drafts: list[Draft]) -> list[Draft]:
    """Acts told up to a sentence, those told last first."""
    return sorted(drafts, key=lambda d: index - max(i for i in d.indexes if i <= index))


def _may_be_by(party: str, draft: Draft) -> bool:
    """Whether a party is told to have done an act of force, or nobody is."""
    doing = {s.value.party for s in draft.actors} - {"UNK"}
    return draft.kind not in UNHURT and not _running(draft) and (party in doing or (not doing and draft.kind in BLAMABLE))


BLAMABLE = frozenset({"explosion", "direct_fire", "indirect_fire", "air_strike", "missile_launch", "capture", "monitor_attack"})
"""Acts that are told without who did them, until somebody is blamed for them or claims them."""


_OWN = frozenset({"denial", "confirmation"})
"""Steps that mostly who is said to have acted takes."""


def _running(draft: Draft) -> bool:
    """Whether a draft sums up what went on "since" a day: a step concerns a single act rather."""
    return draft.when is not None and draft.when.value.basis == "since"


def alike_in(drafts: list[Draft], named: set[str], families: set[str]) -> list[Draft]:
    """Those of the very kinds that words name, else those of their families."""
    return [d for d in drafts if d.kind in named] or [d for d in drafts if FAMILY.get(d.kind, d.kind) in families]


def kinds_named(graph: Graph, below: set[int], lexicon: Lexicon) -> set[str]:
    """Types of act that words name ("the deployment"); words of any breach ("a violation") name none."""
    telling = [graph.tokens[n] for n in below if graph.tokens[n].dep != "aux" and not _light(graph, n, lexicon)]
    told = {lexicon.lemmas(token.text.lower()) for token in telling} - {frozenset()}
    named = [{k for p in lexicon.patterns_of(lemmas) for k in (p.kind, p.air, p.sea) if k} for lemmas in told]
    return {kind for kinds in named if "violation_claim" not in kinds for kind in kinds}


def _light(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a verb tells no act by itself, and its object is none of those with which it does ("use a truce to regroup")."""
    lemmas = lexicon.lemmas(graph.tokens[n].text.lower())
    if not lemmas or not graph.is_verb(n) or graph.tokens[n].lemma not in lexicon.clauses.light:
        return False
    objects = {graph.tokens[k].lemma for k in graph.objects(n)}
    if not objects:
        return False
    asked = [[lexicon.word_sets.get(name, frozenset()) for name in (*p.object, *p.heads)] for p in lexicon.patterns_of(lemmas)]
    return all(any(sets) and all(words.isdisjoint(objects) for words in sets) for sets in asked)
