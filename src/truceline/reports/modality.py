"""Did it happen: asserted, alleged or planned; or no act at all (denied, threatened, trained, forbidden)."""

from dataclasses import dataclass

from truceline.model.reading import CueKind
from truceline.model.report import Modality
from truceline.packs.lexicon import Lexicon
from truceline.packs.reading_words import RealityWords
from truceline.reports.doubt import alleged
from truceline.reports.governed import ATTEMPTS_COUNT, UNDER, governed
from truceline.reports.grammar import Graph
from truceline.reports.intended import announced, announced_as_to_come, intended
from truceline.reports.law_or_threat import law_or_threat
from truceline.reports.patterns import Act
from truceline.reports.unreal import (
    aimed_by,
    charged_to_and_fro,
    exemplified,
    opined,
    said_of_it,
    when_it_comes,
)


@dataclass(frozen=True, slots=True)
class Told:
    """How an act is told: None as modality means that no act is told; ``why`` names the rule."""

    modality: Modality | None
    why: str = ""


def told(act: Act, lexicon: Lexicon) -> Told:
    """The modality of one act from negation, modals, governing words, conditions, norms, training and hedges."""
    graph, n, words = act.graph, act.trigger, lexicon.reality
    planned = intended(graph, n, lexicon) if act.kind in lexicon.cues.planned_kinds else ""
    if act.kind in lexicon.cues.planned_kinds and _hinges(graph, n, words):
        return Told(None, "conditional")
    if planned and not _negated(graph, n, words) and not conditional(graph, n, words):
        return Told(Modality.PLANNED, planned)
    let_go = (
        _negated(graph, n, words)
        or _norm(act)
        or conditional(graph, n, words)
        or governed(graph, n, act.kind, lexicon)
        or (not announced_as_to_come(act, lexicon) and _nominal(graph, n, words))
        or charged_to_and_fro(graph, n, words)
        or _failed(act, lexicon.reality)
        or _training(act, lexicon)
        or _imperative(graph, n)
        or _ended(graph, n, words)
        or _allowed(act, lexicon)
        or _none_of(act, words)
        or opined(graph, n, words)
        or law_or_threat(act, lexicon)
    )
    if let_go:
        return Told(None, let_go)
    future = (
        ("promised" if act.pattern.planned else "") or _future(graph, n, words) or when_it_comes(graph, n, words) or announced(act, lexicon)
    )
    if future:
        return Told(Modality.PLANNED, future) if act.kind in lexicon.cues.planned_kinds else Told(None, future)
    if alleged(graph, n, lexicon):
        return Told(Modality.ALLEGED, "hedged")
    return Told(Modality.ACTUAL)


def _negated(graph: Graph, n: int, words: RealityWords) -> str:
    told = [n]
    token = graph.tokens[n]
    if token.dep == "xcomp" and graph.tokens[token.head].lemma in words.implicative:  # "is not going to scrap", "never began to shell"
        told.append(token.head)
    if graph.is_noun(n) and token.dep in ("dobj", "nsubj", "nsubjpass", "attr") and graph.is_verb(token.head):
        if graph.tokens[token.head].lemma not in words.granted_denied:  # "will never overlook the shelling"
            told.append(token.head)
    for w in told:
        if graph.with_dep(w, "neg"):
            return "negated"
        if any(graph.tokens[k].lemma in words.negators for k in graph.with_dep(w, "det", "advmod", "preconj")):
            return "negated"
    if any(graph.tokens[k].lemma in words.as_a_rule for k in graph.with_dep(n, "advmod")):
        return "as a rule, not once"
    if token.tag in ("VBZ", "VBP") and not graph.with_dep(n, "aux"):
        if any(graph.tokens[k].lemma in words.often for k in graph.with_dep(n, "advmod")):
            return "as a rule, not once"
    subject = graph.subjects(n)[:1] if graph.is_verb(n) else []
    if any(graph.tokens[k].lemma in words.no_subject for s in subject for k in (s, *graph.with_dep(s, "det"))):
        return "negated"
    if graph.is_verb(n) and any(graph.tokens[k].lemma in words.nobody for k in (*subject, *graph.patients(n))):
        return "negated"
    if token.lemma in words.sending and any(graph.tokens[k].lemma in words.nothing_sent for k in graph.objects(n)):
        return "negated"
    if token.dep in ("pobj", "pcomp") and graph.tokens[token.head].lemma in words.without:
        return "negated"
    if token.lemma in words.as_it_is and graph.is_verb(n) and graph.passive(n) and not graph.agents(n):
        return "how somebody is, not what was done"
    return ""


