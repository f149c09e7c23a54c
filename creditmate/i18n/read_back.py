"""What was agreed in one sentence, to be said to the customer before one hangs up.

Source: product.md, conviction 3; mock-up 05.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from creditmate.domain.claims import SaidPaid
from creditmate.domain.disputes import DisputeReason
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.receipts import Method
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_year, hour, money, number, weekday_name
from creditmate.i18n.labels import dispute_reason
from creditmate.i18n.payment_words import amount_by

_WEEK = 7


@dataclass(frozen=True, slots=True)
class AgreedPlan:
    """A plan as it is read back: what it pays in how many parts, the first and the last of them."""

    whole: Money
    parts: int
    first: Money
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class AgreedQuery:
    """What is under query: how much, why, and by when they hear from us."""

    amount: Money
    reason: DisputeReason
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class AgreedTime:
    """More time: until when nothing is asked for, and whether interest runs on meanwhile."""

    to_day: date
    interest_runs: bool = True


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed; of each pair both or none is there.

    ``ring_again`` is the day of the next call, told only where nothing else was agreed, unless an
    hour was: then both of us have to know it. ``method`` is how they mean to pay. ``said_paid`` is
    on a day, and of an amount or of all that was spoken of. ``instead`` is what was promised
    before, and by which day, that the promise takes the place of.
    """

    promised: Money | None = None
    promised_by: date | None = None
    deed: str = ""
    deed_by: date | None = None
    ring_again: date | None = None
    said_paid: SaidPaid | None = None
    plan: AgreedPlan | None = None
    query: AgreedQuery | None = None
    more_time: AgreedTime | None = None
    ring_at: time | None = None
    method: Method | None = None
    instead: tuple[tuple[Money, date], ...] = ()

    @property
    def is_more(self) -> bool:
        """Whether it takes more than one sentence's usual two halves."""
        arranged = self.plan or self.query or self.more_time
        return bool(arranged) or (self.ring_at is not None and self.ring_again is not None)


def read_back_words(agreed: Agreed, as_at: date, language: str, locale: str) -> str:
    """Return the sentence to read back; empty while nothing is agreed."""
    if agreed.is_more:
        return _listed(agreed, as_at, language, locale)
    _ = words(language).gettext
    theirs, ours = agreed.promised is not None and agreed.promised_by, agreed.deed_by
    if agreed.said_paid is not None:
        text = (
            _("“So {payment} {sent}, and from our side: {deed}, {ours}. Did I get that right?”")
            if ours
            else _("“So {payment} {sent}, and I will look out for it. Did I get that right?”")
        )
    elif theirs and ours:
        text = _(
            "“So that is {amount} {when}, and from our side: {deed}, {ours}. Did I get that right?”"
        )
    elif theirs:
        text = _("“So that is {amount} {when}. Did I get that right?”")
    elif ours:
        text = _("“So from our side: {deed}, {ours}. Did I get that right?”")
    elif agreed.ring_again:
        text = _("“So I will ring you again {again}. Does that suit you?”")
    else:
        return ""
    return text.format(
        amount=_promised(agreed, language, locale),
        deed=agreed.deed.strip().rstrip("."),
        when=_promised_when(agreed, as_at, language, locale),
        ours=_when(agreed.deed_by, as_at, language, locale),
        again=_when(agreed.ring_again, as_at, language, locale),
        payment=_payment(agreed.said_paid, language, locale),
        sent=_sent(agreed.said_paid, as_at, language, locale),
    )


def _listed(agreed: Agreed, as_at: date, language: str, locale: str) -> str:
    """All that was agreed, one after the other, in the order in which it is done."""
    _ = words(language).gettext
    said = [
        *_theirs(agreed, as_at, language, locale),
        *_arranged(agreed, as_at, language, locale),
        *_ours(agreed, as_at, language, locale),
    ]
    return _("“So {what}. Did I get that right?”").format(what="; ".join(said))


def _theirs(agreed: Agreed, as_at: date, language: str, locale: str) -> Iterator[str]:
    _ = words(language).gettext
    if agreed.said_paid is not None:
        payment = _payment(agreed.said_paid, language, locale)
        yield f"{payment} {_sent(agreed.said_paid, as_at, language, locale)}"
    elif agreed.promised is not None and agreed.promised_by is not None:
        yield _("you pay {amount} {when}").format(
            amount=_promised(agreed, language, locale),
            when=_promised_when(agreed, as_at, language, locale),
        )


