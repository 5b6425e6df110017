"""What was done about an act: steps of procedure that the document tells, handed to the acts they concern."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.reading import Reading
from truceline.model.report import Attribution, FollowUp, Modality
from truceline.packs.lexicon import Lexicon
from truceline.packs.pack import Pack
from truceline.reports.begun_said import the_other
from truceline.reports.blamed import claims_it, lay_to_whom, name_the_group
from truceline.reports.charged_over import charged_over
from truceline.reports.charges_answered import Charges
from truceline.reports.concerned import NO_BLAME, concerned
from truceline.reports.contrary import given_of
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.join import FAMILY
from truceline.reports.step_reality import Reality
from truceline.reports.steps import UPON, party_code
from truceline.reports.steps_told import StepTold
from truceline.reports.told_apart import BLAMABLE
from truceline.reports.voice import ISSUED, voice


def hand_out(joined: list[Draft], told: Sequence[StepTold], reading: Reading, pack: Pack) -> list[Draft]:
    """Gives every step of the document to the acts it concerns, once retellings are joined; returns the drafts."""
    if not joined:
        return []
    for draft in joined:
        _found_by_speaker(draft, reading, pack.lexicon)
    claims: list[tuple[Draft, FollowUp]] = []
    charges = Charges()
    denied: set[tuple[int, str | None]] = set()
    for each in told:
        if each.contrary and (each.index, party_code(each.step.by)) in denied:
            continue  # its own word of denying told it
        answered = charges.answered(each, pack.lexicon)
        over = _over(each, joined, pack.lexicon) if answered is None else answered
        over = charged_over(each, over, joined, pack.lexicon)
        denied |= {(each.index, party_code(each.step.by))} if each.step.act == "denial" and over else set()
        charges.note(each, over)
        mutual = the_other(each.graph, each.at, pack.lexicon)
        for draft in (*over, *_more_of_it(each.step, over, joined), *_denied_beside(each, over, joined)):
            if not _says_nothing(each.step, draft, mutual) and not _only_mourned(each.step, draft, reading, pack.lexicon):
                step = _meant_by(each.step, draft, reading, pack.lexicon)
                add_step(draft.follow_ups if each.how is Reality.TAKEN else draft.intended, draft, step, mutual)
                claims += [(draft, step)] if claims_it(each.graph, each.at, step, pack.lexicon) else []
    own = voice(reading, pack)
    for draft in joined:
        _accused_by_voice(draft, own, pack.lexicon)
        _accused_by_claim(draft)
        own_claims = [step for claimed, step in claims if claimed is draft]
        lay_to_whom(draft, own_claims)
        name_the_group(draft, own_claims, reading, pack)
    return _settle_denials(joined)


def _over(each: StepTold, joined: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The acts a step concerns: a contrary account those of whoever gives it, any other those that its words mean."""
    which = given_of if each.contrary else concerned
    return which(each.step, each.at, each.graph, each.index, joined, lexicon)


def _meant_by(step: FollowUp, draft: Draft, reading: Reading, lexicon: Lexicon) -> FollowUp:
    """A step as it is meant: who regrets what others did does not apologise, and condemns it."""
    doing = {s.value.party for s in draft.actors} - {"UNK"}
    said = reading.document.words(step.evidence[0]).lower().split() if step.act == "apology" else []
    by_others = bool(doing) and step.by is not None and party_code(step.by) not in doing
    return replace(step, act="condemnation") if by_others and not lexicon.telling.regretting.isdisjoint(said) else step


def _more_of_it(step: FollowUp, over: Sequence[Draft], joined: Sequence[Draft]) -> list[Draft]:
    """The other acts that a charge is over: each of that kind by those charged that is told of that day, or undated."""
    if step.act != "accusation":
        return []
    return [d for d in joined if d not in over and d.modality is not Modality.PLANNED and any(_once_more(d, held) for held in over)]


