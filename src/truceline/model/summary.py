"""What one run of the main road did: how much came in, what was refused, what is left unknown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from truceline.model.document import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Numbers of one run, and of the ledger after it.

    ``n_new`` documents were read in this run, ``n_known`` had been read before; the other numbers are of the whole
    ledger. ``n_incidents``, ``n_undated`` (whose day no report tells) and ``findings`` (by verdict) leave out the ``n_review``
    incidents that are to be reviewed; ``checks`` count by verdict.
    """

    n_new: int = 0
    n_known: int = 0
    n_documents: int = 0
    n_reports: int = 0
    n_count_claims: int = 0
    n_incidents: int = 0
    n_undated: int = 0
    n_review: int = 0
    findings: Mapping[str, int] = field(default_factory=dict)
    checks: Mapping[str, int] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    digest: str = ""

    def numbers(self) -> dict[str, int]:
        """The plain counts, as a run is logged with them."""
        return {
            "new": self.n_new, "known": self.n_known, "refused": len(self.refusals), "documents": self.n_documents,
            "reports": self.n_reports, "count_claims": self.n_count_claims, "incidents": self.n_incidents, "undated": self.n_undated,
            "to_review": self.n_review,
        }  # fmt: skip
