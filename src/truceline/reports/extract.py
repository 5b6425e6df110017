"""Reading to Reports: every act of every sentence with its slots, then one report an event.

1 find acts    patterns over the grammar of each parsed sentence
2 let go       what is denied, forbidden, planned, trained or asked is no act
3 fill slots   who, whom, when, where, how many, answered how, said by whom
4 join         retellings inside the document become one report
"""

from truceline.model.reading import Reading
from truceline.model.report import Extraction
from truceline.packs.pack import Pack
from truceline.reports.anchors import carry
from truceline.reports.complete import complete
from truceline.reports.counts_claimed import count_claims
from truceline.reports.draft import LINED, drafts
from truceline.reports.drafted import Draft
from truceline.reports.finish import finish
from truceline.reports.join import join
from truceline.reports.law_quoted import law_quotes
from truceline.reports.lines import settle_lines
from truceline.reports.where import settle

EXTRACTOR = "truceline.reports 1"


def extract(reading: Reading, pack: Pack) -> Extraction:
    """All reports, count claims and quotes of law of one document."""
    found: list[Draft] = drafts(reading, pack)
    joined = complete(join(found, reading), reading, pack)
    carry(joined, reading)
    settle_lines(joined, reading, pack, LINED)
    settle(joined, reading, pack.lexicon)
    reports = tuple(finish(draft, reading, pack, EXTRACTOR) for draft in joined)
    return Extraction(
        document_id=reading.document_id,
        reports=reports,
        count_claims=tuple(count_claims(reading, pack, reports)),
        law_quotes=tuple(law_quotes(reading, pack)),
    )
