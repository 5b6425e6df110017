"""Comparisons of two reports: one feature a function, each giving a term with both values, or None where nothing was said."""

from collections.abc import Callable

from truceline.incidents.lasting import level_of
from truceline.incidents.levels import FIGURES, interval, of_dated_and_undated, of_dates, of_figures, of_places, of_publications
from truceline.incidents.profile import Profile
from truceline.incidents.weights import Scale
from truceline.model.incident import Term

Comparison = Callable[[Profile, Profile, Scale], Term | None]
MINUTES_SAME = 30
MINUTES_NEAR = 180
NAMES_SHARED = 0.12  # Jaccard; on the training documents texts of one week share more, texts of one war less


def document(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """Two reports of one document are two acts: extraction has already joined what one text says of one."""
    same = left.document_id == right.document_id
    return scale.term("document", "same", left.document_id, right.document_id) if same else None


def kind(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """One act, one type (codebook 3): different kinds are different incidents."""
    return scale.term("kind", "different", left.kind, right.kind) if left.kind != right.kind else None


def plan(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """An act announced is not yet the act done."""
    if left.planned == right.planned:
        return None
    return scale.term("plan", "one_planned", _plan_word(left), _plan_word(right))


def actor(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """Who acted. Sides of a clash have no order; each side blaming the other for one fight is ``mirrored``."""
    if left.kind == "clash":
        ours, theirs = left.actors | left.targets, right.actors | right.targets
    else:
        ours, theirs = left.actors, right.actors
    level = _overlap(ours, theirs, scale) if left.sides and right.sides else "nobody"
    if level in ("different", "related") and _swapped(left, right):
        level = "mirrored" if _mirrored(left, right) else "swapped"
    return scale.term("actor", level, _listed(ours), _listed(theirs))


def target(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """Whom it was done to; not asked of a clash, nor where sides are swapped or not named (the actor says that already)."""
    if left.kind == "clash" or _swapped(left, right) or not (left.sides and right.sides):
        return None
    return scale.term("target", _overlap(left.targets, right.targets, scale), _listed(left.targets), _listed(right.targets))


def line(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """Which line."""
    if left.line is None and right.line is None:
        return None
    level = "one_unknown" if left.line is None or right.line is None else "same" if left.line == right.line else "different"
    return scale.term("line", level, left.line or "", right.line or "")


def sector(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """Two crossings on one day in two sectors are two."""
    if left.sector is None or right.sector is None:
        return None
    return scale.term("sector", "same" if left.sector == right.sector else "different", left.sector, right.sector)


def when(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """The days on which it can have happened, or, where a text has no date word, the days of publication."""
    one, two = left.when, right.when
    if one is not None and two is not None:
        level = of_dates(one, two)
    elif one is not None or two is not None:
        dated, undated = (left, right) if one is not None else (right, left)
        level = of_dated_and_undated(dated, undated, scale)
    else:
        level = of_publications(left, right)
    return scale.term("date", level_of(left, right, level, scale), left.date_code, right.date_code)


def names(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """Where a text fixes no day or names no side: whether both name the same people and places, as texts of one week do."""
    if all(each.sides and (each.when is not None or each.published is not None) for each in (left, right)):
        return None
    shared, either = len(left.names & right.names), len(left.names | right.names)
    level = "shared" if either and shared / either >= NAMES_SHARED else "few"
    return scale.term("names", level, f"{shared} of {len(left.names)} names", f"{shared} of {len(right.names)} names")


def days_apart(left: Profile, right: Profile, scale: Scale) -> bool:
    """Whether both are dated, on days that cannot be the same, and tell of nothing that goes on between them."""
    if left.when is None or right.when is None:
        return False
    return level_of(left, right, of_dates(left.when, right.when), scale) == "apart"


def time(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """The hour, where both give one: accounts of one act differ by minutes, clocks of two acts by hours, sensors' by less."""
    if left.minute is None or right.minute is None:
        return None
    apart = abs(left.minute - right.minute)
    level = "same" if apart <= MINUTES_SAME else "near" if apart <= MINUTES_NEAR else "different"
    if left.clocked and right.clocked and level != "same":
        level = "clocked_apart"
    return scale.term("time", level, left.clock, right.clock)


def place(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """Where: by points where both are known, else by the telling words of the names."""
    if not left.place_name or not right.place_name:
        return None
    return scale.term("place", of_places(left, right), left.place_name, right.place_name)


def counts(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """How many: the best agreement of any figure both give, or a difference where none agrees."""
    best: tuple[int, str, str] | None = None
    alike = 0
    for what, low, high in left.counts:
        for other, low2, high2 in right.counts:
            if what == other:
                rank = of_figures(low, high, low2, high2)
                found = (rank, f"{what} {interval(low, high)}", f"{what} {interval(low2, high2)}")
                best = found if best is None or found < best else best
                alike += rank == 0 or (rank == 1 and low != 1)
    if best is None:
        return None
    if alike > 1:
        return scale.term("counts", "several_same", _figures_of(left), _figures_of(right))
    return scale.term("counts", FIGURES[best[0]], best[1], best[2])


def response(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """How the other side answered."""
    ours, theirs = left.responses - {"none"}, right.responses - {"none"}
    if not ours or not theirs:
        return None
    return scale.term("response", "share" if ours & theirs else "different", _listed(ours), _listed(theirs))


def outcome(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """How it ended."""
    if left.outcome is None or right.outcome is None:
        return None
    return scale.term("outcome", "same" if left.outcome == right.outcome else "different", left.outcome, right.outcome)


def wording(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """How much of the quoted words they share; near-copies of a wire story share nearly all."""
    if len(left.words) < 4 or len(right.words) < 4:
        return None
    shared = len(left.words & right.words)
    share = shared / min(len(left.words), len(right.words))
    level = "copy" if share >= 0.8 else "much" if share >= 0.5 else "some" if share >= 0.25 else "little"
    return scale.term("wording", level, f"{shared} of {len(left.words)} words", f"{shared} of {len(right.words)} words")


def origin(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """Whether the two documents are near-copies of one text."""
    return scale.term("origin", "same", left.origin, right.origin) if left.origin == right.origin else None


def prominence(left: Profile, right: Profile, scale: Scale) -> Term | None:
    """Whether the documents are about it or recall it."""
    level = "both_main" if left.main and right.main else "one_background" if left.main or right.main else "both_background"
    words = ("main" if left.main else "background", "main" if right.main else "background")
    return scale.term("prominence", level, *words)


EVERY: tuple[Comparison, ...] = (
    document,
    kind,
    sector,
    when,
    plan,
    names,
    time,
    actor,
    target,
    line,
    place,
    counts,
    response,
    outcome,
    wording,
    origin,
    prominence,
)


def _plan_word(one: Profile) -> str:
    return "planned" if one.planned else "done"


def _listed(values: frozenset[str]) -> str:
    return ", ".join(sorted(values))


def _overlap(ours: frozenset[str], theirs: frozenset[str], scale: Scale) -> str:
    if not ours or not theirs:
        return "unknown"
    if ours == theirs:
        return "same"
    if ours & theirs:
        return "overlap"
    families = {scale.family(party) for party in ours} & {scale.family(party) for party in theirs}
    return "related" if families else "different"


def _swapped(left: Profile, right: Profile) -> bool:
    """Whether one's actor is the other's target and the other way round."""
    return bool(left.kind != "clash" and left.actors and left.actors == right.targets and right.actors == left.targets)


def _mirrored(left: Profile, right: Profile) -> bool:
    """Swapped sides where each account comes from the side that the other account blames."""
    return left.telling in left.targets and right.telling in right.targets


def _figures_of(one: Profile) -> str:
    return ", ".join(f"{what} {interval(low, high)}" for what, low, high in one.counts)
