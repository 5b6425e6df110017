"""Is a verb active or passive, and does its subject undergo what it tells ("came under fire")."""

from dataclasses import dataclass

from truceline.reports.tree import Tree


@dataclass(frozen=True, slots=True)
class Voiced(Tree):
    """The tree of a sentence, asked for the voice of its verbs."""

    def passive(self, n: int) -> bool:
        """Whether a verb is passive: an auxiliary says so, or it is a past participle that modifies a noun."""
        held = self.passives.get(n)
        if held is None:
            held = self.passives[n] = self._passive(n)
        return held

    def _passive(self, n: int) -> bool:
        if self.with_dep(n, "auxpass", "nsubjpass"):
            return True
        token = self.tokens[n]
        if (
            self.annotated.sentence.headline
            and token.lemma in self.words.suffering
            and self.with_dep(n, "nsubj")
            and not self.with_dep(n, "dobj", "aux")
        ):
            return True
        if token.tag != "VBN":
            return False
        if token.dep in ("acl", "amod"):
            return not self.with_dep(n, "aux", "dobj")  # "the charge that they had sent troops" is no participle
        if token.dep == "pcomp" and self.tokens[token.head].lemma == "with":  # "with six sailors killed"
            return not self.with_dep(n, "aux", "dobj")
        if token.dep in ("xcomp", "oprd") and not self.with_dep(n, "aux", "dobj", "nsubj"):  # "two were reported killed"
            return self.is_verb(token.head) and self.passive(token.head)
        if token.dep == "conj" and not self.with_dep(n, "aux", "dobj"):  # "two were killed and one captured" leaves out "was"
            return self.passive(token.head)
        return token.dep in ("ROOT", "advcl") and not self.with_dep(n, "aux", "nsubj", "dobj") and bool(self.with_dep(n, "agent"))

    def undergoes(self, n: int) -> bool:
        """Whether a verb says that its subject is under an act ("came under fire"): it is done to it, whatever the voice."""
        return self.tokens[n].lemma in self.words.undergoing and any(self.tokens[k].lemma == "under" for k in self.with_dep(n, "prep"))

    def told_on(self, n: int) -> int | None:
        """The noun that a verb is told on, in a relative clause or as a participle ("rockets that they fired", "rockets fired")."""
        token = self.tokens[n]
        return token.head if token.dep in ("acl", "relcl") and self.verbs[n] else None
