"""Words that the parser takes for others of the same letters: "shot" joined to a passive is no noun, "can" before "went" no modal."""

from collections.abc import Sequence

from truceline.model.reading import Token
from truceline.packs.lexicon import Lexicon

_NOUN = ("NN", "NNS")


def retagged(tokens: tuple[Token, ...], lexicon: Lexicon) -> tuple[Token, ...]:
    """The words of a sentence, each of these with the tag and the place that its neighbours show."""
    participles, modals = lexicon.surface.like_nouns, lexicon.surface.like_modals
    for n, token in enumerate(tokens):
        if token.text in participles and token.tag in _NOUN and _goes_on_from_a_passive(tokens, n):
            tokens = _with(tokens, {n: token._replace(tag="VBN", lemma=participles[token.text])})
        elif token.text in modals and token.tag == "MD" and _stands_before_a_past(tokens, n, lexicon):
            tokens = _as_noun(tokens, n)
        elif token.tag == "VBG" and token.dep == "pcomp" and token.text in lexicon.surface.like_gerunds and not _has_object(tokens, n):
            tokens = _as_its_noun(tokens, n)
    return tokens


def _has_object(tokens: Sequence[Token], n: int) -> bool:
    return any(t.head == n and t.dep in ("dobj", "ccomp") for t in tokens)


def _as_its_noun(tokens: tuple[Token, ...], n: int) -> tuple[Token, ...]:
    """The words, with what hangs on such a noun hung on the verb before it ("fired without warning on a patrol")."""
    over = tokens[tokens[n].head].head
    held = {k: t._replace(head=over) for k, t in enumerate(tokens) if t.head == n and k > n and t.dep == "prep"}
    return _with(tokens, held | {n: tokens[n]._replace(tag="NN", dep="pobj")})


def _goes_on_from_a_passive(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word without an article is joined to a passive verb ("were taken from the bus and shot")."""
    held = tokens[n].head
    bare = not any(t.head == n and t.dep in ("det", "poss", "amod", "nummod") for t in tokens)
    return tokens[n].dep == "conj" and bare and any(t.head == held and t.dep == "auxpass" for t in tokens)


def _stands_before_a_past(tokens: Sequence[Token], n: int, lexicon: Lexicon) -> bool:
    """Whether a noun stands right before a word, and a form that no modal governs after it ("a bomb in an oil can went off")."""
    verb = tokens[n].head
    forms = lexicon.lemmas(tokens[verb].text.lower())
    past = bool(forms) and tokens[verb].text.lower() not in forms
    helped = any(t.head == verb and t.dep in ("aux", "auxpass") and t.lemma in ("be", "have") for t in tokens)
    return n > 0 and verb > n and past and not helped and tokens[n - 1].tag in _NOUN


def _as_noun(tokens: tuple[Token, ...], n: int) -> tuple[Token, ...]:
    """The words, with a noun in the place of the one before it, which only says what it is of."""
    before, verb = tokens[n - 1], tokens[n].head
    held = {k: t._replace(head=n) for k, t in enumerate(tokens) if t.head == n - 1 and k != n - 1}
    held |= {n - 1: before._replace(dep="compound", head=n)}
    held |= {n: tokens[n]._replace(tag="NN", dep=before.dep, head=before.head if before.head != n - 1 else verb)}
    return _with(tokens, held | {verb: tokens[verb]._replace(tag="VBD")})


def _with(tokens: tuple[Token, ...], changed: dict[int, Token]) -> tuple[Token, ...]:
    return tuple([changed.get(n, token) for n, token in enumerate(tokens)])