def _denied_beside(told: StepTold, over: Sequence[Draft], joined: Sequence[Draft]) -> list[Draft]:
    """The acts of who denies that its own sentence lets others assert ("X denies that it helps them; Y says X has troops there")."""
    by = party_code(told.step.by)
    if told.step.act != "denial" or by is None:
        return []
    theirs = [d for d in joined if d not in over and told.index in d.indexes and {s.value.party for s in d.actors} == {by}]
    return [d for d in theirs if {a.speaker.value.party for a in d.attributions} - {None, by} and d.modality is not Modality.PLANNED]


def _once_more(one: Draft, two: Draft) -> bool:
    """Whether two acts are of one kind by the same known hands, and not told to be of two days."""
    by = {s.value.party for s in one.actors} - {"UNK"}
    days = {d.when.value.code for d in (one, two) if d.when is not None}
    return one.kind == two.kind and bool(by) and by == {s.value.party for s in two.actors} and len(days) < 2


def _says_nothing(step: FollowUp, draft: Draft, mutual: bool) -> bool:
    """Whether a step tells only that an act was: whoever was hit confirms it, or a charge over a fight names nobody."""
    if step.act == "confirmation":
        by = party_code(step.by)
        return by in {s.value.party for s in draft.targets} - {s.value.party for s in draft.actors}
    return step.act == "accusation" and draft.kind == "clash" and step.to is None and not mutual


