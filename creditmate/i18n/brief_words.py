"""Words of the brief: the customer's habit, ages of items, promises of both sides, whom to ask."""

from collections.abc import Sequence
from datetime import date

from creditmate.domain.lateness import Lateness
from creditmate.domain.money import Money
from creditmate.domain.mood_trend import Trend
from creditmate.domain.promise_register import Matured
from creditmate.domain.promises import Deed, Promise
from creditmate.domain.rows import ContactRow
from creditmate.domain.whom import may_discuss
from creditmate.domain.wishes import WishKind
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_note, day_short, money, number

_BUCKETS = (N_("Not due"), N_("1–30"), N_("31–60"), N_("61–90"), N_("91+"))

_TRENDS = {
    Trend.WARMING: N_("Mood: warming"),
    Trend.STEADY: N_("Mood: steady"),
    Trend.COOLING: N_("Mood: cooling"),
}


def habit_words(lateness: Lateness, language: str, locale: str) -> str:
    """Return how a customer usually pays: ``Usually pays 14 days late``."""
    catalogue, days = words(language), lateness.usual_days
    if not lateness.known:
        return catalogue.gettext("Has not paid an invoice yet")
    if days <= 0:
        return catalogue.gettext("Usually pays on time")
    text = catalogue.ngettext("Usually pays {days} day late", "Usually pays {days} days late", days)
    return text.format(days=number(days, locale))


def group_habit_words(lateness: Lateness, language: str, locale: str) -> str:
    """Return how a head office and its branches usually pay, taken together."""
    catalogue, days = words(language), lateness.usual_days
    if not lateness.known:
        return catalogue.gettext("The group has not paid an invoice yet")
    if days <= 0:
        return catalogue.gettext("The group usually pays on time")
    text = catalogue.ngettext(
        "The group usually pays {days} day late", "The group usually pays {days} days late", days
    )
    return text.format(days=number(days, locale))


def parts_words(parts: Sequence[tuple[str, Sequence[Money]]], language: str, locale: str) -> str:
    """Return that sums are a whole group's, and what of them is overdue at whom.

    Args:
        parts: Names, and what is overdue there in each currency.
        language: Of the words.
        locale: Of the amounts.
    """
    _ = words(language).gettext
    said = [
        " ".join((name, *(money(one, locale, symbol=True) for one in overdue)))
        for name, overdue in parts
        if overdue
    ]
    if not said:
        return _("With its branches; nothing of it is overdue.")
    return _("With its branches; overdue at {parts}.").format(parts=", ".join(said))


def age_words(days_late: int, language: str, locale: str) -> str:
    """Return how late an item is, or when it is due: ``81 days late``, ``due in 7 days``."""
    catalogue = words(language)
    if days_late == 0:
        return catalogue.gettext("due today")
    if days_late > 0:
        text = catalogue.ngettext("{days} day late", "{days} days late", days_late)
    else:
        text = catalogue.ngettext("due in {days} day", "due in {days} days", -days_late)
    return text.format(days=number(abs(days_late), locale))


def bucket_mark(place: int, language: str) -> str:
    """Return a bucket of the ageing as it stands under a large stair: ``31–60``."""
    return words(language).gettext(_BUCKETS[place])


def promise_words(promise: Promise, language: str, locale: str, as_at: date) -> str:
    """Return what the customer promised, without how it stands: ``They: £500.00 by 18 Nov``."""
    amount = money(Money(promise.minor, promise.currency), locale, symbol=True)
    day = day_in_note(promise.due_day, locale, as_at)
    return words(language).gettext("They: {amount} by {day}").format(amount=amount, day=day)


def deed_words(deed: Deed, language: str, locale: str, as_at: date) -> str:
    """Return what we promised, without how it stands: ``We: copy of invoice, by 18 Nov``.

    Of what is done the day is left out: it matters no more.
    """
    _ = words(language).gettext
    text = _("We: {deed}, by {day}") if deed.done_day is None else _("We: {deed},")
    return text.format(deed=deed.words, day=day_in_note(deed.due_day, locale, as_at))


def kept_words(rate: Matured, language: str, locale: str) -> str:
    """Return how many promises were kept, of those that can be judged: ``3 of 5 kept``."""
    text = words(language).gettext("{kept} of {judged} kept")
    return text.format(kept=number(rate.kept, locale), judged=number(rate.count, locale))


def missed_words(rate: Matured, language: str, locale: str) -> str:
    """Return how many were not kept in time, nothing if all were: ``2 not in time``."""
    missed = rate.count - rate.kept
    text = words(language).gettext("{count} not in time").format(count=number(missed, locale))
    return text if missed else ""


def mood_words(trend: Trend, language: str) -> str:
    """Return where the mood of the last talks goes."""
    return words(language).gettext(_TRENDS[trend])


def phone_words(person: ContactRow, language: str, locale: str) -> str:
    """Return the number of a person, and since when it is said to be wrong."""
    if not person.phone or person.wrong_since is None:
        return person.phone
    text = words(language).gettext("{number} (said to be wrong on {day})")
    return text.format(number=person.phone, day=day_short(person.wrong_since, locale))


def person_words(person: ContactRow, language: str, locale: str = "") -> str:
    """Return whom to speak to, how, and when best; and where the account may not be discussed.

    By the way they wish, else by one that they do not refuse.
    """
    _ = words(language).gettext
    best = _("best {time}").format(time=person.best_time) if person.best_time else ""
    known = phone_words(person, language, locale or language)
    phone = "" if WishKind.NO_CALLS in person.refuses else known
    email = "" if WishKind.NO_EMAILS in person.refuses else person.email
    wished = phone if person.channel == "call" else email
    reach = wished or phone or email
    silent = "" if may_discuss(person) else _("may not discuss the account")
    parts = (person.name, person.at, reach, best, silent)
    return ", ".join(part for part in parts if part)
