"""Verbs that the parser takes for a part of the name behind them: "the army's jets fired warning shots" tells of jets that fired.

A form in the past that only describes a noun is tagged so by mistake or hung so by mistake; where a noun of its own stands right before
it in the same name, that noun is who did it and the one behind it what he did it with.
"""

from truceline.model.reading import Token
from truceline.packs.lexicon import Lexicon

_NOUN = ("NN", "NNS", "NNP", "NNPS")
_SUBJECT = ("nsubj", "nsubjpass")
_CLAUSES = ("ROOT", "ccomp", "advcl", "parataxis")
_OF_THE_CLAUSE = ("prep", "advcl", "npadvmod", "advmod", "punct", "cc", "conj", "ccomp", "parataxis", "prt")


def verbs_in_names(tokens: tuple[Token, ...], lexicon: Lexicon) -> tuple[Token, ...]:
    """The words of a sentence, each such verb put over the noun before it and the noun behind it."""
    for n, token in enumerate(tokens):
        if n == 0 or n >= token.head:
            continue
        past = token.tag == "VBD" and token.dep in ("amod", "compound")
        spelt = token.tag == "NN" and token.dep == "compound" and token.text in lexicon.surface.verbs_like_nouns
        if past or spelt:
            tokens = _parted(tokens, n, spelt, lexicon)
    return tokens


def _parted(tokens: tuple[Token, ...], n: int, spelt: bool, lexicon: Lexicon) -> tuple[Token, ...]:
    who, held = n - 1, tokens[n].head
    if tokens[who].head not in (held, n) or not _of_forces(tokens[who], lexicon):
        return tokens
    if spelt and not any(t.head == held and t.dep == "conj" and t.tag == "VBD" for t in tokens[held:]):
        return tokens  # "the army broadcast warnings" may be warnings of a broadcast; joined to a verb it is none
    over = _clause_behind(tokens, held)
    if over is None and tokens[held].dep not in _CLAUSES:
        return tokens  # "fired rocket propelled grenades": the clause has its verb
    done = list(tokens)
    for k, token in enumerate(tokens):
        if token.head in (held, n) and k < who:
            done[k] = token._replace(head=who)
        elif token.head == held and k > held and token.dep in _OF_THE_CLAUSE and k != over:
            done[k] = token._replace(head=n)
    done[who] = tokens[who]._replace(tag="NN" if tokens[who].tag == "JJ" else tokens[who].tag, dep="nsubj", head=n)
    lemma = lexicon.surface.verbs_like_nouns.get(tokens[n].text, tokens[n].lemma)
    place = held if over is None else over
    root = tokens[place].head == place
    done[n] = tokens[n]._replace(tag="VBD", lemma=lemma, dep=tokens[place].dep, head=n if root else tokens[place].head)
    done[held] = tokens[held]._replace(dep="dobj", head=n)
    if over is not None:
        done[over] = tokens[over]._replace(dep="advcl", head=n)
    return tuple(done)


def _of_forces(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word can be who did it: a noun, or "military", which the tagger takes for an adjective."""
    return token.tag in _NOUN or (token.tag == "JJ" and token.text in lexicon.surface.forces_like_adjectives)


def _clause_behind(tokens: tuple[Token, ...], held: int) -> int | None:
    """The verb of a clause opened by "after" or "when" behind a noun that the parser takes for its subject."""
    over = tokens[held].head
    if tokens[held].dep not in _SUBJECT or over < held:
        return None
    marked = any(t.head == over and t.dep in ("mark", "advmod") and t.tag in ("IN", "WRB") for t in tokens[held:over])
    own = any(t.head == over and t.dep in _SUBJECT for t in tokens[held + 1 : over])
    return over if marked and own else None
