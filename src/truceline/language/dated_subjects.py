"""Subjects that the parser takes for the end of the day or place before them ("on Friday guerrillas ambushed a truck").

The verb in the past stands there without a subject, and right before it a noun that hangs under a preposition with the name of a day, a
month or one place between the two.
"""

import re

from truceline.model.reading import Token
from truceline.packs.lexicon import Lexicon

_YEAR = re.compile(r"(?:19|20)\d\d")
_PAST = ("VBD", "VBZ", "VBP")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_CLAUSES = ("ROOT", "ccomp", "conj", "advcl", "relcl")
_OWN = ("det", "poss", "punct", "cc")


def with_subjects(tokens: tuple[Token, ...], lexicon: Lexicon) -> tuple[Token, ...]:
    """The words of a sentence, each such noun made the subject of the verb after it, and the day or place that of the preposition."""
    for n in range(2, len(tokens) - 1):
        noun, over = tokens[n], tokens[n].head
        if noun.dep != "pobj" or noun.tag not in ("NNS", "NN", "NNP", "NNPS") or tokens[over].head in (n, over):
            continue
        verb = _verb_after(tokens, n)
        if verb is not None and over < n - 1 and (last := _day_or_place(tokens, over, n, lexicon)) is not None:
            tokens = _parted(tokens, over, last, n, verb)
    return tokens


def _verb_after(tokens: tuple[Token, ...], n: int) -> int | None:
    """The verb after a noun and what hangs on it, where it has no subject and what the noun hangs under is its own."""
    verb = tokens[tokens[n].head].head
    if verb <= n or tokens[verb].tag not in _PAST or tokens[verb].dep not in _CLAUSES:
        return None
    below = {n, verb}
    for k in range(n + 1, verb):
        if tokens[k].head not in below and not (tokens[k].head < verb and k < tokens[k].head):
            return None
        if tokens[k].tag == ",":
            return None
        below.add(k)
    return None if any(t.head == verb and t.dep in _SUBJECTS for t in tokens) else verb


def _day_or_place(tokens: tuple[Token, ...], over: int, n: int, lexicon: Lexicon) -> int | None:
    """The last word of the day or the place between a preposition and a noun; None where the noun has its own words there alone."""
    first = over + 1
    if tokens[over].tag != "IN" or any(t.head == n and t.dep in _OWN for t in tokens[first:n]):
        return None
    calendar = lexicon.calendar
    named = tokens[first].text.lower()
    if named in calendar.weekdays or named in calendar.months or _YEAR.fullmatch(named):
        last = first
        while last + 1 < n and (tokens[last + 1].text.lower() in calendar.parts or (tokens[last + 1].tag == "CD" and last == first)):
            last += 1
        return last
    alone = tokens[first].tag == "NNP" and n == first + 1 and tokens[n].tag == "NNS"
    return first if alone and tokens[over].text.lower() in lexicon.clauses.standing_in else None


def _parted(tokens: tuple[Token, ...], over: int, last: int, n: int, verb: int) -> tuple[Token, ...]:
    """The words, the day or place hung on the preposition and the noun with the rest of its words on the verb."""
    done = list(tokens)
    for k in range(over + 1, last):
        done[k] = tokens[k]._replace(dep="compound", head=last)
    done[last] = tokens[last]._replace(dep="pobj", head=over)
    passive = any(t.head == verb and t.dep == "auxpass" for t in tokens)
    done[n] = tokens[n]._replace(dep="nsubjpass" if passive else "nsubj", head=verb)
    for k in range(last + 1, n):
        if tokens[k].head <= last:
            done[k] = tokens[k]._replace(head=n)
    return tuple(done)
