"""The dependency tree of one sentence: words, what hangs on them, their clauses and phrases, and the layers that cover them."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from truceline.model.party import Role
from truceline.model.reading import Annotated, Token
from truceline.packs.classed import ClassedWords
from truceline.packs.reading_words import ClauseWords

VERB = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAMES = ("NNP", "NNPS")
BEFORE = ("compound", "amod", "nmod")
"""How the words hang that stand before a noun and tell what it is."""
_WHEN = ("in", "on", "during")
"""The prepositions that say on which day something was."""
_OTHER_CLAUSES = frozenset({"advcl", "ccomp", "parataxis", "relcl", "pcomp"})
_Asked = ParamSpec("_Asked")
_OfTree = TypeVar("_OfTree", bound="Tree")


def once(question: Callable[Concatenate[_OfTree, _Asked], list[int]]) -> Callable[Concatenate[_OfTree, _Asked], list[int]]:
    """A question about a sentence that is answered once, since many rooms ask the same; each gets a list of its own."""
    name = question.__name__

    @wraps(question)
    def asked(tree: _OfTree, /, *about: _Asked.args, **named: _Asked.kwargs) -> list[int]:
        key = (name, about, *named.items()) if named else (name, *about)
        found: list[int] | None = tree.kept.get(key)
        if found is None:
            found = tree.kept[key] = question(tree, *about, **named)
        return found.copy()

    return asked


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed sentence with its annotation layers found by token; who does what to whom is asked of ``grammar.Graph``."""

    annotated: Annotated
    words: ClauseWords
    tokens: tuple[Token, ...]
    kids: tuple[tuple[int, ...], ...] = field(default=())
    mentions: tuple[int | None, ...] = field(default=())
    low: tuple[str, ...] = field(default=())
    """The words in small letters."""
    below: tuple[dict[str, list[int]], ...] = field(default=())
    """The children of each word by dependency label."""
    verbs: tuple[bool, ...] = field(default=())
    above: dict[int, tuple[int, ...]] = field(default_factory=dict, compare=False)
    clauses: dict[int, frozenset[int]] = field(default_factory=dict, compare=False)
    phrases: dict[int, list[tuple[str, int]]] = field(default_factory=dict, compare=False)
    roles: dict[int, Role | None] = field(default_factory=dict, compare=False)
    passives: dict[int, bool] = field(default_factory=dict, compare=False)
    """The heads above a word, its clause, its prepositional phrases, the role it tells, and whether it is passive, once asked for."""
    classed: list[ClassedWords] = field(default_factory=list, compare=False)
    """Which words belong to which classes, once asked for: many patterns ask for the same."""
    kept: dict[Any, Any] = field(default_factory=dict, compare=False)
    """What else was made of the sentence alone, by the name of what it is: several acts of one sentence ask for the same."""

    def is_verb(self, n: int) -> bool:
        return self.verbs[n]

    def is_noun(self, n: int) -> bool:
        return self.tokens[n].tag in NOUN

    def has_lemma(self, words: Collection[str]) -> bool:
        """Whether any word of the sentence has one of some lemmas: most sentences have none of those that a room asks for."""
        held: frozenset[str] | None = self.kept.get("lemmas")
        if held is None:
            held = self.kept["lemmas"] = frozenset([token.lemma for token in self.tokens])
        return not held.isdisjoint(words)

    def with_dep(self, n: int, *deps: str) -> list[int]:
        """Children of a word with one of the dependency labels."""
        below = self.below[n]
        if not below:
            return []
        if len(deps) == 1:
            return below[deps[0]].copy() if deps[0] in below else []
        found: list[int] = []
        for dep in deps:
            if dep in below:
                found += below[dep]
        if len(found) > 1:
            found.sort()
        return found

    def subtree(self, n: int) -> Iterator[int]:
        """A word and all below it, in no special order."""
        stack = [n]
        while stack:
            at = stack.pop()
            yield at
            stack.extend(self.kids[at])

    def clause(self, n: int) -> frozenset[int]:
        """A word's own clause: its subtree without subordinate or coordinated finite clauses."""
        held = self.clauses.get(n)
        if held is None:
            held = self.clauses[n] = self._clause(n)
        return held

    def _clause(self, n: int) -> frozenset[int]:
        tokens, verbs, stack, found = self.tokens, self.verbs, [n], set()
        while stack:
            at = stack.pop()
            found.add(at)
            for k in self.kids[at]:
                dep = tokens[k].dep
                if dep in _OTHER_CLAUSES or (dep == "conj" and verbs[k] and verbs[at]):
                    continue
                stack.append(k)
        return frozenset(found)

    def conjuncts(self, n: int) -> list[int]:
        """A word and the words coordinated with it."""
        found = [n]
        for k in self.with_dep(n, "conj"):
            if self.is_noun(k) == self.is_noun(n) or not self.is_verb(k):
                found += self.conjuncts(k)
        return found

    def told_with(self, n: int) -> list[int]:
        """The words coordinated with one, what it hangs on among them ("was shot" and "robbed"), and not itself."""
        over = [self.tokens[n].head] if self.tokens[n].dep == "conj" else []
        return over + self.with_dep(n, "conj")

    def ancestors(self, n: int) -> Iterator[int]:
        """Heads from a word up to the root."""
        held = self.above.get(n)
        if held is None:
            held = self.above[n] = tuple(self._ancestors(n))
        return iter(held)

    def _ancestors(self, n: int) -> Iterator[int]:
        while self.tokens[n].head != n:
            n = self.tokens[n].head
            yield n

    def place_right_after(self, n: int) -> list[int]:
        """The name of a place right after a verb that the parser takes for a measure of it ("bombed Aleppo on Monday")."""
        after = [k for k in self.with_dep(n, "npadvmod") if k > n and self.tokens[k].tag == "NNP"]
        return [k for k in after[:1] if any(p.where is not None and self.covers(k, p.start, p.end) for p in self.annotated.places)]

    def verb_of(self, n: int) -> int:
        """The verb that a word is or stands under; the word itself where no verb stands over it."""
        return next((w for w in (n, *self.ancestors(n)) if self.is_verb(w)), n)

    def gerund(self, n: int) -> bool:
        """Whether a word in "-ing" is the noun of an act, as what it was done to shows after "of" ("days of shelling of the town")."""
        after = self.with_dep(n, "prep")
        return self.tokens[n].tag == "VBG" and bool(after) and self.low[after[0]] == "of" and not self.with_dep(n, "dobj", "aux", "nsubj")

    def obliques(self, n: int) -> list[tuple[str, int]]:
        """Prepositions that hang on a word with the heads of their phrases ("into", Korea)."""
        if not self.kids[n]:
            return []
        held = self.phrases.get(n)
        if held is None:
            held = self.phrases[n] = self._obliques(n)
        return held.copy()

    def _past_a_day(self, p: int) -> list[int]:
        """What an "of" after a day goes with: not the day, but the noun before it ("the seizure in March of nine peacekeepers")."""
        days = [t for t in self.annotated.times if self.covers(p, t.start, t.end)]
        if not days:
            return []
        held = [q for k in self.with_dep(p, "prep") if self.low[k] == "of" for q in self.with_dep(k, "pobj")]
        return [m for q in held if not any(self.covers(q, t.start, t.end) for t in self.annotated.times) for m in self.conjuncts(q)]

    def _obliques(self, n: int) -> list[tuple[str, int]]:
        found: list[tuple[str, int]] = []
        for k in self.kids[n]:
            token = self.tokens[k]
            if token.dep in ("prep", "agent", "dative") and token.tag in ("IN", "TO", "RP", "RB"):
                found += [(token.lemma, m) for p in self.with_dep(k, "pobj") for m in self.conjuncts(p)]
                for q in self.with_dep(k, "conj"):  # "fell on or near the depot"
                    found += [(word, m) for p in self.with_dep(q, "pobj") for m in self.conjuncts(p) for word in (token.lemma, self.low[q])]
                if token.lemma in _WHEN and self.is_noun(n):
                    found += [("of", m) for p in self.with_dep(k, "pobj") for m in self._past_a_day(p)]
                if not self.kids[k] and self.is_verb(n):  # the parser hung "over Seoul" on the verb as its object
                    found += [(token.lemma, m) for m in self.with_dep(n, "dobj") if k < m <= k + 3]
                    found += [(token.lemma, m) for v in self.with_dep(n, "conj") if v == k + 2 for m in self.with_dep(v, "dobj")]
                found += [(token.lemma, m) for q in self.with_dep(k, "prep") for p in self.with_dep(q, "pobj") for m in self.conjuncts(p)]
                if not self.kids[k] and self.tokens[n].dep == "relcl":  # "the accord that they walked out on"
                    found.append((token.lemma, self.tokens[n].head))
            elif token.dep == "prt":
                found += [(token.lemma, p) for p in self.with_dep(k, "pobj")]
            elif token.dep == "advmod" and self.kids[k] and self.is_verb(n):  # "walked away from the accord"
                found += [
                    (self.tokens[q].lemma, m) for q in self.with_dep(k, "prep") for p in self.with_dep(q, "pobj") for m in self.conjuncts(p)
                ]
        return found

    # --- layers by token

    def mention(self, n: int) -> int | None:
        """Index of the party mention that covers a token, or None."""
        return self.mentions[n]

    def only_where(self, m: int) -> bool:
        """Whether a party is named only as the land in which something is done ("in Lebanon", "in Lebanon's capital")."""
        own = [k for k, found in enumerate(self.mentions) if found == m]
        if not own:
            return False
        last = own[-1]
        while self.tokens[last].dep in ("poss", "compound", "nmod", "amod") and self.tokens[last].head != last:
            last = self.tokens[last].head
        return self.tokens[last].dep == "pobj" and self.tokens[self.tokens[last].head].lemma in self.words.standing_in

    def covers(self, n: int, start: int, end: int) -> bool:
        """Whether a token lies within a stretch of text."""
        return start <= self.tokens[n].start and self.tokens[n].end <= end

    def depth(self, n: int) -> int:
        """How many heads stand above a word."""
        return len(list(self.ancestors(n)))
