"""Is an arrest a step of police, courts or politics at home: no prisoner is then taken between two sides."""

from truceline.model.party import Role
from truceline.packs.lexicon import Lexicon
from truceline.packs.scope_words import GeneralWords
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph

BY_POLICE = "an arrest by police"


def arrest(draft: Draft, graph: Graph, n: int, lexicon: Lexicon) -> str:
    """Why somebody taken is arrested as any state arrests, and not captured; "" where he is captured."""
    words = lexicon.general
    if _of_own_people(draft) and draft.lemma not in words.never_arrests:
        return "an arrest at home"
    if _for_a_court(draft, graph, n, lexicon):
        return "an arrest for a court"
    if _of_politics(draft, graph, n, lexicon):
        return "an arrest in politics"
    return BY_POLICE if _by_police(draft, graph, n, lexicon) else ""


def told_on(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an arrest by nobody named goes on from one by police told before it ("the officer was arrested on Thursday")."""
    by_nobody = all(slot.value.party == "UNK" for slot in draft.actors)
    of_nobody = all(slot.value.party == "UNK" or slot.value.role is not Role.MIL for slot in draft.targets)
    return draft.kind == "capture" and draft.lemma in lexicon.general.arresting and by_nobody and of_nobody


def _of_own_people(draft: Draft) -> bool:
    """Whether one party alone arrests its own: no prisoner is taken between two sides."""
    takers = {slot.value.party for slot in draft.actors}
    return len(takers) == 1 and "UNK" not in takers and takers == {slot.value.party for slot in draft.targets}


def _for_a_court(draft: Draft, graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether an arrest is a step of a court, no force being told to have made it ("detained at the tribunal pending his trial")."""
    by_force = any(slot.value.role is Role.MIL and slot.value.party != "UNK" for slot in draft.actors)
    by_force = by_force or any(graph.tokens[a].lemma in lexicon.word_sets["fighters"] for a in graph.agents(n))
    return not by_force and any(graph.tokens[m].lemma in lexicon.general.courts for m in graph.clause(n) if m != n)


def _by_police(draft: Draft, graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether police arrest somebody who is told to be no fighter of a war ("police arrested two men"), or no force does, for a crime.

    So it is too where nobody is named who did it, and nobody in particular is taken ("a man was arrested").
    """
    words = lexicon.general
    if graph.tokens[n].lemma not in words.arresting:
        return False
    takers, taken = _speakers_for(graph, n, graph.agents(n), lexicon), graph.patients(n)
    if _and_charged(graph, n, lexicon):
        return True
    if any(_fights(graph, p, lexicon) for p in taken):
        return False
    police = bool(takers) and all(graph.tokens[a].lemma in words.police for a in takers)
    officials = bool(takers) and all(graph.tokens[a].lemma in words.police | words.officials for a in takers)
    crime = any(_of_a_crime(graph, p, words) for p in (n, *taken))
    anybody = any(graph.tokens[p].lemma in words.anybody for p in taken)
    by_force = any(slot.value.role is Role.MIL for slot in draft.actors)
    return police or (officials and anybody) or (not takers and anybody) or (crime and not by_force)


def _speakers_for(graph: Graph, n: int, takers: list[int], lexicon: Lexicon) -> list[int]:
    """Who took somebody; where it is they that say so, the speakers ("police said they had arrested")."""
    over = next((a for a in graph.ancestors(n) if graph.tokens[a].lemma in lexicon.speech.verbs), None)
    if over is None or not takers or any(graph.tokens[t].tag != "PRP" for t in takers):
        return takers
    return graph.with_dep(over, "nsubj") or takers


def _fights(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether one who is taken is told to be of those whom a state fights ("militants", "three Hamas members", "a spy")."""
    phrase = [n, *graph.with_dep(n, "compound", "nmod", "amod", "appos"), *(p for _, p in graph.obliques(n))]
    sets = lexicon.word_sets
    enemies = sets["rebel_words"] | sets["infiltrator_words"] | lexicon.general.enemies
    if any(graph.tokens[k].lemma in lexicon.general.gangs for w in phrase for k in (w, *graph.with_dep(w, "compound", "amod"))):
        return False  # "members of a smuggling ring"
    named = {k: graph.annotated.mentions[m] for k in phrase if (m := graph.mention(k)) is not None}
    return any(graph.tokens[k].lemma in enemies for k in phrase) or any(k == n or m.actor.role is Role.MIL for k, m in named.items())


def _of_a_crime(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether a phrase tells what somebody is charged with ("arrested for the attack", "a soldier accused of theft")."""
    told = [k for k in graph.with_dep(n, "acl", "amod", "relcl", "advcl") if graph.tokens[k].lemma in words.charging]
    over = [p for prep, p in graph.obliques(n) if prep in words.arrested_for and graph.is_verb(n)]
    suspected = any(prep == "on" and graph.tokens[p].lemma in words.charging for prep, p in graph.obliques(n))
    return bool(told or over) or suspected


def _and_charged(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether somebody is arrested and charged in one breath, by police or nobody named ("was arrested and charged with theft")."""
    enemies = lexicon.word_sets["rebel_words"] | lexicon.word_sets["infiltrator_words"] | lexicon.general.enemies
    if any(graph.tokens[p].lemma in enemies for p in graph.patients(n)):
        return False
    if not any(graph.tokens[k].lemma in lexicon.general.charging for k in graph.told_with(n)):
        return False
    return all(graph.tokens[a].lemma in lexicon.general.police | lexicon.general.officials for a in graph.agents(n))


def _of_politics(draft: Draft, graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a politician is arrested in his own land ("the army detained the ousted prime minister")."""
    taken = [p for p in graph.patients(n) if p != n]
    near = {graph.tokens[k].lemma for p in taken for k in (p, *graph.with_dep(p, "compound", "appos"))}
    if graph.tokens[n].lemma not in lexicon.general.arresting or not near & lexicon.peaceful.politicians:
        return False
    takers, parties = ({slot.value.party for slot in slots} - {"UNK"} for slots in (draft.actors, draft.targets))
    land = draft.where.value.country if draft.where is not None else None
    return not parties - takers and (not takers or land is None or takers == {land})
