"""A customer's payment run as it is typed: how often, and on which days; knows no toolkit."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.domain.errors import UserError
from creditmate.domain.payment_runs import (
    Fortnightly,
    MonthDay,
    Monthly,
    OnDate,
    OnLast,
    OnWeekday,
    PaymentRun,
    Weekly,
)
from creditmate.domain.refusals import Why, refused
from creditmate.i18n.catalogue import words
from creditmate.i18n.day_parsing import parse_day
from creditmate.i18n.formats import day_short, weekday_name
from creditmate.i18n.locales import typed

NONE, KEPT = "", "kept"
WEEKLY, FORTNIGHTLY, DAYS = "weekly", "fortnightly", "days"
LAST_WORKING, LAST, NTH = "last_working", "last", "nth"
FIELD = "customer.payment_run"
LAST_PLACE = "last"
_MONDAY = date(2024, 1, 1)
_BETWEEN = re.compile(r"[\s,;/+&]+")


@dataclass(frozen=True, slots=True)
class TypedRun:
    """``often`` is one of the codes above; ``weekday`` 0 to 6, ``place`` 1 to 4 or ``last``."""

    often: str = NONE
    weekday: str = "4"
    place: str = "1"
    days: str = ""
    start: str = ""
    kept: PaymentRun | None = None


NO_RUN = TypedRun()


def typed_run(run: PaymentRun | None, locale: str) -> TypedRun:
    """Return a rule as the fields show it."""
    if run is None:
        return TypedRun()
    if isinstance(run, Weekly):
        return TypedRun(WEEKLY, weekday=str(run.weekday), kept=run)
    if isinstance(run, Fortnightly):
        return TypedRun(FORTNIGHTLY, start=day_short(run.start, locale), kept=run)
    return _typed_monthly(run)


def _typed_monthly(run: Monthly) -> TypedRun:
    days = [day.day for day in run.days if isinstance(day, OnDate)]
    if len(days) == len(run.days):
        return TypedRun(DAYS, days=", ".join(map(str, days)), kept=run)
    match run.days:
        case (OnLast(working=working),):
            return TypedRun(LAST_WORKING if working else LAST, kept=run)
        case (OnWeekday(place=place, weekday=weekday),):
            nth = LAST_PLACE if place is None else str(place)
            return TypedRun(NTH, weekday=str(weekday), place=nth, kept=run)
    return TypedRun(KEPT, kept=run)


def read_run(given: TypedRun, locale: str, today: date) -> PaymentRun | None:
    """Return the rule that was typed; None where none is known.

    Raises:
        UserError: ``FIELD_REFUSED``: a day is missing or cannot be.
    """
    if given.often == WEEKLY:
        return Weekly(int(given.weekday))
    if given.often == FORTNIGHTLY:
        return Fortnightly(_start(given.start, locale, today))
    if given.often in {NONE, KEPT}:
        return given.kept if given.often == KEPT else None
    return Monthly(_month_days(given, locale))


def _month_days(given: TypedRun, locale: str) -> tuple[MonthDay, ...]:
    if given.often == DAYS:
        return _days(given.days, locale)
    if given.often == NTH:
        place = None if given.place == LAST_PLACE else int(given.place)
        return (OnWeekday(place, int(given.weekday)),)
    return (OnLast(working=given.often == LAST_WORKING),)


def run_offers(kept: str, language: str) -> list[tuple[str, str]]:
    """Return code and words of every rhythm; ``kept`` is the rule that stands, in words, or ''."""
    _ = words(language).gettext
    offers = [
        (NONE, _("Not known")),
        (WEEKLY, _("Every week")),
        (FORTNIGHTLY, _("Every two weeks")),
        (DAYS, _("On days of the month")),
        (LAST_WORKING, _("Last working day of the month")),
        (LAST, _("Last day of the month")),
        (NTH, _("A weekday of the month")),
    ]
    return [*offers, (KEPT, _("As it is: {run}").format(run=kept))] if kept else offers


def weekday_offers(locale: str) -> list[tuple[str, str]]:
    """Return the weekdays, Monday first."""
    return [
        (str(place), weekday_name(_MONDAY + timedelta(days=place), locale)) for place in range(7)
    ]


def place_offers(language: str) -> list[tuple[str, str]]:
    """Return which of a month's weekdays."""
    _ = words(language).gettext
    named = (_("First"), _("Second"), _("Third"), _("Fourth"))
    numbered = [(str(place), name) for place, name in enumerate(named, 1)]
    return [*numbered, (LAST_PLACE, _("Last"))]


def _start(text: str, locale: str, today: date) -> date:
    if not text.strip():
        raise refused(FIELD, Why.EMPTY)
    try:
        return parse_day(text, locale, today, field=FIELD)
    except UserError as error:
        raise refused(FIELD, Why.NOT_POSSIBLE, found=text.strip()) from error


def _days(text: str, locale: str) -> tuple[OnDate, ...]:
    parts = [part for part in _BETWEEN.split(typed(text, locale)) if part]
    if not parts:
        raise refused(FIELD, Why.EMPTY)
    try:
        days = tuple(OnDate(int(part)) for part in parts)
        Monthly(days)
    except ValueError as error:
        raise refused(FIELD, Why.NOT_POSSIBLE, found=text.strip()) from error
    return days
