"""What follows from a decision, said before it is made; knows no toolkit."""

from datetime import date

from creditmate.domain.credit_limits import LimitUse
from creditmate.domain.customer_facts import CustomerFacts
from creditmate.domain.customer_status import Status
from creditmate.domain.holds import HoldKind, is_possible
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_note, money
from creditmate.i18n.standing_words import hold_kind_words, status_words

_FOLLOWS = {
    Status.PROSPECT: N_("Not supplied yet. Nothing else changes."),
    Status.ACTIVE: N_("Supplied on account, and followed up as usual."),
    Status.WATCH: N_("Supplied, and marked wherever the name stands."),
    Status.ON_STOP: N_(
        "Nothing is supplied on account. What is owed is followed up all the same; courtesy calls"
        " stop."
    ),
    Status.WITH_AGENCY: N_("The agency has it: no calls, letters or statements from us."),
    Status.CLOSED: N_("No more supply. What is owed is followed up all the same."),
}
_KINDS = {
    HoldKind.DECEASED: N_("Nothing goes out in their name. Write to whoever settles the estate."),
    HoldKind.INSOLVENT: N_("Nothing is asked of them. Report the claim to the insolvency office."),
    HoldKind.BREATHING_SPACE: N_(
        "The law gives sixty days in which nobody asks, writes or adds interest."
    ),
    HoldKind.HARDSHIP: N_("They pay what they can. Statements go on: they see the account."),
    HoldKind.OURS: N_("A pause that we have decided ourselves."),
}
_NEEDS_NO_REASON = frozenset({Status.PROSPECT, Status.ACTIVE})


def status_offers(language: str) -> list[tuple[str, str]]:
    """Return how we may trade."""
    return [(status.value, status_words(status, language)) for status in Status]


def follows_from(status: Status, language: str) -> str:
    """Return what a status means for the customer and for us."""
    return words(language).gettext(_FOLLOWS[status])


def needs_reason(status: Status) -> bool:
    """Whether a status is only decided with its reason."""
    return status not in _NEEDS_NO_REASON


def kind_offers(form: LegalForm, language: str) -> list[tuple[str, str]]:
    """Return the kinds of hold that a customer of a legal form may have, ours first."""
    possible = [kind for kind in HoldKind if is_possible(kind, form)]
    return [(kind.value, hold_kind_words(kind, language)) for kind in reversed(possible)]


def kind_words(kind: HoldKind, language: str) -> str:
    """Return what a kind of hold means."""
    return words(language).gettext(_KINDS[kind])


def status_told(name: str, status: Status, language: str) -> str:
    """Return what was decided, for the toast."""
    _ = words(language).gettext
    return _("{name}: {what}.").format(name=name, what=status_words(status, language))


def limit_told(name: str, amount: Money | None, language: str, locale: str) -> str:
    """Return what limit was set, for the toast."""
    _ = words(language).gettext
    if amount is None:
        return _("{name} has no credit limit any more.").format(name=name)
    text = _("{name} may owe up to {amount}.")
    return text.format(name=name, amount=money(amount, locale, symbol=True))


def hold_told(name: str, kind: HoldKind, language: str) -> str:
    """Return that a customer is left in peace, for the toast."""
    _ = words(language).gettext
    return _("{name}: {what}.").format(name=name, what=hold_kind_words(kind, language))


def ended_told(name: str, language: str) -> str:
    """Return that a hold was ended, for the toast."""
    return words(language).gettext("{name} is followed up again.").format(name=name)


def reviewed_told(name: str, day: date | None, language: str, locale: str, as_at: date) -> str:
    """Return that a hold goes on, for the toast."""
    _ = words(language).gettext
    if day is None:
        return _("{name} is left in peace for now.").format(name=name)
    text = _("{name} is left in peace; look at it again {day}.")
    return text.format(name=name, day=day_in_note(day, locale, as_at))


def limit_follows(facts: CustomerFacts, limit: Money, language: str, locale: str) -> str:
    """Return how much of a limit that is typed is used already."""
    same = [one.total for one in facts.exposures if one.total.currency == limit.currency]
    used = sum(same, Money(0, limit.currency))
    use = LimitUse(limit, date.min, "", used)
    _ = words(language).gettext
    if use.over is not None:
        return _("over by {amount} now").format(amount=money(use.over, locale, symbol=True))
    return _("{amount} of it is used now").format(amount=money(used, locale, symbol=True))
