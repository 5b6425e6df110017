"""Steps of procedure as sentences tell them: who accuses, denies, protests, condemns, confirms, investigates, finds, and whom."""

from collections.abc import Iterator, Sequence

from truceline.model.document import Document
from truceline.model.party import Role
from truceline.model.report import FollowUp
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.attribution import Attributions
from truceline.reports.begun_said import the_other
from truceline.reports.denials_said import callers
from truceline.reports.grammar import Graph
from truceline.reports.meetings_asked import meetings_asked
from truceline.reports.sides import Sides
from truceline.reports.speakers import FORMER
from truceline.reports.stances import withheld
from truceline.reports.step_reality import Reality, negated, reality, step_day, stranded_subject
from truceline.reports.step_senses import of_a_charge, other_sense
from truceline.reports.step_takers import ADDRESSED, drawn_from, not_to_themselves, who_did_so, who_joined, with_inquirers

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
    for start, end, acts in (*lexicon.follow_ups.find(sentence.text), *_found_on_a_day(graph, lexicon), *_meetings(graph, lexicon)):
        at = _told_at(graph, sentence.start + start, sentence.start + end)
        if at is None or negated(sentence.text, start, lexicon.reality) or withheld(graph, at, lexicon.telling):
            continue
        span = Span(document_id=document.id, start=sentence.start + start, end=sentence.start + end, part=sentence.part)
        when = step_day(graph, at, document)
        for named in acts:
            act = "denial" if named == "condemnation" and of_a_charge(graph, at, lexicon) else named
            how = reality(graph, at, act, lexicon)
            private = act == "confirmation" and _private(graph, at, sides, speakers, lexicon)
            if how is Reality.NONE or other_sense(graph, at, act, lexicon) or private:
                continue
            none = act in OF_CONTENT or graph.tokens[at].lemma in lexicon.telling.felt or _it_itself(graph, at, act)
            against = [] if none else _to(graph, at, act, sides, lexicon) or _shared_to(graph, at, act, sides, lexicon)
            if act == "notification" and not against and graph.tokens[at].lemma in lexicon.telling.informing:
                continue  # readers are informed of much
            names = _by(graph, at, act, sides, speakers, lexicon)
            if act == "accusation" and graph.tokens[at].tag == "VBG" and graph.tokens[graph.tokens[at].head].lemma in lexicon.speech.strong:
                names = [*callers(graph, graph.tokens[at].head, speakers)] or names  # "were killed, the army said, blaming rebels"
            if act in ADDRESSED and against:
                names = not_to_themselves(names, against, speakers)
            if act == "denial":
                yield from _charged_before(graph, at, span, speakers, lexicon)
            if act == "accusation" and against:  # "Y believes that, and it has accused X": whoever is accused is not "it"
                names = _not_themselves(graph, at, names, against, speakers)
            if act == "denial" and _answers_a_charge(graph, at, bool(names), lexicon):
                names = [*accused] or names
            accused = against or accused if act == "accusation" else accused
            if (
                act == "notification"
                and graph.passive(at)
                and names
                and {party_code(n) for n in names} == {party_code(to) for to in against}
            ):
                continue  # "it had been informed": who was told is not who told
            for name in names or [None]:
                for to in against or _the_other(graph, at, act, name, names, lexicon):
                    own = act == "condemnation" and name is not None and party_code(name) == party_code(to) and not _at_them(graph, at)
                    yield at, FollowUp(act=act, by=name, to=None if own else to, evidence=(span,), when=when), how  # "its own dead"


def _at_them(graph: Graph, at: int) -> bool:
    """Whether a verb has a party itself as its object ("deplored the navy"), and no act that befell it."""
    return any(graph.mention(k) is not None for k in graph.objects(at))


def _it_itself(graph: Graph, at: int, act: str) -> bool:
    """Whether "it" is the act that is condemned or protested at, and no party ("the South condemned it")."""
    return act in ("condemnation", "protest") and any(graph.low[k] in ("it", "this", "that") for k in graph.patients(at))


def _the_other(graph: Graph, at: int, act: str, name: str | None, names: Sequence[str | None], lexicon: Lexicon) -> tuple[str | None, ...]:
    """Whom each of two accuses who accuse each other; nobody else is told."""
    at_each = [p for prep, p in graph.obliques(at) if prep in ("at", "on", "against")]
    others = [k for k in (*graph.patients(at), *at_each) if graph.tokens[k].lemma == "other"]
    each = any(graph.low[k] in lexicon.telling.each for n in others for k in graph.with_dep(n, "det", "amod", "nmod"))
    each = each or (act == "accusation" and not others and the_other(graph, at, lexicon))
    return tuple(n for n in names if n != name) if each and len(names) == 2 else (None,)


