"""Words under which an act is no act yet (wishes, plans, threats), and those that take an act for granted."""

from truceline.reports.grammar import Graph

NOT_ACTUAL_ADJ = frozenset(
    {
        "possible",
        "potential",
        "future",
        "planned",
        "imminent",
        "further",
        "threatened",
        "hypothetical",
        "alleged_no",
        "likely",
        "feared",
        "would-be",
        "any",
        "another_no",
        "mock",
        "simulated",
        "preemptive",
        "pre-emptive",
        "retaliatory_no",
        "nuclear",
        "attempted_no",
        "failed_no",
        "such",
        "unconditional",
        "eventual",
        "upcoming",
        "proposed",
        "scheduled",
        "promised",
    }
)
NOT_ACTUAL_NOUN = frozenset(
    {
        "threat",
        "aim",
        "purpose",
        "goal",
        "intention",
        "hope",
        "possibility",
        "plan",
        "fear",
        "risk",
        "warning",
        "danger",
        "call",
        "readiness",
        "prospect",
        "prevention",
        "preparation",
        "defense",
        "capability",
        "ability",
        "right",
        "option",
        "proposal",
        "idea",
        "talk",
        "exercise",
        "drill",
        "ban",
        "case_no",
        "event_no",
        "concern",
        "worry",
        "chance",
        "potential",
        "vow",
        "pretext",
        "scenario",
        "end",
        "halt",
        "order",
        "deterrence",
        "anniversary_no",
        "cessation",
        "resumption_no",
        "agreement",
        "issue",
        "condition",
        "demand",
        "question",
        "deadline",
        "timetable",
        "opposition",
        "door",
    }
)
STOP_WORDS = frozenset(
    {"stop", "end", "halt", "cease", "suspend", "ban", "prevent", "avoid", "avert", "foil", "deter", "forbid", "prohibit"}
)
_AFTER = frozenset({"after", "following", "since", "despite", "amid", "during", "over", "because", "by"})
_ANSWERING = frozenset(
    {"revenge", "retaliation", "retaliate", "response", "respond", "reply", "responsibility", "responsible", "blame", "blow", "apologise"}
    | {"apologize", "condemn", "condemnation", "punish", "punishment", "avenge", "anniversary", "victim", "aftermath", "compensation"}
)
_LOOKING_BACK = frozenset(
    {"avenge", "condemn", "denounce", "mourn", "investigate", "commemorate", "recall", "remember", "deplore", "protest", "probe"}
    | {"mark", "answer", "intercept", "survive", "repel", "repulse", "survey", "follow", "describe", "witness"}
)


WISHED = frozenset({"demand", "seek", "urge", "request", "insist", "propose", "recommend", "want", "require"})
WISHING = frozenset({"call", "agree", "appeal", "press", "push", "wait", "pledge", "commit", "prepare", "plan", "ask", "hope", "insist"})


def presupposed(graph: Graph, n: int) -> bool:
    """Whether a noun is taken for granted by what governs it: "vowed revenge for the massacre", "to condemn the shelling of"."""
    token = graph.tokens[n]
    if not graph.is_noun(n) or token.head == n:
        return False
    governor = graph.tokens[token.head]
    if any(graph.tokens[k].tag == "VBD" for k in graph.with_dep(n, "relcl")) and any(
        graph.tokens[k].text.lower() in ("the", "this", "that") for k in graph.with_dep(n, "det")
    ):
        return True  # "the raid that began the war"
    if token.dep == "pobj":
        holder = graph.tokens[governor.head].lemma
        return governor.lemma in _AFTER or (governor.lemma in ("for", "to", "of") and holder in _ANSWERING)
    return token.dep == "dobj" and governor.lemma in _LOOKING_BACK
