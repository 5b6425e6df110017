"""Reading to Reports: every act of every sentence with its slots, then one report an event.

1 find acts    patterns over the grammar of each parsed sentence
2 let go       what is denied, forbidden, planned, trained or asked is no act
3 fill slots   who, whom, when, where, how many, answered how, said by whom
4 join         retellings inside the document become one report
5 hand out     who accused, denied, condemned, found: to the acts concerned
6 judge        how sure each proposal is; what is not likely is let go
"""

from truceline.model.reading import Reading
from truceline.model.report import Extraction
from truceline.packs.pack import Pack
from truceline.reports.anchors import answered, carry, unsaid
from truceline.reports.apart import at_each_place
from truceline.reports.apart_days import at_each_day
from truceline.reports.below_heads import below_heads
from truceline.reports.come_for_good import come_for_good
from truceline.reports.complete import complete
from truceline.reports.counts_claimed import count_claims
from truceline.reports.days_looked_into import looked_into_days
from truceline.reports.days_with_places import at_each_listed
from truceline.reports.draft import LINED, drafts
from truceline.reports.drafted import Draft
from truceline.reports.durations import lasted
from truceline.reports.fates_told import with_fates
from truceline.reports.finish import finish
from truceline.reports.fire_back import without_answers
from truceline.reports.follow_up import hand_out
from truceline.reports.footing import find_footings
from truceline.reports.gapped import at_each_gap
from truceline.reports.grammar import forget_graphs
from truceline.reports.happened import happened
from truceline.reports.headed_days import under_headings
from truceline.reports.implied import with_implied
from truceline.reports.join import join, joined_again
from truceline.reports.journal import Journal
from truceline.reports.judge import likely_ones, tells_an_act
from truceline.reports.law_quoted import law_quotes
from truceline.reports.left_over import hand_over
from truceline.reports.lines import settle_lines
from truceline.reports.of_their_day import of_their_day
from truceline.reports.persons import persons_named, unnamed
from truceline.reports.prominence import prominence
from truceline.reports.since_claimed import since_claims
from truceline.reports.slots import settle_clock
from truceline.reports.stances import take_stands
from truceline.reports.stretches import stretches
from truceline.reports.where import settle

EXTRACTOR = "truceline.reports 1"


def extract(reading: Reading, pack: Pack, journal: Journal | None = None) -> Extraction:
    """All reports, count claims and quotes of law of one document; a journal, if given, is told what was let go and why."""
    read = [(stretch, propose(stretch, pack, journal)) for stretch in stretches(reading)]
    likely = [likely_ones(proposals, stretch, pack.lexicon) for stretch, proposals in read]
    tells = tells_an_act([draft.confidence for kept in likely for draft in kept])
    found = [
        _extract(stretch, proposals, kept if tells else [], pack, journal) for (stretch, proposals), kept in zip(read, likely, strict=True)
    ]
    forget_graphs()
    return Extraction(
        document_id=reading.document_id,
        reports=tuple(report for each in found for report in each.reports),
        count_claims=tuple(claim for each in found for claim in each.count_claims),
        law_quotes=tuple(quote for each in found for quote in each.law_quotes),
    )


def _extract(reading: Reading, proposals: list[Draft], likely: list[Draft], pack: Pack, journal: Journal | None) -> Extraction:
    """What one stretch of a document tells, of its proposals those that are likely; nearly every document is one stretch."""
    kept = hand_over(likely, proposals, reading)
    if journal is not None:
        journal.proposals += proposals
        journal.kept += kept
    find_footings(kept, reading, pack.lexicon)
    for draft in kept:
        draft.prominence = prominence(draft, kept, reading, pack.lexicon)
    reports = with_fates(tuple(finish(draft, reading, pack, EXTRACTOR) for draft in kept), reading, pack)
    return Extraction(
        document_id=reading.document_id,
        reports=reports,
        count_claims=tuple(since_claims(reading, pack, reports, tuple(count_claims(reading, pack, reports)))),
        law_quotes=tuple(law_quotes(reading, pack)),
    )


def propose(reading: Reading, pack: Pack, journal: Journal | None = None) -> list[Draft]:
    """What the grammar proposes, before the judge."""
    drafted, told = drafts(reading, pack, journal)
    found = complete(join(drafted, reading, pack.lexicon, journal), reading, pack, joined=True)
    happened(found, reading, pack.lexicon)
    looked_into_days(found, reading, pack.lexicon)
    under_headings(found, reading, pack.lexicon)
    carry(found, reading, pack.lexicon)
    below_heads(found, reading, pack.lexicon)
    lasted(found, reading, pack.lexicon)
    found = joined_again(found, reading, pack.lexicon, journal)
    found = come_for_good(found, reading, pack.lexicon, journal)
    answered(found, pack.lexicon)
    found = without_answers(found, pack.lexicon, journal)
    unsaid(found, reading, pack.lexicon)
    settle_lines(found, reading, pack, LINED)
    settle(found, reading, pack.lexicon)
    found = at_each_gap(at_each_place(found, reading, pack.lexicon), reading, pack.lexicon)
    found = at_each_listed(found, reading, pack.lexicon)
    found = at_each_day(found, reading, pack.lexicon)
    found = with_implied(found, reading, pack)
    settle_clock(found, reading, pack.lexicon)
    unnamed(found, persons_named(reading, pack.lexicon))
    return take_stands(hand_out(of_their_day(found, reading, pack), told, reading, pack), reading, pack)