def _charged_before(graph: Graph, at: int, span: Span, speakers: Attributions, lexicon: Lexicon) -> Iterator[tuple[int, FollowUp, Reality]]:
    """ "Refuted the ministry's claims that ...": whose claim is denied has made it; charges by a word of their own are found by it."""
    claims = [k for k in graph.objects(at) if graph.is_verb(at) and graph.tokens[k].lemma in lexicon.telling.own_claims]
    for owner in (w for k in claims for w in _owners(graph, k)):
        slot = speakers.party_of(graph, owner)
        if slot is not None and slot.value.party is not None:
            yield at, FollowUp(act="accusation", by=slot.value.code, to=None, evidence=(span,)), Reality.TAKEN


def _owners(graph: Graph, noun: int) -> list[int]:
    """Parties whose a noun is ("the army's claims", "rebel claims", "claims by the army")."""
    by = [p for prep, p in graph.obliques(noun) if prep in ("by", "from")]
    return [w for w in (*graph.with_dep(noun, "poss", "amod", "compound", "nmod"), *by) if graph.mention(w) is not None]


def _found_on_a_day(graph: Graph, lexicon: Lexicon) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """ "Concluded on Tuesday that ...": a verb of finding, a day, and what was found; places are those of the sentence's text."""
    begin = graph.annotated.sentence.start
    for n, token in enumerate(graph.tokens) if graph.annotated.times else ():
        if graph.low[n] in lexicon.speech.finding and graph.with_dep(n, "ccomp"):
            near = (each for each in graph.annotated.times if each.when is not None and 0 < each.start - token.end <= _CLOSE)
            if next(near, None) is not None:
                yield token.start - begin, token.end - begin, ("finding",)


def _meetings(graph: Graph, lexicon: Lexicon) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where a sentence asks for a meeting, as places of its text."""
    begin = graph.annotated.sentence.start
    asked = graph.has_lemma(lexicon.telling.meetings) or graph.has_lemma(lexicon.telling.meeting_verbs)
    for n in meetings_asked(graph, lexicon) if asked else ():
        yield graph.tokens[n].start - begin, graph.tokens[n].end - begin, ("meeting_request",)


_CLOSE = 8
"""Letters between a verb of finding and the day it was found on ("on", "late on")."""


def _told_at(graph: Graph, start: int, end: int) -> int | None:
    """The word that tells a step: the head of its words, no auxiliary ("notified" in "been notified", "protests" in "strong protests")."""
    inside = [n for n, t in enumerate(graph.tokens) if t.start < end and start < t.end]
    if (
        len(inside) == 1
        and " " in graph.tokens[inside[0]].text
        and graph.tokens[inside[0]].end - graph.tokens[inside[0]].start > end - start
    ):
        return None  # a word of a name ("the Disputed Territories")
    telling = [n for n in inside if graph.tokens[n].dep not in ("aux", "auxpass")]
    if len(telling) > 1 and graph.tokens[telling[0]].dep == "prep":
        telling = telling[1:]  # "is under investigation by"
    return next((n for n in telling if graph.tokens[n].head not in telling or graph.tokens[n].head == n), next(iter(telling), None))


def _answers_a_charge(graph: Graph, at: int, named: bool, lexicon: Lexicon) -> bool:
    """ "X accused Y of ..., a charge it denies", "charges denied by both": who denies is who was accused before in the sentence."""
    if named and not all(graph.tokens[d].tag == "PRP" for d in _doers(graph, at, lexicon)):
        return False
    over = graph.tokens[at].head
    return named or (graph.tokens[at].dep in ("relcl", "acl") and graph.tokens[over].lemma in lexicon.cues.charges)


def _shared_to(graph: Graph, at: int, act: str, sides: Sides, lexicon: Lexicon) -> list[str]:
    """ "Notified the army and requested a meeting": what is asked is asked of who was told."""
    over = graph.tokens[at].head
    return _to(graph, over, act, sides, lexicon) if act in UPON and graph.tokens[at].dep == "conj" and graph.is_verb(over) else []


def _by(graph: Graph, at: int, act: str, sides: Sides, speakers: Attributions, lexicon: Lexicon) -> list[str | None]:
    found: dict[str, None] = {}
    with_them = [*who_did_so(graph, at, lexicon), *who_joined(graph, at, lexicon)]
    doers = [] if _stands_accused(graph, at, lexicon) else list(dict.fromkeys([*_doers(graph, at, lexicon), *with_them]))
    for head in _with_owners(graph, with_inquirers(graph, doers, lexicon)):
        if graph.tokens[head].lemma in lexicon.telling.against_whom:
            continue  # "opponents of the president": they are not his
        head = _same_sentence(graph, at, _issuer(graph, head, lexicon))
        slot = speakers.party_of(graph, head)
        if slot is not None and (slot.value.code in lexicon.roles.outlets or slot.read_by.endswith(FORMER)):
            found.setdefault(slot.value.code)  # the radio of a country, or who once was its minister, is not its government
            continue
        if slot is not None and (slot.value.party is not None or slot.value.code.isupper()):
            found.setdefault(slot.value.code)
            continue
        actor = sides.actor(graph, head, Role.GOV)  # a private person takes no step for a party
        if actor is not None and actor.value.party != "UNK":
            found.setdefault(actor.value.code)
        elif slot is not None and act == "accusation":
            found.setdefault(slot.value.code)
    if not found and (saying := _said_beside(graph, at)) is not None:
        for head in graph.subjects(saying):
            told = speakers.party_of(graph, head) or sides.actor(graph, head, Role.GOV)
            if told is not None and told.value.party not in (None, "UNK"):
                found.setdefault(told.value.code)
    own = speakers.speakers.last or (speakers.voice.speaker if speakers.voice else None)
    ours = any(graph.tokens[head].text.lower() in lexicon.telling.we for head in doers)
    somebodys = bool(graph.with_dep(graph.tokens[at].head, "expl"))  # "there will be an investigation": who says so need not lead it
    if not found and (ours or (act in _OWNED and not somebodys)) and own is not None and own.value.party is not None:
        found.setdefault(own.value.code)
    return list(found)


def _said_beside(graph: Graph, at: int) -> int | None:
    """The verb of saying before a step that the parser hangs on what is said ("said the pilot had erred, and apologised")."""
    over = graph.tokens[at].head
    if graph.tokens[at].dep != "conj" or graph.with_dep(at, "nsubj", "nsubjpass", "aux") or graph.tokens[over].dep != "ccomp":
        return None
    return graph.tokens[over].head if graph.is_verb(over) else None


def _stands_accused(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "Army accused of shelling a town": in a title the passive has no auxiliary, and its subject is who is accused."""
    charged = graph.is_verb(at) and graph.tokens[at].lemma in lexicon.clauses.charging and not graph.passive(at) and not graph.objects(at)
    return charged and graph.tokens[at].tag in ("VBD", "VBN") and any(prep in ("of", "for", "over") for prep, _ in _charges(graph, at))


