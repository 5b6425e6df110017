"""Names used in a pack against names declared there: what is not known is told with what was expected and what is near."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

SHOWN = 40


def not_known(path: str, used: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """One fault for each name used that is not known: with a near name, and with what was expected."""
    names = sorted(known)
    for each in used:
        if each not in names:
            near = get_close_matches(each, names, 1)
            meant = f"did you mean {near[0]!r}? " if near else ""
            yield f"{path}: {each!r} is not known here; {meant}expected one of: {', '.join(names[:SHOWN]) or 'nothing is declared'}"


def standing_twice(path: str, ids: Iterable[str]) -> Iterator[str]:
    """One fault for each name that stands twice."""
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            yield f"{path}: {each!r} stands twice"
        seen.add(each)
