"""How customers may be approached, read for many at once: their policy, and the last contacts."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from creditmate.db.business import home_region
from creditmate.db.contacts_made import letters_before, touches_of
from creditmate.db.customers import all_places, customers_by_id, places_of
from creditmate.db.put_off import put_offs, step_marks
from creditmate.domain.contacting import REPLY_DAYS, REPLY_DAYS_OF_FIRMS, Contacting, PutOff
from creditmate.domain.dates import Calendar
from creditmate.domain.groups import Heads
from creditmate.domain.legal_forms import is_incorporated, legal_form
from creditmate.services.calendars import calendar_around
from creditmate.services.contact_policies import policies_of
from creditmate.services.keeping_touch import greeted

_WEEKENDS = Calendar()


def contactings(
    customers: Sequence[int], heads: Heads, as_at: date, *, holidays: bool = True
) -> dict[int, Contacting]:
    """Return how these customers may be approached on a day.

    Args:
        customers: Ids; a few hundred at a time.
        heads: The head office of those of them that are branches, and of others.
        as_at: What is put down later is not known.
        holidays: Whether public holidays count, which takes a while to learn; else only weekends.
    """
    policies, touches = policies_of(customers), touches_of(customers, as_at)
    marks, places = step_marks(customers, as_at), places_of(customers)
    greets = greeted(policies, as_at)
    put_off, calendars = _put_off(customers, heads, as_at), Calendars(as_at, holidays=holidays)
    warned = letters_before(customers, as_at)
    firms = _firms(warned)
    return {
        id_: Contacting(
            policy=policies[id_],
            touches=tuple(touches.get(id_, ())),
            calendar=calendars.of(*places[id_]),
            mark=marks.get(id_),
            put_off=put_off.get(id_),
            welcome=id_ in greets,
            warned=warned.get(id_),
            reply_days=REPLY_DAYS_OF_FIRMS if id_ in firms else REPLY_DAYS,
        )
        for id_ in customers
    }


def _firms(customers: Collection[int]) -> set[int]:
    """Which of those who were warned certainly are no persons; few are ever warned."""
    if not customers:
        return set()
    rows = customers_by_id(customers)
    return {id_ for id_, row in rows.items() if is_incorporated(legal_form(row.legal_form))}


class Calendars:
    """The calendars of customers around a day: few countries and regions, many customers."""

    def __init__(self, around: date, *, holidays: bool = True) -> None:
        self._around, self._holidays = around, holidays
        self._regions: dict[str, str] = {}
        self._known: dict[tuple[str, str], Calendar] = {}

    def of(self, country: str, region: str) -> Calendar:
        """Return the working days of a place."""
        if not self._holidays:
            return _WEEKENDS
        place = country, region
        if place not in self._known:
            around = region or self._home_region(country)
            self._known[place] = calendar_around(country, around, self._around)
        return self._known[place]

    def _home_region(self, country: str) -> str:
        if country not in self._regions:
            self._regions[country] = home_region(country)
        return self._regions[country]


def _put_off(customers: Sequence[int], heads: Heads, as_at: date) -> Mapping[int, PutOff]:
    """What is put off of them; of a branch what is of its head office, which speaks for it."""
    known = put_offs(sorted({*customers, *heads.values()}), as_at)
    of_heads = {branch: known[head] for branch, head in heads.items() if head in known}
    return {**known, **of_heads}


def is_holiday_somewhere(as_at: date) -> bool:
    """Whether a day is a public holiday where any customer is, or a weekend other than ours."""
    calendars = Calendars(as_at)
    usual = _WEEKENDS.is_working(as_at)
    return any(calendars.of(*place).is_working(as_at) is not usual for place in all_places())