def _charges(graph: Graph, at: int) -> list[tuple[str, int]]:
    """Prepositions under a verb of charging, each with what stands under it."""
    return [(graph.tokens[p].lemma, k) for p in graph.with_dep(at, "prep") for k in graph.with_dep(p, "pobj", "pcomp")]


def _not_themselves(graph: Graph, at: int, names: list[str | None], against: list[str], speakers: Attributions) -> list[str | None]:
    """Who accuses, but for those accused; where nobody is left, the party that was the subject of a clause before."""
    accused = {party_code(code) for code in against}
    kept = [name for name in names if party_code(name) not in accused]
    if kept or not names:
        return kept
    before = [n for n in range(at) if graph.tokens[n].dep in ("nsubj", "nsubjpass") and graph.mention(n) is not None]
    slots = (speakers.party_of(graph, n) for n in reversed(before))
    others: list[str | None] = [s.value.code for s in slots if s is not None and s.value.party is not None and s.value.party not in accused]
    return others[:1]


def _private(graph: Graph, at: int, sides: Sides, speakers: Attributions, lexicon: Lexicon) -> bool:
    """Whether only people of no office or outlets take a step ("residents confirmed", "the radio confirmed"): they are sources."""
    doers = _doers(graph, at, lexicon)
    return bool(doers) and all(
        (graph.mention(d) is None and sides.noun_role(graph, d) is Role.CIV) or _outlet(graph, d, speakers, lexicon) for d in doers
    )


def _outlet(graph: Graph, head: int, speakers: Attributions, lexicon: Lexicon) -> bool:
    slot = speakers.party_of(graph, head)
    return slot is not None and slot.value.code in lexicon.roles.outlets


def _with_owners(graph: Graph, heads: list[int]) -> list[int]:
    """Heads, and all of several owners that one head has ("the wings of A and B claimed")."""
    owners = [w for head in heads for prep, p in graph.obliques(head) if prep == "of" for w in graph.with_dep(p, "conj")]
    return [*heads, *(w for w in owners if graph.mention(w) is not None)]


