"""Whom a pronoun or a noun told again means: of those that the text has told of before."""

from dataclasses import replace

from truceline.model.party import Actor, Role
from truceline.model.report import Slot
from truceline.reports.cast import Named
from truceline.reports.grammar import Graph
from truceline.reports.party_named import named_in, party_meant
from truceline.reports.scene import READ_BY, Scene, Seen
from truceline.reports.tree import BEFORE, NAMES, NOUN
from truceline.reports.unnamed import cabinet_meant, group_meant, peacekeepers, rebel

AGAIN = " same noun"
"""Ends the name of the rule by which a noun means those of whom it was told before."""
ABOUT = " whom the sentence before is about"
"""Ends the name of the rule by which a pronoun means the party that the sentence before begins with."""
CRAFT = " the craft told before"
"""Ends the name of the rule by which a pronoun means the vessel or aircraft hit in the clause over it."""


def back(graph: Graph, n: int, scene: Scene) -> Slot[Actor] | None:
    """Back-reference: the same noun again ("the soldiers"), or a pronoun for the last people named."""
    token, words = graph.tokens[n], scene.lexicon.sides
    pronoun = token.lemma in words.pronouns or token.tag == "PRP"
    if graph.low[n] in scene.lexicon.telling.we:
        return None  # whoever speaks: told by who that is (ourselves.py)
    if pronoun:
        near = _craft_before(graph, n, scene) or _speaker_of(graph, n, scene) or topic_before(graph, n, scene)
        return near or _last_people(graph, n, scene)
    if not scene.seen:
        return None
    definite = any(graph.tokens[k].lemma in words.pointing for k in graph.with_dep(n, "det", "poss"))
    name = token.tag in NAMES and len(token.lemma) > 2  # a person or a ship told of before by nation or group
    if scene.noun_role(graph, n) is None and not name:
        return None
    rounds = scene.lexicon.word_sets
    if not definite and (token.lemma in rounds["shells"] or token.lemma in rounds["missiles"]):
        return None  # other rockets, of whoever fires them
    ships = scene.lexicon.word_sets["vessels"]
    called = name and any(graph.low[k] == "the" for k in graph.with_dep(n, "det"))  # "the Lorelei": a ship
    if called or (definite and token.lemma in ships):  # "the tanker ... the vessel"
        afloat = [x for x in reversed(scene.seen) if x.lemma in ships]
        alike = [x for x in afloat if x.plural is (token.tag == "NNS")]
        alike = [x for x in alike if x.lemma == token.lemma] or alike  # "the boat" is the boat told before, not the navy that towed it
        for ship in (alike if called else alike or afloat)[:1]:
            return Slot(value=ship.actor, evidence=ship.evidence, read_by=READ_BY + AGAIN)
    one = any(graph.tokens[k].text.lower() in ("one", "another", "other") for k in graph.kids[n])
    for seen in reversed(scene.seen):
        if (
            seen.lemma == token.lemma
            and _siding(graph, n, scene) <= seen.siding
            and (definite or one or name or graph.annotated.sentence.headline or token.tag == "NNS")
        ):
            return Slot(value=seen.actor, evidence=seen.evidence, read_by=READ_BY + AGAIN)
    return None


def _last_people(graph: Graph, n: int, scene: Scene) -> Slot[Actor] | None:
    """The people named last before a pronoun, one or several as it is."""
    token = graph.tokens[n]
    plural, one_person = token.text.lower() in ("they", "them", "their"), scene.lexicon.sides.one_person
    for seen in reversed(scene.seen[-12:]):
        if scene.cast is not None and scene.cast.talks(seen.actor.party):
            continue
        if graph.low[n] in one_person and seen.lemma in scene.lexicon.sides.many_as_one:
            continue  # "the army said. He ...": no army is he
        if seen.plural == plural or token.lemma in ("which", "who", "that"):
            return Slot(value=seen.actor, evidence=seen.evidence, read_by=READ_BY + " back-reference")
    return None


def _speaker_of(graph: Graph, n: int, scene: Scene) -> Slot[Actor] | None:
    """Who says of himself what he did: the subject over the pronoun's clause ("the army said it had struck")."""
    own = next((a for a in graph.ancestors(n) if graph.is_verb(a)), None)
    if own is None or graph.tokens[n].text.lower() not in ("it", "they") or graph.tokens[n].dep not in ("nsubj", "nsubjpass"):
        return None
    for over in graph.ancestors(own):
        if not graph.is_verb(over):
            continue
        for k in graph.with_dep(over, "nsubj"):
            mention = named_in(graph, k, scene)
            group = (group_meant(graph, k, scene) or cabinet_meant(graph, k, scene)) if mention is None else None
            if group is not None:  # "the group said it had ..."
                return Slot(value=group.value, evidence=group.evidence, read_by=READ_BY + " who says it of himself")
            if mention is not None and mention[0] == "UN" and (peace := peacekeepers(graph, k, mention, scene)) is not None:
                return peace
            if mention is not None and k != n and rebel(graph, k, scene):
                return replace(party_meant(graph, k, mention, Role.MIL, scene), read_by=READ_BY + " who says it of himself")
            if mention is not None and k != n:
                party, role, span = mention
                noun = scene.noun_role(graph, k)
                told = Role.MIL if noun in (None, Role.GOV) and role in (Role.UNK, Role.GOV) else noun or role
                return Slot(value=Actor(party=party, role=told), evidence=(span,), read_by=READ_BY + " who says it of himself")
    return None


