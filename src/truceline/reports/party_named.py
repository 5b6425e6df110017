"""Which party a phrase names, by itself, by the words before it, whose it is or what it is of, and in what role."""

from truceline.model.party import Actor, Role
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.reports.grammar import Graph
from truceline.reports.holders import whose
from truceline.reports.scene import READ_BY, Party, Scene
from truceline.reports.tree import BEFORE
from truceline.reports.unnamed import group_meant, rebel

AT_WAR_WITH_IT = " the group that fights this state"
"""Ends the name of the rule by which rebels told by their land alone are the one group of its wars that is named."""
_APART = ("conj", "ccomp", "advcl", "punct", "npadvmod")
"""How the words hang on a participle that are no part of what it tells somebody to be."""
_SAID_WITHIN = 10
"""How many words after a noun it may stand whose its people are."""


def party_meant(graph: Graph, n: int, mention: Party, default: Role, scene: Scene) -> Slot[Actor]:
    """Who a phrase with a party's name means: that party in the role told, or, for rebels of a state, the group that fights it."""
    party, own_role, span = mention
    role = _role(graph, n, own_role, default, scene)
    if own_role is Role.UNK and rebel(graph, n, scene) and not (scene.cast and scene.cast.group(party)):
        meant = scene.cast.rebels(graph.tokens[n].lemma, scene.index, party) if scene.cast else None
        if meant is not None and meant.party != party:
            return meant.slot(Role.MIL, AT_WAR_WITH_IT.strip())
        party, role = "UNK", Role.MIL
    if party in scene.forces and Role.MIL in (role, scene.noun_role(graph, n) or default):
        party, role = scene.forces[party], Role.MIL
    return Slot(value=Actor(party=party, role=role), evidence=scene.spans(graph, n, span), read_by=READ_BY)


def named_in(graph: Graph, n: int, scene: Scene) -> Party | None:
    """The party that the words of a phrase name, with its own role and its words."""
    if graph.tokens[n].lemma in scene.lexicon.sides.others_of and graph.mention(n) is None and not _called_enemy(graph, n, scene):
        inside = graph.with_dep(n, "appos") + [p for prep, p in graph.obliques(n) if prep == "in"]
        return next((named for p in inside if (named := named_in(graph, p, scene)) is not None), None)
    for k in (n, *graph.with_dep(n, "amod", "compound", "nmod", "poss", "appos")):
        found = graph.mention(k)
        if found is None and k != n:
            found = next((m for j in _before(graph, k) if (m := graph.mention(j)) is not None), None)
        if found is not None:
            return party_of(graph, _group_of(graph, n, found, scene) if k != n else found, scene)
    return (
        _by_its_owner(graph, n, scene)
        or _by_what_it_is_of(graph, n, scene)
        or _fighting_for(graph, n, scene)
        or _said_to_be(graph, n, scene)
    )


def _called_enemy(graph: Graph, n: int, scene: Scene) -> bool:
    """Whether a party is called an enemy by its adjective ("the Syrian enemy"), where "Syria's enemies" are others."""
    named = any(graph.mention(k) is not None for k in graph.with_dep(n, "amod"))
    one = graph.tokens[n].tag == "NN" and any(graph.low[k] in scene.lexicon.reality.certain for k in graph.with_dep(n, "det"))
    return named and one and graph.tokens[n].lemma in scene.lexicon.sides.called_enemy


def _by_its_owner(graph: Graph, n: int, scene: Scene) -> Party | None:
    """The party whose a phrase is by "its", "whose" or "the group's"."""
    owner = next((k for k in graph.with_dep(n, "poss") if graph.tokens[k].tag == "PRP$"), None)
    if owner is not None and graph.tokens[n].dep == "conj" and graph.is_noun(graph.tokens[n].head):
        return named_in(graph, graph.tokens[n].head, scene)  # "a tug and its crew"
    for over in whose(graph, n):  # "Ethiopia, whose jets bombed the airport"
        if (named := named_in(graph, over, scene)) is not None:
            return named
    if owner is not None and (holder := named_before(graph, owner)) is not None:
        return party_of(graph, holder, scene)
    for k in graph.with_dep(n, "poss") if owner is None else _who_says(graph, n):
        group = group_meant(graph, k, scene)  # "the group's leader"; "the group said that its fighters ..."
        if group is not None:
            return group.value.party, group.value.role, group.evidence[0]
    return None


def _by_what_it_is_of(graph: Graph, n: int, scene: Scene) -> Party | None:
    """The party that stands in the "of" or "from" phrase of a noun ("soldiers from Ghana")."""
    for prep, p in (*graph.obliques(n), *_from_where(graph, n, scene)):
        if prep in ("of", "from") and graph.is_noun(p):
            found = graph.mention(p)
            if found is None:
                found = next(
                    (m for j in graph.with_dep(p, "amod", "compound", "nmod", "poss") if (m := graph.mention(j)) is not None), None
                )
            if found is None and graph.tokens[p].lemma in scene.lexicon.sides.units:  # "gunmen from a unit of the army"
                found = next((m for of, q in graph.obliques(p) if of == "of" and (m := graph.mention(q)) is not None), None)
            if found is not None and not (prep == "of" and scene.noun_role(graph, n) is Role.CIV and graph.is_noun(p) is False):
                return party_of(graph, found, scene)
    return None


