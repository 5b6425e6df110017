"""Retellings of one event inside one document become one report; acts that another act explains are absorbed."""

from collections.abc import Iterable

from truceline.model.party import Actor, Role
from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import shaped
from truceline.reports.absorb import absorb
from truceline.reports.by_places import without_heads
from truceline.reports.casualties import adds
from truceline.reports.clauses_apart import clauses_apart
from truceline.reports.drafted import Draft
from truceline.reports.fire_back import answers_fire
from truceline.reports.gone_before import COUNTED, gone_before
from truceline.reports.grammar import Graph
from truceline.reports.journal import Journal
from truceline.reports.killed_how import killed_how
from truceline.reports.lead_details import with_details
from truceline.reports.part_of import may_have_hurt, strayed, take_in, without_parts
from truceline.reports.points_back import without_pointers
from truceline.reports.recalled import recalls
from truceline.reports.same_event import places_shared, same_event
from truceline.reports.summed_up import without_sums, without_totals
from truceline.reports.told_within import without_inner
from truceline.reports.tolls_apart import tolls_apart
from truceline.reports.totals import ADDED, SUMMED
from truceline.reports.whose_toll import BACK, BEARS

FAMILY = {
    "ground_crossing": "crossing",
    "sea_crossing": "crossing",
    "air_crossing": "crossing",
    "defection": "crossing",
    "direct_fire": "fire",
    "clash": "fire",
    "indirect_fire": "fire",
    "air_strike": "fire",
    "explosion": "fire",
    "warning_fire": "fire",
    "monitor_attack": "fire",
    "missile_launch": "launch",
}

_APART = r"(?<!\w)WORDS(?!\w)"
_NEXT_WORD = 12
"""How many letters after a side's words may tell what it was at ("guarding")."""
_BARE = ("direct_fire", "clash")
"""Kinds that a word of killing alone may be taken for; an air strike that killed tells how."""


def join(found: list[Draft], reading: Reading, lexicon: Lexicon, journal: Journal | None = None) -> list[Draft]:
    """Drafts of one event become one, the first of them keeping the union of what all say; the journal hears which and why."""
    kept: list[Draft] = []
    ordered = _body_decides(found, reading, lexicon)
    heard = journal or Journal()
    heard.dropped(found, ordered, "a title's act; the body tells of it, or of others")
    ordered = without_heads(without_totals(without_inner(ordered, lexicon, heard), heard), heard, lexicon)
    for draft in [d for d in ordered if not d.denied] + [d for d in ordered if d.denied]:
        same = _told_before(draft, reversed(kept), reading, lexicon)
        before = _whose_toll(draft, kept, ordered, lexicon) or _what_came_of(draft, kept, lexicon)
        if before is not None:
            heard.joined(draft, before, "its dead and wounded")
            take_in(before, draft)
        elif same is None:
            kept.append(draft)
        else:
            heard.joined(draft, same, "told again")
            absorb(same, draft)
    published = reading.document.published
    kept = with_details(kept, reading, lexicon, heard)
    told = killed_how(without_parts(kept, heard, lexicon, published), heard, lexicon)
    named = without_pointers(told, heard, lexicon, published)
    alone = without_sums(named, heard, lexicon)
    left = [d for d in alone if not _idle(d)]
    heard.dropped(alone, left, "a weak word, and no side named")
    return left


def joined_again(found: list[Draft], reading: Reading, lexicon: Lexicon, journal: Journal | None = None) -> list[Draft]:
    """Drafts that turn out to tell one event, of one day or place, once the sides that their sentences leave out are known."""
    kept: list[Draft] = []
    for draft in found:
        known = (k for k in reversed(kept) if draft.definite or places_shared(k, draft) or (k.when is not None and draft.when is not None))
        same = _told_before(draft, known, reading, lexicon)
        if same is None:
            kept.append(draft)
        else:
            (journal or Journal()).joined(draft, same, "told again")
            absorb(same, draft)
    return kept


def _told_before(draft: Draft, held: Iterable[Draft], reading: Reading, lexicon: Lexicon) -> Draft | None:
    """The first of some held drafts that a draft retells."""
    if strayed(draft, lexicon.telling) or _further(draft, lexicon):
        return None
    able = (k for k in held if draft.definite or not _further(k, lexicon))
    alike = (k for k in able if same_event(k, draft, reading, lexicon.telling) and not recalls(k, draft, lexicon))
    alike = (k for k in alike if not _days_before(k, draft, lexicon) and (k.index == draft.index or not answers_fire(draft, lexicon)))
    return next((k for k in alike if not tolls_apart(k, draft, lexicon)), None)


