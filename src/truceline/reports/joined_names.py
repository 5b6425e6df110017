"""Names of parties that a hyphen joins to another word, and of which nothing is told ("anti-Syrian", "Iranian-backed")."""

import re

from truceline.model.reading import Annotated, Mention
from truceline.packs.reading_words import ClauseWords

_JOINED_BEFORE, _JOINED_AFTER = re.compile(r"(\w+)-$"), re.compile(r"-(\w+)")


def of_others(annotated: Annotated, mention: Mention, words: ClauseWords) -> bool:
    """Whether a party's name only tells of others whom they fight, or by whom they are helped ("anti-Syrian", "Iranian-backed")."""
    text, start, end = annotated.sentence.text, mention.start - annotated.sentence.start, mention.end - annotated.sentence.start
    if "-" not in (text[start - 1 : start], text[end : end + 1]):
        return False
    before, after = _JOINED_BEFORE.search(text[:start]), _JOINED_AFTER.match(text[end:])
    return bool((before and before[1].lower() in words.sided_before) or (after and after[1].lower() in words.sided_after))