def _arranged(agreed: Agreed, as_at: date, language: str, locale: str) -> Iterator[str]:
    _, plan, query, more = (
        words(language).gettext, agreed.plan, agreed.query, agreed.more_time,
    )  # fmt: skip
    if plan is not None:
        text = words(language).ngettext(
            "you pay {whole} in {count} part, {when}",
            "you pay {whole} in {count} parts, {first} {when} and the last one {last}",
            plan.parts,
        )
        yield text.format(
            whole=money(plan.whole, locale, symbol=True),
            count=number(plan.parts, locale),
            first=money(plan.first, locale, symbol=True),
            when=_when(plan.first_day, as_at, language, locale),
            last=_when(plan.last_day, as_at, language, locale),
        )
    if query is not None:
        yield _("{amount} is under query because of {reason}").format(
            amount=money(query.amount, locale, symbol=True),
            reason=dispute_reason(query.reason.value, language),
        )
        if query.answer_by is not None:
            when = _when(query.answer_by, as_at, language, locale)
            yield _("you have our answer {when}").format(when=when)
    if more is not None:
        text = (
            _("you have time until {day}, and interest runs on")
            if more.interest_runs
            else _("you have time until {day}, without interest")
        )
        yield text.format(day=day_in_year(more.to_day, locale, as_at))


def _ours(agreed: Agreed, as_at: date, language: str, locale: str) -> Iterator[str]:
    _ = words(language).gettext
    if agreed.deed and agreed.deed_by is not None:
        yield _("from our side: {deed}, {ours}").format(
            deed=agreed.deed.strip().rstrip("."),
            ours=_when(agreed.deed_by, as_at, language, locale),
        )
    if agreed.ring_again is not None and agreed.ring_at is not None:
        yield _("I ring you again {again} at {hour}").format(
            again=_when(agreed.ring_again, as_at, language, locale),
            hour=hour(datetime.combine(agreed.ring_again, agreed.ring_at), locale),
        )


def _promised(agreed: Agreed, language: str, locale: str) -> str:
    """What they promise, and how if they said so: ``£1,212.00 by transfer``."""
    if agreed.promised is None:
        return ""
    return amount_by(money(agreed.promised, locale, symbol=True), agreed.method, language)


def _promised_when(agreed: Agreed, as_at: date, language: str, locale: str) -> str:
    """By when they promise, and in the place of what: ``…, instead of the £5.00 by 1 November``."""
    when = _when(agreed.promised_by, as_at, language, locale)
    if not agreed.instead:
        return when
    _ = words(language).gettext
    sums = totals_by_currency(amount for amount, _day in agreed.instead)
    told = ", ".join(money(one, locale, symbol=True) for one in sums)
    if len(agreed.instead) > 1:
        return _("{when}, instead of the {amount} promised before").format(when=when, amount=told)
    ((_amount, day),) = agreed.instead
    by = day_in_year(day, locale, as_at)
    return _("{when}, instead of the {amount} by {day}").format(when=when, amount=told, day=by)


def _payment(said: SaidPaid | None, language: str, locale: str) -> str:
    """What was paid, and how: ``£1,212.00 by transfer, reference 4711``."""
    if said is None:
        return ""
    _ = words(language).gettext
    amount = _("what is due") if said.amount is None else money(said.amount, locale, symbol=True)
    told = amount_by(amount, said.method, language)
    if said.reference:
        return _("{payment}, reference {reference},").format(payment=told, reference=said.reference)
    return told


def _sent(said: SaidPaid | None, as_at: date, language: str, locale: str) -> str:
    """When it was sent: ``went out today``, ``went out on Monday, 16 November``."""
    if said is None or said.paid_on is None:
        return ""
    _ = words(language).gettext
    ago = (as_at - said.paid_on).days
    if ago == 0:
        return _("went out today")
    text = _("went out yesterday, {day}") if ago == 1 else _("went out on {weekday}, {day}")
    weekday = weekday_name(said.paid_on, locale)
    return text.format(weekday=weekday, day=day_in_year(said.paid_on, locale, as_at))


def _when(day: date | None, as_at: date, language: str, locale: str) -> str:
    """A day as one says it: ``tomorrow, 24 November``, ``this Friday, 27 November``."""
    if day is None:
        return ""
    _ = words(language).gettext
    ahead = (day - as_at).days
    if ahead == 0:
        return _("today")
    if ahead == 1:
        text = _("tomorrow, {day}")
    elif 1 < ahead < _WEEK:
        text = _("this {weekday}, {day}")
    else:
        text = _("on {weekday}, {day}")
    weekday = weekday_name(day, locale)
    return text.format(weekday=weekday, day=day_in_year(day, locale, as_at))