def topic_before(graph: Graph, n: int, scene: Scene) -> Slot[Actor] | None:
    """The party with whose name the sentence before begins, not parsed since it tells no act ("The PKK has bases there. It ...")."""
    word, place = graph.low[n], graph.tokens[n]
    if scene.cast is None or not ((word in ("it", "they") and place.dep in ("nsubj", "nsubjpass")) or word in ("its", "their", "his")):
        return None
    part = graph.annotated.sentence.part
    named = [x for x in scene.cast.named if x.index == scene.index - 1 and x.sentence.part == part]
    first = next((x for x in named if x.mention.person is (word == "his")), None)
    own = any(m.end <= place.start for m in graph.annotated.mentions)  # somebody named before it in its own sentence
    if own or first is None or scene.cast.talks(first.party):
        return None
    if first.sentence.tokens and not (word in ("its", "their") and _said_at_the_end(first, scene)):
        return None
    text, start = first.sentence.text, first.sentence.start
    before, after = text[: first.mention.start - start].split(), text[first.mention.end - start :]
    if after[:1] in ("", "'", "’") or any(w[:1].islower() for w in before) or (before not in ([], ["The"]) and word != "his"):
        return None
    if word == "his":
        return Slot(value=Actor(party=first.party, role=Role.MIL), evidence=(first.span,), read_by=READ_BY + ABOUT)
    return _topic(first, after.split()[:1], word in ("they", "their"), scene)


def _said_at_the_end(first: Named, scene: Scene) -> bool:
    """Whether a sentence tells what the party it begins with did, and then who says so ("The North has laid mines, Seoul said")."""
    tokens = first.sentence.tokens
    root = next((t for n, t in enumerate(tokens) if t.head == n and t.lemma in scene.lexicon.speech.verbs), None)
    if root is None or root.start < first.mention.end:
        return False
    told = [t for t in tokens if t.dep in ("nsubj", "poss", "amod", "compound") and first.mention.start <= t.start < first.mention.end]
    return any(tokens[t.head] is not root for t in told)


def _topic(first: Named, after: list[str], many: bool, scene: Scene) -> Slot[Actor] | None:
    """The party that a sentence begins with, in the role of the noun after its name; None where that is one and the pronoun many."""
    noun = after[0].strip(".,;:") if after else ""
    told = scene.lexicon.role_of.get(noun.lower().removesuffix("s"))
    several = first.mention.plural or (told is not None and noun.endswith("s"))
    group = scene.cast is not None and scene.cast.group(first.party)
    if (several is not many and not group) or (first.mention.speaker is not None and not group):
        return None
    role = Role(told) if told is not None else first.mention.actor.role
    role = Role.CIV if role is Role.UNK and first.mention.plural and not group else role
    role = Role.MIL if role in (Role.UNK, Role.GOV) or (group and not several) else role
    return Slot(value=Actor(party=first.party, role=role), evidence=(first.span,), read_by=READ_BY + ABOUT)


def _craft_before(graph: Graph, n: int, scene: Scene) -> Slot[Actor] | None:
    """The vessel or aircraft that was hit or taken in the clause over a pronoun's ("downed a drone after it entered ...")."""
    verb = graph.tokens[n].head
    over, words = graph.tokens[verb].head, scene.lexicon.word_sets
    marks = {graph.low[k] for k in graph.with_dep(verb, "mark", "advmod")} & graph.words.meantime
    if graph.tokens[n].dep != "nsubj" or graph.tokens[verb].dep != "advcl" or not marks or not graph.is_verb(over):
        return None
    for k in graph.patients(over):
        craft = graph.tokens[k].lemma in words["vessels"] | words["aircraft"]
        alike = (graph.tokens[k].tag in ("NNS", "NNPS")) is (graph.low[n] == "they")
        if craft and alike and (mention := named_in(graph, k, scene)) is not None:
            return replace(party_meant(graph, k, mention, Role.MIL, scene), read_by=READ_BY + CRAFT)
    return None


def remember(graph: Graph, scene: Scene) -> None:
    """Notes every party-bearing people-noun of a sentence for later back-reference."""
    if not graph.annotated.mentions:
        return
    for n, token in enumerate(graph.tokens):
        if token.tag not in NOUN or token.dep in BEFORE:
            continue
        topic = graph.mention(n) is not None and token.dep in ("nsubj", "nsubjpass")
        if topic or scene.noun_role(graph, n) is not None:
            mention = named_in(graph, n, scene)
            if mention is not None:
                slot = party_meant(graph, n, mention, Role.MIL, scene)
                for k in (n, *(k for k in graph.with_dep(n, "appos") if graph.tokens[k].tag in NAMES and graph.mention(k) is None)):
                    keep(graph, k, slot, scene)


def keep(graph: Graph, n: int, slot: Slot[Actor], scene: Scene) -> None:
    """Notes a phrase whose party is known, for what points back to it."""
    token = graph.tokens[n]
    scene.seen.append(Seen(token.lemma, slot.value, slot.evidence, token.tag in ("NNS", "NNPS"), _siding(graph, n, scene)))


def _siding(graph: Graph, n: int, scene: Scene) -> frozenset[str]:
    """The words before a noun by which it is of one side of a war ("government troops", "rebel positions")."""
    words = scene.lexicon.sides
    before = [graph.low[k] for k in graph.with_dep(n, *BEFORE)]
    return frozenset([low for low in before if low in words.siding or low in words.rebels])
