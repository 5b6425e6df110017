"""Steps of procedure as sentences tell them: who accuses, denies, protests, condemns, confirms, investigates, finds, and whom."""

from collections.abc import Iterator

from truceline.model.document import Document
from truceline.model.party import Role
from truceline.model.report import FollowUp
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.attribution import Attributions
from truceline.reports.grammar import Graph
from truceline.reports.sides import Sides
from truceline.reports.stances import withheld
from truceline.reports.step_reality import Reality, negated, reality, step_day, stranded_subject

UPON = frozenset({"notification", "meeting_request"})
"""Steps that a body takes upon what it has found."""


OF_CONTENT = frozenset({"confirmation", "denial", "investigation"})
"""Steps that concern what stands under their word, or what a word there points back to."""


_OWNED = frozenset({"investigation", "finding", "notification", "meeting_request"})
"""Steps that the speaker of the sentence takes where nobody else is named."""


def steps(
    graph: Graph, document: Document, lexicon: Lexicon, sides: Sides, speakers: Attributions
) -> Iterator[tuple[int, FollowUp, Reality]]:
    """Steps of procedure that a sentence tells as taken or as intended, each with the token that tells it."""
    sentence = graph.annotated.sentence
    accused: list[str] = []
    for start, end, acts in (*lexicon.follow_ups.find(sentence.text), *_found_on_a_day(graph, lexicon)):
        at = _told_at(graph, sentence.start + start, sentence.start + end)
        if at is None or negated(sentence.text, start, lexicon.reality) or withheld(graph, at, lexicon.telling):
            continue
        span = Span(document_id=document.id, start=sentence.start + start, end=sentence.start + end, part=sentence.part)
        when = step_day(graph, at, document)
        for act in acts:
            how = reality(graph, at, act, lexicon)
            if how is Reality.NONE or _other_sense(graph, at, act, lexicon) or (act == "confirmation" and _private(graph, at, sides)):
                continue
            against = [] if act in OF_CONTENT else _to(graph, at, sides, lexicon) or _shared_to(graph, at, act, sides, lexicon)
            if act == "notification" and not against and graph.tokens[at].lemma in lexicon.telling.informing:
                continue  # readers are informed of much
            names = _by(graph, at, act, sides, speakers, lexicon)
            if act == "denial" and _answers_a_charge(graph, at, bool(names), lexicon):
                names = [*accused] or names
            accused = against or accused if act == "accusation" else accused
            for name in names or [None]:
                for to in against or (None,):
                    yield at, FollowUp(act=act, by=name, to=to, evidence=(span,), when=when), how


def _found_on_a_day(graph: Graph, lexicon: Lexicon) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """ "Concluded on Tuesday that ...": a verb of finding, a day, and what was found; places are those of the sentence's text."""
    begin = graph.annotated.sentence.start
    for n, token in enumerate(graph.tokens):
        if graph.low[n] in lexicon.speech.finding and graph.with_dep(n, "ccomp"):
            near = (each for each in graph.annotated.times if each.when is not None and 0 < each.start - token.end <= _CLOSE)
            if next(near, None) is not None:
                yield token.start - begin, token.end - begin, ("finding",)


_CLOSE = 8
"""Letters between a verb of finding and the day it was found on ("on", "late on")."""


def _told_at(graph: Graph, start: int, end: int) -> int | None:
    """The word that tells a step: the head of its words, no auxiliary ("notified" in "been notified", "protests" in "strong protests")."""
    inside = [n for n, t in enumerate(graph.tokens) if t.start < end and start < t.end]
    telling = [n for n in inside if graph.tokens[n].dep not in ("aux", "auxpass")]
    return next((n for n in telling if graph.tokens[n].head not in telling or graph.tokens[n].head == n), next(iter(telling), None))


def _answers_a_charge(graph: Graph, at: int, named: bool, lexicon: Lexicon) -> bool:
    """ "X accused Y of ..., a charge it denies", "charges denied by both": who denies is who was accused before in the sentence."""
    if named and not all(graph.tokens[d].tag == "PRP" for d in _doers(graph, at)):
        return False
    over = graph.tokens[at].head
    return named or (graph.tokens[at].dep in ("relcl", "acl") and graph.tokens[over].lemma in lexicon.cues.charges)


