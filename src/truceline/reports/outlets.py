"""Names that a noun beside them calls an outlet: "the newspaper New Path", "the Morning Post daily"."""

import re

from truceline.model.party import Speaker
from truceline.model.reading import Annotated, Mention
from truceline.model.report import Slot
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import shaped
from truceline.reports.grammar import Graph

OUTLET = " outlet by its noun"
"""Ends the name of the rule by which a name is an outlet because a noun calls it so."""
_ARTICLE = 4
"""How many characters may stand before a party's name in a phrase ("the ")."""
_NAME = r"(?-i:(?P<name>(?:[A-Z][\w'’-]+ ){0,3}(?:[A-Z][\w'’-]+|(?<=[a-z] )\d+)))"


def called_outlet(bare: str, lexicon: Lexicon) -> Speaker | None:
    """The name that the words of one phrase call an outlet; None where no noun of theirs does."""
    nouns = lexicon.speech.outlet_nouns
    if shaped(r"[\w-]+\.WORDS", lexicon.speech.web_names).fullmatch(bare) is not None:
        return Speaker(code=bare)
    called = shaped(rf"(?:(?-i:[a-z][\w'’-]+) )*?WORDS {_NAME}", nouns).fullmatch(bare) or shaped(rf"{_NAME} WORDS", nouns).fullmatch(bare)
    return Speaker(code=called["name"]) if called is not None else None


def known_outlet(bare: str, lexicon: Lexicon) -> Speaker | None:
    """The outlet, of those known by name, with which a phrase begins."""
    outlets = lexicon.roles.outlets
    piece = shaped(r"(?:[\w'’-]+ ){0,3}?WORDS (?:by|of|in|from|on) (?:the |an? )?", lexicon.speech.pieces).match(bare)
    begin = piece.end() if piece is not None else 0
    match = shaped(r"(?:[\w'’]+-based )?(?:[\w'’-]+ (?:newspaper|daily|agency) )?(?P<name>WORDS)(?![\w-])", outlets).match(bare, begin)
    return Speaker(code=next(o for o in outlets if o.lower() == match["name"].lower())) if match else None


def owned_outlet(annotated: Annotated, mentions: list[Mention], phrase: tuple[int, int], lexicon: Lexicon) -> Speaker | None:
    """An outlet by its own name after whose it is ("Hezbollah's Dawn television"), in a phrase between two offsets that names one party."""
    first = mentions[0] if len(mentions) == 1 else None
    if first is None or first.start - phrase[0] > _ARTICLE or first.end >= phrase[1]:
        return None
    at = annotated.sentence.start
    rest = re.sub(r"^['’]s?\s+", "", annotated.sentence.text[first.end - at : phrase[1] - at].strip())
    return known_outlet(rest, lexicon) or called_outlet(rest, lexicon)


def outlet_beside(graph: Graph, n: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """From where to where the name stands that the parser sets beside a noun of outlets; None where none does."""
    if graph.tokens[n].lemma not in lexicon.speech.outlet_nouns:
        return None
    names = [k for k in graph.with_dep(n, "appos") if k > n and graph.tokens[k].tag == "NNP" and graph.mention(k) is None]
    if not names:
        return None
    first = min((k for k in graph.with_dep(names[0], "compound", "amod") if k > n), default=names[0])
    return graph.tokens[first].start, graph.tokens[names[0]].end


def is_outlet(told: Slot[Speaker], lexicon: Lexicon) -> bool:
    """Whether a speaker is an outlet of no party."""
    return told.value.party is None and (told.value.code in lexicon.roles.outlets or told.read_by.endswith(OUTLET))
