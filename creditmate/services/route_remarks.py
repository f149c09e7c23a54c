"""What the route sheet says besides the way: who else is near, and what to mind at each stop."""

from collections.abc import Iterator, Sequence
from datetime import date

from creditmate.db.customers import customers_by_id
from creditmate.db.visit_sites import all_spots, site_places, spots_of
from creditmate.documents.route_sheet_paper import NearBy, SheetNote
from creditmate.domain.legal_forms import legal_form
from creditmate.domain.money import Money
from creditmate.domain.visit_hints import HintWhy
from creditmate.domain.visit_near import NearBy as Found
from creditmate.domain.visit_near import Spot, in_unit, nearby
from creditmate.domain.visit_suggestions import may_be_visited
from creditmate.domain.visit_times import TimeWhy
from creditmate.domain.visits import DistanceUnit, VisitFile
from creditmate.services.visit_costs import standings_of
from creditmate.services.visit_peace import not_to_be_visited
from creditmate.services.visit_routes import RouteRow
from creditmate.services.visits_known import VisitsKnown

MOST_NEAR = 5
"""So many are named: more nobody can call on beside the visits of a day."""
_ON_THE_WAY = frozenset({TimeWhy.OVERLAPS, TimeWhy.NO_TIME_TO_GO, TimeWhy.WAY_UNKNOWN})
"""Between two visits of the route these stand in the route itself."""
_WORTH_A_NOTE = frozenset({
    HintWhy.IS_PERSON, HintWhy.NO_VISITS, HintWhy.AT_REST, HintWhy.NOBODY_OF_THEIRS,
    HintWhy.NOBODY_DECIDES_THERE, HintWhy.CLOCK_TAKEN, HintWhy.UNMATCHED, HintWhy.PERSON_GONE,
    HintWhy.COLLEAGUE_GONE,
})  # fmt: skip
"""What can still be minded on the day; of agenda and confirmation each stop tells itself."""


def near_route(rows: Sequence[RouteRow], unit: DistanceUnit, as_at: date) -> list[NearBy]:
    """Return who else has something overdue near a stop, the nearest first.

    Whoever may not be called on for it is left out: people who answer with all they have, those
    who wish no visits, and those who are left in peace.

    Args:
        rows: The stops, in their order.
        unit: In which distances are said.
        as_at: The day on which something is overdue.
    """
    on_it = {row.customer.id for row in rows}
    others = [spot for spot in all_spots() if spot.customer not in on_it]
    best: dict[int, tuple[int, Found]] = {}
    for number, row in enumerate(rows, 1):
        here = _spot(row.file)
        for one in nearby(here, others) if here is not None else ():
            known = best.get(one.spot.customer)
            if known is None or _far(one) < _far(known[1]):
                best[one.spot.customer] = (number, one)
    late = _may_be_called_on(list(best), as_at)
    names = customers_by_id(list(late))
    found = sorted((_far(best[id_][1]), best[id_][0], id_) for id_ in late)
    return [
        NearBy(names[id_].name, number, (late[id_],), _tenths(best[id_][1], unit))
        for _, number, id_ in found[:MOST_NEAR]
    ]


def notes_of(rows: Sequence[RouteRow], known: VisitsKnown, as_at: date) -> Iterator[SheetNote]:
    """Yield what to mind at each visit of a day; nothing where all is in order.

    Args:
        rows: The visits.
        known: Looks visits up.
        as_at: Today.
    """
    on_it = {row.customer.name for row in rows}
    for row in rows:
        page = known.show(str(row.file.visit.id), as_at)
        times = tuple(
            one for one in page.times if one.why not in _ON_THE_WAY or one.name not in on_it
        )
        hints = tuple(one for one in page.hints if one.why in _WORTH_A_NOTE)
        words = row.file.inner.note
        if times or hints or words:
            yield SheetNote(row.customer.name, times, hints, words)


def _spot(file: VisitFile) -> Spot | None:
    """Where a visit takes place, as far as it is known."""
    visit = file.visit
    if visit.site is not None:
        return site_places([visit.site]).get(visit.site)
    return next(iter(spots_of(visit.customer)), None)


def _may_be_called_on(customers: Sequence[int], as_at: date) -> dict[int, Money]:
    """What is overdue with those of these customers who may be called on for it."""
    if not customers:
        return {}
    late = {
        id_: one.overdue
        for id_, one in standings_of(customers, as_at).items()
        if one.overdue.minor > 0
    }
    ids = list(late)
    who, refusing = customers_by_id(ids), not_to_be_visited(ids, as_at)
    return {
        id_: late[id_]
        for id_ in ids
        if may_be_visited(legal_form(who[id_].legal_form)) and id_ not in refusing
    }


def _far(one: Found) -> tuple[bool, float, int]:
    """How near somebody is; those whose place is known come first."""
    return one.km is None, one.km or 0.0, int(one.closeness or 0)


def _tenths(one: Found, unit: DistanceUnit) -> int | None:
    return None if one.km is None else round(in_unit(one.km, unit) * 10)
