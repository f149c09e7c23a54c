"""Interest in words: on what ground, from when, at which rate, and what became of it."""

from collections.abc import Mapping
from decimal import Decimal

from creditmate.domain.charge_facts import ChargeFacts
from creditmate.domain.interest import RateStep, Segment, Start, StartsBecause
from creditmate.domain.interest_basis import AcceptedTerms, Basis, Because, Choice, Ground
from creditmate.domain.interest_claim import LateDebt
from creditmate.domain.interest_events import EventKind, InterestEvent
from creditmate.domain.interest_rules import Follows, Scheme
from creditmate.i18n.bidi import apart, sentences
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_short, money, number
from creditmate.i18n.interest_law_words import above_words
from creditmate.i18n.quantities import percent_words

_BECAUSE: Mapping[Because, str] = {
    Because.RATE_ACCEPTED: N_(
        "The rate of {terms}, accepted on {accepted}. It takes the place of the law's: never both."
    ),
    Because.LAW: N_("{law}: no rate of our own was agreed before {day}."),
    Because.LAW_BY_CLAUSE: N_("{law}, as {terms}, accepted on {accepted}, leave it to the law."),
    Because.LAW_CHOSEN: N_("{law}: chosen for this customer in place of the rate of {terms}."),
    Because.NO_TERMS: N_("No terms with an interest clause were accepted before {day}."),
    Because.CLAUSE_WITHOUT_RATE: N_(
        "{terms} leave interest to the law, and none is known here for our country."
    ),
    Because.PERSON: N_("The law reaches businesses only, and this customer is a private person."),
    Because.FORM_UNKNOWN: N_(
        "The law reaches businesses only, and this customer's legal form is not entered. Enter it"
        " among the customer's details."
    ),
    Because.CHOSEN_NONE: N_("It was decided that this customer is charged none."),
    Because.CHOSEN_CONTRACT: N_(
        "Only the contract's rate was chosen, and no terms that set one were accepted before {day}."
    ),
    Because.CHOSEN_STATUTE: N_("The law was chosen, and none is known here for our country."),
}
_CHOICES: Mapping[Choice, str] = {
    Choice.USUAL: N_("As usual: the rate agreed, else the law's"),
    Choice.CONTRACT: N_("Only a rate that was agreed"),
    Choice.STATUTE: N_("The law's, though a rate was agreed"),
    Choice.NONE: N_("None"),
}
_STARTS: Mapping[StartsBecause, str] = {
    StartsBecause.AGREED: N_("From {day}, the day after the agreed day."),
    StartsBecause.NONE_AGREED: N_(
        "From {day}: no day was agreed, and the law's 30 days have passed."
    ),
    StartsBecause.TOO_LONG: N_(
        "From {day}: the agreed day lies further ahead than the law allows, unless that is marked"
        " as fair."
    ),
}
_EVENTS: Mapping[EventKind, str] = {
    EventKind.CHARGED: N_("{amount} charged with {number}, up to {until}"),
    EventKind.WAIVED: N_("{amount} waived, up to {until}"),
    EventKind.CANCELLED: N_("{amount} cancelled, up to {until}"),
}
_KINDS: Mapping[EventKind, str] = {
    EventKind.CHARGED: N_("Charged"),
    EventKind.WAIVED: N_("Waived"),
    EventKind.CANCELLED: N_("Cancelled"),
}


def choice_words(choice: Choice, language: str) -> str:
    """Return what was decided about a customer."""
    return words(language).gettext(_CHOICES[choice])


def event_kind_words(kind: EventKind, language: str) -> str:
    """Return what became of interest, in one word."""
    return words(language).gettext(_KINDS[kind])


def terms_named(terms: AcceptedTerms, language: str) -> str:
    """Return which terms they are."""
    text = words(language).gettext("{title}, version {number}")
    return text.format(title=terms.title, number=terms.number)


def ground_words(basis: Basis, language: str, locale: str) -> str:
    """Return the ground as a short label: rate and where it is from."""
    _ = words(language).gettext
    if basis.ground is Ground.NONE:
        return _("No interest")
    if basis.ground is Ground.CONTRACT and basis.terms is not None:
        return _contract(basis.terms, language, locale)
    return above_words(basis.scheme, language, locale) if basis.scheme else ""


def _contract(terms: AcceptedTerms, language: str, locale: str) -> str:
    _ = words(language).gettext
    text = (
        _("{percent} a month by contract")
        if terms.interest_monthly
        else (_("{percent} a year by contract"))
    )
    return text.format(percent=percent_words(terms.interest_percent or Decimal(0), locale))


