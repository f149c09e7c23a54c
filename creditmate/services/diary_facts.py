"""What the diary has to know of customers besides what is planned, read once for many of them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from creditmate.db.business import business
from creditmate.db.diary import Whose, customers_in
from creditmate.domain.contact_hours import NotNow, may_contact
from creditmate.domain.contact_policy import ContactPolicy
from creditmate.domain.dates import Calendar
from creditmate.domain.diary import TURNED_TO, DiaryItem, DiaryKind, Holiday
from creditmate.domain.diary_clock import Planned, by_clock_of, zone_or
from creditmate.domain.holds import Stop
from creditmate.domain.wishes import Wish, WishKind, hours_of
from creditmate.services.calendars import calendar_around, region_name
from creditmate.services.contact_policies import policies_of
from creditmate.services.holiday_names import holiday_names
from creditmate.services.manners import resting, wished
from creditmate.services.place_clocks import zone_at


class DiaryFacts:
    """Whose items these are, where they are, and when they may be approached.

    Args:
        customers: Ids.
        as_at: What was decided or wished later is not known.
    """

    def __init__(self, customers: Collection[int], as_at: date) -> None:
        ids = sorted(set(customers))
        self.home = business()
        self.whose: dict[int, Whose] = customers_in(ids)
        self._policies: dict[int, ContactPolicy] = policies_of(ids)
        self._wishes = wished(ids, as_at).wishes
        self._resting = resting(Stop.STEPS, as_at, ids).keys() if ids else set()

    def zone(self, customer: int, said: str = "") -> str:
        """Return the zone of an hour: the one it was agreed in, else that of the place."""
        if said:
            return zone_or(said, self.home.zone)
        who = self.whose[customer]
        return zone_at(who.country, who, self.home)

    def placed(self, item: DiaryItem, sole: int | None) -> DiaryItem:
        """Return an item with whose it is, on its day and at its hour by our clock.

        Args:
            item: As the tables have it.
            sole: Our only one, who does everything; None where we are several.
        """
        who = self.whose[item.customer]
        zone, owner = self.zone(item.customer, item.zone), item.owner or who.owner or sole
        known = replace(item, code=who.code, name=who.name, owner=owner, zone=zone)
        if item.set_at is None:
            return known
        here = by_clock_of(Planned(item.set_day, item.set_at, zone), self.home.zone)
        return replace(known, day=here.day, at=here.at, shifted=here.shifted)

    def completed(self, item: DiaryItem) -> DiaryItem:
        """Return an item with what stands against it."""
        if item.done:
            return item
        against = self._against(item) if item.kind in TURNED_TO else None
        return replace(item, against=against, resting=item.customer in self._resting)

    def holidays(
        self, items: Iterable[DiaryItem], first: date, last: date, language: str
    ) -> list[Holiday]:
        """Return our holidays from ``first`` to ``last``, and theirs on the days of their items."""
        home = self.home
        found = [
            Holiday(
                day, name, home.country, home.region, _part(home.country, home.region), ours=True
            )
            for day, name in _between(home.country, home.region, first, last, language)
        ]
        ours = {holiday.day for holiday in found}
        theirs: dict[tuple[date, str, str, str], list[str]] = {}
        for item in items:
            who, region = self.whose[item.customer], self._region(item.customer)
            names = holiday_names(who.country, region, item.set_day.year, language)
            if item.done or item.set_day not in names or item.day in ours:
                continue
            key = (item.day, who.country, region, names[item.set_day])
            if who.name not in theirs.setdefault(key, []):
                theirs[key].append(who.name)
        found += [
            Holiday(day, name, country, region, _part(country, region), customers=tuple(who))
            for (day, country, region, name), who in theirs.items()
        ]
        return found

    def works(self, days: Sequence[date]) -> dict[date, bool]:
        """Return whether we work on each of these days."""
        home = self.home
        kept = {day.year: calendar_around(home.country, home.region, day) for day in days}
        return {day: kept[day.year].is_working(day) for day in days}

    def _against(self, item: DiaryItem) -> NotNow | None:
        way = "visit" if item.kind is DiaryKind.VISIT else "call"
        hours = self._policies[item.customer].hours
        calendar = self._calendar(item)
        if item.set_at is None:  # any hour of the day will do
            noon = datetime.combine(item.set_day, time(12))
            why = may_contact(noon, way, calendar, hours)
            return why if why in {NotNow.HOLIDAY, NotNow.WEEKEND} else None
        there = datetime.combine(item.set_day, item.set_at)
        return may_contact(there, way, calendar, hours, self._wished(item.customer))

    def _calendar(self, item: DiaryItem) -> Calendar:
        country = self.whose[item.customer].country
        return calendar_around(country, self._region(item.customer), item.set_day)

    def _region(self, customer: int) -> str:
        """The part of its country; that of ours where it is there and none is said."""
        who, home = self.whose[customer], self.home
        return who.region or (home.region if who.country == home.country else "")

    def _wished(self, customer: int) -> tuple[time, time] | None:
        known = self._wishes.get(customer, ())
        return next((hours_of(wish.value) for wish in known if _is_for_all(wish)), None)


def _is_for_all(wish: Wish) -> bool:
    return wish.kind is WishKind.HOURS and wish.contact is None


def _part(country: str, region: str) -> str:
    return region_name(country, region) if region else ""


def _between(
    country: str, region: str, first: date, last: date, language: str
) -> list[tuple[date, str]]:
    years = range(first.year, last.year + 1)
    named = (holiday_names(country, region, year, language).items() for year in years)
    return sorted((day, name) for pairs in named for day, name in pairs if first <= day <= last)
