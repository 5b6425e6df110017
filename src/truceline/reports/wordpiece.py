"""Words to the pieces of a fixed vocabulary, longest first, as BERT's encoders read them."""

from collections.abc import Iterable, Mapping

from truceline.reports.telling import Telling

OPENS, ENDS, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
CONTEXT, SENTENCE, TRIGGER = 0, 1, 2
"""The parts that a piece can be of."""
LONGEST_WORD = 40
MOST = 128
"""Most pieces that the encoder reads; what is over is cut."""


def pieces_of(told: Telling, vocabulary: Mapping[str, int]) -> tuple[list[int], list[int]]:
    """The numbers of the pieces of a telling, and of which part each is."""
    numbers, parts = [vocabulary[OPENS]], [CONTEXT]
    for word in told.context:
        some = split(word, vocabulary)
        numbers += some
        parts += [CONTEXT] * len(some)
    numbers.append(vocabulary[ENDS])
    parts.append(CONTEXT)
    for n, word in enumerate(told.sentence):
        some = split(word, vocabulary)
        numbers += some
        parts += [TRIGGER if n == told.trigger else SENTENCE] * len(some)
    return [*numbers[: MOST - 1], vocabulary[ENDS]], [*parts[: MOST - 1], SENTENCE]


def split(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The pieces of one word: the longest that opens it, then the longest that goes on; [UNK] where none does."""
    found: list[int] = []
    start = 0
    if len(word) > LONGEST_WORD:
        return [vocabulary[UNKNOWN]]
    while start < len(word):
        mark = "##" if start else ""
        end = next((e for e in range(len(word), start, -1) if mark + word[start:e] in vocabulary), None)
        if end is None:
            return [vocabulary[UNKNOWN]]
        found.append(vocabulary[mark + word[start:end]])
        start = end
    return found


def numbered(pieces: Iterable[str]) -> dict[str, int]:
    """A vocabulary as it stands in its file, one piece a line."""
    return {piece: n for n, piece in enumerate(pieces)}
