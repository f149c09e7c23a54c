"""Words of what to know before a talk: contacts left, what was told, what we may agree."""

from datetime import date

from creditmate.domain.contact_budget import Refusal
from creditmate.domain.contact_details import Told
from creditmate.domain.contact_form import Authority
from creditmate.domain.lateness import Lateness
from creditmate.domain.money import Money
from creditmate.domain.promise_register import Matured
from creditmate.domain.rows import ContactRow
from creditmate.domain.talk_facts import ContactRoom, OurAuthority, Printed, Tried, WasTold
from creditmate.domain.whom import may_discuss
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_note, money, number

_REFUSALS = {
    Refusal.WEEK: N_("as many this week as we allow ourselves"),
    Refusal.MONTH: N_("as many this month as we allow ourselves"),
    Refusal.TOO_SOON: N_("the last one is too recent"),
    Refusal.ATTEMPTS: N_("tried often enough"),
}
_TOLD = {
    Told.DUE_DATE: N_("the due day"),
    Told.TERMS: N_("the terms"),
    Told.HOW_TO_PAY: N_("how to pay"),
    Told.WHERE_TO: N_("where to pay to"),
}
_MAY = {
    Authority.DECIDES.value: N_("can decide"),
    Authority.PAYS.value: N_("handles payments"),
    Authority.NONE.value: N_("cannot decide"),
}


def told_title(told: Told, language: str) -> str:
    """Return what can be told: ``the due day``."""
    return words(language).gettext(_TOLD[told])


def refusal_words(why: Refusal, language: str) -> str:
    """Return what a contact of our own has to wait for."""
    return words(language).gettext(_REFUSALS[why])


def kept_value_words(rate: Matured, language: str, locale: str) -> str:
    """Return the worth of the promises kept, and apart from it what came of those kept in part.

    ``£300.00 of £500.00, in part £120.00``.
    """
    _ = words(language).gettext
    kept, judged, part = (
        money(Money(minor, rate.currency), locale, symbol=True)
        for minor in (rate.kept_minor, rate.minor, rate.part_minor)
    )
    said = _("{kept} of {judged}").format(kept=kept, judged=judged)
    return said + ", " + _("in part {amount}").format(amount=part) if rate.part else said


def late_share_words(lateness: Lateness, language: str, locale: str) -> str:
    """Return how often a customer was late of late; '' where nothing is known of it."""
    if not lateness.known:
        return ""
    text = words(language).gettext("late {count} of the last {of} times")
    of = len(lateness.recent)
    return text.format(count=number(lateness.late_count, locale), of=number(of, locale))


def room_words(room: ContactRoom, language: str, locale: str) -> str:
    """Return what of the budget of contacts is used: ``1 of 3 this week, 2 of 10 this month``."""
    text = words(language).gettext("{week} of {most_week} this week, {month} of {most} this month")
    return text.format(
        week=number(room.used.week, locale),
        most_week=number(room.limits.week, locale),
        month=number(room.used.month, locale),
        most=number(room.limits.month, locale),
    )


def wait_words(room: ContactRoom, language: str, locale: str, as_at: date) -> str:
    """Return from when on we may begin another contact, and why not before; '' if now."""
    if room.next_day is None or room.why is None:
        return ""
    return (
        words(language)
        .gettext("our next from {day}: {why}")
        .format(
            day=day_in_note(room.next_day, locale, as_at), why=refusal_words(room.why, language)
        )
    )


def tried_words(tried: Tried, language: str, locale: str, as_at: date) -> str:
    """Return whom we tried in vain since the last talk; '' if nobody."""
    if tried.last is None:
        return ""
    text = words(language).ngettext(
        "Tried once since, {day}, without an answer",
        "Tried {count} times since, last {day}, without an answer",
        tried.count,
    )
    return text.format(
        count=number(tried.count, locale), day=day_in_note(tried.last, locale, as_at)
    )


def was_told_words(told: WasTold, language: str, locale: str, as_at: date) -> str:
    """Return what was told, to whom and when: ``the due day, to Ann Lee on 11 Nov``."""
    _ = words(language).gettext
    what = ", ".join(_(_TOLD[one]) for one in told.told)
    text = _("{what}, to {whom} on {day}") if told.to else _("{what}, on {day}")
    return text.format(what=what, whom=told.to, day=day_in_note(told.day, locale, as_at))


def printed_words(printed: Printed, language: str, locale: str, as_at: date) -> str:
    """Return the due day in print: ``3 Sep on invoice 2318 of 4 Aug``."""
    text = words(language).gettext("{due} on invoice {number} of {day}")
    return text.format(
        due=day_in_note(printed.due_day, locale, as_at),
        number=printed.number,
        day=day_in_note(printed.issued, locale, as_at),
    )


def may_agree_words(may: OurAuthority, language: str, locale: str) -> str:
    """Return what whoever calls may agree: ``a plan of up to 6 parts; ask before a discount``."""
    catalogue = words(language)
    plan = catalogue.gettext("ask before a plan")
    if may.plan_parts:
        text = catalogue.ngettext(
            "a plan of {count} part", "a plan of up to {count} parts", may.plan_parts
        )
        plan = text.format(count=number(may.plan_parts, locale))
    discount = catalogue.gettext("ask before a discount")
    if may.discount_minor:
        amount = money(Money(may.discount_minor, may.currency), locale, symbol=True)
        discount = catalogue.gettext("a discount of up to {amount}").format(amount=amount)
    return catalogue.gettext("{plan}; {discount}").format(plan=plan, discount=discount)


def person_may_words(person: ContactRow, language: str) -> str:
    """Return what the person on the line may do: ``can decide``, ``may not discuss the account``.

    Nothing where nobody has said so.
    """
    _ = words(language).gettext
    silent = "" if may_discuss(person) else _("may not discuss the account")
    may = _(_MAY[person.authority]) if person.authority in _MAY else ""
    return ", ".join(part for part in (may, silent) if part)