def _norm(act: Act) -> str:
    norms = [c for c in act.graph.annotated.cues if c.kind is CueKind.NORM]
    token = act.graph.tokens[act.trigger]
    for cue in norms:
        if (
            act.graph.annotated.sentence.text[cue.start - act.graph.annotated.sentence.start :][:9]
            .lower()
            .startswith(("shall", "no person"))
        ):
            return "law quoted"
        if cue.end <= token.start:
            return "law told"
    return ""


def conditional(graph: Graph, n: int, words: RealityWords) -> str:
    """Why a word tells of nothing done: it stands under a condition, a question or what is waited for; "" where it does not."""
    on_condition, in_case, waited_for = (graph.has_lemma(each) for each in (words.conditions, words.cases, words.until))
    for w in (n, *graph.ancestors(n)):
        if on_condition and any(graph.tokens[k].lemma in words.conditions for k in graph.with_dep(w, "mark", "advmod")):
            return "conditional"
        if in_case and any(prep == "in" and _supposed(graph, p, words) for prep, p in graph.obliques(w)):
            return "in the case of"
        if waited_for and _waited_for(graph, w, words):
            return "waited for"
        over = graph.tokens[w].head
        if graph.tokens[w].dep == "ccomp" and graph.tokens[over].lemma in words.supposing and graph.tokens[over].tag in ("VB", "VBP"):
            if all(graph.tokens[k].tag == "PRP" or graph.low[k] in words.inviting for k in graph.with_dep(over, "nsubj")):
                return f"supposed under {graph.tokens[over].text!r}"
        if graph.tokens[w].dep in ("ROOT", "relcl"):
            break
    return "question" if graph.annotated.sentence.text.rstrip("\"'”’ ").endswith("?") else ""


def _hinges(graph: Graph, n: int, words: RealityWords) -> bool:
    """Whether what is to be done hinges on something else ("would pull out of the talks if sanctions are imposed")."""
    to_come = {graph.low[k] for k in graph.with_dep(n, "aux")} & (words.to_come_then | words.future | words.modals)
    hung_on = graph.with_dep(n, "advcl") if to_come else []
    return any(graph.tokens[k].lemma in words.conditions for w in hung_on for k in graph.with_dep(w, "mark"))


def _waited_for(graph: Graph, w: int, words: RealityWords) -> bool:
    """Whether something is refused or not done until the act ("refused to talk until the troops withdrew")."""
    if not any(graph.tokens[k].lemma in words.until for k in graph.with_dep(w, "mark")):
        return False
    above = list(graph.ancestors(w))
    to_come = any(graph.low[k] in words.future | words.modals for a in above for k in graph.with_dep(a, "aux"))
    return to_come or any(graph.tokens[a].lemma in words.waiting or graph.with_dep(a, "neg") for a in above)


def _supposed(graph: Graph, p: int, words: RealityWords) -> bool:
    """Whether a phrase supposes what it tells ("in the event of", "in case"); "in a severe case" does not."""
    if graph.tokens[p].lemma not in words.cases:
        return False
    return all(graph.tokens[k].lemma == "the" or graph.tokens[k].dep not in ("det", "amod", "nummod", "nmod") for k in graph.kids[p])


def _ended(graph: Graph, n: int, words: RealityWords) -> str:
    """Whether a verb in the present tells what was done as a rule and is now ended ("halted the broadcasts it blares")."""
    over = graph.told_on(n)
    if over is None or graph.tokens[n].tag not in ("VBZ", "VBP") or graph.tokens[over].dep != "dobj":
        return ""
    governor = graph.tokens[graph.tokens[over].head]
    return f"ended under {governor.lemma!r}" if governor.lemma in words.held_back else ""


