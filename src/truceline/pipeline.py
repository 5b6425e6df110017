"""The main road, from captures to findings: read this first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

import msgspec

from truceline import __version__
from truceline.derivation.current import TRIES, By, look
from truceline.derivation.look import Whole, summed, whole
from truceline.derivation.workbench import Rules
from truceline.engines.base import Engine
from truceline.errors import LedgerError
from truceline.findings.assess import assess
from truceline.incidents.attached import attached
from truceline.incidents.decisions import decide
from truceline.incidents.ghosts import ghosts
from truceline.incidents.merge import merge
from truceline.incidents.weights import built_in
from truceline.ledger.base import Contents, Entry, Ledger, RulebookVersion, Run
from truceline.ledger.codec import reread, written
from truceline.ledger.digest import digest_of, with_attached
from truceline.ledger.share import Shared, known_on, share
from truceline.model.document import Capture, Document, Refusal
from truceline.model.handling import Handling
from truceline.model.ids import DocumentId, fingerprint, incident_id
from truceline.model.incident import Judgement
from truceline.model.instrument import Rulebook
from truceline.model.ledger_view import LedgerView
from truceline.model.report import Extraction
from truceline.model.summary import Summary
from truceline.packs.pack import Pack
from truceline.study import Came, read_all, study_all

READING = ("model", "packs", "readers", "language", "reports", "study.py")
DERIVING = ("model", "packs", "incidents", "findings", "ledger", "derivation", "pipeline.py")
"""The rooms whose code decides what is read from a document, and what is derived from all."""


def update_ledger(captures: Iterable[Capture | Refusal], *, pack: Pack, ledger: Ledger, engine: Engine, exercise: bool = False) -> Summary:
    """Bring the ledger up to date with what was captured.

    1 read      captures become documents
    2 annotate  documents become readings
    3 extract   readings become reports, each with its evidence
    4 merge     reports become judgements, judgements become incidents
    5 assess    incidents meet the rulebooks and become findings
    6 sum up    counts, refusals, and what was left unknown

    Each document is recorded as soon as it is read, in one transaction: a run that was cut short is taken up by
    running again. What this version has read before is not read again; what an older one read is.
    A ledger holds either what happened or, with ``exercise``, what was only played: the other is refused.
    Raises LedgerError where it holds the other kind already.
    """
    version = read_by(pack)
    _keep_apart(ledger.a_document(), exercise)
    ledger.log(Run(state="begun", read_by=version))
    ledger.apply(applied(pack))
    older: Iterator[Came] = ((None, document) for document in ledger.unread(version))
    tally: Counter[str] = Counter()
    fitting = (_unless_other(each, exercise) for each in chain(older, read_all(captures, pack=pack, engine=engine)))
    came = _unless_held(fitting, ledger, version, tally)
    refusals: list[Refusal] = []
    for capture, document, found in study_all(came, pack=pack, engine=engine):
        if isinstance(document, Refusal):
            ledger.refuse(document)
            refusals.append(document)
        else:
            entry = Entry(document=document, capture=capture, extraction=found, read_by=version)
            tally["new" if ledger.record(entry) else "known"] += 1
    known = look(ledger, derived_by(pack), lambda kept, evidence: None if evidence.has_files() else summed(kept)) or sum_up(
        derive(ledger, pack, handling=Handling.RED)
    )
    summary = replace(known, n_new=tally["new"], n_known=tally["known"], refusals=tuple(refusals))
    ledger.log(Run(state="ended", read_by=version, numbers=summary.numbers()))
    return summary


def derive(
    ledger: Ledger, pack: Pack, as_of: date | None = None, known_at: datetime | None = None, *,
    afresh: bool = False, handling: Handling = Handling.CLEAR, now: datetime | None = None,
) -> LedgerView:  # fmt: skip
    """Incidents and findings (steps 4 and 5) from what the ledger holds; the same evidence gives the same view.

    With ``as_of`` only documents published by that day count; undated ones by the day they were first captured. With
    ``known_at`` only what this ledger held at that moment: documents, decisions, and the rulebooks it had applied by then.
    A ledger that can keeps what is derived of all its documents, and derives what came since; ``afresh`` leaves that aside, and what was
    put by. Documents marked above ``handling`` are left out with all that derives from them, observed tracks until their moment has come
    by ``now``; with the highest mark everything is in.
    """
    for _ in range(TRIES if as_of is None and known_at is None and not afresh else 0):
        found = look(ledger, derived_by(pack), lambda kept, evidence: (evidence.newest(), whole(kept, built_in())))
        held = ledger.contents(read_by(pack))
        if found and found[0] == held.seen:
            shared = share(held, handling, now)
            return _view(ledger, pack, shared, handling, found=None if shared.contents is not held else found[1])
    return _view(ledger, pack, share(ledger.contents(read_by(pack), known_at), handling, now), handling, as_of, known_at, afresh=afresh)


def _view(
    ledger: Ledger, pack: Pack, shared: Shared, handling: Handling, as_of: date | None = None, known_at: datetime | None = None, *,
    afresh: bool = False, found: Whole | None = None,
) -> LedgerView:  # fmt: skip
    """The view of these contents, with what was ``found`` derived of them or else derived now."""
    held = shared.contents
    documents = {each.id: each for each in held.documents if as_of is None or known_on(each, held.fetches) <= as_of}
    read = [each for each in held.extractions if each.document_id in documents]
    decided = decide(read, documents, held.reviews, held.judgements, held.former)
    extractions = decided.extractions
    claims = {each.id: each for extraction in extractions for each in extraction.count_claims}
    rulebooks = _then(held.rulebooks) if known_at else rulebooks_of(pack)
    key = fingerprint(held.state, sorted(documents), sorted(shared.hidden), _code(*DERIVING), pack.version, __version__)
    found = found or (None if afresh else _put_by(ledger, key)) or _derive(extractions, documents, pack, decided.judgements, rulebooks)
    checks = {each.claim_id: each for each in found.checks}
    view = LedgerView(
        documents=documents, reports={each.id: each for extraction in extractions for each in extraction.reports},
        count_claims=claims, law_quotes=tuple(each for extraction in extractions for each in extraction.law_quotes),
        incidents={each.id: each for each in found.incidents}, findings=found.findings,
        checks={each: checks[each] for each in claims if each in checks},
        judgements=(*decided.judgements, *found.judgements), fetches={each: held.fetches.get(each, ()) for each in documents},
        refusals=held.refusals, rulebooks=tuple(f"{each.instrument.slug} {each.version}" for each in rulebooks),
        pack_version=pack.version, as_of=as_of, known_at=known_at, reviews=shared.masked(decided.reviews),
        rejected=shared.masked_by(decided.rejected),
        handling=handling, left_out=shared.left_out, held_back=shared.held_back, files_left_out=shared.files_left_out,
        media={each.id: each for each in held.media}, attachments=attached(held.custody, held.media, decided.now, as_of),
        moved={incident_id(old): incident_id(new) for old, new in decided.now.items()},
    )  # fmt: skip
    view = replace(view, ghosts=ghosts(view.checks, view.count_claims, view.reports, documents))
    view = replace(view, digest=found.digest or digest_of(view))
    if not found.digest:
        ledger.put(key, written(replace(found, digest=view.digest)).encode())
    return replace(view, digest=with_attached(view.digest, view.attachments))


def recorded_captures(ledger: Ledger, held: Contents) -> Iterator[Capture]:
    """Every capture that a ledger holds, as it came in, but for those that were redacted. Raises LedgerError where one has changed."""
    gone = {each.key for each in held.redactions if each.table == "captures"}
    fetches = {each for some in held.fetches.values() for each in some if each.capture_id not in gone}
    for each in sorted(fetches, key=lambda one: (one.capture_id, one.address, one.part, str(one.captured_at))):
        yield Capture(
            id=each.capture_id, address=each.address, media_type=each.media_type, content=ledger.captured(each.capture_id),
            captured_at=each.captured_at, part=each.part,
        )  # fmt: skip


def read_by(pack: Pack) -> str:
    """The version that a reading depends on: this program, the code that reads, its words and its names."""
    return f"truceline {__version__} code {_code(*READING)} pack {pack.version}"


def derived_by(pack: Pack) -> By:
    """By what incidents and findings are derived today: what is kept by anything else is derived again."""
    version = fingerprint(read_by(pack), _code(*DERIVING), pack.version, __version__)
    return By(read_by=read_by(pack), version=version, rules=Rules(scale=built_in(), ontology=pack.ontology, rulebooks=rulebooks_of(pack)))


def rulebooks_of(pack: Pack) -> tuple[Rulebook, ...]:
    """The pack's instruments with their clauses and tests; read once a process. Raises PackError."""
    return pack.rulebooks