def _fighting_for(graph: Graph, n: int, scene: Scene) -> Party | None:
    """The armed group whose men fighters are told to be by what lies between ("fighters led by Amal", "a unit loyal to")."""
    if scene.noun_role(graph, n) is not Role.MIL:
        return None
    units = [p for prep, p in graph.obliques(n) if prep in ("of", "from") and graph.is_noun(p)]
    ties = [k for w in (n, *units) for k in graph.with_dep(w, "acl", "amod", "relcl") if graph.low[k] in scene.lexicon.sides.tied_to]
    below = [p for k in ties for prep, p in graph.obliques(k) if prep in ("by", "to", "with")]
    below += _taken_for(graph, n, scene)
    below += [p for k in graph.with_dep(n, "appos") for prep, p in graph.obliques(k) if prep in ("of", "from")]  # "the gunmen, members of"
    told = (m for p in below for k in (p, *graph.with_dep(p, "compound", "nmod")) if (m := graph.mention(k)) is not None)
    found = list(told)
    group = next((m for m in found if graph.annotated.mentions[m].actor.role is Role.MIL), None)
    if group is None and any(graph.low[k] in scene.lexicon.sides.sent_by for k in ties):  # "troops sent by Ethiopia"
        group = next(iter(found), None)
    return party_of(graph, group, scene) if group is not None else None


def _said_to_be(graph: Graph, n: int, scene: Scene) -> Party | None:
    """Whose soldier or civilian somebody is said to be, or whose a craft is ("a man believed to be a Syrian soldier")."""
    craft = graph.tokens[n].lemma in scene.lexicon.word_sets["vessels"] | scene.lexicon.word_sets["aircraft"]
    for w in _taken_for(graph, n, scene):
        m = graph.mention(w)
        if m is None:
            continue
        noun = graph.tokens[w].head if graph.tokens[w].dep in ("amod", "compound", "nmod", "poss") else w
        role = scene.noun_role(graph, noun) if noun != w else None
        if craft or role is not None:
            party, own, span = party_of(graph, m, scene)
            return party, own if own is not Role.UNK or role is None else role, span
    return None


def _taken_for(graph: Graph, n: int, scene: Scene) -> list[int]:
    """The words by which fighters are told to be somebody's ("men believed to be Taliban", "suspected of belonging to the PKK")."""
    over = graph.tokens[n].head  # the parser takes the participle after a plural for the verb of the sentence
    said = [*graph.with_dep(n, "acl", "relcl"), *((over,) if graph.tokens[n].dep in ("nsubj", "nsubjpass") and over == n + 1 else ())]
    told = [k for k in said if graph.low[k] in scene.lexicon.sides.taken_for and k > n]
    below = [
        w for k in told for kid in graph.kids[k] if kid > k and graph.tokens[kid].dep not in _APART for w in sorted(graph.subtree(kid))
    ]
    return [w for w in below if w <= n + _SAID_WITHIN]


def _from_where(graph: Graph, n: int, scene: Scene) -> list[tuple[str, int]]:
    """The land right after "from" behind people, which the parser hangs on the verb ("abducted three engineers from India")."""
    after = n + 1 < len(graph.tokens) and graph.low[n + 1] == "from" and graph.tokens[n + 1].head != n
    people = after and scene.noun_role(graph, n) in (Role.CIV, Role.GOV)
    return [("from", p) for p in graph.with_dep(n + 1, "pobj") if graph.mention(p) is not None] if people else []


def _before(graph: Graph, k: int) -> list[int]:
    """The words before a word that stands before a noun, with those of a flag ("the Panama-flagged tanker Lorelei")."""
    if not graph.kids[k]:
        return []
    near = [j for j in graph.kids[k] if graph.tokens[j].dep in ("amod", "compound", "nmod", "conj", "npadvmod")]
    return [*near, *(i for j in near if graph.low[j].startswith("-") for i in graph.with_dep(j, "amod", "npadvmod"))]


def shared(graph: Graph, n: int, scene: Scene) -> Party | None:
    """A coordinated noun shares the modifier of the first ("North Korean soldiers and agents")."""
    token = graph.tokens[n]
    if token.dep != "conj" or scene.noun_role(graph, n) is None or any(graph.tokens[k].dep == "det" for k in graph.kids[n]):
        return None
    head, sides = token.head, scene.lexicon.sides
    if token.lemma in sides.lawless | sides.rebels and graph.tokens[head].lemma not in sides.lawless | sides.rebels:
        return None
    return named_in(graph, head, scene) if graph.is_noun(head) and graph.mention(head) is None else None


