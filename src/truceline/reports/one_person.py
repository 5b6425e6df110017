"""One person to whom something was done, told without a number: by a noun, a rank or a name."""

from dataclasses import replace

from truceline.model.document import Document
from truceline.packs.lexicon import Lexicon
from truceline.reports.fate_verbs import (
    negated,
    sufferers,
    then_killed,
    verb_fate,
)
from truceline.reports.fates_counted import people
from truceline.reports.grammar import Graph
from truceline.reports.toll import Toll, one_slot
from truceline.reports.toll_scope import supposed
from truceline.reports.totals import SHOT


def single(graph: Graph, document: Document, lexicon: Lexicon) -> list[Toll]:
    """One person without a number: "a civilian was killed", "killed Staff Sergeant ...", "he was wounded"."""
    found: list[Toll] = []
    for n in (n for n, verb in enumerate(graph.verbs) if verb):
        what, how = verb_fate(graph, n, lexicon), ""
        if what is None and graph.tokens[n].lemma in lexicon.numbers.shot and not then_killed(graph, n, lexicon):
            what, how = "wounded", SHOT
        if what is None or graph.tokens[n].dep == "amod" or negated(graph, n, lexicon) or supposed(graph, n, lexicon):
            continue
        more = any(graph.low[k] in lexicon.numbers.adding for k in graph.with_dep(n, "advmod"))
        if not more and any(t.slot.value.what == what for t in found):
            continue  # a second word of the same fate tells of the same person again
        for head in dict.fromkeys(sufferers(graph, n, lexicon)):
            first = one_person(graph, head, lexicon)
            if first is not None:
                one = one_slot(document, graph, first, head, what)
                found.append(Toll(slot=replace(one, read_by=one.read_by + how), at=n, heads=(head,)))
            elif (both := _both(graph, head, lexicon)) is not None:
                pair = one_slot(document, graph, both, head, what)
                found.append(Toll(slot=replace(pair, value=replace(pair.value, low=2, high=2)), at=n, heads=(head,)))
    return found


def _both(graph: Graph, head: int, lexicon: Lexicon) -> int | None:
    """The word by which a phrase tells of two people ("both pilots"); None where it tells of more or fewer, or of no people."""
    told = [k for k in graph.with_dep(head, "det", "predet", "preconj", "cc") if k < head and graph.low[k] in lexicon.numbers.both_of]
    plural = graph.tokens[head].tag == "NNS" and not graph.with_dep(head, "nummod")
    return told[0] if told and plural and people(graph, head, lexicon) else None


def one_person(graph: Graph, head: int, lexicon: Lexicon) -> int | None:
    """The first token of a phrase that names one person; None where it names several, or no person."""
    token = graph.tokens[head]
    if token.text.lower() in (*lexicon.numbers.one_person, *lexicon.numbers.one_more):
        return head
    if token.text.lower() in lexicon.numbers.ordinals and head > 0 and graph.low[head - 1] in lexicon.numbers.one_article:
        return head - 1  # "a third was wounded"
    if token.tag not in ("NN", "NNP", "JJ") or graph.with_dep(head, "nummod"):
        return None
    dets = [k for k in graph.with_dep(head, "det", "poss") if k < head]
    mention = graph.mention(head)
    if mention is not None and graph.annotated.mentions[mention].person and not dets:
        return head  # a leader whom the gazetteer knows by name
    if dets and head == dets[0] + 1 and graph.mention(head) is not None and graph.low[dets[0]] in lexicon.numbers.one_article:
        return dets[0]  # "killed a Palestinian"
    if token.tag == "NN" and token.lemma in lexicon.numbers.person_nouns and token.lemma not in lexicon.numbers.collective:
        named_with_article = [k for k in graph.with_dep(head, "amod", "compound", "nmod") if graph.low[k].startswith("the ")]
        return next(iter([*dets, *named_with_article]), None)  # "the Taliban" is one word where it is a name
    named = graph.mention(head) is None and not any(p.where and graph.covers(head, p.start, p.end) for p in graph.annotated.places)
    before = [k for k in graph.with_dep(head, "compound") if graph.tokens[k + 1].tag != "HYPH"]  # "nearby al-Bireh" is no full name
    titled = [k for k in before if graph.tokens[k].lemma in lexicon.numbers.person_nouns or graph.tokens[k].tag == "NNP"]
    if token.tag != "NNP" or not named or dets:
        return None
    return min(titled, default=None) if titled else head if _person_by_name(graph, head, lexicon) else None


def _person_by_name(graph: Graph, head: int, lexicon: Lexicon) -> bool:
    """Whether a bare name is one's, told alone to have been killed or taken ("Han was killed") or beside people ("Han and two guards")."""
    if graph.tokens[head].text.isupper() or graph.with_dep(head, "prep", "nmod"):
        return False  # letters that stand for a body of people, or what is of somebody
    beside = [c for c in graph.conjuncts(head)[1:] if graph.tokens[c].tag in ("NNS", "CD") or _titled(graph, c, lexicon)]
    verb = graph.tokens[head].head
    alone = graph.tokens[head].dep == "nsubjpass" and not graph.with_dep(head, "conj")
    was = any(graph.low[k] in lexicon.numbers.one_was for k in graph.with_dep(verb, "auxpass"))
    met = graph.tokens[verb].lemma in (*lexicon.numbers.killed, *lexicon.numbers.captured)
    return met and ((alone and was) or any(people(graph, c, lexicon) for c in beside))


def _titled(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a name stands with a noun of what a person is ("the aide Ann Lee")."""
    before = graph.with_dep(n, "compound") if graph.tokens[n].tag == "NNP" else []
    return any(graph.tokens[k].lemma in lexicon.numbers.person_nouns for k in before)