def applied(pack: Pack) -> tuple[RulebookVersion, ...]:
    """The pack's rulebooks as the ledger keeps them."""
    return tuple(RulebookVersion(instrument=each.instrument.slug, version=each.version, body=written(each)) for each in rulebooks_of(pack))


def sum_up(view: LedgerView) -> Summary:
    """Step 6: what the ledger holds after a run."""
    counted = {each.id: each for each in view.incidents.values() if not each.unsure}
    findings = Counter(each.verdict.value for key in counted for each in view.findings.get(key, ()))
    checks = Counter(each.verdict.value for each in view.checks.values())
    return Summary(
        n_documents=len(view.documents), n_reports=len(view.reports),
        n_count_claims=len(view.count_claims), n_incidents=len(counted),
        n_undated=sum(each.first("date") is None for each in counted.values()), n_review=len(view.incidents) - len(counted),
        findings=dict(sorted(findings.items())), checks=dict(sorted(checks.items())), digest=view.digest,
    )  # fmt: skip


def _keep_apart(held: Document | None, exercise: bool) -> None:
    if held is not None and held.is_exercise != exercise:
        what, other = ("an exercise", "what happened") if held.is_exercise else ("what happened", "an exercise")
        raise LedgerError(f"this ledger holds {what}, and nothing of {other} goes into it (name another ledger)")


