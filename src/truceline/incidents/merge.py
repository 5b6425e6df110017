"""The road from reports to incidents: profile, block, compare, score, cluster, assemble, audit.

The same reports give the same incidents, with the same ids, in whatever order or batches they come.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from truceline.incidents.assemble import assemble
from truceline.incidents.audit import audit
from truceline.incidents.cluster import Pair, Score, cluster, latest, ordered, torn
from truceline.incidents.compare import days_apart
from truceline.incidents.keys import pairs
from truceline.incidents.origins import near_copies
from truceline.incidents.profile import Profile, profile, proper_names
from truceline.incidents.score import BY, judge, score_of
from truceline.incidents.weights import Scale, built_in
from truceline.model.document import Document
from truceline.model.ids import ClaimId, DocumentId, ReportId
from truceline.model.incident import CountCheck, Incident, Judgement, Same
from truceline.model.report import CountClaim, Extraction, Report
from truceline.packs.ontology import Ontology


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """All incidents, the judgements that made them, and the count claims checked against them; each sorted by id.

    ``judgements`` holds our own on every pair that came to be one incident or came near it; people's stay theirs.
    """

    incidents: tuple[Incident, ...]
    judgements: tuple[Judgement, ...]
    checks: tuple[CountCheck, ...]


def merge(
    extractions: Sequence[Extraction],
    documents: Mapping[DocumentId, Document],
    ontology: Ontology,
    decided: Sequence[Judgement] = (),
    *,
    scale: Scale | None = None,
) -> Merged:
    """Brings all reports together into incidents.

    1 profile    what merging needs of each report
    2 block      pairs worth comparing
    3 score      each pair's terms; conflicts forbid
    4 cluster    people's judgements first, then best score first
    5 assemble   one incident a group, all variants kept
    6 audit      count claims against the incidents

    ``decided`` are people's judgements: they win. Documents that were not given leave their reports undated.
    """
    scale = scale or built_in()
    reports = {report.id: report for extraction in extractions for report in extraction.reports}
    copies = near_copies(documents)
    names = {key: proper_names(documents[key]) for key in {report.document_id for report in reports.values()} if key in documents}
    profiles = {
        key: profile(report, documents, scale, origin=copies.get(report.document_id, ""), names=names.get(report.document_id))
        for key, report in sorted(reports.items())
    }
    scored = _score_all(profiles, scale)
    settled = settle(profiles, scored, latest(each for each in decided if each.by != BY), scale)
    groups = settled.groups
    assembled = (assemble([reports[each] for each in group], documents, copies) for group in groups)
    incidents = tuple(sorted(assembled, key=lambda each: each.id))
    claims = {claim.id: claim for extraction in extractions for claim in extraction.count_claims}
    return Merged(
        incidents=incidents,
        judgements=_judgements(scored, settled, profiles, scale),
        checks=_checks(claims, incidents, reports, documents, ontology),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Which reports came to be one incident, each group sorted; ``doubtful`` pairs were left apart, unsure."""

    groups: list[tuple[ReportId, ...]]
    doubtful: frozenset[Pair]

    def neighbours(self) -> set[Pair]:
        """Each two that follow one another in a group."""
        return {ordered(one, two) for group in self.groups for one, two in pairwise(group)}

    def said(self) -> Callable[[Pair], Same]:
        """What it came to, for any pair."""
        group_of = {report: number for number, group in enumerate(self.groups) for report in group}

        def same(pair: Pair) -> Same:
            if pair[0] in group_of and group_of[pair[0]] == group_of.get(pair[1]):
                return Same.YES
            return Same.UNSURE if pair in self.doubtful else Same.NO

        return same


def settle(profiles: Mapping[ReportId, Profile], scored: Mapping[Pair, float], decided: Mapping[Pair, Same], scale: Scale) -> Settled:
    """Groups of these reports. ``scored`` are the pairs that met and no conflict forbids, ``decided`` what people's last word is.

    Reports that no score from ``scale.join`` up and no "yes" of a person ties together, however indirectly, do not touch each
    other's groups: so it may be asked for a part of a ledger, if that part is whole in this sense.
    """
    doubtful = torn(scored, join=scale.join, apart=lambda one, two: days_apart(profiles[one], profiles[two], scale))
    groups = cluster(
        tuple(profiles), scored, _scorer(profiles, scale), join=scale.join, support=scale.support, decided=decided, doubtful=doubtful
    )
    return Settled(groups=groups, doubtful=doubtful)


def compare_reports(
    left: Report,
    right: Report,
    documents: Mapping[DocumentId, Document],
    *,
    scale: Scale | None = None,
) -> Judgement:
    """The judgement on any two reports taken alone, whether or not blocking brings them together."""
    scale = scale or built_in()
    copies = near_copies({key: documents[key] for key in {left.document_id, right.document_id} if key in documents})
    one, two = (profile(each, documents, scale, origin=copies.get(each.document_id, "")) for each in (left, right))
    return judge(one, two, scale)


def _score_all(profiles: Mapping[ReportId, Profile], scale: Scale) -> dict[Pair, float]:
    """Scores of the pairs that blocking brings together and no conflict forbids."""
    scored = ((left.id, right.id, score_of(left, right, scale)) for left, right in pairs(profiles.values(), scale))
    return {(left, right): score for left, right, score in scored if score is not None}


def _scorer(profiles: Mapping[ReportId, Profile], scale: Scale) -> Score:
    """The score of any pair, remembered; None where forbidden."""

    @cache
    def score(one: ReportId, two: ReportId) -> float | None:
        return score_of(profiles[one], profiles[two], scale)

    return score


def _judgements(
    scored: Mapping[Pair, float], settled: Settled, profiles: Mapping[ReportId, Profile], scale: Scale
) -> tuple[Judgement, ...]:
    """Our judgement on each pair that came near, and on each neighbour in a group that no score brought in."""
    wanted = {pair for pair, score in scored.items() if score >= scale.near} | settled.neighbours()
    said = settled.said()
    return tuple(judge(profiles[pair[0]], profiles[pair[1]], scale, same=said(pair)) for pair in sorted(wanted))


def _checks(
    claims: Mapping[ClaimId, CountClaim],
    incidents: Sequence[Incident],
    reports: Mapping[ReportId, Report],
    documents: Mapping[DocumentId, Document],
    ontology: Ontology,
) -> tuple[CountCheck, ...]:
    """Every claim checked, by its id."""
    return tuple(audit(claims[key], incidents, reports, documents, ontology) for key in sorted(claims))
