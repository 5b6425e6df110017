"""Denials told by a contrary account: what the side said to have acted says of its act, which no word of denying marks.

The same words said by anybody else deny nothing ("the army said it had no troops in the town when the rebels came"), so such an
account is a step only over an act of its own that the text has told just before.
"""

from collections.abc import Iterator, Sequence

from truceline.model.ids import DocumentId
from truceline.model.party import Role
from truceline.model.report import FollowUp, Modality
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.attribution import Attributions
from truceline.reports.charges_mocked import calls_it_a_tale, says_it_is_a_tale, says_it_is_not_so, waves_it_aside
from truceline.reports.contrary_facts import tells_of_no_loss, tells_of_none
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.join import FAMILY
from truceline.reports.sides import Sides
from truceline.reports.steps import party_code
from truceline.reports.told_apart import NEAR, UNHURT, alike_in, kinds_named


def contrary_accounts(
    graph: Graph, document_id: DocumentId, lexicon: Lexicon, sides: Sides, speakers: Attributions
) -> Iterator[tuple[int, FollowUp]]:
    """Contrary accounts of a sentence, each with the word that tells it and the party that gives it."""
    if not graph.has_lemma(lexicon.contrary_marks):
        return
    words = lexicon.contrary
    turning = words.turning_down | words.turning_with.keys() | lexicon.telling.calling
    telling = words.saying | turning | frozenset(lexicon.speech.strong)
    if not graph.has_lemma(telling):
        return
    for verb, token in enumerate(graph.tokens):
        if token.lemma not in telling or not graph.is_verb(verb) or graph.with_dep(verb, "neg") or graph.passive(verb):
            continue
        if not graph.with_dep(verb, "ccomp") and token.lemma not in turning:
            continue  # nothing is said under it
        for by in _who(graph, verb, sides, speakers):
            at = next(_accounts(graph, verb, party_code(by) or "", lexicon), None)
            if at is not None:
                told = graph.tokens[at]
                span = Span(document_id=document_id, start=told.start, end=told.end, part=graph.annotated.sentence.part)
                yield at, FollowUp(act="denial", by=by, to=None, evidence=(span,))


def _accounts(graph: Graph, verb: int, by: str, lexicon: Lexicon) -> Iterator[int]:
    """The words that tell a contrary account, which a party gives with a verb of saying."""
    if calls_it_a_tale(graph, verb, lexicon) or waves_it_aside(graph, verb, lexicon):
        yield verb
    for clause in _said(graph, verb):
        if (
            tells_of_none(graph, clause, by, lexicon)
            or _of_what_is_told(graph, clause, lexicon)
            or tells_of_no_loss(graph, clause, lexicon)
        ):
            yield clause


def _of_what_is_told(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether an account is of what has been told as such, and of nothing done or lost."""
    mocked = calls_it_a_tale(graph, at, lexicon) or waves_it_aside(graph, at, lexicon)
    return mocked or says_it_is_a_tale(graph, at, lexicon) or says_it_is_not_so(graph, at, lexicon)


def _said(graph: Graph, verb: int) -> Iterator[int]:
    """Verbs of the clauses that are said, with those coordinated with them."""
    stack = graph.with_dep(verb, "ccomp")
    while stack:
        clause = stack.pop()
        yield clause
        stack += [k for k in graph.with_dep(clause, "conj") if graph.tokens[k].tag.startswith(("VB", "MD"))]


def _who(graph: Graph, verb: int, sides: Sides, speakers: Attributions) -> list[str]:
    """Parties that say it, by name or by office."""
    found: dict[str, str] = {}
    for head in graph.agents(verb):
        slot = speakers.party_of(graph, head)
        if slot is not None and slot.value.party is not None:
            found.setdefault(slot.value.party, slot.value.code)
        elif (actor := sides.actor(graph, head, Role.GOV)) is not None and actor.value.party != "UNK":
            found.setdefault(actor.value.party, actor.value.code)
    return list(found.values())


def given_of(step: FollowUp, at: int, graph: Graph, index: int, joined: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """The acts of whoever gives a contrary account that were told last, in the sentence itself or just before."""
    by, below = party_code(step.by), set(graph.subtree(at))
    open_to_it = [d for d in joined if _may_be_denied(d, by, graph) and not (d.index == index and d.trigger in below)]
    of_told, no_loss = _of_what_is_told(graph, at, lexicon), tells_of_no_loss(graph, at, lexicon)
    able = [] if no_loss and not of_told else [d for d in open_to_it if by in {s.value.party for s in d.actors}]
    if no_loss or (of_told and not _last(index, able)):  # the loss of a craft is denied by whose it was
        able = [d for d in open_to_it if by in {s.value.party for s in d.targets} and _of_a_craft(d)]
    charged = [d for d in able if any(f.act == "accusation" and party_code(f.to) == by for f in d.follow_ups)]
    told = _last(index, charged) or _last(index, [d for d in able if d.kind != "clash"])
    named = kinds_named(graph, {w for w in below if graph.tokens[w].lemma not in lexicon.contrary.said}, lexicon)
    return alike_in(told, named, {FAMILY.get(kind, kind) for kind in named}) or told


def _may_be_denied(draft: Draft, by: str | None, graph: Graph) -> bool:
    """Whether an act is one that somebody may deny, and others than who would deny it tell it, but for the very account."""
    own = graph.annotated.sentence
    told = [a for a in draft.attributions if a.cue is None or not own.start <= a.cue.start < own.end]
    said_by = {a.speaker.value.party for a in told}
    return draft.modality is not Modality.PLANNED and draft.kind not in UNHURT and not draft.denied and said_by != {by}


def _of_a_craft(draft: Draft) -> bool:
    return draft.kind in ("direct_fire", "air_strike", "capture", "clash")


def _last(index: int, drafts: Sequence[Draft]) -> list[Draft]:
    """The acts of the last sentence that tells one, not far before a sentence or in it."""
    before = {id(d): max((i for i in d.indexes if 0 <= index - i <= NEAR), default=-1) for d in drafts}
    last = max(before.values(), default=-1)
    return [d for d in drafts if before[id(d)] == last >= 0]