def _unless_other(came: Came, exercise: bool) -> Came:
    """A document of an exercise for a ledger of what happened, or the other way round, becomes a refusal."""
    capture, document = came
    if isinstance(document, Refusal) or document.is_exercise == exercise:
        return came
    why = "is no exercise, and this ledger is one" if exercise else "is marked as an exercise, and this ledger is of what happened"
    return capture, Refusal(where=document.name, why=why, cure="an exercise has a ledger of its own: ingest --exercise")


def _unless_held(came: Iterable[Came], ledger: Ledger, version: str, tally: Counter[str]) -> Iterator[Came]:
    """What must still be read. A document that came in once more is recorded here and goes no further."""
    for capture, document in came:
        if isinstance(document, Refusal) or not ledger.holds(document, version):
            yield capture, document
        else:
            ledger.record(Entry(document=document, capture=capture))
            tally["known"] += 1


def _derive(
    extractions: Sequence[Extraction],
    documents: Mapping[DocumentId, Document],
    pack: Pack,
    decided: Sequence[Judgement],
    rulebooks: Sequence[Rulebook],
) -> Whole:
    """4 merge, 5 assess."""
    merged = merge(extractions, documents, pack.ontology, decided)
    reports = {each.id: each for extraction in extractions for each in extraction.reports}
    quotes = [each for extraction in extractions for each in extraction.law_quotes]
    incidents = tuple(sorted(merged.incidents, key=lambda each: (each.first("date") or "9999", each.id)))
    findings = {
        each.id: assess(each, reports, rulebooks, [one for one in quotes if one.document_id in each.documents], documents)
        for each in incidents
    }
    return Whole(incidents=incidents, judgements=merged.judgements, checks=merged.checks, findings=findings)


def _then(versions: Iterable[RulebookVersion]) -> tuple[Rulebook, ...]:
    """Rulebooks as the ledger kept them. Raises LedgerError where one cannot be read."""
    try:
        return tuple(reread(each.body, Rulebook) for each in versions)
    except msgspec.MsgspecError as error:
        raise LedgerError(f"a rulebook that was applied then cannot be read by this version: {error} (leave out --known-at)") from error


def _put_by(ledger: Ledger, key: str) -> Whole | None:
    """What was derived before from the same evidence by the same code; a row that does not hold it counts as none."""
    body = ledger.put_by(key)
    try:
        return None if body is None else reread(body, Whole)
    except msgspec.MsgspecError:
        return None


@cache
def _code(*rooms: str) -> str:
    """Fingerprint of the code in these rooms: what other code read or derived is not taken for ours."""
    house = Path(__file__).parent
    files = sorted(file for room in rooms for file in ([house / room] if room.endswith(".py") else (house / room).rglob("*.py")))
    total = sha256()
    for file in files:
        total.update(file.relative_to(house).as_posix().encode() + b"\0" + sha256(file.read_bytes()).digest())
    return total.hexdigest()[:12]
