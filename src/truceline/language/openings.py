"""What the parser takes amiss at the opening of a sentence and after "by": "Near Tyre, a strike destroyed a bunker" is no name "Near Tyre",
and in "the shelling by army guns of the village" it is the village that is shelled.
"""

from truceline.model.reading import Token
from truceline.packs.lexicon import Lexicon

_NAME = ("NNP", "NNPS")
_NOUN = ("NN", "NNS", "NNP", "NNPS", "VBG")
_SUBJECT = ("nsubj", "nsubjpass")


def opened(tokens: tuple[Token, ...], lexicon: Lexicon) -> tuple[Token, ...]:
    """The words of a sentence, its opening preposition and the "of" after a "by" hung on what they belong to."""
    if tokens and tokens[0].tag in _NAME and tokens[0].text in lexicon.official.opening:
        tokens = _place_first(tokens, lexicon)
    for n, token in enumerate(tokens):
        if token.lemma == "by" and 0 < n < len(tokens) - 1 and tokens[n - 1].lemma in lexicon.act_nouns and tokens[n - 1].tag in _NOUN:
            tokens = _of_what_is_hit(tokens, n, lexicon)
    return tokens


def _place_first(tokens: tuple[Token, ...], lexicon: Lexicon) -> tuple[Token, ...]:
    """The words, the name after the opening one made its object, and the noun after the comma the subject if the name was taken for it."""
    name = tokens[0].head
    if name <= 0 or name + 1 >= len(tokens) or tokens[0].dep != "compound" or tokens[name].tag not in _NAME:
        return tokens
    verb = tokens[name].head
    if verb <= name + 1 or tokens[name + 1].text != ",":
        return tokens
    changed = {
        0: tokens[0]._replace(tag="IN", dep="prep", head=verb, lemma=lexicon.official.opening[tokens[0].text]),
        name: tokens[name]._replace(dep="pobj", head=0),
    }
    if tokens[name].dep in _SUBJECT and not any(t.head == verb and t.dep in _SUBJECT and name < k < verb for k, t in enumerate(tokens)):
        after = [k for k, t in enumerate(tokens) if t.head == name and t.dep in ("appos", "conj") and name < k < verb]
        if not after:
            return tokens
        changed[after[0]] = tokens[after[0]]._replace(dep=tokens[name].dep, head=verb)
    elif tokens[name].dep not in (*_SUBJECT, "npadvmod"):
        return tokens
    return tuple([changed.get(k, t) for k, t in enumerate(tokens)])


def _of_what_is_hit(tokens: tuple[Token, ...], by: int, lexicon: Lexicon) -> tuple[Token, ...]:
    """The words, an "of" with a place that hangs on the forces after "by" hung on the act before it, and "by" with it."""
    words, act = lexicon.official, by - 1
    forces = next((k for k, t in enumerate(tokens) if t.head == by and t.dep == "pobj" and t.lemma in words.acting_forces), None)
    if forces is None:
        return tokens
    of = next((k for k, t in enumerate(tokens) if t.head == forces and t.lemma == "of" and k > forces), None)
    place = next((k for k, t in enumerate(tokens) if of is not None and t.head == of and t.dep == "pobj"), None)
    if of is None or place is None or tokens[place].lemma not in lexicon.where.nouns:
        return tokens
    changed = {by: tokens[by]._replace(dep="prep", head=act), of: tokens[of]._replace(head=act)}
    return tuple([changed.get(k, t) for k, t in enumerate(tokens)])