def _allowed(act: Act, lexicon: Lexicon) -> str:
    """Whether an act's noun is only allowed, weighed ("authorised strikes") or sided with ("supports the offensive").

    What can be announced is planned instead (codebook 1).
    """
    token = act.graph.tokens[act.trigger]
    governor = act.graph.tokens[token.head]
    told = act.graph.is_noun(act.trigger) and token.dep in ("dobj", "nsubjpass") and act.kind not in lexicon.cues.planned_kinds
    if told and governor.tag in ("VBZ", "VBP") and governor.lemma in lexicon.reality.siding:
        return f"sided with under {governor.lemma!r}"
    return f"allowed under {governor.lemma!r}" if told and governor.lemma in lexicon.reality.allowing else ""


def _none_of(act: Act, words: RealityWords) -> str:
    """Whether what an act is told by is what was not sent, fired or given ("provides logistics but no ground troops")."""
    of = (w for w in act.deciding if w > act.trigger and act.graph.tokens[w].dep in ("dobj", "conj"))
    return "none of what it is told by" if any(_no(act.graph, w, words) for w in of) else ""


def _no(graph: Graph, n: int, words: RealityWords) -> bool:
    return any(graph.tokens[k].lemma in words.negators for k in graph.with_dep(n, "det"))


def _imperative(graph: Graph, n: int) -> str:
    """Whether a verb tells others what to do ("Give weapons to the rebels")."""
    token = graph.tokens[n]
    bare = token.tag == "VB" and token.dep == "ROOT" and not graph.with_dep(n, "nsubj", "nsubjpass", "csubj", "aux")
    return "imperative" if bare and not graph.annotated.sentence.headline else ""


def _had_its_effect(graph: Graph, wish: int, words: RealityWords) -> bool:
    """Whether what was asked for came, as its effect is told beside it ("called for an air strike, killing two")."""
    return graph.tokens[wish].lemma in words.wishing and any(
        graph.tokens[k].tag == "VBG" and graph.tokens[k].lemma in words.effects for k in graph.with_dep(wish, "advcl")
    )


def _nominal(graph: Graph, n: int, words: RealityWords) -> str:
    if graph.is_verb(n) and graph.tokens[n].dep not in ("pcomp", "amod"):
        return ""
    if (of := exemplified(graph, n)) is not None and (why := _nominal(graph, of, words)):
        return why
    for k in graph.with_dep(n, "amod", "det", "predet", "compound"):
        if {graph.tokens[k].lemma, graph.tokens[k].text.lower()} & words.not_actual_before:
            return f"not actual: {graph.tokens[k].text!r}"
    token = graph.tokens[n]
    governor = graph.tokens[token.head]
    if token.dep in ("dobj", "nsubjpass") and (governor.lemma in words.wished or governor.lemma in words.awaited):
        return f"wished under {governor.lemma!r}"
    if token.dep == "pobj" and _had_its_effect(graph, governor.head, words):
        return ""
    if token.dep == "pobj" and governor.lemma in ("for", "to", "on") and graph.tokens[governor.head].lemma in words.wishing:
        return f"wished under {graph.tokens[governor.head].lemma!r}"
    if token.dep in ("pobj", "pcomp"):
        holder = graph.tokens[token.head].head
        if (
            graph.tokens[holder].lemma in words.not_actual_under
            and graph.tokens[token.head].lemma in UNDER
            and not aimed_by(graph, n, words)
        ):
            return f"under {graph.tokens[holder].lemma!r}"
        if graph.tokens[holder].lemma in words.lulls and governor.lemma == "in":
            return f"stopped in a {graph.tokens[holder].lemma!r}"
        pointed = any(graph.tokens[k].dep in ("det", "poss") for k in graph.kids[n])
        if governor.lemma == "about" and graph.tokens[holder].lemma in words.about and not pointed:
            return f"talked of under {graph.tokens[holder].lemma!r}"
    said = said_of_it(graph, n, words) or _yet_to_come(graph, n, words)
    if said:
        return said
    subjects = graph.with_dep(token.head, "nsubj") if token.dep == "attr" and governor.lemma in words.being else []
    if any(graph.tokens[k].lemma in words.not_actual_under for k in subjects):
        return f"is a {graph.tokens[subjects[0]].lemma!r}"
    if token.dep == "compound" and graph.tokens[token.head].lemma in words.not_actual_under:
        return f"under {graph.tokens[token.head].lemma!r}"
    return ""


