"""What each word of a language speaks for, wherever it stands: an act of the lexicon, a class of words, a role, a toll, a crime."""

from collections.abc import Iterable, Mapping

from truceline.packs.gate_words import GateWords

TopicWords = Mapping[str, tuple[str, ...]]
"""The topics of each word (small letters, as it may stand in a text)."""


def topic_words(
    acts: Mapping[str, Iterable[str]], gate: GateWords, roles: Mapping[str, str], tolls: Iterable[str], crimes: Iterable[str]
) -> TopicWords:
    """Turns the lexicon inside out. ``acts``: the lemmas that each form of a trigger may be; ``roles``: the role that a noun tells."""
    pairs = [(form, f"act {lemma}") for form, lemmas in acts.items() for lemma in lemmas]
    pairs += [(form, f"class {name}") for name, held in gate.forms.items() for form in held]
    pairs += [(word, f"role {role}") for word, role in roles.items()]
    pairs += [(word, "toll") for word in tolls] + [(word, "crime") for word in crimes]
    found: dict[str, set[str]] = {}
    for word, topic in pairs:
        found.setdefault(word, set()).add(topic)
    return {word: tuple(sorted(topics)) for word, topics in found.items()}
