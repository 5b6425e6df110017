"""English inflection by rule and list: from a word's form to the trigger lemmas it may be."""

VOWELS = "aeiou"


def forms(lemma: str) -> set[str]:
    """Regular inflected forms of a verb or noun (lower case): -s, -ed, -ing with spelling changes."""
    if " " in lemma or not lemma.isascii():
        return {lemma, lemma + "s"}
    out = {lemma, _plural(lemma)}
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) else lemma
    out |= {stem + "ing", lemma + "ing", lemma + ("d" if lemma.endswith("e") else "ed")}
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        out.add(lemma[:-1] + "ied")
    if len(lemma) >= 3 and lemma[-1] not in VOWELS + "wxy" and lemma[-2] in VOWELS and lemma[-3] not in VOWELS:
        out |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return out


def _plural(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"
