"""Whose forces of no name are, by the sentences just before: "Israeli troops left Jenin. Two soldiers were wounded there"."""

from truceline.model.party import Actor, Role
from truceline.model.report import Slot
from truceline.packs.lexicon import Lexicon
from truceline.reports.cast import Named
from truceline.reports.grammar import Graph
from truceline.reports.scene import Scene

_BACK = 2
"""How many sentences above their forces may be told whose they are."""
_BESIDE = 3
"""How many words after a state's name the noun of its forces may stand."""
RULE = "forces told before"


def forces_before(graph: Graph, n: int, scene: Scene) -> Slot[Actor] | None:
    """The one state whose forces the sentence, or one just before, tells of; None where it tells of two, or of who might have hurt them."""
    cast, token, words = scene.cast, graph.tokens[n], scene.lexicon.sides
    if cast is None or (token.lemma not in words.state_own and token.lemma not in words.own_forces):
        return None
    part = graph.annotated.sentence.part
    near = [x for x in cast.named if 0 <= scene.index - x.index <= _BACK and x.sentence.part == part and cast.state(x.party)]
    near = [x for x in near if x.mention.end <= token.start]
    own = {x.party for x in near if x.index == scene.index}
    if (own and not acting(graph, n)) or (len({x.party for x in near}) > 1 and (own or not acting(graph, n))):
        return None  # the other state's, as likely as not
    if any(graph.low[k] in scene.lexicon.numbers.one_article for k in graph.with_dep(n, "det")) and (own or acting(graph, n)):
        return None  # one of some forces, of whoever has them
    for back in range(_BACK + 1):
        here = [x for x in near if x.index == scene.index - back and tells_forces(x, scene.lexicon)]
        if here:
            return here[-1].slot(Role.MIL, RULE) if len({x.party for x in here}) == 1 else None
    return None


def acting(graph: Graph, n: int) -> bool:
    """Whether a noun is who acts: the subject of an active verb, or what stands after "by"."""
    token = graph.tokens[n]
    return token.dep == "nsubj" or (token.dep == "pobj" and graph.low[token.head] == "by")


def tells_forces(named: Named, lexicon: Lexicon) -> bool:
    """Whether a state stands before a noun of its forces, is named as them, or begins a sentence that tells of some."""
    if named.mention.actor.role is Role.MIL:
        return True
    text, at = named.sentence.text, named.mention.start - named.sentence.start
    if named.mention.person and text[named.mention.end - named.sentence.start :][:1] not in ("'", "’"):
        return False  # a leader who looks on is no army
    after = [word.strip(".,;:'’").lower() for word in text[named.mention.end - named.sentence.start :].split()]
    if any(_of_forces(word, lexicon) for word in after[:_BESIDE]):
        return True
    return at == 0 and named.mention.actor.role is Role.UNK and any(_of_forces(word, lexicon) for word in after)


def _of_forces(word: str, lexicon: Lexicon) -> bool:
    own = lexicon.sides.state_own | lexicon.sides.own_forces
    return any(form in own and lexicon.role_of.get(form) in (None, Role.MIL.value) for form in (word, word.removesuffix("s")))
