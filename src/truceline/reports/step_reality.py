"""Whether a step about an act was taken, is only stated as intended, or is none; and the day that is told of it."""

from enum import StrEnum

from truceline.model.document import Document
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.packs.reading_words import RealityWords
from truceline.packs.word_patterns import shaped
from truceline.reports.grammar import Graph

READ_BY = "reports.step_reality 1"


class Reality(StrEnum):
    """How far a step has come."""

    TAKEN = "taken"
    INTENDED = "intended"
    NONE = "none"


def reality(graph: Graph, at: int, act: str, lexicon: Lexicon) -> Reality:
    """Of a step's word: taken, stated as intended, or only possible; an inquiry that is announced is one (codebook 2).

    "Plans to lodge a protest" and "will protest" state an intention; "could protest" and "refused to protest" tell of no step.
    """
    verb = _verb(graph, at)
    if verb is None:
        return Reality.TAKEN
    aux = {graph.tokens[k].text.lower() for k in graph.with_dep(verb, "aux")}
    over = graph.tokens[verb].head
    above = graph.tokens[over].lemma if over != verb and graph.tokens[verb].dep in ("xcomp", "ccomp", "acl", "advcl", "conj") else ""
    said_to_come = act == "investigation" and aux <= lexicon.reality.to_come_then and _announced(graph, verb, lexicon)
    if said_to_come and not graph.with_dep(verb, "neg"):
        return Reality.TAKEN  # "said that it would look into the reports"
    if aux & lexicon.reality.step_possible or (verb != at and graph.with_dep(verb, "neg")):
        return Reality.NONE
    if above in lexicon.reality.step_failed or _only_supposed(graph, verb, lexicon):
        return Reality.NONE
    if verb != at and graph.tokens[at].dep == "dobj" and graph.tokens[verb].lemma in lexicon.reality.step_weighed:
        return Reality.NONE  # "considered a protest"
    if act == "investigation":
        return Reality.TAKEN
    if not aux & lexicon.reality.step_to_come:
        prepared = verb != at and graph.tokens[at].dep == "dobj" and graph.tokens[verb].lemma in lexicon.cues.planning
        return Reality.INTENDED if prepared else Reality.TAKEN
    if "to" not in aux:
        return Reality.INTENDED
    if above in lexicon.cues.planning:
        return Reality.NONE if graph.with_dep(over, "neg") else Reality.INTENDED
    if verb == at and (_done_for(graph, at, lexicon) or _all_the_same(graph, at, lexicon)):
        return Reality.TAKEN
    # "Used the telephone to lodge a protest" tells of one that was lodged; "to protest" alone tells of none.
    return Reality.NONE if verb == at or above in lexicon.cues.not_done else Reality.TAKEN


def _done_for(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "Summoned the envoy to protest", "wrote to the council to condemn": what was done for a step is how it was taken."""
    over = graph.tokens[at].head
    if graph.tokens[at].dep not in ("advcl", "xcomp", "acl") or graph.tokens[over].lemma not in lexicon.telling.stepping:
        return False
    over = over if graph.is_verb(over) else graph.tokens[over].head
    return (
        graph.is_verb(over)
        and graph.tokens[over].tag in ("VBD", "VBN", "VBZ", "VBG")
        and not graph.with_dep(over, "neg")
        and not ({graph.low[k] for k in graph.with_dep(over, "aux")} & (lexicon.reality.step_possible | lexicon.reality.step_to_come))
    )


def _all_the_same(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """ "Was quick to blame", "went on to accuse": told with "to", and taken."""
    over = graph.tokens[at].head
    verb = over if graph.is_verb(over) else graph.tokens[over].head
    kept = graph.with_dep(verb, "neg") or {graph.low[k] for k in graph.with_dep(verb, "aux")} & lexicon.reality.step_possible
    return graph.tokens[at].dep in ("xcomp", "acl", "relcl") and graph.tokens[over].lemma in lexicon.charged.taken_all_the_same and not kept


def _announced(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """Whether a clause, or the one it is coordinated with, stands under a verb of announcing ("said that ... and that it would")."""
    while graph.tokens[verb].dep == "conj" and graph.is_verb(graph.tokens[verb].head):
        verb = graph.tokens[verb].head
    return graph.tokens[verb].dep == "ccomp" and graph.tokens[graph.tokens[verb].head].lemma in lexicon.reality.announcing


def _only_supposed(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """Whether a step stands under a condition ("if confirmed"), or is one that is taken time and again ("when they claim a raid")."""
    marks = {graph.low[k] for k in graph.with_dep(verb, "mark", "advmod")}
    again = graph.tokens[verb].tag in ("VBP", "VBZ") and not marks.isdisjoint(lexicon.telling.told_when - {"as"})
    return again or not marks.isdisjoint(lexicon.reality.conditions)


def step_day(graph: Graph, at: int, document: Document) -> Slot[When] | None:
    """The day on which a step was taken: only one that hangs on the step's own word or on the verb it stands under."""
    own = {at, _verb(graph, at)}
    for mention in graph.annotated.times:
        if mention.when is None or mention.window or mention.when.precision is not Precision.DAY:
            continue
        word = next((n for n, t in enumerate(graph.tokens) if mention.start <= t.start < mention.end), None)
        owner = next((n for n in graph.ancestors(word) if graph.is_verb(n) or n == at), None) if word is not None else None
        if owner is not None and owner in own:
            span = Span(document_id=document.id, start=mention.start, end=mention.end, part=graph.annotated.sentence.part)
            return Slot(value=mention.when, evidence=(span,), read_by=READ_BY)
    return None


def stranded_subject(graph: Graph, at: int) -> list[int]:
    """The party named right before the main verb of a sentence that the parser left without a subject, having hung it on a phrase before.

    "Following the release of ... the two countries, the Command (UNC) formally accused ...": only adverbs and brackets may lie between.
    """
    token = graph.tokens[at]
    if token.dep != "ROOT" or token.tag not in ("VBD", "VBZ", "VBP") or graph.with_dep(at, "nsubj", "nsubjpass"):
        return []
    n = at - 1
    while n >= 0 and (graph.tokens[n].dep in ("advmod", "aux", "punct", "neg") and graph.tokens[n].text not in (",", ";", ":")):
        n -= 1
    return [n] if n >= 0 and graph.mention(n) is not None else []


def negated(text: str, start: int, words: RealityWords) -> bool:
    """Whether a word of none stands just before a place in a text."""
    return bool(shaped(r"(?-i:\bWORDS\s+(?:\w+\s+)?)$", words.none_before, cased=True).search(text[max(0, start - 24) : start]))


def _verb(graph: Graph, at: int) -> int | None:
    """The verb that tells a step: its own word, or the one that a noun stands under ("lodge a protest")."""
    if graph.is_verb(at):
        return at
    if graph.tokens[at].dep not in ("dobj", "nsubjpass", "pobj", "nsubj", "compound", "attr"):
        return None
    return next((n for n in graph.ancestors(at) if graph.is_verb(n)), None)
