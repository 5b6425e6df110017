"""How those acted upon stand to the party that acted: the other side, its own side, or outside the instrument."""

from truceline.findings.facts import UNKNOWN_PARTY, Facts
from truceline.findings.trace import reason, yes_if
from truceline.model.finding import Answer, Reason
from truceline.model.instrument import Instrument


def stands(instrument: Instrument, party: str, other: str) -> str | None:
    """``own_side``, ``other_side`` or ``outsider``; None where a party is not known."""
    if UNKNOWN_PARTY in (party, other):
        return None
    if party == other:
        return "own_side"
    theirs, ours = instrument.side_of(other), instrument.side_of(party)
    if theirs is None:
        return "outsider"
    if instrument.each_party_a_side:
        return "other_side"
    if ours is None:
        return None
    return "own_side" if theirs.id == ours.id else "other_side"


def relation(instrument: Instrument, facts: Facts, party: str, towards: str, wanted: str) -> Reason:
    """Whether those in the field ``towards`` are what is wanted; ``told`` asks only whether anyone is named."""
    told = facts.values(towards)
    words = tuple(span for each in told for span in each.evidence)
    if wanted == "told":
        text = "someone is told to be acted upon" if told else "no one is told to be acted upon"
        return reason("target", yes_if(bool(told)), text, evidence=words)
    found = {stands(instrument, party, str(each.value).partition(":")[0]) for each in told} - {None}
    if not found:
        return reason("target", Answer.UNKNOWN, "whom the act was aimed at is not told", evidence=words)
    if wanted == "own_side":
        answer = yes_if(found == {"own_side"})
    else:
        answer = yes_if(wanted in found)
    said = ", ".join(str(each.value) for each in told)
    return reason("target", answer, f"told as acted upon: {said} ({wanted.replace('_', ' ')}: {answer})", evidence=words)
