"""A finished Report from a joined draft: sides completed, status derived, prominence and confidence told."""

from dataclasses import replace

from truceline.model.ids import report_id
from truceline.model.party import Speaker
from truceline.model.reading import Reading, Sentence
from truceline.model.report import Attribution, Claim, FollowUp, Modality, Prominence, Report, Slot, Status
from truceline.model.text import Span
from truceline.model.time import When
from truceline.packs.gazetteer import Gazetteer
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack
from truceline.reports.aftermath import FIRED_BACK
from truceline.reports.answer_steps import answer_steps
from truceline.reports.confidence import is_for_review
from truceline.reports.drafted import Draft
from truceline.reports.footing import told_in, with_footings
from truceline.reports.grave import grave
from truceline.reports.outlets import is_outlet
from truceline.reports.stances import with_stands
from truceline.reports.targets import targets
from truceline.reports.totals import LASTING, borne, total


def finish(draft: Draft, reading: Reading, pack: Pack, extractor: str) -> Report:
    """The report of one event, with an id made from document, kind, place in the text and values."""
    best = _telling(draft, reading)
    quote = Span(document_id=reading.document_id, start=best.start, end=best.end, part=best.part)
    line = draft.line
    claim = Claim(
        kind=draft.kind_slot,
        actors=tuple(draft.actors),
        targets=tuple(targets(draft, reading, pack)),
        when=draft.when,
        time=draft.time,
        where=draft.where,
        line=line,
        sector=draft.sector,
        counts=tuple(total(borne(draft.kind, draft.counts), reading, best, lasting=_lasting(draft))),
        responses=tuple(r for r in draft.responses if draft.kind != "clash" or not r.read_by.endswith(FIRED_BACK)),
        outcome=draft.outcome,
        intent=draft.intent,
        modality=draft.modality,
    )
    attributions = with_stands(
        tuple(_first_told(draft, reading, pack.lexicon)) or (_story(draft) or _document_speaks(draft, reading),), draft
    )
    attributions = with_footings(attributions, draft, reading, pack.lexicon)
    identity = report_id(
        reading.document_id,
        claim.kind.value,
        quote.part,
        quote.start,
        draft.trigger,
        claim.when.value.code if claim.when else None,
        [a.value.code for a in claim.actors],
        *([draft.number] if draft.number else []),
    )
    return Report(
        id=identity,
        document_id=reading.document_id,
        claim=claim,
        attributions=attributions,
        follow_ups=_named(draft.follow_ups, pack.gazetteer),
        intended=_named(draft.intended, pack.gazetteer),
        answer_steps=answer_steps(draft, reading, pack.lexicon),
        prominence=draft.prominence,
        status=_status(draft),
        quote=quote,
        confidence=draft.confidence,
        unsure=is_for_review(draft.confidence, stacked=draft.score is not None),
        extractor=extractor,
        notes=tuple(draft.notes),
        grave=grave(draft, reading, pack.lexicon),
    )


def _lasting(draft: Draft) -> bool:
    """Whether an act is told to have gone on for days ("fighting since Sunday"): its toll is the total since it began."""
    when = draft.when.value if draft.when is not None else None
    return (
        draft.kind in LASTING
        and when is not None
        and when.start < when.end
        and (when.basis.startswith("since") or when.basis == "duration")
    )


def _telling(draft: Draft, reading: Reading) -> Sentence:
    """Of the sentences that tell the act, the one with most of its hour, place and counts; the first of equals."""
    slots = (draft.time, draft.where, *draft.counts)
    spans = [span for slot in slots if slot is not None for span in slot.evidence]
    more = (reading.sentences[n].sentence for n in sorted(draft.indexes))
    told = [draft.sentence.sentence, *(s for s in more if not s.headline)]
    return max(told, key=lambda s: sum(s.part == span.part and s.start <= span.start and span.end <= s.end for span in spans))


