"""Which words tell that people were killed, wounded or taken, and whom such a verb befalls."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph


def state(word: str, lexicon: Lexicon) -> str | None:
    """killed or wounded, of a word that tells how people are ("dead", "injured"); None for other words."""
    if word in lexicon.numbers.dead:
        return "killed"
    return "wounded" if word in lexicon.numbers.hurt else None


def verb_fate(graph: Graph, n: int, lexicon: Lexicon) -> str | None:
    """killed, wounded or captured, of the people a verb befalls; None for other verbs."""
    lemma, numbers = graph.tokens[n].lemma, lexicon.numbers
    if lemma in numbers.killed or (
        lemma in numbers.shoot and any(graph.tokens[k].text.lower() in numbers.dead for k in range(n + 1, min(n + 3, len(graph.tokens))))
    ):
        return "killed"
    if lemma in numbers.losing and any(graph.tokens[k].lemma in numbers.person_nouns for k in graph.with_dep(n, "dobj")):
        return "killed"
    if lemma in numbers.wounded:
        return "wounded"
    return "captured" if lemma in numbers.captured else None


def then_killed(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether the people shot are said to have died ("shot and killed", "shot dead", "shot to death")."""
    near = graph.tokens[n + 1 : n + 5]
    return any(
        t.lemma in lexicon.numbers.killed or t.text.lower() in lexicon.numbers.dead or t.lemma in lexicon.numbers.after_shot for t in near
    )


def sufferers(graph: Graph, n: int, lexicon: Lexicon) -> list[int]:
    """Heads of those a fate befalls, also where the auxiliary is left out ("eight were killed and one captured")."""
    if graph.tokens[n].lemma in lexicon.numbers.dying:
        return graph.subjects(n)
    patients = graph.patients(n)
    if patients or graph.tokens[n].tag not in ("VBN", "VBD") or graph.with_dep(n, "dobj"):
        return patients
    head = graph.tokens[n].head
    return graph.with_dep(n, "nsubj") if graph.tokens[n].dep == "conj" and graph.is_verb(head) and graph.passive(head) else []


def said_of(graph: Graph, verb: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The fate that a passive verb of telling or finding gives its subject ("two were reported killed", "was found dead")."""
    if not graph.passive(verb):
        return None
    for k in graph.with_dep(verb, "xcomp", "oprd", "ccomp", "acomp", "attr", "advcl"):
        if graph.with_dep(k, "nsubj", "nsubjpass", "dobj"):
            continue
        fate = state(graph.tokens[k].text.lower(), lexicon) or (verb_fate(graph, k, lexicon) if graph.tokens[k].tag == "VBN" else None)
        if fate is not None:
            return fate, k
    return None


def negated(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a verb of fate tells of nobody: it is denied, or was only tried or threatened."""
    return bool(graph.with_dep(n, "neg")) or any(
        graph.tokens[k].text.lower() in lexicon.reality.harm_only_tried for k in (graph.tokens[n].head,) if k != n
    )