def _issuer(graph: Graph, head: int, lexicon: Lexicon) -> int:
    """Who issued a statement ("statements issued by officials denied"), and whose a charge is ("criticised the envoy over his claims")."""
    if graph.tokens[head].tag == "PRP$":
        verb = next((a for a in graph.ancestors(head) if graph.is_verb(a)), None)
        before = [k for k in (graph.objects(verb) if verb is not None else []) if k < head and head not in graph.subtree(k)]
        return before[-1] if before else head
    issued = [k for k in graph.with_dep(head, "acl") if graph.passive(k)] if graph.tokens[head].lemma in lexicon.speech.spokesmen else []
    return next((p for k in issued for p in graph.agents(k)), head)


def _same_sentence(graph: Graph, at: int, head: int) -> int:
    """For "it", "he", "they": the party that is the subject of an earlier clause of the sentence, if there is one.

    What is confirmed or denied is told by nobody in it ("the rebels have rockets, he confirmed").
    """
    if graph.tokens[head].tag != "PRP":
        return head
    content = {w for k in graph.with_dep(at, "ccomp") for w in graph.subtree(k)}
    earlier = [
        n for n in range(head) if n not in content and graph.tokens[n].dep in ("nsubj", "nsubjpass") and graph.mention(n) is not None
    ]
    return earlier[-1] if earlier else head


def _doers(graph: Graph, at: int, lexicon: Lexicon) -> list[int]:
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
    found = graph.subjects(at) if lexicon.telling.felt & {token.lemma} and graph.passive(at) else graph.agents(at)
    if not found and graph.is_noun(at):
        verb = graph.tokens[at].head
        if (drawn := drawn_from(graph, at, lexicon)) is not None:
            return drawn  # "drew condemnation from X"
        if graph.is_verb(verb) and graph.tokens[at].dep in ("dobj", "nsubjpass", "pobj"):
            found = graph.agents(verb)
        found = found or [p for k in graph.with_dep(at, "acl") if graph.passive(k) for p in graph.agents(k)]  # "an inquiry led by X"
    return found or stranded_subject(graph, at)


def _to(graph: Graph, at: int, act: str, sides: Sides, lexicon: Lexicon) -> list[str]:
    """Whom a step is taken against: one of each party that a coordination names ("blamed X and Y")."""
    over = graph.tokens[at].head
    lodged = [at, over] if graph.is_noun(at) and graph.tokens[at].dep in ("dobj", "nsubjpass") and graph.is_verb(over) else [at]
    against = [p for word in lodged for prep, p in graph.obliques(word) if prep in ("against", "at", "on", "to", "with")]
    if act == "protest":  # "complained to the Security Council": a body that hears a complaint has done nothing
        against = [p for p in against if not _a_body(graph, p)]
    if act == "meeting_request":  # "asked for a meeting of the council"
        against += [q for w in graph.subtree(at) for prep, q in graph.obliques(w) if prep == "of" and graph.mention(q) is not None]
    pinned = _pinned_on(graph, at) if graph.tokens[at].lemma in lexicon.telling.blaming else []
    accused = graph.with_dep(at, "nsubj") if _stands_accused(graph, at, lexicon) else graph.patients(at)
    found: dict[str, str] = {}
    told_of = _doing_what_is_charged(graph, at) if act == "accusation" else []
    for heads in (accused, pinned, against, told_of):
        for head in heads if not found else []:
            slot = sides.actor(graph, head, Role.GOV)
            if slot is not None and slot.value.party != "UNK":
                found.setdefault(slot.value.party, slot.value.code)
    return list(found.values())


def _doing_what_is_charged(graph: Graph, at: int) -> list[int]:
    """Who does what a charge tells in a clause of its own ("alleged that X had fired", "the charge that X was to blame")."""
    return [k for clause in graph.with_dep(at, "ccomp", "acl") if graph.with_dep(clause, "mark") for k in graph.agents(clause)]


def _a_body(graph: Graph, head: int) -> bool:
    """Whether a word names a body of states or a mission."""
    m = graph.mention(head)
    return m is not None and graph.annotated.mentions[m].actor.role in (Role.GOV, Role.MON)


def _pinned_on(graph: Graph, at: int) -> list[int]:
    """ "Blamed the fire on a tanker on X": the last phrase with "on" beneath the verb names the culprit."""
    return [p for w in sorted(graph.subtree(at)) for prep, p in graph.obliques(w) if prep in ("on", "upon")][-1:]


def party_code(code: str | None) -> str | None:
    """The party of a PARTY:organ or PARTY:role code; None of none."""
    return code.split(":")[0] if code else None
