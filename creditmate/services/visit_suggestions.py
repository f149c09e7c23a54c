"""Who deserves a visit and why, what it would cost, and who is near somebody visited anyway."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db import visits as db
from creditmate.db.business import business
from creditmate.db.customers import customers_by_id
from creditmate.db.groups import heads
from creditmate.db.visit_files import visit_files
from creditmate.db.visit_sites import all_spots, spots_of
from creditmate.domain.groups import speaks_for
from creditmate.domain.legal_forms import legal_form
from creditmate.domain.money import Money
from creditmate.domain.visit_near import NearBy, in_unit, nearby
from creditmate.domain.visit_suggestions import (
    Suggestion,
    in_order,
    may_be_visited,
    suggestion,
)
from creditmate.domain.visits import DistanceUnit
from creditmate.services.customers import require_customer
from creditmate.services.visit_costs import Standing as Account
from creditmate.services.visit_costs import standings_of, visit_rates
from creditmate.services.visit_expected import ExpectedWorth, expected_worths
from creditmate.services.visit_facts import (
    FactsReading,
    left_open,
    open_questions,
    reviews_due,
    worth_a_look,
)
from creditmate.services.visit_peace import not_to_be_visited


@dataclass(frozen=True, slots=True)
class SuggestedVisit:
    """Somebody worth a visit; ``near`` are others worth one who are near, by their codes.

    ``worth`` is what it would cost beside what is at stake.
    """

    made: Suggestion
    code: str
    name: str
    worth: ExpectedWorth
    last_visit: date | None = None
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggested:
    """Who is worth a visit, the most first; ``forms_unknown`` were left out for want of a form."""

    visits: tuple[SuggestedVisit, ...]
    forms_unknown: int = 0


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody near: ``distance`` in ``unit`` as the crow flies, None by the postcode alone.

    ``overdue`` is in the home currency, ``planned`` the number of a visit to them.
    """

    found: NearBy
    code: str
    name: str
    overdue: Money
    unit: DistanceUnit
    distance: float | None = None
    last_visit: date | None = None
    planned: str = ""


class VisitSuggestions:
    """Who deserves a visit."""

    def suggest(self, as_at: date) -> Suggested:
        """Return who is worth a visit on a day, and why; never somebody who may be a person."""
        accounts = standings_of(None, as_at)
        open_ = visit_files(db.planned_by(db.open_visits(as_at), as_at))
        known = heads()
        planned = {speaks_for(file.visit.customer, known) for file in open_}
        stuck = open_questions(as_at, known)
        reviews = reviews_due(as_at, known)
        unsettled = left_open(as_at, known)
        asked = worth_a_look(accounts, stuck, {*reviews, *unsettled})
        who = customers_by_id(asked)
        kept = [id_ for id_ in asked if may_be_visited(legal_form(who[id_].legal_form))]
        read = FactsReading(kept, as_at, accounts, stuck, planned, reviews, unsettled)
        facts = read.facts(who)
        made = in_order([s for f in facts if (s := suggestion(f, as_at)) is not None])
        unknown = sum(legal_form(who[id_].legal_form).value == "unknown" for id_ in asked)
        last = {fact.customer: fact.last_visit for fact in facts}
        near = _near_one_another([one.customer for one in made])
        worths = expected_worths(made, near, accounts, as_at)
        rows = [
            SuggestedVisit(
                made=one,
                code=who[one.customer].code,
                name=who[one.customer].name,
                worth=worths[one.customer],
                last_visit=last[one.customer],
                near=tuple(who[id_].code for id_ in near.get(one.customer, ())),
            )
            for one in made
        ]
        return Suggested(tuple(rows), unknown)

    def near(self, code: str, as_at: date) -> list[Near]:
        """Return who is near a customer, the nearest first, of those who may be proposed.

        A visit is planned from here with one key: so people, those who want none, those left in
        peace and those put away are left out, unless a visit to them is planned already.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        here = next(iter(spots_of(customer.id)), None)
        if here is None:
            return []
        found = nearby(here, all_spots())
        ids = [one.spot.customer for one in found]
        who, accounts = customers_by_id(ids), standings_of(ids, as_at) if ids else {}
        last = db.last_visits(ids, as_at)
        files = visit_files(db.planned_by(db.open_visits(as_at), as_at))
        planned = {file.visit.customer: file.visit.number for file in files}
        refusing = not_to_be_visited(ids, as_at)

        def may_be_proposed(id_: int) -> bool:
            return may_be_visited(legal_form(who[id_].legal_form)) and id_ not in refusing

        unit, nothing = visit_rates().unit, Money(0, business().currency)
        return [
            Near(
                found=one,
                code=who[one.spot.customer].code,
                name=who[one.spot.customer].name,
                overdue=_overdue(accounts.get(one.spot.customer), nothing),
                unit=unit,
                distance=None if one.km is None else in_unit(one.km, unit),
                last_visit=last.get(one.spot.customer),
                planned=planned.get(one.spot.customer, ""),
            )
            for one in found
            if one.spot.customer in planned or may_be_proposed(one.spot.customer)
        ]


def _overdue(account: Account | None, nothing: Money) -> Money:
    return nothing if account is None else account.overdue


def _near_one_another(customers: Sequence[int]) -> dict[int, list[int]]:
    """Of the customers worth a visit, who is near whom."""
    wanted = set(customers)
    spots = [spot for spot in all_spots() if spot.customer in wanted]
    found: dict[int, list[int]] = {}
    for spot in spots:
        near = [one.spot.customer for one in nearby(spot, spots)]
        known = found.setdefault(spot.customer, [])
        known += [id_ for id_ in near if id_ not in known]
    return found
