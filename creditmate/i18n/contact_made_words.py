"""Words about contacts: by which way, what keeps them from paying, and who it may have been."""

from creditmate.domain.barriers import Barrier
from creditmate.domain.callers import Match, Why
from creditmate.domain.contact_channels import Way
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import money

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
_LEFT = {
    "promise": N_("a promise"),
    "claim": N_("that it was said to be paid"),
    "dispute": N_("a question"),
    "plan": N_("a plan"),
    "extension": N_("more time"),
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
        if not match.text:
            return _("{amount} overdue in all").format(amount=amount)
        return _("{amount} open on {text}").format(amount=amount, text=match.text)
    told = _(_WHY[match.why]).format(text=match.text) if match.why in _WHY else match.text
    return _("{match} ({person})").format(match=told, person=match.person) if match.person else told


def left_words(left: str, language: str) -> str:
    """Return what could not come along with a contact that was moved.

    Args:
        left: As ``services.contact_moves`` names it.
        language: Of the words.
    """
    return words(language).gettext(_LEFT[left])
