"""What people decided on an incident, and whether they have looked at all of it (responsible use R4: machine or person)."""

from dataclasses import dataclass

from truceline.model.incident import Incident, Judgement
from truceline.model.ledger_view import LedgerView
from truceline.model.review import Review, Verb
from truceline.views.narrow import Narrow

UNREVIEWED, PARTLY, REVIEWED, TO_REVIEW = "unreviewed", "reviewed in part", "reviewed", "to be reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """How far people have looked at one incident. ``state`` is "reviewed" only where each of its reports was accepted, and
    "to be reviewed" where none was and all were read too unsurely to be counted.

    ``reviews`` and ``judgements`` are those that stand, oldest first; ``assigned`` is to whom it was given last.
    """

    state: str
    n_accepted: int
    n_reports: int
    reviews: tuple[Review, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    assigned: str | None = None

    @property
    def words(self) -> str:
        """The state as people read it: a report that came after a review shows."""
        return f"{self.state} ({self.n_accepted} of {self.n_reports} reports)" if self.state == PARTLY else self.state


def reviewed(view: LedgerView, incident: Incident) -> Reviewed:
    """What people decided on the reports of an incident."""
    members = frozenset(incident.reports)
    standing = sorted(view.reviews, key=lambda each: (each.at, each.id))
    reviews = tuple(each for each in standing if members.intersection(each.reports))
    accepted = members.intersection(one for each in reviews if each.verb is Verb.ACCEPT for one in each.reports)
    state = REVIEWED if accepted == members else PARTLY if accepted else TO_REVIEW if incident.unsure else UNREVIEWED
    given = [each.value for each in reviews if each.verb is Verb.ASSIGN]
    people = [each for each in view.judgements if each.at and (each.left in members or each.right in members)]
    return Reviewed(
        state=state, n_accepted=len(accepted), n_reports=len(members), reviews=reviews, assigned=given[-1] if given else None,
        judgements=tuple(sorted(people, key=lambda each: (str(each.at), each.id))),
    )  # fmt: skip


def decision_rows(found: Reviewed) -> list[dict[str, object]]:
    """The decisions for JSON; of a correction both values, the one read and the one given."""
    told: list[dict[str, object]] = [
        {
            "decision": each.id, "verb": each.verb.value, "by": each.by, "at": each.at.isoformat(), "reason": each.reason,
            "reports": list(each.reports),
            **({"field": each.field, "extracted": each.extracted, "value": each.value} if each.field else {}),
            **({"to": each.value} if each.verb is Verb.ASSIGN else {}),
        }
        for each in found.reviews if each.verb is not Verb.STEP  # steps stand in the case
    ]  # fmt: skip
    told += [
        {
            "decision": each.id, "verb": "judge", "same": each.same.value, "by": each.by, "reason": each.reason,
            "at": each.at.isoformat() if each.at else None, "reports": [each.left, each.right],
        }
        for each in found.judgements
    ]  # fmt: skip
    return told


def share(view: LedgerView) -> tuple[int, int]:
    """How many incidents people have looked at whole, of how many."""
    narrow = Narrow(view)
    states = [reviewed(narrow(each), each).state for each in view.incidents.values()]
    return states.count(REVIEWED), len(states)
