"""One account of how an English clause states an act: who acts, upon whom, by what, where.

A ``Clause graph`` over the tokens of one sentence answers for any word: its agents, its patients, its
obliques, through passives, participles, relative clauses, coordination, light verbs and nominals.
"""

from bisect import bisect_left
from dataclasses import dataclass

from truceline.model.reading import Annotated
from truceline.packs.reading_words import ClauseWords
from truceline.reports.joined_names import of_others
from truceline.reports.passives import Voiced
from truceline.reports.tree import VERB, once

_BEFORE = ("amod", "compound", "nmod")


_RELATIVE = ("WDT", "WP")


@dataclass(frozen=True, slots=True)
class Graph(Voiced):
    """The dependency tree of one sentence, asked who acts, upon whom, by what and where."""

    @staticmethod
    def of(annotated: Annotated, words: ClauseWords) -> "Graph":
        """The graph of a parsed sentence; the last ones made are kept, since every room asks for them again."""
        held = _GRAPHS.get(id(annotated))
        if held is not None and held.annotated is annotated and held.words is words:
            return held
        if len(_GRAPHS) >= _MOST_GRAPHS:
            _GRAPHS.clear()
        made = _GRAPHS[id(annotated)] = Graph._made(annotated, words)
        return made

    @staticmethod
    def _made(annotated: Annotated, words: ClauseWords) -> "Graph":
        tokens = annotated.sentence.tokens
        kids: list[tuple[int, ...]] = [()] * len(tokens)
        below: list[dict[str, list[int]]] = [_NOTHING] * len(tokens)  # most words have nothing below them
        for n, (_, _, _, _, _, dep, head) in enumerate(tokens):
            if head == n:
                continue
            if not kids[head]:
                below[head] = {dep: [n]}
            else:
                below[head].setdefault(dep, []).append(n)
            kids[head] += (n,)
        mentions: list[int | None] = [None] * len(tokens)
        starts = [token.start for token in tokens] if annotated.mentions else []
        for m in range(len(annotated.mentions) - 1, -1, -1):  # the first of two that cover a word stands
            mention = annotated.mentions[m]
            if of_others(annotated, mention, words):
                continue
            for n in range(bisect_left(starts, mention.start), len(tokens)):
                if tokens[n].end > mention.end:
                    break
                mentions[n] = m
        return Graph(
            annotated,
            words,
            tokens,
            kids=tuple(kids),
            mentions=tuple(mentions),
            low=tuple([token.text.lower() for token in tokens]),
            below=tuple(below),
            verbs=tuple([token.tag in VERB or "auxpass" in below[n] for n, token in enumerate(tokens)]),  # "was overrun": tagged a noun
        )

    # --- subjects, objects

    def _named_as_done(self, n: int) -> int | None:
        """The verb whose subject suffers an act named in "-ing" ("came under shelling", "was hit by shelling")."""
        prep = self.tokens[n].head
        verb = self.tokens[prep].head
        if self.tokens[n].dep != "pcomp" or self.tokens[n].tag != "VBG" or self.with_dep(n, "dobj") or not self.is_verb(verb):
            return None
        done = (self.tokens[prep].lemma == "under" and self.undergoes(verb)) or (self.tokens[prep].lemma == "by" and self.passive(verb))
        return verb if done else None

    @once
    def subjects(self, n: int, depth: int = 0) -> list[int]:
        """Heads of the phrases that stand as the verb's (surface) subject."""
        if depth > 6:
            return []
        own = self.with_dep(n, "nsubj", "nsubjpass", "csubj")
        token = self.tokens[n]
        if not own and (counted := self._so_many_who(n)):
            return counted
        if own:
            return [m for k in own for m in self._antecedent(k, n)]
        if token.dep == "conj" and self.is_verb(token.head):
            held = token.head
            if token.tag in ("VBD", "VBZ") and self.tokens[held].tag == "VB":  # "told them to stop and fired": who told has fired
                held = next((a for a in self.ancestors(held) if self.tokens[a].tag in ("VBD", "VBZ", "VBP")), held)
            return self.subjects(held, depth + 1)
        if token.dep in ("acl", "relcl") and not self.is_verb(token.head):
            return self._who_binds_himself(n) or self.conjuncts(token.head)
        if token.dep == "amod":
            return [token.head]
        if token.dep in ("xcomp", "ccomp", "oprd") and self.is_verb(token.head):
            if self.tokens[n].tag in ("VBG", "VB") and self.objects(token.head):
                return self.objects(token.head)
            return self.subjects(token.head, depth + 1)
        governor = next((a for a in self.ancestors(n) if self.is_verb(a)), None)
        if token.dep == "xcomp" and self.tokens[token.head].dep == "acomp" and governor == self.tokens[token.head].head:
            return self.subjects(governor, depth + 1)  # "are due to land", "was ready to go"
        if token.dep == "pcomp" and (told := self._after_preposition(n, governor)):
            return told
        if token.dep == "advcl" and token.tag == "VBG" and governor is not None:  # "struck a post, the army said, killing two"
            said = self.tokens[governor].head if self.tokens[governor].dep == "parataxis" else governor
            governor = next((k for k in (said, *self.with_dep(governor, "ccomp")) if k < governor < n), governor)
        if token.dep in ("advcl", "pcomp", "acl") and governor is not None:
            return self._as_the_verb_above(n, governor, depth)
        return []

    def _as_the_verb_above(self, n: int, governor: int, depth: int) -> list[int]:
        """Who does what a participle tells beside another verb: mostly who does that, but for whom it befell or who is charged."""
        if self._told_of_before(governor, n):
            return self.patients(governor)  # "accused X of firing on a van, killing two": X killed them
        if self._of_whom_it_befell(n, governor):
            return self.subjects(governor, depth + 1)
        return self.agents(governor, depth + 1) or self.subjects(governor, depth + 1)

    def _told_of_before(self, verb: int, n: int) -> bool:
        """Whether a verb of charging tells before a word of what ("accused X of firing")."""
        if self.tokens[verb].lemma not in self.words.charging or self.tokens[n].dep != "advcl" or self.tokens[n].tag != "VBG":
            return False
        return any(p < n and self.tokens[p].tag == "VBG" for k in self.with_dep(verb, "prep") for p in self.with_dep(k, "pcomp"))

    def _so_many_who(self, n: int) -> list[int]:
        """Who stands in a range that the parser takes for a phrase of place ("between 20 and 30 soldiers crossed")."""
        ranges = [k for k in self.with_dep(n, "prep") if k < n and self.tokens[k].lemma == "between"]
        counted = [p for k in ranges for p in self.with_dep(k, "pobj") if self.with_dep(p, "nummod") and self.is_noun(p)]
        return counted if counted and self.tokens[ranges[0] + 1].tag == "CD" else []

    def _of_whom_it_befell(self, n: int, governor: int) -> bool:
        """Whether a participle tells what those did to whom its passive verb was done ("were seized after straying into ...")."""
        before = {self.low[k] for k in (self.tokens[n].head, *self.with_dep(n, "mark", "advmod", "prep")) if k < n}
        return bool(before & self.words.meantime) and self.tokens[n].tag == "VBG" and self.passive(governor)

    def _who_binds_himself(self, n: int) -> list[int]:
        """Who does what a noun of a bond or a decision is about: who took it ("signed a contract to sell", "his decision to scrap")."""
        over = self.tokens[n].head
        if self.tokens[over].lemma not in self.words.bonds or not any(self.tokens[k].lemma == "to" for k in self.with_dep(n, "aux")):
            return []
        verb = self.tokens[over].head
        taken = self.tokens[over].dep == "dobj" and self.is_verb(verb)
        return self.with_dep(over, "poss") or (self.agents(verb) if taken else [])

    def _after_preposition(self, n: int, governor: int | None) -> list[int]:
        """Who does what follows "of", "from" or "for": the object before it ("accused X of firing"), the one charged."""
        word = prep = self.tokens[n].head
        while self.tokens[prep].dep == "conj" and self.tokens[self.tokens[prep].head].dep == "prep":  # "accused X of doing and of arming"
            prep = self.tokens[prep].head
        if self.tokens[word].lemma not in ("of", "from", "for"):
            return []
        if governor is not None and self.tokens[prep].head == governor and self.objects(governor):
            return self.objects(governor)
        holder = self.tokens[word].head
        if (
            governor is not None and self.is_noun(holder) and self.tokens[holder].lemma in self.words.owning
        ):  # "claimed responsibility for firing"
            return self._by(governor) if self.passive(governor) else self.subjects(governor)
        if self.is_noun(holder) and self.tokens[holder].dep == "dobj":
            done = self.tokens[holder].lemma in self.words.called_deeds and self.tokens[self.tokens[holder].head].lemma in self.words.light
            return [] if done else self.conjuncts(holder)  # "committed the crime of shelling": who committed it
        if governor is None or self.tokens[word].lemma != "for" or self.tokens[governor].lemma not in self.words.charging:
            return []
        return self.subjects(governor) if self.passive(governor) else self.objects(governor)

    def _antecedent(self, k: int, verb: int) -> list[int]:
        if self.tokens[verb].dep == "relcl" and self._pronoun_of_what_it_is_told_on(k):
            deed = self._deed_above(verb) if self.tokens[k].tag == "WDT" else None
            return [deed] if deed is not None else self.conjuncts(self.tokens[verb].head)[:1]
        over = self.tokens[verb].head
        if self.tokens[k].tag in _RELATIVE and self.tokens[verb].dep == "ccomp" and self.tokens[over].lemma == "be":
            return [a for a in self.with_dep(over, "attr") if a < k][-1:] or [k]  # "it was the army that fired"
        return self.conjuncts(k)

    def _deed_above(self, verb: int) -> int | None:
        """The act or weapon that did what the parser tells of its place ("the bomb at the depot, which killed two"): no place kills."""
        at = self.tokens[verb].head
        if self.tokens[verb].lemma not in self.words.harming or self.passive(verb) or self.tokens[at].lemma in self.words.deeds:
            return None
        while self.tokens[at].dep == "pobj" and self.low[self.tokens[at].head] in self.words.lying_at:
            prep = self.tokens[at].head
            at = prep - 1 if prep and self.tokens[prep - 1].lemma in self.words.deeds else self.tokens[prep].head
            if self.tokens[at].lemma in self.words.deeds:
                return at
        return None

    def _pronoun_of_what_it_is_told_on(self, k: int) -> bool:
        """Whether a word stands for the noun before its clause ("which"), or for some of those ("some of which", "three of whom")."""
        return self.tokens[k].tag in _RELATIVE or any(
            prep == "of" and self.tokens[p].tag in _RELATIVE for prep, p in self.obliques(k) if not self.is_verb(k)
        )

    @once
    def objects(self, n: int) -> list[int]:
        """Heads of the verb's direct objects."""
        own = self.with_dep(n, "dobj", "dative", "oprd", "attr") or self._said_to_be(n) or self._so_many(n) or self.place_right_after(n)
        if not own and (told_on := self._done_by_what_is_said(n)) is not None:
            return [told_on]
        if not own and not self.passive(n):  # "sent troops to fight": who is sent stands as subject of what they are sent to do
            own = [
                s
                for k in self.with_dep(n, "ccomp", "xcomp")
                if any(self.tokens[a].lemma == "to" for a in self.with_dep(k, "aux"))
                for s in self.with_dep(k, "nsubj")
            ]
        if not own and self.tokens[n].dep == "relcl" and not self.passive(n) and self.with_dep(n, "nsubj"):
            subject = self.with_dep(n, "nsubj")[0]
            where = any(self.tokens[k].tag == "WRB" for k in self.with_dep(n, "advmod"))  # "the street where they fought" is fought by none
            if self.tokens[subject].tag not in ("WDT", "WP") and not where:
                return [self.tokens[n].head]
        if not own and not self.passive(n):
            shared = [k for k in self.with_dep(n, "conj") if self.is_verb(k) and self.with_dep(k, "dobj") and not self.with_dep(k, "nsubj")]
            own = self.with_dep(shared[0], "dobj") if shared and not self.with_dep(n, "prep", "advcl", "ccomp") else own
        if own and self.tokens[n].dep == "relcl" and (self.tokens[own[0]].tag in ("WDT", "WP") or self.tokens[own[0]].text == "that"):
            return self.conjuncts(self.tokens[n].head)[:1]
        return [m for k in own for m in self.conjuncts(k) if self.tokens[m].tag not in ("IN", "TO")]

    def _done_by_what_is_said(self, n: int) -> int | None:
        """The noun to which it was done, as a relative clause says somebody says ("the town which they said they had captured")."""
        said = self.tokens[n].head
        if self.tokens[n].dep != "ccomp" or self.tokens[said].dep != "relcl" or self.passive(n) or not self.with_dep(n, "nsubj"):
            return None
        who, what = self.with_dep(said, "nsubj"), self.with_dep(said, "dobj")
        spoken = bool(who) and self.tokens[who[0]].tag not in _RELATIVE
        return self.tokens[said].head if spoken and all(self.tokens[k].tag in (*_RELATIVE, "IN") for k in what) else None

    def _so_many(self, n: int) -> list[int]:
        """What stands after a number whose first word is a preposition ("sent between 20 and 30 men", "fired close to 300 rockets")."""
        begins = [k for k in self.with_dep(n, "prep", "advmod") if k > n] if self.annotated.quantities else []
        if not begins or self.passive(n):
            return []
        for quantity in self.annotated.quantities:
            number = quantity.quantity
            ranged = None not in (number.low, number.high) and number.low != number.high  # "from 20 to 30 men", not "from 20 posts"
            first = next(
                (k for k in begins if quantity.start in (self.tokens[k].start, self.tokens[min(k + ranged, len(self.tokens) - 1)].start)),
                None,
            )
            if first is not None:
                return [k for k in sorted(self.subtree(first)) if self.is_noun(k) and self.tokens[k].start > quantity.end - 1][:1]
        return []

    def _said_to_be(self, n: int) -> list[int]:
        """What a clause in the object's place says that it is ("fired what appeared to be a missile")."""
        for k in self.with_dep(n, "ccomp"):
            below = sorted(self.subtree(k))
            if self.tokens[below[0]].tag == "WP" and not self.passive(n):
                return [m for m in below if self.tokens[m].dep in ("attr", "oprd") and self.is_noun(m)][:1]
        return []

    @once
    def agents(self, n: int, depth: int = 0) -> list[int]:
        """Heads of the phrases that do what the word says."""
        if self.is_verb(n) or (self.tokens[n].dep in ("amod",) and self.tokens[n].tag in VERB):
            if self._named_as_done(n) is not None:
                return [p for prep, p in self.obliques(n) if prep == "from"]
            if self.undergoes(n):
                under = [p for prep, p in self.obliques(n) if prep == "under"]
                return self._by(n) + [p for at in (n, *under) for prep, p in self.obliques(at) if prep == "from"]
            if self.passive(n):
                return self._by(n) or self._by_the_next(n)
            return self._nominal_agents(n, depth) if self.gerund(n) else self.subjects(n, depth)
        return self._nominal_agents(n, depth)

    def _by(self, n: int) -> list[int]:
        by = [*self.with_dep(n, "agent"), *(k for k in self.with_dep(n, "prep") if self.tokens[k].lemma == "by")]
        return [m for k in by for p in self.with_dep(k, "pobj") for m in self.conjuncts(p)]

    def _by_the_next(self, n: int) -> list[int]:
        """Who did two things to the same people, told once after the last ("were captured in Tyre and questioned by soldiers")."""
        rows = [k for k in (n, *self.with_dep(n, "conj")) if self.tokens[k].lemma in self.words.in_a_row]
        joined = [k for k in rows if k != n and self.tokens[k].tag == "VBN" and not self.with_dep(k, "nsubj", "nsubjpass", "dobj")]
        return next((by for k in joined if n in rows and (by := self._by(k))), [])

    def _nominal_agents(self, n: int, depth: int) -> list[int]:
        if told := self.told_whose(n):
            return told
        before = [j for k in self.with_dep(n, *_BEFORE) for j in (k, *self.with_dep(k, *_BEFORE))]  # "Israeli artillery shelling"
        own = [] if self._poss_suffers(n) else self.with_dep(n, "poss")
        own += [j for j in before if self.mention(j) is not None]
        taken_from = self.tokens[n].lemma in self.words.suffered  # "the abduction of pupils from a school"
        own += [p for prep, p in self.obliques(n) if prep == "between" or (prep == "from" and not taken_from)]
        if own:
            return [m for k in own for m in self.conjuncts(k)]
        head = self.tokens[n].head
        if self.tokens[n].dep in ("dobj", "conj") and self.is_verb(head) and self.tokens[head].lemma in self.words.light and depth < 4:
            return self.agents(head, depth + 1)
        part = self.tokens[head].head
        if self.tokens[n].dep == "pobj" and self.tokens[head].lemma == "of" and self.tokens[part].lemma in self.words.spells and depth < 4:
            return self._nominal_agents(part, depth + 1)
        if self.tokens[n].dep == "pobj" and self.tokens[head].lemma == "for" and (charged := self._charged_with(head)):
            return charged
        if self.tokens[n].dep == "pobj" and depth < 4:
            governor = next((a for a in self.ancestors(n) if self.is_verb(a)), None)
            if (
                governor is not None
                and self.tokens[head].lemma in ("in", "with", "by", "during", "after")
                and not self.passive(governor)
                and self.tokens[governor].lemma in self.words.acting
            ):
                return self.agents(governor, depth + 1)
            if governor is not None and self.tokens[head].lemma == "with" and head in self.kids[governor] and self._goes_ahead(governor):
                return self.agents(governor, depth + 1)
        return []

    @once
    def told_whose(self, n: int) -> list[int]:
        """Whose an act is by what follows its noun: who did it, on whom it is put, or who claims it."""
        if told := self._by(n) or self._by_after_what_it_befell(n) or self._laid_on(n):
            return told
        told_of = (n, *(q for _, p in self.obliques(n) for q in (p, *(r for _, r in self.obliques(p)))))
        verb = self.tokens[n].head
        beside = [k for m in told_of for k in self.with_dep(m, "acl", "relcl")] + [k for k in self.with_dep(verb, "advcl") if n < k < verb]
        return [p for k in beside if self.tokens[k].lemma in self.words.claimed for p in self._by(k)]

    def _by_after_what_it_befell(self, n: int) -> list[int]:
        """Who did it, whom the parser hangs on what it was done to ("the shelling of a camp by rebels")."""
        return [p for prep, m in self.obliques(n) if prep == "of" and self.tokens[m].lemma not in self.words.deeds for p in self._by(m)]

    def _goes_ahead(self, verb: int) -> bool:
        """Whether a verb tells that somebody went on with what stands after its "with" ("went ahead with", "proceeded with")."""
        lemma, beside = self.tokens[verb].lemma, self.with_dep(verb, "advmod", "prt", "prep")
        return lemma in self.words.going_ahead and any(self.low[k] in self.words.ahead for k in beside)

    def _laid_on(self, n: int) -> list[int]:
        """On whom an act is put, as told of it or of what it was done to ("an ambush blamed on militants", "that X attributes to Y")."""
        beside = [p for _, p in self.obliques(n)]
        told_of = (n, *beside, *(q for p in beside for _, q in self.obliques(p)))  # "of barges on the lake, which X blamed on Y"
        laying = [(k, self.words.laying[self.tokens[k].lemma]) for m in told_of for k in self._told_with(m)]
        return [p for k, before in laying for prep, p in self.obliques(k) if prep == before]

    def _told_with(self, n: int) -> list[int]:
        """The participles and relative clauses on a noun that put an act on somebody."""
        told = [*self.with_dep(n, "acl", "relcl")]
        return [
            k for k in told if self.tokens[k].lemma in self.words.laying and (self.tokens[k].tag == "VBN" or self.tokens[k].dep == "relcl")
        ]

    @once
    def patients(self, n: int) -> list[int]:
        """Heads of the phrases to which it is done."""
        if self.is_verb(n) and not self.gerund(n):
            sufferer = self._named_as_done(n)
            if sufferer is not None:
                return self.subjects(sufferer)
            return self.subjects(n) if self.passive(n) or self.undergoes(n) else self.objects(n)
        own = self.with_dep(n, "poss") if self._poss_suffers(n) else []
        prep = self.tokens[n].head
        if self.tokens[n].dep == "pobj" and self.tokens[prep].lemma == "under" and self.undergoes(self.tokens[prep].head):
            own += self.subjects(self.tokens[prep].head)
        aims = ("of", "on", "against", "at", "into", "to", "upon", "toward", "towards", "over")
        return own + [p for prep, p in self.obliques(n) if prep in aims] + self.aimed_above(n)

    def aimed_above(self, n: int) -> list[int]:
        """On whom an act falls where a word over its noun tells it ("launched an attack on", "a series of strikes on")."""
        at, over = n, []
        if self.tokens[n].dep == "pobj" and self.tokens[self.tokens[n].head].lemma == "of":
            measure = self.tokens[self.tokens[n].head].head
            if self.tokens[measure].lemma in self.words.spells:
                at = measure
                over.append(at)
        verb = self.tokens[at].head
        if self.tokens[at].dep == "dobj" and self.tokens[verb].lemma in self.words.light:
            over.append(verb)
        return [p for w in over for prep, p in self.obliques(w) if prep in ("on", "against", "at", "into", "upon")]

    def _charged_with(self, preposition: int) -> list[int]:
        """Who did what stands after the "for" of a charge: the one blamed ("blamed Egypt for the strike"), or who owns to it."""
        over = self.tokens[preposition].head
        if self.is_noun(over) and self.tokens[over].lemma in self.words.owning:
            verb = next((a for a in self.ancestors(preposition) if self.is_verb(a)), over)
            return self.agents(verb) if self.is_verb(verb) and self.tokens[verb].lemma not in self.words.passing_on else []
        if self.tokens[over].lemma in self.words.renowned:  # "notorious for the abduction of": who is has done it
            return self.subjects(over if self.is_verb(over) else self.tokens[over].head)
        if not self.is_verb(over) or self.tokens[over].lemma not in self.words.charging:
            return []
        return self.subjects(over) if self.passive(over) else self.objects(over)

    def _poss_suffers(self, n: int) -> bool:
        """Whether the possessor of a noun is who it happened to ("the soldier's capture"), not who did it ("Israel's raid")."""
        return self.tokens[n].lemma in self.words.suffered and not any(prep == "of" for prep, _ in self.obliques(n))


def forget_graphs() -> None:
    """Lets go of the graphs of a text that has been read: kept, they hold all its words, which costs at each search for garbage."""
    _GRAPHS.clear()


_NOTHING: dict[str, list[int]] = {}
_MOST_GRAPHS = 512
_GRAPHS: dict[int, Graph] = {}
"""By the identity of the sentence, which each graph holds on to, so that no identity is used twice while it is kept."""
