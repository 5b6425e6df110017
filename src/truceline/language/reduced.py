"""Participles that the parser takes for the verb of the sentence: "rockets fired from the hills hit a town" tells that rockets hit it;
and subjects of a second clause that it joins to a name in the first.

Two verbs in the past stand there with one subject, nothing joins them and no comma parts them: the first only tells more of the subject.
"""

from truceline.model.reading import Token

_PAST = ("VBD", "VBN")
_FINITE = ("VBD", "VBZ", "VBP")
_TAKEN_FOR = ("conj", "advcl", "ccomp", "dep")
_SUBJECT = ("nsubj", "nsubjpass")
_JOINS = ("cc", "punct", "dobj")
"""What between the two verbs joins or parts them, or makes a clause of the first."""
_OWN = ("nsubj", "nsubjpass", "mark", "cc")
_NOUN = ("NN", "NNS", "NNP", "NNPS", "CD")


def reduced(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words of a sentence, such a participle hung on the noun before it, and the verb after it made that of the clause."""
    for n, token in enumerate(tokens):
        if token.tag in _PAST and token.dep in _TAKEN_FOR and token.head < n and _told_before(tokens, token.head, n):
            tokens = _mended(tokens, token.head, n)
        elif token.tag in _FINITE and token.dep in ("conj", "advcl") and n > 2 and (joined := _joined_before(tokens, n)) is not None:
            tokens = _parted(tokens, n, joined)
        elif token.tag in _FINITE and token.dep == "ccomp" and (first := _taken_for(tokens, n)) is not None:
            hung = tokens[first]._replace(dep="ccomp", head=token.head)
            tokens = _mended((*tokens[:first], hung, *tokens[first + 1 :]), first, n)
    return tokens


def _taken_for(tokens: tuple[Token, ...], n: int) -> int | None:
    """The participle by which who did it is said to be somebody, where the parser makes two things said of one.

    "The army said that a man believed to be a deserter crossed the line" says that a man crossed it.
    """
    if any(token.head == n and token.dep in _SUBJECT for token in tokens[:n]):
        return None
    for first in range(n - 1, 0, -1):
        token = tokens[first]
        if token.dep == "cc" or token.tag == ",":
            return None
        beside = token.head == tokens[n].head and token.dep == "ccomp"
        if (beside or (token.head == n and token.dep == "csubj")) and token.tag in _PAST:
            own = tokens[first - 1].head == first and tokens[first - 1].dep in _SUBJECT and tokens[first - 1].tag in _NOUN
            other = any(t.head == first and t.dep == "xcomp" and t.tag == "VB" for t in tokens[first:n])
            other = other and not _has(tokens, first, "aux", "auxpass")
            return first if own and other else None
    return None


def _joined_before(tokens: tuple[Token, ...], n: int) -> int | None:
    """The "and" of two clauses, where the parser joins the second's subject to a name in the first ("hit Haifa and Israel bombed")."""
    who, joins, over = n - 1, n - 2, tokens[n].head
    if tokens[who].dep != "conj" or tokens[joins].dep != "cc" or tokens[joins].head != tokens[who].head or tokens[who].tag not in _NOUN:
        return None
    if not over < joins or any(token.head == n and token.dep in _OWN for token in tokens[over:n]):
        return None
    return joins if not any(token.head == over and token.dep == "cc" for token in tokens[over:n]) else None


def _parted(tokens: tuple[Token, ...], n: int, joins: int) -> tuple[Token, ...]:
    """The words, the noun before a verb made its subject, and the "and" before that hung on the verb of the clause before."""
    done = list(tokens)
    done[n - 1] = tokens[n - 1]._replace(dep="nsubj", head=n)
    done[joins] = tokens[joins]._replace(head=tokens[n].head)
    return tuple(done)


def _told_before(tokens: tuple[Token, ...], first: int, n: int) -> bool:
    """Whether a verb is a participle on the noun right before it, and the subject of the one after it is that noun."""
    if first == 0 or tokens[first].tag not in _PAST or tokens[first - 1].head != first or tokens[first - 1].dep not in _SUBJECT:
        return False
    if tokens[first - 1].tag not in _NOUN or (tokens[n].tag == "VBN" and not _has(tokens, n, "aux", "auxpass")):
        return False
    for k in range(first - 1):
        if tokens[k].head == first and tokens[k].dep in ("aux", "auxpass", *_SUBJECT):
            return False
    for k in range(first + 1, n):
        if (
            tokens[k].dep == "mark"
            or tokens[k].tag == ","
            or (tokens[k].head == first and tokens[k].dep in _JOINS)
            or (tokens[k].head == n and tokens[k].dep in _OWN)
        ):
            return False
    return True


def _has(tokens: tuple[Token, ...], n: int, *deps: str) -> bool:
    return any(token.head == n and token.dep in deps for token in tokens[:n])


def _mended(tokens: tuple[Token, ...], first: int, n: int) -> tuple[Token, ...]:
    """The words, what hung on the first verb before the noun or after the second hung on the second."""
    done, noun, root = list(tokens), first - 1, tokens[first].head == first
    for k, token in enumerate(tokens):
        if token.head == first and k not in (first, n, noun) and (k < noun or k > n):
            done[k] = token._replace(head=n)
    done[n] = tokens[n]._replace(dep=tokens[first].dep, head=n if root else tokens[first].head)
    done[noun] = tokens[noun]._replace(dep="nsubjpass" if _has(tokens, n, "auxpass") else "nsubj", head=n)
    done[first] = tokens[first]._replace(tag="VBN", dep="acl", head=noun)
    return tuple(done)