def _shared_to(graph: Graph, at: int, act: str, sides: Sides, lexicon: Lexicon) -> list[str]:
    """ "Notified the army and requested a meeting": what is asked is asked of who was told."""
    over = graph.tokens[at].head
    return _to(graph, over, sides, lexicon) if act in UPON and graph.tokens[at].dep == "conj" and graph.is_verb(over) else []


def _by(graph: Graph, at: int, act: str, sides: Sides, speakers: Attributions, lexicon: Lexicon) -> list[str | None]:
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
    ours = any(graph.tokens[head].text.lower() in lexicon.telling.we for head in _doers(graph, at))
    if not found and (ours or act in _OWNED) and own is not None and own.value.party is not None:
        found.setdefault(own.value.code)
    return list(found)


def _private(graph: Graph, at: int, sides: Sides) -> bool:
    """Whether only people of no office take a step ("residents confirmed")."""
    doers = _doers(graph, at)
    return bool(doers) and all(graph.mention(d) is None and sides.noun_role(graph, d) is Role.CIV for d in doers)


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


def _to(graph: Graph, at: int, sides: Sides, lexicon: Lexicon) -> list[str]:
    """Whom a step is taken against: one of each party that a coordination names ("blamed X and Y")."""
    over = graph.tokens[at].head
    lodged = [at, over] if graph.is_noun(at) and graph.tokens[at].dep == "dobj" and graph.is_verb(over) else [at]
    against = [p for word in lodged for prep, p in graph.obliques(word) if prep in ("against", "on", "to", "with")]
    pinned = _pinned_on(graph, at) if graph.tokens[at].lemma in lexicon.telling.blaming else []
    found: dict[str, str] = {}
    for heads in (graph.patients(at), pinned, against):
        for head in heads if not found else []:
            slot = sides.actor(graph, head, Role.GOV)
            if slot is not None and slot.value.party != "UNK":
                found.setdefault(slot.value.party, slot.value.code)
    return list(found.values())


def _pinned_on(graph: Graph, at: int) -> list[int]:
    """ "Blamed the fire on a tanker on X": the last phrase with "on" beneath the verb names the culprit."""
    return [p for w in sorted(graph.subtree(at)) for prep, p in graph.obliques(w) if prep in ("on", "upon")][-1:]


def _other_sense(graph: Graph, at: int, act: str, lexicon: Lexicon) -> bool:
    """Words that look like a step and are none: a crowd's protest, a denied person, an office of investigation."""
    token = graph.tokens[at]
    if act == "protest" and graph.is_noun(at):
        return (
            not any(graph.tokens[k].lemma in lexicon.telling.protest_formal for k in graph.kids[at])
            and graph.tokens[token.head].lemma not in lexicon.telling.protest_lodged
        )
    if act == "protest" and token.lemma in lexicon.telling.summoning:
        return not any(graph.tokens[w].lemma in lexicon.cues.envoys for p in graph.patients(at) for w in graph.subtree(p))
    if act == "condemnation" and graph.is_verb(at) and graph.with_dep(at, "prt"):
        return True  # "blasted off"
    if act in ("confirmation", "denial") and _of_a_plan(graph, at, lexicon):
        return True
    if act == "confirmation" and graph.is_verb(at) and any(graph.tokens[k].lemma in lexicon.cues.received for k in graph.objects(at)):
        return True
    if act == "denial" and token.lemma in lexicon.telling.turned_down:
        return not any(graph.tokens[k].lemma in lexicon.cues.charges for k in graph.objects(at))
    if act == "denial" and graph.is_verb(at):
        return bool(graph.passive(at) and graph.with_dep(at, "dobj"))
    return token.dep in ("compound", "amod") and act in ("investigation", "protest")


def _of_a_plan(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether what is confirmed or denied is only planned or was not so ("denied that it planned to", "reports that it was no attack")."""
    told = [k for k in graph.subtree(at) if k != at and graph.tokens[k].dep in ("ccomp", "acl", "relcl", "dobj")]
    reported = [w for k in told[:1] if graph.is_noun(k) for w in graph.with_dep(k, "acl", "ccomp")]
    planned = any(graph.tokens[k].lemma in lexicon.cues.planning or graph.tokens[k].lemma in lexicon.cues.intents for k in told[:2])
    return planned or any(graph.with_dep(k, "neg") for k in (*told[:1], *reported))


def party_code(code: str | None) -> str | None:
    """The party of a PARTY:organ or PARTY:role code; None of none."""
    return code.split(":")[0] if code else None