def because_words(basis: Basis, language: str, locale: str) -> str:
    """Return why the ground is what it is, as a sentence to stand beside the amount."""
    _ = words(language).gettext
    terms = basis.terms
    said = _(_BECAUSE[basis.because]).format(
        day=apart(day_short(basis.invoice_day, locale)),
        law="" if basis.scheme is None else basis.scheme.source,
        terms="" if terms is None else terms_named(terms, language),
        accepted="" if terms is None else apart(day_short(terms.accepted_day, locale)),
    )
    if basis.because is Because.CHOSEN_NONE and basis.chosen.reason:
        return sentences([said, basis.chosen.reason])
    return said


def fixed_words(basis: Basis, language: str) -> str:
    """Return why a fixed sum may or may not be charged, as a sentence."""
    _ = words(language).gettext
    if basis.ground is Ground.NONE:
        return ""
    if basis.fixed and basis.ground is Ground.CONTRACT:
        return _("Fixed sum by the clause of the accepted terms, in the law's amounts.")
    if basis.fixed:
        return _("Fixed sum by the same law, once for each invoice.")
    return _("No fixed sum: the accepted terms have no clause about it.")


def charge_short(facts: ChargeFacts, language: str, locale: str) -> str:
    """Return what may be charged in a few words: ``11.75% a year by law, and fixed sums``."""
    _, basis = words(language).gettext, facts.basis
    rate = ground_words(basis, language, locale)
    if basis.ground is Ground.STATUTE and facts.percent is not None:
        percent = percent_words(facts.percent.percent, locale)
        rate = _("{percent} a year by law").format(percent=percent)
    text = _("{rate}, and fixed sums") if basis.fixed else _("{rate}, no fixed sums")
    return text.format(rate=rate)


def start_words(start: Start, language: str, locale: str) -> str:
    """Return from when interest runs, and why."""
    text = words(language).gettext(_STARTS[start.because])
    return text.format(day=apart(day_short(start.day, locale)))


def rate_words(step: RateStep, scheme: Scheme | None, language: str, locale: str) -> str:
    """Return a rate with what it is built on."""
    _ = words(language).gettext
    percent = percent_words(step.percent, locale)
    if step.reference is None or scheme is None:
        return _("{percent} a year").format(percent=percent)
    text = _("{percent} a year: {margin} above {reference}")
    if scheme.follows is Follows.START:
        text = _("{percent} a year: {margin} above {reference}, fixed when interest starts")
    return text.format(
        percent=percent,
        margin=percent_words(scheme.margin, locale),
        reference=percent_words(step.reference.percent, locale),
    )


def segment_words(segment: Segment, language: str, locale: str) -> str:
    """Return days in a row with their balance and rate, as they stand on screen and paper."""
    catalogue = words(language)
    if segment.held:
        text = catalogue.ngettext(
            "{first} to {last}: {days} day left out", "{first} to {last}: {days} days left out",
            segment.days,
        )  # fmt: skip
    else:
        text = catalogue.ngettext(
            "{balance} from {first} to {last}: {days} day at {percent} a year",
            "{balance} from {first} to {last}: {days} days at {percent} a year",
            segment.days,
        )
    return text.format(
        first=apart(day_short(segment.first, locale)),
        last=apart(day_short(segment.last, locale)),
        days=number(segment.days, locale),
        balance=apart(money(segment.balance, locale, symbol=True)),
        percent=percent_words(segment.percent, locale),
    )


def event_words(event: InterestEvent, language: str, locale: str) -> str:
    """Return what became of interest, in one line."""
    said = (
        words(language)
        .gettext(_EVENTS[event.kind])
        .format(
            amount=apart(money(event.interest + event.fixed, locale, symbol=True)),
            number=event.number,
            until=apart(day_short(event.until_day, locale)),
        )
    )
    return sentences([f"{said}.", event.reason]) if event.reason else said


def by_hand_words(debt: LateDebt, language: str, locale: str) -> list[str]:
    """Return which charge notes somebody wrote for an invoice, so that none is charged twice."""
    text = words(language).gettext(
        "{number} of {amount} was written by hand for this invoice and is not taken off here."
    )
    return [
        text.format(number=note.number, amount=apart(money(note.amount, locale, symbol=True)))
        for note in debt.by_hand
    ]