def _group_of(graph: Graph, n: int, nation: int, scene: Scene) -> int:
    """The armed group that people of a nation are told to belong to ("a Palestinian leader of Islamic Jihad"), else the nation."""
    of = [p for prep, p in graph.obliques(n) if prep in ("of", "from", "with")] + graph.with_dep(n, "appos")
    if n + 1 < len(graph.tokens) and graph.tokens[n + 1].lemma in ("of", "from"):  # hung on the verb by the parser
        of += graph.with_dep(n + 1, "pobj")
    told = [m for p in of for k in (p, *graph.with_dep(p, "amod", "compound", "nmod", "appos")) if (m := graph.mention(k)) is not None]
    mentions, parties = graph.annotated.mentions, scene.cast.gazetteer.parties if scene.cast else {}
    armed = [m for m in told if (names := parties.get(mentions[m].actor.party)) is not None and names.role == "mil" and names.home]
    own = parties.get(mentions[nation].actor.party)
    return armed[0] if armed and own is not None and own.role is None else nation


def named_before(graph: Graph, pronoun: int) -> int | None:
    """The party that "its", "their" means: the last one named before it in the sentence, one that only speaks if there is no other.

    A land in which something was done owns nothing by that ("fought in Lebanon ... their latest battle").
    """
    before = [m for m, mention in enumerate(graph.annotated.mentions) if mention.end <= graph.tokens[pronoun].start]
    before = [m for m in before if not graph.only_where(m) and m in graph.mentions]  # and in no "Soviet-designed"
    if graph.low[pronoun] in ("its", "it"):  # "Taliban fighters killed two of its soldiers"
        before = [m for m in before if not _of_many(graph, m)] or before
    before = [m for m in before if not _said_of_another(graph, m, pronoun)] or before
    before = [m for m in before if graph.annotated.mentions[m].speaker is None] or before
    return before[-1] if before and graph.tokens[pronoun].lemma in ("its", "their", "it", "they") else None


def _of_many(graph: Graph, m: int) -> bool:
    """Whether a party is named only before a noun in the plural ("Taliban fighters")."""
    last = max((k for k, found in enumerate(graph.mentions) if found == m), default=None)
    return last is not None and graph.tokens[last].dep in BEFORE and graph.tokens[graph.tokens[last].head].tag in ("NNS", "NNPS")


def _said_of_another(graph: Graph, m: int, pronoun: int) -> bool:
    """Whether a party is named only in what is said of the subject over a pronoun ("A, an ally of B, said its men")."""
    mention = graph.annotated.mentions[m]
    for subject in (s for a in graph.ancestors(pronoun) if graph.is_verb(a) for s in graph.with_dep(a, "nsubj", "nsubjpass")):
        within = (k for side in graph.with_dep(subject, "appos", "relcl", "acl") for k in graph.subtree(side))
        if graph.mention(subject) is not None and any(graph.covers(k, mention.start, mention.end) for k in within):
            return True
    return False


def _who_says(graph: Graph, n: int) -> list[int]:
    """The subjects of the verbs over a phrase."""
    return [s for a in graph.ancestors(n) if graph.is_verb(a) for s in graph.with_dep(a, "nsubj") if s != n]


def party_of(graph: Graph, m: int, scene: Scene) -> Party:
    """The party of a mention, its own role and its words."""
    mention = graph.annotated.mentions[m]
    span = Span(document_id=scene.document.id, start=mention.start, end=mention.end, part=graph.annotated.sentence.part)
    return mention.actor.party, mention.actor.role, span


def _one_of_a_nation(graph: Graph, n: int, scene: Scene) -> bool:
    """Whether the name of a nation is that of one of its people ("an Israeli was stabbed")."""
    one = (*scene.lexicon.numbers.one_article, *scene.lexicon.numbers.one_more)
    return any(graph.low[k] in one for k in graph.with_dep(n, "det")) and not graph.with_dep(n, "compound", "nmod")


def _role(graph: Graph, n: int, own: Role, default: Role, scene: Scene) -> Role:
    """The role of a party in a phrase: as its noun tells, else its own, else the one taken for granted."""
    noun = scene.noun_role(graph, n) if graph.mention(n) is None else None
    if noun is Role.CIV and own is Role.MIL and graph.tokens[n].lemma in scene.lexicon.sides.loose:
        return own  # "the group Hezbollah": no civilians by that noun
    troops = bool(graph.with_dep(n, "poss")) or graph.tokens[n].lemma in scene.lexicon.sides.soldiery
    if own is Role.GOV and noun is Role.MON:
        return Role.MIL  # soldiers of an alliance or a union, whatever they are called (codebook 3)
    owned = own is Role.GOV and noun is Role.MIL and troops  # a leader's or an alliance's troops are no office
    if noun is not None and (own is Role.UNK or (own is Role.MIL and noun is not Role.GOV) or owned):
        return noun
    if own is Role.GOV and noun is Role.CIV and graph.tokens[n].lemma in scene.lexicon.sides.staff:
        return noun  # workers of a body of states
    if own is not Role.UNK:
        return own
    m = graph.mention(n)
    if m is not None and (graph.annotated.mentions[m].plural or _one_of_a_nation(graph, n, scene)):
        return Role.CIV
    return default