def _first_told(draft: Draft, reading: Reading, lexicon: Lexicon) -> list[Attribution]:
    """Who first asserts it (codebook 2): the speakers of the sentence that first names an organ, later only new parties' organs.

    Unnamed people who tell it before stand beside them; outlets and unnamed speakers of other sentences only where no organ is named.
    """
    outlets = [a.speaker.value.code for a in draft.attributions if is_outlet(a.speaker, lexicon)]
    people = [
        a for a in draft.attributions if not any(o == a.speaker.value.code or o.endswith(f" {a.speaker.value.code}") for o in outlets)
    ]
    organs = [a for a in draft.attributions if a.speaker.value.party is not None] or people or draft.attributions
    body = {a.speaker.value.party for a in organs if _organ(a) and not _in_title(a, reading)}
    told = [a for a in draft.attributions if not (_in_title(a, reading) and a.speaker.value.party in body and not _organ(a))]
    organs = [a for a in organs if a in told]
    if not organs:
        return []
    first = told_in(organs[0], reading)
    unnamed = min((told_in(a, reading) for a in told if _unnamed(a) and not _in_title(a, reading)), default=first)
    if draft.prominence is Prominence.BACKGROUND and min(first, unnamed) > min(draft.indexes):
        return []  # what a text recalls in its own voice rests on nobody who speaks of it later
    kept: list[Attribution] = []
    for attribution in told:
        party, at = attribution.speaker.value.party, told_in(attribution, reading)
        earlier = 0 <= at == unnamed < first and _unnamed(attribution)
        if earlier or at == first or (party is not None and party not in {a.speaker.value.party for a in kept}):
            kept.append(attribution)
    return _relayed(kept, [a.speaker for a in told if is_outlet(a.speaker, lexicon)])


def _relayed(kept: list[Attribution], outlets: list[Slot[Speaker]]) -> list[Attribution]:
    """Those who say so, with the outlets that tell it too as their relays ("Haaretz reported" of what witnesses are quoted with)."""
    through = [
        o for o in outlets if o.value not in {a.speaker.value for a in kept} and all(o.value not in {v.value for v in a.via} for a in kept)
    ]
    return [replace(a, via=(*a.via, *through)) if a is kept[0] else a for a in kept] if through else kept


def _organ(attribution: Attribution) -> bool:
    """Whether a speaker is an organ of its own, no bare party or government."""
    value = attribution.speaker.value
    return value.party is not None and value.code not in (value.party, f"{value.party}:gov", f"{value.party}:mil")


def _unnamed(attribution: Attribution) -> bool:
    """Whether a speaker is people without a name ("medics", "Palestinian sources")."""
    return attribution.speaker.value.code.split()[-1][:1].islower()


def _in_title(attribution: Attribution, reading: Reading) -> bool:
    at = told_in(attribution, reading)
    return at >= 0 and reading.sentences[at].sentence.headline


def _story(draft: Draft) -> Attribution | None:
    """Whom the story goes on with, for what it is about; what it recalls is the document's own."""
    return draft.heard if draft.prominence is Prominence.MAIN else None


def _document_speaks(draft: Draft, reading: Reading) -> Attribution:
    span = draft.kind_slot.evidence
    return Attribution(speaker=Slot(value=Speaker(code="document"), evidence=span, read_by="reports.finish 1 no speaker named"))


def _status(draft: Draft) -> Status:
    if draft.modality is Modality.PLANNED:
        return Status.PLANNED
    acts = {f.act for f in draft.follow_ups if f.by is not None or f.act != "denial"}
    if draft.denied:
        return Status.DISPUTED if "accusation" in acts else Status.DENIED
    if "denial" in acts:
        return Status.DISPUTED
    return Status.ALLEGED if draft.modality is Modality.ALLEGED else Status.ASSERTED


def _named(steps: list[FollowUp], gazetteer: Gazetteer) -> tuple[FollowUp, ...]:
    """The steps that somebody took, each once, their parties as the codebook writes those who take steps and those they are to."""
    told = [replace(f, by=_taker(f.by, gazetteer), to=_taker(f.to, gazetteer)) for f in steps if f.by is not None]
    once: dict[tuple[str, str | None, str | None, Slot[When] | None], FollowUp] = {}
    for step in told:
        once.setdefault((step.act, step.by, step.to, step.when), step)
    return tuple(once.values())


def _taker(code: str | None, gazetteer: Gazetteer) -> str | None:
    """An armed group is `mil` also where no organ of it is named; a body of states stands by its name alone."""
    party, _, organ = (code or "").partition(":")
    names = gazetteer.parties.get(party)
    if names is None:
        return code
    if names.role == "mil" and names.home and not organ:
        return f"{party}:mil"
    return party if names.role in ("gov", "mon") and organ == "gov" else code