def _only_mourned(step: FollowUp, draft: Draft, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether somebody is sorry for what others did: a condolence, and no apology."""
    said = reading.document.words(step.evidence[0]).lower().split() if step.act == "apology" else []
    doing = {s.value.party for s in draft.actors} - {"UNK"}
    if lexicon.telling.sorry.isdisjoint(said):
        return False
    return step.by is None or draft.kind not in BLAMABLE or (bool(doing) and party_code(step.by) not in doing)


def _found_by_speaker(draft: Draft, reading: Reading, lexicon: Lexicon) -> None:
    """A body of neither side that "found" the act has made a finding against who acted."""
    for told in draft.attributions:
        cue = reading.document.words(told.cue) if told.cue is not None else ""
        by = told.speaker.value
        if cue.lower() in lexicon.speech.finding and by.party and by.party not in draft.parties():
            add_step(
                draft.follow_ups,
                draft,
                FollowUp(act="finding", by=by.code, to=None, evidence=(told.cue,) if told.cue else told.speaker.evidence),
                False,
            )


def _settle_denials(joined: list[Draft]) -> list[Draft]:
    """A denial stands on the act it denies where the document tells one of its family by who denies; else it is a report of its own."""
    kept = []
    for draft in joined:
        by = {party_code(f.by) for f in draft.follow_ups if f.act == "denial"} - {None}
        told = [d for d in joined if not d.denied and d is not draft and by & {s.value.party for s in d.actors} and alike(d, draft)]
        if draft.denied and told:
            nearest = min(told, key=lambda d: min(abs(draft.index - i) for i in d.indexes))
            for step in draft.follow_ups:
                add_step(nearest.follow_ups, nearest, step, False)
        else:
            kept.append(draft)
    return kept


def alike(one: Draft, two: Draft) -> bool:
    """Whether two drafts are of one family of acts, as retellings of one act may be."""
    return FAMILY.get(one.kind, one.kind) == FAMILY.get(two.kind, two.kind)


def add_step(kept: list[FollowUp], draft: Draft, step: FollowUp, mutual: bool) -> None:
    """Puts a step about ``draft`` by, each party's once, both sides' where ``mutual``; in place.

    ``kept`` holds those that were taken, or those that are only intended.
    """
    if mutual and step.by is None:
        sides = [s.value.code for s in draft.actors if s.value.party != "UNK"]
        for by, to in ((sides[0], sides[1]), (sides[1], sides[0])) if len(sides) == 2 else ():
            add_step(kept, draft, replace(step, by=by, to=to), False)
        return
    against = _against(draft, step.by) if step.act in ("finding", *UPON) else None
    if against is not None and (step.to is None or step.to == f"{party_code(against)}:gov"):
        step = replace(step, to=against)  # a bare party stands for its organ that acted
    if step.act == "accusation" and any(f.act == "finding" and party_code(f.by) == party_code(step.by) for f in kept):
        return  # what it found says more
    held = next((f for f in kept if _same(f, step)), None)
    if held is None:
        kept.append(step)
    elif held.by in (f"{party_code(held.by)}:gov", f"{party_code(held.by)}:mil") and step.by not in (held.by, party_code(held.by)):
        kept[kept.index(held)] = step  # the organ says more than the bare party
    elif held.when is None and step.when is not None:
        kept[kept.index(held)] = replace(held, when=step.when)


def _same(one: FollowUp, two: FollowUp) -> bool:
    """Whether two steps are one: the same act of the same party; who accuses two parties takes two."""
    parties = {party_code(one.to), party_code(two.to)}
    apart = one.act == "accusation" and None not in parties and len(parties) > 1
    return (one.act, party_code(one.by)) == (two.act, party_code(two.by)) and not apart


def _against(draft: Draft, by: str | None) -> str | None:
    """Whom a step concerns that names nobody: who acted, if it is one party and not who takes the step."""
    codes = [s.value.code for s in draft.actors if s.value.party not in ("UNK", party_code(by))]
    return codes[0] if len(codes) == 1 else None


def _accused_by_claim(draft: Draft) -> None:
    """A party by whose word alone another did an act that is in doubt, or that the other denies, accuses it (codebook 3)."""
    actors = [s.value for s in draft.actors if s.value.party != "UNK"]
    if not actors or draft.modality is Modality.PLANNED or draft.kind in (*NO_BLAME, "clash"):
        return
    doing = {a.party for a in actors}
    denied = any(f.act == "denial" and party_code(f.by) in doing for f in draft.follow_ups)
    told_to_blame, barred = draft.kind in _TOLD_TO_BLAME, draft.kind == "monitor_obstruction"
    if draft.modality is Modality.ALLEGED and any(f.act == "accusation" and f.by is not None for f in draft.follow_ups):
        return  # who else tells of it blames nobody
    if not (told_to_blame or barred or denied or draft.modality is Modality.ALLEGED):
        return
    for told in draft.attributions:
        by = told.speaker.value
        if by.party is None or told.cue is None or by.party in (draft.parties() if told_to_blame else doing):
            continue
        on_whom = {s.value.party for s in draft.targets} - {"UNK"}
        struck = by.party in on_whom
        if not (told_to_blame or barred or denied or struck or not on_whom):
            continue  # who is of neither side tells what it takes to have been
        if by.code == by.party and not (barred and struck):
            continue  # a mission or an alliance tells what it saw; who is said to bar its way is accused
        if not any(f.act in ("accusation", "finding", "condemnation") and party_code(f.by) == by.party for f in draft.follow_ups):
            add_step(draft.follow_ups, draft, FollowUp(act="accusation", by=by.code, to=actors[0].code, evidence=(told.cue,)), False)


_TOLD_TO_BLAME = frozenset({"arms_transfer"})
"""Acts that a third party tells of others to blame them, in doubt or not."""


def _accused_by_voice(draft: Draft, voiced: Attribution | None, lexicon: Lexicon) -> None:
    """A party's own statement that tells an act of another accuses it (codebook 3: asserted, with an accusation)."""
    own = voiced.speaker if voiced is not None else None
    if own is None or own.value.party is None or own.read_by == ISSUED or draft.modality is Modality.PLANNED or draft.kind in NO_BLAME:
        return
    if Graph.of(draft.sentence, lexicon.clauses).has_lemma(lexicon.telling.welcoming):
        return  # "we welcome that X has taken the town"
    others = [s for s in draft.actors if s.value.party not in (own.value.party,)]
    if draft.actors and not others:
        return
    if any(party_code(f.by) == own.value.party for f in draft.follow_ups):
        return  # what it found, told or condemned says more
    if own.value.party in {a.speaker.value.party for a in draft.attributions}:
        to = next((s.value.code for s in others if s.value.party != "UNK"), None)
        add_step(draft.follow_ups, draft, FollowUp(act="accusation", by=own.value.code, to=to, evidence=draft.kind_slot.evidence), False)