def _days_before(held: Draft, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a draft is first told as so many days before something else, with no day or place that a held one has too.

    "The attack came two days after the rebels took Alleroi": what they took is not what they attacked.
    """
    if draft.index == held.index or not draft.sentence.sentence.tokens or draft.trigger >= len(draft.sentence.sentence.tokens):
        return False
    if places_shared(held, draft) or (held.when is not None and draft.when is not None):
        return False
    return draft.kind == "clash" and gone_before(Graph.of(draft.sentence, lexicon.clauses), draft.trigger, lexicon) == COUNTED


def _further(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether more people are told of, with who harmed them and on which day ("three others also were killed by gunmen on Friday")."""
    fates = (*lexicon.numbers.killed, *lexicon.numbers.wounded)
    if not draft.sentence.sentence.tokens or not draft.actors or draft.lemma not in fates:
        return False
    graph = Graph.of(draft.sentence, lexicon.clauses)
    own = any(t.start == e.start for t in draft.sentence.times for e in (draft.when.evidence if draft.when else ()))
    return own and graph.passive(draft.trigger) and bool(graph.agents(draft.trigger)) and adds(graph, draft.trigger, lexicon)


def _whose_toll(draft: Draft, kept: list[Draft], ordered: list[Draft], lexicon: Lexicon) -> Draft | None:
    """The act told last before, whose toll a bare "five people were killed" tells where its sentence tells no act beside it.

    "Two rebels also were slain" adds to a toll just told, however plainly its word tells of a killing.
    """
    fates = (*lexicon.numbers.killed, *lexicon.numbers.wounded)
    adds = any(c.read_by.endswith(ADDED) for c in draft.counts)
    bare = draft.lemma in fates and (draft.weak or adds)
    if not bare or draft.another or _further(draft, lexicon) or any(s.value.party != "UNK" for s in draft.actors):
        return None
    if any(d.index == draft.index and d.lemma not in fates for d in ordered):
        return None
    last = max((i for k in ordered for i in k.indexes if i < draft.index), default=-BACK - 1)
    if draft.index - last > BACK:
        return None
    able = [
        k for k in kept if last in k.indexes and k.kind in BEARS and not (k.lemma in fates and k.kind in _BARE) and may_have_hurt(k, draft)
    ]
    return max(able, key=lambda k: (not k.weak, k.trigger), default=None)


def _what_came_of(draft: Draft, kept: list[Draft], lexicon: Lexicon) -> Draft | None:
    """The act whose doers, in a further verb of its clause, killed or wounded people ("fired a rocket, killing one and wounded three")."""
    tokens = draft.sentence.sentence.tokens
    fates = (*lexicon.numbers.killed, *lexicon.numbers.wounded)
    if draft.trigger >= len(tokens) or draft.lemma not in fates or not draft.weak or tokens[draft.trigger].dep != "conj":
        return None
    graph, over = Graph.of(draft.sentence, lexicon.clauses), draft.trigger
    while tokens[over].lemma in fates and tokens[over].dep in ("conj", "advcl") and not graph.with_dep(over, "nsubj", "nsubjpass"):
        over = tokens[over].head
    able = (k for k in kept if k.sentence is draft.sentence and k.trigger == over and k.kind in BEARS and k.lemma not in fates)
    return next((k for k in able if may_have_hurt(k, draft) and not clauses_apart(graph, over, draft.trigger, lexicon)), None)


def _body_decides(found: list[Draft], reading: Reading, lexicon: Lexicon) -> list[Draft]:
    """A title's act stays only where the body tells none of its family (codebook 3: the body decides).

    Where a short entry's title alone says crossing, the act takes its mover from the body (a boat makes it a sea crossing).
    """
    body = [d for d in found if not d.sentence.sentence.headline]
    families = {FAMILY.get(d.kind, d.kind) for d in body}
    out = []
    for draft in found:
        if draft.sentence.sentence.headline and draft.sentence.sentence.part == "title":
            family = FAMILY.get(draft.kind, draft.kind)
            if family in families or (family != "crossing" and body) or len(reading.sentences) > 12 or _drilled(draft, reading, lexicon):
                _toll_of_title(draft, body)
                continue
            _mover_from_body(draft, body, reading, lexicon)
        elif (
            draft.sentence.sentence.headline and FAMILY.get(draft.kind, draft.kind) in families and draft.kind not in {d.kind for d in body}
        ):
            continue
        out.append(draft)
    return out


def _drilled(draft: Draft, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether the body tells what its title names as an exercise ("Artillery Fire": "live-fire artillery exercises took place")."""
    told = {t.lemma for t in draft.sentence.sentence.tokens for e in draft.kind_slot.evidence if e.start <= t.start < e.end}
    bodies = (a.sentence for a in reading.sentences if a.sentence.part != "title")
    return any(not words.isdisjoint(lexicon.cues.training) and words & told for s in bodies for words in ({t.lemma for t in s.tokens},))


def _toll_of_title(draft: Draft, body: list[Draft]) -> None:
    """Gives what a title alone counts of the dead, wounded or taken to the first act of its kind that the body tells."""
    told = {c.value.what for d in body for c in d.counts}
    same = next((d for d in body if d.kind == draft.kind), None)
    if same is not None:
        same.counts += [c for c in draft.counts if c.value.what in SUMMED and c.value.what not in told]


def _mover_from_body(draft: Draft, body: list[Draft], reading: Reading, lexicon: Lexicon) -> None:
    if draft.kind not in ("ground_crossing", "sea_crossing", "air_crossing"):
        return
    words = " ".join(a.sentence.text.lower() for a in reading.sentences)
    onto_islands = any(d.where and shaped(_APART, lexicon.telling.islands).search(d.where.value.name.lower()) for d in body)
    if draft.kind == "ground_crossing" and (onto_islands or shaped(_APART, lexicon.telling.at_sea).search(words)):
        draft.kind = "sea_crossing"
    elif draft.kind == "ground_crossing" and shaped(_APART, lexicon.telling.in_the_air).search(words):
        draft.kind = "air_crossing"
    draft.kind_slot = Slot(value=draft.kind, evidence=draft.kind_slot.evidence, read_by=draft.kind_slot.read_by)
    stems = lexicon.telling.intruder_stems
    known = [s for d in body for s in d.actors + d.targets if s.value.role is Role.MIL and s.value.party != "UNK"]
    # who is acted upon has crossed only where the text calls them intruders
    suffered = {s.value.party for d in body if d.actors for s in d.targets}
    keepers = {s.value.party for s in known if draft.kind == "ground_crossing" and _keeps_the_line(s, reading, lexicon)}
    able = [s for s in known if s.value.party not in keepers] or known
    movers = [s for s in able if _told_with(stems + (() if s.value.party in suffered else lexicon.telling.mover_stems), s, reading)]
    movers = movers or (able if keepers and len({s.value.party for s in able}) == 1 else [])  # who met those who kept it had crossed
    movers.sort(key=lambda s: not _told_with(stems, s, reading))
    if movers and not draft.actors:
        draft.actors = movers[:1]
    if body:
        draft.sentence, draft.index = body[0].sentence, body[0].index


def _keeps_the_line(slot: Slot[Actor], reading: Reading, lexicon: Lexicon) -> bool:
    """Whether the words of a side, or those right after them, tell of a patrol or a guard ("troops guarding the line")."""
    span = slot.evidence[-1]
    after = reading.document.text[span.end : span.end + _NEXT_WORD] if span.part == "text" else ""
    words = f"{reading.document.words(span)} {after}".lower()
    return any(stem in words for stem in lexicon.telling.keeper_stems) and not _told_with(lexicon.telling.intruder_stems, slot, reading)


def _told_with(stems: tuple[str, ...], slot: Slot[Actor], reading: Reading) -> bool:
    """Whether a side stands in the text with one of the stems ("three infiltrators")."""
    words = " ".join(reading.document.words(e).lower() for e in slot.evidence)
    return any(stem in words for stem in stems)


def _idle(draft: Draft) -> bool:
    """A weak act that names no side is let go, unless its own day, its place and its dead are told."""
    dead = any(c.value.what == "killed" and c.value.high != 0 for c in draft.counts)
    whole = draft.when is not None and not draft.when_said and draft.where is not None and dead
    return draft.weak and not draft.parties() and not whole
