"""An opening line and a goal for a call, from why the customer is on the list.

Source: product.md (convictions 1-3 and 14), mock-ups 01 and 05: plain, kind, no blame.
"""

from collections.abc import Callable

from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_with_weekday, money

_GOALS = {
    Kind.OURS_LATE: N_("Do what we promised, and say by when the rest follows."),
    Kind.OURS_DUE: N_("Do today what we promised for today."),
    Kind.CALL_BACK: N_("The answer we were to ring back for, and the next step with a day."),
    Kind.PROMISE_NOT_KEPT: N_("What got in the way, and a firm day for {amount}."),
    Kind.SAID_PAID: N_(
        "How and when {amount} was sent, with which reference, and to which account."
    ),
    Kind.CHECK_MONEY: N_("Find the money before anybody is rung."),
    Kind.FOLLOW_UP: N_("A day for {amount}, and whether anything holds it up."),
    Kind.COURTESY: N_(
        "Goods and invoice right, its order number on it, who approves it, and when the payment"
        " run is."
    ),
}
_OPENINGS = {
    Kind.OURS_LATE: N_(
        "{hello}I said you would hear from me, and it has taken longer than it should."
    ),
    Kind.OURS_DUE: N_("{hello}I said you would hear from me today."),
    Kind.CALL_BACK: N_("{hello}we agreed that I would ring again today. Is this a good moment?"),
    Kind.PROMISE_NOT_KEPT: N_(
        "{hello}we agreed {amount} for {day} and I haven't seen it yet. Is something holding it up?"
    ),
    Kind.SAID_PAID: N_(
        "{hello}you told me that {amount} was sent on {day}. I have looked and cannot find it."
        " Could you tell me how it went?"
    ),
    Kind.CHECK_MONEY: N_(
        "{hello}there is {amount} on your account that I have not matched yet. Which invoice is"
        " it for?"
    ),
    Kind.FOLLOW_UP: N_(
        "{hello}this is about {amount} that has passed its day. Did the invoices reach you,"
        " and is everything as it should be?"
    ),
    Kind.COURTESY: N_(
        "{hello}did everything arrive as you wanted it, and is our invoice with the right person?"
    ),
}
_BANK_GOAL = N_("See whether {amount} has come before anybody is rung.")
_BANK_OPENING = N_(
    "{hello}I am going through what has come in. Is {amount} on its way, or has it been sent?"
)
"""Nobody is to be rung yet, and nothing is known to have come, so there is nothing to thank for."""
_SPOKEN_OF = {
    Kind.PROMISE_NOT_KEPT: (ReasonCode.PROMISE_BROKEN, ReasonCode.PROMISE_PART_KEPT),
    Kind.SAID_PAID: (ReasonCode.SAID_PAID_NOT_FOUND,),
}


def goal_words(line: Line, language: str, locale: str) -> str:
    """Return what a call about a line should bring."""
    _ = words(language).gettext
    text = _BANK_GOAL if line.channel is Channel.BANK else _GOALS[line.kind]
    return _(text).format(amount=_amounts(line, locale))


def opening_words(line: Line, contact: str, language: str, locale: str) -> str:
    """Return a first sentence for a line, to the contact if one is known by name."""
    _ = words(language).gettext
    message = _BANK_OPENING if line.channel is Channel.BANK else _OPENINGS[line.kind]
    missed, amount = _missed(line), _amounts(line, locale)
    if missed is not None and missed.amount is not None:
        amount = money(missed.amount, locale, symbol=True)
    text = _(message).format(hello=_hello(contact, _), amount=amount, day=_day(missed, locale))
    return capital(text)


def _missed(line: Line) -> Reason | None:
    """The promise or claim that the opening speaks of; on other lines it is only told."""
    codes = _SPOKEN_OF.get(line.kind, ())
    return next((reason for reason in line.reasons if reason.code in codes), None)


def _hello(contact: str, _: Callable[[str], str]) -> str:
    first = contact.split(maxsplit=1)[0] if contact.split() else ""
    return _("Good morning {name}, ").format(name=first) if first else _("Good morning, ")


def _amounts(line: Line, locale: str) -> str:
    return ", ".join(money(amount, locale, symbol=True) for amount in line.amounts)


def _day(missed: Reason | None, locale: str) -> str:
    return "" if missed is None or missed.day is None else day_with_weekday(missed.day, locale)
