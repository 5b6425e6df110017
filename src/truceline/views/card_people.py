"""What a card tells in the order of the days: what became of people by side and role, and how a slow change went on."""

from collections.abc import Sequence

from truceline.incidents.course import course
from truceline.incidents.fates import OF_KIND, Step, fates
from truceline.model.incident import Incident
from truceline.model.report import Report
from truceline.views.card_records import After, Desk
from truceline.views.over_time import WORDS, number
from truceline.views.values import day_in_words, speaker_in_words


def people(incident: Incident, reports: Sequence[Report], desk: Desk) -> tuple[After, ...]:
    """What became of people; nothing where only the tolls are told, which stand among the facts."""
    if incident.kind not in OF_KIND and not any(each.fates for each in reports):
        return ()
    return tuple(
        After(text=_step(each, desk), quotes=desk.book.numbers(each.words, mark=False)) for each in fates(reports, desk.view.documents)
    )


def stages(incident: Incident, reports: Sequence[Report], desk: Desk) -> tuple[After, ...]:
    """The stages of a slow change, each with its sentence."""
    quote = {each.id: each.quote for each in reports}
    return tuple(
        After(
            text=f"{day_in_words(each.on) if each.on else 'day not told'}: {'going on' if each.goes_on else 'told of this day'}; "
            f"{_by(each.by, desk)}",
            quotes=desk.book.numbers((quote[each.report_id],), mark=False),
        )
        for each in course(incident, reports, desk.view.documents)
    )


def _step(each: Step, desk: Desk) -> str:
    side = speaker_in_words(each.of, desk.names) if each.of else "side not told"
    when = day_in_words(each.on) if each.on else f"told {day_in_words(each.published)}" if each.published else "day not known"
    return f"{side} – {WORDS.get(each.fate, each.fate)}{number(each.low, each.high)}, {when}; {_by(each.by, desk)}"


def _by(speakers: Sequence[str], desk: Desk) -> str:
    return ", ".join(speaker_in_words(each, desk.names) for each in speakers) or "nobody named"
