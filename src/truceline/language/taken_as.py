"""What people are taken as: "hostage" and "captive" after those taken say how, and are no people beside them.

The parser makes of a bare noun there the thing taken ("took two officers hostage") or the head of a name ("took Col. Diaz captive").
"""

from collections.abc import Sequence

from truceline.model.reading import Token
from truceline.packs.lexicon import Lexicon

_NOUN = ("NN", "NNS", "NNP", "NNPS")
_BEFORE = ("compound", "amod", "nmod")
_OWN = ("det", "poss", "prep")
"""What a noun has that stands for itself ("took a hostage", "took hostages of the rebels")."""


def taken_as(tokens: tuple[Token, ...], lexicon: Lexicon) -> tuple[Token, ...]:
    """The words of a sentence, where a verb of taking has one of these nouns beside whom it takes: the noun tells how he is held."""
    nouns = lexicon.surface.taken_as
    found = [n for n, token in enumerate(tokens) if token.text.lower() in nouns]
    for n in found:
        if tokens[n].tag == "JJ" and tokens[n].dep == "attr" and any(t.head == n and t.dep == "det" for t in tokens[:n]):
            tokens = (*tokens[:n], tokens[n]._replace(tag="NN"), *tokens[n + 1 :])  # "he was a captive of the rebels"
            continue
        verb = _taking(tokens, n, lexicon)
        if verb is not None:
            tokens = _mended(tokens, n, verb, lexicon)
    return tokens


def _taking(tokens: Sequence[Token], n: int, lexicon: Lexicon) -> int | None:
    """The verb of taking over a bare noun; None where the noun stands for people of its own."""
    at = n
    while tokens[at].head != at:
        at = tokens[at].head
        if tokens[at].tag.startswith("VB"):
            break
    if at >= n or tokens[at].lemma not in lexicon.surface.taking:
        return None
    if tokens[n].dep == "oprd" and tokens[n].head == at:
        return at
    if any(t.head == at and t.dep == "nsubjpass" for t in tokens):
        return None
    alone = any(t.head == n and t.dep in _OWN and k < n for k, t in enumerate(tokens)) and not _ends_a_name(tokens, n, lexicon)
    others = [k for k, t in enumerate(tokens) if k != n and t.head == at and t.dep == "dobj"]
    return None if alone or not (others or _told_before(tokens, at) or _ends_a_name(tokens, n, lexicon)) else at


def _told_before(tokens: Sequence[Token], verb: int) -> bool:
    """Whether those taken stand before the clause that tells it ("the engineer whom they took hostage")."""
    who = [t.tag for t in tokens if t.head == verb and t.dep == "nsubj"]
    return tokens[verb].dep == "relcl" and bool(who) and who[0] not in ("WP", "WDT")


def _ends_a_name(tokens: Sequence[Token], n: int, lexicon: Lexicon) -> bool:
    """Whether the word right before is taken to go with a noun, and is what the noun is said of ("his wife hostage")."""
    before = tokens[n - 1]
    person = before.tag in _NOUN or before.lemma in lexicon.numbers.person_nouns  # "the general", and not "the last"
    return n > 0 and before.head == n and before.dep in _BEFORE and person


def _mended(tokens: tuple[Token, ...], n: int, verb: int, lexicon: Lexicon) -> tuple[Token, ...]:
    """The words, with the noun hung on its verb, and what hung on it on whom it is said of, or, after it, on the verb."""
    whom = n - 1 if _ends_a_name(tokens, n, lexicon) else None
    done = list(tokens)
    for k, token in enumerate(tokens):
        if token.head == n and k != n:
            done[k] = token._replace(head=whom if whom is not None and k < n else verb)
    if whom is not None:
        noun = "NN" if tokens[whom].tag == "JJ" else tokens[whom].tag
        first = next((k for k, t in enumerate(tokens) if t.head == verb and t.dep == "dobj" and k != n), None)
        dep, head = (tokens[n].dep, tokens[n].head) if tokens[n].dep in ("dobj", "conj") else ("dobj", verb)
        dep, head = ("conj", first) if first is not None and first < whom and head == verb else (dep, head)
        done[whom] = tokens[whom]._replace(dep=dep, head=head, tag=noun)
    done[n] = tokens[n]._replace(dep="acomp", head=verb, tag="JJ")
    return tuple(done)