def _yet_to_come(graph: Graph, n: int, words: RealityWords) -> str:
    """Whether an act's noun is the subject of what may or will come to be ("fighting could resume")."""
    verb = graph.tokens[n].head
    if graph.tokens[n].dep not in ("nsubj", "nsubjpass") or graph.tokens[verb].lemma not in words.coming_to_be:
        return ""
    aux = {graph.low[k] for k in graph.with_dep(verb, "aux")}
    return f"yet to {graph.tokens[verb].lemma!r}" if aux & (words.modals | words.future) and "have" not in aux else ""


def _failed(act: Act, words: RealityWords) -> str:
    """Whether an act's noun is told to have come to nothing ("a failed grenade attack"); where an attempt counts it is coded."""
    if act.kind in ATTEMPTS_COUNT or not act.graph.is_noun(act.trigger):
        return ""
    before = [act.graph.tokens[k].text.lower() for k in act.graph.with_dep(act.trigger, "amod")]
    return next((f"come to nothing: {word!r}" for word in before if word in words.failed_before), "")


def _training(act: Act, lexicon: Lexicon) -> str:
    if act.kind in ("missile_launch", "balloon_launch", "air_crossing", "loudspeaker"):
        return ""
    words, graph = lexicon.cues.training, act.graph
    if not graph.has_lemma(words):
        return ""
    near = [graph.tokens[w].lemma for w in act.region] + [graph.tokens[a].lemma for a in _over(graph, act.trigger)]
    if act.kind == "troop_deployment":  # "were sent to take part in drills"
        near += [graph.tokens[k].lemma for w in _purposes(graph, act.trigger) for k in graph.subtree(w)]
    found = next((w for w in near if w in words), None)
    return f"training: {found!r}" if found and not (act.kind == "indirect_fire" and act.lemma in ("fire", "launch")) else ""


def _over(graph: Graph, n: int) -> list[int]:
    """The words over a word, without those it is only joined to ("by naval drills and by the deployment of troops")."""
    found, w = [], n
    while graph.tokens[w].head != w:
        joined, w = graph.tokens[w].dep == "conj", graph.tokens[w].head
        found += [] if joined else [w]
    return found


def _purposes(graph: Graph, n: int) -> list[int]:
    """What something is done for: infinitives and phrases with "for" below its word."""
    aims = [w for w in graph.with_dep(n, "advcl", "xcomp") if any(graph.low[k] == "to" for k in graph.with_dep(w, "aux"))]
    return aims + [p for prep, p in graph.obliques(n) if prep == "for"]


def _future(graph: Graph, n: int, words: RealityWords) -> str:
    w = n
    for _ in range(4):
        if any(graph.tokens[k].text.lower() in words.future for k in graph.with_dep(w, "aux")):
            return "future"
        if graph.tokens[w].tag in ("VBZ", "VBP", "VB") and any(
            graph.low[k] in words.to_come for k in graph.with_dep(w, "npadvmod", "advmod")
        ):
            return "to come"
        token = graph.tokens[w]
        if token.dep == "pcomp":  # "will respond by destroying"
            token = graph.tokens[token.head]
        elif token.dep == "attr":  # "there will be another bombing"
            if not graph.with_dep(token.head, "expl"):
                return ""
        elif token.dep not in ("xcomp", "dobj", "conj", "nsubjpass") or token.head == w:
            return ""
        if token.dep == "dobj" and graph.tokens[token.head].lemma in words.granted_denied:  # "will never overlook the shelling"
            return ""
        w = token.head
    return ""
