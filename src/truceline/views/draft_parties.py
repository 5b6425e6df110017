"""Who writes to whom in a draft, under which instrument, about whose conduct: from the instrument's sides, the same way for each side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from truceline.errors import InputRefused
from truceline.findings.facts import UNKNOWN_PARTY, decoded, party_of
from truceline.model.duties import Task
from truceline.model.finding import Finding, Verdict
from truceline.model.incident import Incident
from truceline.model.instrument import Rulebook
from truceline.views.draft_records import NoteKind, blank
from truceline.views.values import days

LIVE = (Verdict.APPARENT_BREACH, Verdict.CONTESTED, Verdict.NOT_ENOUGH_KNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """Sender and addressee as they stand in the note; ``about`` is the party whose conduct is meant, None = all of ``parties``."""

    sender: str
    addressee: str
    about: str | None
    parties: tuple[str, ...]


def live(finding: Finding) -> bool:
    """Whether a finding says that a clause may be breached: apparently, on some account, or as far as is known."""
    return finding.clause != "*" and finding.verdict in LIVE


def rulebook(ours: Sequence[Finding], books: Sequence[Rulebook], wanted: str | None, incident: Incident) -> Rulebook:
    """The instrument that a note is written under: the one asked for, else the one with most apparent breaches. Raises InputRefused."""
    named = {each.instrument.slug: each for each in books}
    if wanted is not None and wanted not in named:
        raise InputRefused(wanted, "no such instrument in the pack", f"there are: {', '.join(sorted(named))}")
    touched = sorted({each.instrument for each in ours if live(each) and each.instrument in named})
    if wanted is None and not touched:
        raise InputRefused(
            incident.id, "no clause of any instrument may be breached on what is told", "name the instrument meant: --instrument"
        )

    def weight(slug: str) -> tuple[int, int, str]:
        own = [each for each in ours if each.instrument == slug and live(each)]
        return -sum(each.verdict is Verdict.APPARENT_BREACH and each.checked for each in own), -len(own), slug

    return named[wanted] if wanted is not None else named[min(touched, key=weight)]


def ends(kind: NoteKind, incident: Incident, ours: Sequence[Finding], book: Rulebook, names: Mapping[str, str], about: str | None) -> Ends:
    """Who writes to whom: the command that answers for the other side to the one that answers for who acted; a finder to both.

    Raises InputRefused where several parties' conduct may be meant and none is named, or one that did not act.
    """
    charged = sorted({each.side for each in ours if each.instrument == book.instrument.slug and live(each)} - {UNKNOWN_PARTY})
    actors, targets = _parties(incident, "actor"), _parties(incident, "target")
    parties = tuple(dict.fromkeys((*charged, *actors, *targets)))
    if about is not None and about not in parties:
        raise InputRefused(about, "is no party of this incident", f"its parties: {', '.join(parties) or 'none is told'}")
    if kind is NoteKind.FINDING:
        return Ends(sender=_finder(book, incident), addressee=_commands(book, names), about=about, parties=parties)
    acting = [each for each in charged if each in actors] or charged
    if about is None and len(acting) > 1:
        raise InputRefused(incident.id, f"it tells of conduct of {', '.join(acting)}", f"say whose is meant: --about {acting[0]}")
    meant = about or (acting[0] if acting else None)
    others = [each for each in (*targets, *actors) if each != meant and _across(book, each, meant)]
    return Ends(
        sender=_command(book, others[0], names) if others else blank("sender"), about=meant, parties=parties,
        addressee=_command(book, meant, names) if meant else blank("addressee"),
    )  # fmt: skip


def _across(book: Rulebook, party: str, meant: str | None) -> bool:
    """Whether a bound party stands on another side than the one whose conduct is meant."""
    instrument = book.instrument
    if instrument.bound(party) is None or meant is None:
        return False
    return instrument.each_party_a_side or instrument.side_of(party) is not instrument.side_of(meant)


def _command(book: Rulebook, party: str, names: Mapping[str, str]) -> str:
    """The command that answers for a party, with its name where one is known."""
    bound = book.instrument.bound(party)
    if bound is None:
        return names.get(party, party)
    through = bound.through
    name = names.get(f"{party}:{through}") or names.get(through)
    return f"{name} ({through})" if name else through


def _commands(book: Rulebook, names: Mapping[str, str]) -> str:
    first = {side.id: side.bound[0].party for side in book.instrument.sides if side.bound}
    return "; ".join(dict.fromkeys(_command(book, each, names) for each in first.values())) or blank("addressees")


def _finder(book: Rulebook, incident: Incident) -> str:
    """The one body that finds under the instrument on that day; a blank where there is none or more than one."""
    found = days(incident.first("date") or "")
    bodies = [
        each for each in book.instrument.bodies if Task.FINDS in each.tasks and each.sits_on(found[0] if found else None) is not False
    ]
    if len(bodies) != 1:
        return blank("finder")
    side = next((each.name for each in book.instrument.sides if each.id == bodies[0].of_side), None)
    return bodies[0].name + (f" (a body of the {side})" if side else "")


def _parties(incident: Incident, field: str) -> tuple[str, ...]:
    codes = [str(code) for each in incident.variants.get(field, ()) for code in _listed(decoded(each.value))]
    return tuple(dict.fromkeys(party for code in codes if (party := party_of(code)) != UNKNOWN_PARTY))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
