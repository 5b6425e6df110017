"""Reading to Explanation: each trigger word with its rule and what became of it; the reading itself is that of ``extract``."""

from truceline.model.explanation import Explained, Explanation, Fate, Rule, Trace, Weighed
from truceline.model.reading import Annotated, Reading
from truceline.packs.lexicon import Lexicon
from truceline.packs.lexicon_shapes import Pattern
from truceline.packs.pack import Pack
from truceline.packs.phrases import WORD
from truceline.packs.where_written import patterns_written
from truceline.reports.draft import let_go_whole
from truceline.reports.drafted import Draft
from truceline.reports.extract import extract
from truceline.reports.grammar import Graph
from truceline.reports.journal import Journal, Key
from truceline.reports.judge import features, kept_from_now, weights_for
from truceline.reports.patterns import Act, nearly, unfit

FILE = "lexicon/en/triggers.yaml"
TERMS = 12
"""How many of the judge's weightiest terms are told."""
NEAR = 3
"""How many patterns that nearly fit are told."""
_WORDS = {"with_": "with", "without": "without"}


def explain(reading: Reading, pack: Pack) -> Explanation:
    """What ``extract`` reads from this reading, and for every trigger word why it was read or let go."""
    journal = Journal()
    extraction = extract(reading, pack, journal)
    rules = _Rules(pack)
    return Explanation(
        document=reading.document,
        theatre=reading.theatre,
        sentences=tuple(
            Explained(
                annotated=each,
                parsed=bool(each.sentence.tokens),
                waiting=() if each.sentence.tokens else _waiting(each.sentence.text, pack.lexicon),
                traces=_traces(n, each, journal, reading, rules),
            )
            for n, each in enumerate(reading.sentences)
        ),
        extraction=extraction,
        whole=reading.let_go or let_go_whole(reading, pack.lexicon),
        threshold=kept_from_now(),
    )


class _Rules:
    """The pack's patterns with the lines they stand on."""

    def __init__(self, pack: Pack) -> None:
        self.lexicon: Lexicon = pack.lexicon
        self._written = patterns_written(pack.folder / "lexicon" / "en")
        self._numbers = {id(pattern): n for n, pattern in enumerate(pack.lexicon.patterns)}

    def rule(self, pattern: Pattern) -> Rule:
        """A pattern as it stands in the file."""
        number = self._numbers[id(pattern)]
        written = self._written[number]
        return Rule(number=number + 1, file=FILE, line=written.line, written=written.words)

    def near(self, number: int, missing: tuple[str, ...]) -> str:
        """A pattern that does not fit, with what it lacks."""
        pattern = self.lexicon.patterns[number]
        lacks = [
            f"{'has a word of' if name == 'without' else 'no'} {_WORDS.get(name, name)}: {', '.join(getattr(pattern, name))}"
            for name in missing
        ]
        return f"line {self._written[number].line} {pattern.kind}: {'; '.join(lacks)}"


def _waiting(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Trigger words of a sentence that was not parsed, each once."""
    return tuple(dict.fromkeys(found.group() for found in WORD.finditer(text) if lexicon.lemmas(found.group().lower())))


def _traces(index: int, annotated: Annotated, journal: Journal, reading: Reading, rules: _Rules) -> tuple[Trace, ...]:
    graph = Graph.of(annotated, rules.lexicon.clauses)
    found = []
    for n, token in enumerate(graph.tokens):
        act = journal.acts.get((index, n))
        if act is not None:
            found.append(_act((index, n), act, journal, reading, rules))
        elif rules.lexicon.lemmas(token.text.lower()):
            found.append(_unread(graph, n, rules))
    return tuple(found)


def _unread(graph: Graph, n: int, rules: _Rules) -> Trace:
    """A trigger word that no pattern took: why, and which patterns come near."""
    token = graph.tokens[n]
    why, near = unfit(graph, n, rules.lexicon), []
    if not why:
        tried = sorted(nearly(graph, n, rules.lexicon), key=lambda each: (len(each[1]), each[0]))
        fits = any(not missing for _, missing in tried)
        near = [] if fits else [rules.near(number, missing) for number, missing in tried][:NEAR]
        why = (
            f"the word it stands with, {graph.tokens[token.head].text!r}, tells the act" if fits
            else "no pattern fits" if tried
            else f"no pattern takes it as it is used here ({token.tag})"
        )  # fmt: skip
    return Trace(start=token.start, end=token.end, trigger=token.text, fate=Fate.NO_PATTERN, why=why, nearly=tuple(near))


def _act(key: Key, act: Act, journal: Journal, reading: Reading, rules: _Rules) -> Trace:
    token = act.graph.tokens[act.trigger]
    told = _told(key, journal)
    draft = journal.made.get(key)
    judged = draft is not None and any(each is draft for each in journal.proposals)
    return Trace(
        start=token.start,
        end=token.end,
        trigger=token.text,
        fate=told[0],
        kind=act.kind,
        words=tuple(act.graph.tokens[w].text for w in act.deciding),
        rule=rules.rule(act.pattern),
        why=told[1],
        report=told[2],
        confidence=draft.confidence if draft is not None and judged else None,
        weights=weighed(draft, journal.proposals, reading, rules.lexicon) if draft is not None and judged else (),
    )


def _told(key: Key, journal: Journal) -> tuple[Fate, str, int | None]:
    """What became of an act: its fate, the reason, the number of its report."""
    if key in journal.refused:
        refused = journal.refused[key]
        return (Fate.LET_GO if refused.done else Fate.NOT_DONE), refused.why, None
    draft, whys = journal.made[key], list[str]()
    while id(draft) in journal.into and not _in(draft, journal.proposals):
        draft, why = journal.into[id(draft)]
        whys.append(why)
    if not _in(draft, journal.proposals):
        return Fate.LET_GO, "; ".join([*whys, journal.gone.get(id(draft), "")]).strip("; "), None
    if not _in(draft, journal.kept):
        alone = "nothing in the document is sure enough" if draft.confidence >= kept_from_now() else "the judge holds it unlikely"
        return Fate.UNLIKELY, "; ".join([*whys, alone]), None
    number = next(n for n, each in enumerate(journal.kept) if each is draft)
    return (Fate.JOINED if whys else Fate.REPORT), "; ".join(whys), number


def _in(draft: Draft, some: list[Draft]) -> bool:
    return any(each is draft for each in some)


def weighed(draft: Draft, proposals: list[Draft], reading: Reading, lexicon: Lexicon) -> tuple[Weighed, ...]:
    """The judge's weightiest terms over one proposal, weightiest first; none without its weights."""
    weights = weights_for(draft) or {}
    told = dict.fromkeys(features(draft, proposals, reading, lexicon), 1.0) | draft.numbers()
    terms = [Weighed(feature=name, weight=round(weights[name] * figure, 3)) for name, figure in told.items() if weights.get(name)]
    return tuple(sorted(terms, key=lambda each: (-abs(each.weight), each.feature))[:TERMS])
