"""Words about contacts: by which way, what keeps them from paying, and who it may have been."""

from collections.abc import Sequence

from creditmate.domain.barriers import Barrier
from creditmate.domain.callers import Match, Sum, Why
from creditmate.domain.contact_channels import Way
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_short, money

_WAYS = {
    Way.CALL: N_("Call"),
    Way.EMAIL: N_("E-mail"),
    Way.LETTER: N_("Letter"),
    Way.TEXT: N_("Text message"),
    Way.MEETING: N_("Meeting"),
    Way.VISIT: N_("Visit"),
}
_BARRIERS = {
    Barrier.NOT_RECEIVED: N_("Invoice not received"),
    Barrier.ORDER_NUMBER: N_("Order number missing"),
    Barrier.APPROVAL: N_("Waiting for approval"),
    Barrier.CASH: N_("Short of cash"),
    Barrier.DISPUTE: N_("Under query"),
    Barrier.OTHER: N_("Another reason"),
}
_WHY = {
    Why.CODE: N_("code {text}"),
    Why.PHONE: N_("telephone {text}"),
    Why.ORDER: N_("order number, {text}"),
    Why.PERSON: N_("contact {text}"),
    Why.PAPER_LIKE: N_("number like {text}"),
    Why.EMAIL: N_("address {text}"),
    Why.PHONE_PART: N_("telephone {text}"),
}
_SUMS = {
    Sum.ITEM: N_("{amount} open on {text}"),
    Sum.OVERDUE: N_("{amount} overdue in all"),
    Sum.GROUP: N_("{amount} overdue of the whole group"),
    Sum.PROMISE: N_("{amount} promised by {day}"),
    Sum.INSTALMENT: N_("{amount} is a part of plan {text}, from {day}"),
}
_LEFT = {
    "promise": N_("a promise"),
    "claim": N_("that it was said to be paid"),
    "dispute": N_("a query"),
    "plan": N_("a plan"),
    "extension": N_("more time"),
    "interaction_item": N_("the invoices spoken of"),
}


def way_title(way: Way, language: str) -> str:
    """Return what a way of being in contact is called."""
    return words(language).gettext(_WAYS[way])


def barrier_title(barrier: Barrier, language: str) -> str:
    """Return what keeps a customer from paying."""
    return words(language).gettext(_BARRIERS[barrier])


def match_words(match: Match, language: str, locale: str) -> str:
    """Return why somebody may be calling: ``telephone 0161 496 0142 (Ann Lee)``."""
    _ = words(language).gettext
    if match.why is Why.AMOUNT and match.amount is not None:
        amount = money(match.amount, locale, symbol=True)
        day = "" if match.day is None else day_short(match.day, locale)
        return _(_SUMS[match.of]).format(amount=amount, text=match.text, day=day)
    told = _(_WHY[match.why]).format(text=match.text) if match.why in _WHY else match.text
    return _("{match} ({person})").format(match=told, person=match.person) if match.person else told


def missing_copies_words(numbers: Sequence[str], language: str) -> str:
    """Return that there is no copy here of what should go along with a message."""
    text = words(language).ngettext(
        "There is no copy of {numbers} here: it does not go along. Attach it yourself, from the"
        " books it was written in.",
        "There are no copies of {numbers} here: they do not go along. Attach them yourself, from"
        " the books they were written in.",
        len(numbers),
    )
    return text.format(numbers=", ".join(numbers))


def left_words(left: str, language: str) -> str:
    """Return what could not come along with a contact that was moved.

    Args:
        left: As ``services.contact_moves`` names it.
        language: Of the words.
    """
    return words(language).gettext(_LEFT[left])
