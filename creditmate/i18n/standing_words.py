"""Words of a customer's standing with us: status, what stops what, wishes, and how it pays."""

from collections.abc import Iterable
from datetime import date, timedelta

from creditmate.domain.at_rest import Rest, RestWhy
from creditmate.domain.customer_status import Status
from creditmate.domain.holds import Hold, HoldKind, Stop
from creditmate.domain.payment_runs import (
    Fortnightly,
    MonthDay,
    OnDate,
    OnLast,
    PaymentRun,
    Weekly,
)
from creditmate.domain.rows import ContactRow
from creditmate.domain.wishes import Wish, WishKind
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_note, number, weekday_name

_STATUSES = {
    Status.PROSPECT: N_("Prospect"),
    Status.ACTIVE: N_("Active"),
    Status.WATCH: N_("Watch"),
    Status.ON_STOP: N_("On stop"),
    Status.WITH_AGENCY: N_("With the agency"),
    Status.CLOSED: N_("Closed"),
}
_HOLDS = {
    HoldKind.DECEASED: N_("Deceased"),
    HoldKind.INSOLVENT: N_("Insolvent"),
    HoldKind.BREATHING_SPACE: N_("Breathing space"),
    HoldKind.HARDSHIP: N_("Hardship"),
    HoldKind.OURS: N_("Left in peace by us"),
}
_STOPS = {
    Stop.STEPS: N_("following up"),
    Stop.LETTERS: N_("letters"),
    Stop.STATEMENTS: N_("statements"),
    Stop.INTEREST: N_("interest"),
}
_RESTS = {
    RestWhy.DECEASED: N_("Not being followed up: deceased"),
    RestWhy.INSOLVENT: N_("Not being followed up: insolvent"),
    RestWhy.BREATHING_SPACE: N_("Not being followed up: breathing space"),
    RestWhy.HARDSHIP: N_("Not being followed up: hardship"),
    RestWhy.OURS: N_("Not being followed up: our own decision"),
    RestWhy.WITH_AGENCY: N_("Not being followed up: the agency has it"),
    RestWhy.CEASED: N_("Not being followed up: said to have ceased trading; decide how to go on"),
}
_WISHES = {
    WishKind.NO_CALLS: N_("no calls"),
    WishKind.NO_EMAILS: N_("no e-mails"),
    WishKind.NO_LETTERS: N_("no letters"),
    WishKind.NO_TEXTS: N_("no text messages"),
    WishKind.NO_VISITS: N_("no visits"),
    WishKind.HOURS: N_("only {hours}"),
}
_NTH = (N_("first {weekday}"), N_("second {weekday}"), N_("third {weekday}"),
        N_("fourth {weekday}"))  # fmt: skip


_A_MONDAY = date(2024, 1, 1)


def status_words(status: Status, language: str) -> str:
    """Return how we trade with a customer: ``On stop``."""
    return words(language).gettext(_STATUSES[status])


def hold_kind_words(kind: HoldKind, language: str) -> str:
    """Return what sort of hold it is: ``Breathing space``."""
    return words(language).gettext(_HOLDS[kind])


def stop_words(stop: Stop, language: str) -> str:
    """Return what a hold stops: ``letters``."""
    return words(language).gettext(_STOPS[stop])


def hold_words(hold: Hold, language: str, locale: str, as_at: date) -> str:
    """Return a hold in one line: ``Hardship to 4 Mar; stops letters; look at it again 3 Feb``."""
    _ = words(language).gettext
    kind = hold_kind_words(hold.kind, language)
    if hold.until_day is not None:
        day = day_in_note(hold.until_day, locale, as_at)
        kind = _("{what} to {day}").format(what=kind, day=day)
    stops = ", ".join(stop_words(stop, language) for stop in Stop if stop in hold.stops)
    parts = [kind, _("stops {what}").format(what=stops)]
    if hold.review_day is not None:
        day = day_in_note(hold.review_day, locale, as_at)
        due = hold.review_due(as_at)
        text = _("look at it again: {day} has come") if due else _("look at it again {day}")
        parts.append(text.format(day=day))
    return "; ".join(parts)


def rest_why_words(why: RestWhy, language: str) -> str:
    """Return why a customer is left in peace: ``Not being followed up: insolvent``."""
    return words(language).gettext(_RESTS[why])


def rest_words(rest: Rest, language: str, locale: str, as_at: date) -> str:
    """Return why a customer is not followed up, and until when, as far as that is known."""
    _ = words(language).gettext
    said = _(_RESTS[rest.why])
    if rest.is_undecided:
        return said
    if rest.review_due:
        return _("{why}; look at it again now").format(why=said)
    if rest.until is not None:
        day = day_in_note(rest.until, locale, as_at)
        return _("{why}, to {day}").format(why=said, day=day)
    return said


def wish_kind_words(kind: WishKind, language: str) -> str:
    """Return what can be wished: ``no calls``."""
    return words(language).gettext(_WISHES[kind])


def wish_words(wish: Wish, language: str) -> str:
    """Return what somebody wishes: ``no calls``, ``only 09:00-12:00``."""
    return words(language).gettext(_WISHES[wish.kind]).format(hours=wish.value)


def whose_wish_words(wish: Wish, people: Iterable[ContactRow], language: str) -> str:
    """Return what is wished, by whom where one person does: ``Ann Lee: no calls (in writing)``."""
    _ = words(language).gettext
    said = wish_words(wish, language)
    who = next((row.name for row in people if row.id == wish.contact), "")
    if who:
        said = _("{who}: {what}").format(who=who, what=said)
    return f"{said} ({wish.note})" if wish.note else said


def payment_run_words(run: PaymentRun, language: str, locale: str, as_at: date) -> str:
    """Return on which days a customer pays: ``every Friday``, ``monthly, on the 1st and 15th``."""
    _ = words(language).gettext
    if isinstance(run, Weekly):
        return _("every {weekday}").format(weekday=_weekday(run.weekday, locale))
    if isinstance(run, Fortnightly):
        day = day_in_note(run.start, locale, as_at)
        return _("every two weeks, such as {day}").format(day=day)
    days = ", ".join(_month_day(day, language, locale) for day in run.days)
    return _("every month: {days}").format(days=days)


def _month_day(day: MonthDay, language: str, locale: str) -> str:
    _ = words(language).gettext
    if isinstance(day, OnDate):
        return _("day {number}").format(number=number(day.day, locale))
    if isinstance(day, OnLast):
        return _("last working day") if day.working else _("last day")
    name = _weekday(day.weekday, locale)
    if day.place is None:
        return _("last {weekday}").format(weekday=name)
    return _(_NTH[day.place - 1]).format(weekday=name)


def _weekday(number_: int, locale: str) -> str:
    """The name of a weekday, Monday 0: any week has it."""
    return weekday_name(_A_MONDAY + timedelta(days=number_), locale)
