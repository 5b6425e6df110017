"""Reading to Reports: every act of every sentence with its slots, then one report an event.

1 find acts    patterns over the grammar of each parsed sentence
2 let go       what is denied, forbidden, planned, trained or asked is no act
3 fill slots   who, whom, when, where, how many, answered how, said by whom
4 join         retellings inside the document become one report
5 hand out     who accused, denied, condemned, found: to the acts concerned
"""

from truceline.model.reading import Reading
from truceline.model.report import Extraction
from truceline.packs.pack import Pack
from truceline.reports.complete import complete
from truceline.reports.counts_claimed import count_claims
from truceline.reports.draft import drafts
from truceline.reports.drafted import Draft
from truceline.reports.finish import finish
from truceline.reports.follow_up import hand_out
from truceline.reports.join import join
from truceline.reports.law_quoted import law_quotes

EXTRACTOR = "truceline.reports 1"


def extract(reading: Reading, pack: Pack) -> Extraction:
    """All reports, count claims and quotes of law of one document."""
    found: list[Draft] = drafts(reading, pack)
    joined = hand_out(complete(join(found, reading), reading, pack), reading, pack)
    reports = tuple(finish(draft, reading, pack, EXTRACTOR) for draft in joined)
    return Extraction(
        document_id=reading.document_id,
        reports=reports,
        count_claims=tuple(count_claims(reading, pack, reports)),
        law_quotes=tuple(law_quotes(reading, pack)),
    )
