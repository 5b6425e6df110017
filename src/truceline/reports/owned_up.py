"""Acts that somebody says to have done himself, told by pronouns alone ("the group said that it had fired them")."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.attribution import Attributions
from truceline.reports.denials_said import said_by
from truceline.reports.grammar import Graph


def owned_up(graph: Graph, n: int, lexicon: Lexicon, speakers: Attributions) -> list[str]:
    """Parties that say, by the verb at ``n``, to have done what the text told before; none where it tells something else.

    What was done to stands as "it" or "them", or as the act itself ("the raid"); who did it as "they", "it", or by "its men".
    """
    if not graph.is_verb(n) or graph.with_dep(n, "neg") or graph.passive(n) or graph.tokens[n].dep not in ("ccomp", "conj"):
        return []
    aux = {graph.low[k] for k in graph.with_dep(n, "aux")}
    if aux & (lexicon.reality.step_possible | lexicon.reality.step_to_come):
        return []
    itself = any(graph.low[k] in lexicon.telling.such_thing for k in graph.objects(n)) or any(
        graph.tokens[k].lemma in lexicon.telling.pointers and any(graph.low[d] in lexicon.telling.same for d in graph.with_dep(k, "det"))
        for k in graph.objects(n)
    )
    themselves = any(_themselves(graph, k, lexicon) for k in graph.subjects(n))
    return said_by(graph, n, speakers) if itself and themselves else []


def own_men_did(graph: Graph, n: int, lexicon: Lexicon, speakers: Attributions) -> list[str]:
    """Parties that say of themselves or of their men that they are the culprits, and not of what ("said its fighters were responsible")."""
    verb = graph.tokens[n].head
    if graph.tokens[n].dep != "acomp" or graph.tokens[verb].dep != "ccomp" or graph.with_dep(verb, "neg") or graph.obliques(n):
        return []
    return said_by(graph, verb, speakers) if any(_themselves(graph, k, lexicon) for k in graph.subjects(verb)) else []


def _themselves(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    """Whether the doer is who speaks ("they", "we"), or forces of theirs ("its fighters")."""
    if graph.tokens[k].tag == "PRP":
        return True
    forces = lexicon.role_of.get(graph.tokens[k].lemma) == "mil"
    return forces and any(graph.tokens[p].tag == "PRP$" for p in graph.with_dep(k, "poss"))
