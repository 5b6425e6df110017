"""What a noun tells of people: soldiers, officials, civilians or monitors, by itself, by the word before it, a title or an apposition."""

from truceline.model.party import Role
from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.tree import BEFORE, NAMES


def noun_role(graph: Graph, n: int, lexicon: Lexicon) -> Role | None:
    """The role that a head noun tells, with what stands before it; None where it tells none."""
    token = graph.tokens[n]
    pair = f"{graph.tokens[n - 1].lemma} {token.lemma}" if n else token.lemma
    if n > 1 and graph.tokens[n - 1].tag == "HYPH":  # "teen-agers" are two words to the parser
        pair = f"{graph.tokens[n - 2].lemma}-{token.lemma}"
    table, sides = lexicon.role_of, lexicon.sides
    whole = [f"{token.lemma} of {graph.tokens[p].lemma}" for prep, p in graph.obliques(n) if prep == "of"]  # "prisoners of war"
    found = next((table[w] for w in whole if w in table), None) or table.get(pair) or table.get(token.lemma) or table.get(graph.low[n])
    if found is None and token.tag in NAMES and graph.mention(n) is None:
        return _beside_a_name(graph, n, lexicon)
    if found in ("civ", "gov") and token.lemma in sides.offices and _of_forces(graph, n, lexicon):
        return Role.MIL
    before = {graph.tokens[k].lemma for k in graph.with_dep(n, *BEFORE)}
    if not before:
        return Role(found) if found else None
    loose = token.lemma in sides.loose or token.lemma in sides.offices
    if found in ("civ", "gov") and loose and (before & sides.rebels or before & sides.armed_before):
        return Role.MIL
    if found == "mil" and before & sides.civil_before and not before & sides.military_still:
        return Role.CIV
    if found == "mil" and before & sides.under_flag and token.lemma in sides.either_fleet:
        return Role.CIV
    if found == "mil" and before & sides.policing and not before & sides.soldiery:  # "a police patrol", "the riot police force"
        return Role.GOV
    if found is None and before & sides.military_before:
        return Role.MIL if lexicon.word_sets["people"] & {token.lemma} else None
    if found is None and before & sides.government_before:
        return Role.GOV
    return Role(found) if found else None


def _of_forces(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether an office is one of an army ("officers of the army", "a chief of the guerrillas")."""
    return any(lexicon.role_of.get(graph.tokens[p].lemma) == "mil" for prep, p in graph.obliques(n) if prep == "of" and graph.is_noun(p))


def _beside_a_name(graph: Graph, n: int, lexicon: Lexicon) -> Role | None:
    """The role that the words beside a name tell ("Prime Minister Ann Lee", "Ann Lee, a lawyer", "the tanker Lorelei")."""
    for k in reversed(graph.with_dep(n, "compound")):
        pair = f"{graph.low[k - 1]} {graph.low[k]}" if k else graph.low[k]
        told = lexicon.role_of.get(pair) or lexicon.role_of.get(graph.low[k]) or lexicon.role_of.get(graph.tokens[k].lemma)
        if told is not None:
            return Role(told)
    return next((r for k in graph.with_dep(n, "appos") if (r := noun_role(graph, k, lexicon)) is not None), None)
