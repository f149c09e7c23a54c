"""``terms due``: when an invoice is due by terms that are written in their notation.

The other steps of ``terms`` are about terms and conditions, in ``library_command``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from creditmate.cli import answers
from creditmate.cli.library_command import library
from creditmate.cli.session import Session
from creditmate.cli.tables import table
from creditmate.domain.currencies import CODES
from creditmate.domain.dates import Calendar
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.terms_notation import parse_terms
from creditmate.domain.terms_text import terms_text
from creditmate.domain.worked_terms import WorkedTerms, worked
from creditmate.i18n.countries import country_defaults
from creditmate.i18n.formats import day_echoed, money
from creditmate.i18n.parsing import parse_money
from creditmate.i18n.terms_words import terms_words, yearly_cost_words
from creditmate.services.calendars import calendar_around, checked_region

_NOMINAL = 1_000_000
"""Minor units by which days are worked out where no amount is asked about."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Whose holidays and whose money count."""

    country: str
    region: str
    currency: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """The terms that were asked about; ``amount`` is None where none was said."""

    terms: PaymentTerms
    place: _Place
    amount: Money | None
    found: WorkedTerms


def terms(session: Session) -> int:
    """Say when an invoice would be due, or do what was said with the library."""
    arguments = session.arguments
    if arguments.step != "due":
        return library(session)
    day = session.day(arguments.date, "--date")
    agreed = parse_terms(arguments.terms, day, field="--terms")
    place = _place(session)
    amount = _amount(session, place.currency)
    nominal = amount or Money(_NOMINAL, place.currency)
    found = _worked(agreed, day, nominal, calendar_around(place.country, place.region, day))
    asked = _Asked(agreed, place, amount, found)
    if session.wants_json:
        session.say_json(_answer(asked))
    else:
        session.say_lines(_lines(session, asked))
    return 0


def _worked(agreed: PaymentTerms, day: date, amount: Money, calendar: Calendar) -> WorkedTerms:
    try:
        return worked(agreed, day, amount, calendar)
    except (OverflowError, ValueError) as error:  # behind the last year that there is
        raise UserError(Problem.BAD_OPTION, option="--date", found=day.isoformat()) from error


def _place(session: Session) -> _Place:
    """The country that was said, else the one of the business whose ledger it is."""
    country, region = session.arguments.country.strip().upper(), session.arguments.region
    currency = session.arguments.currency.strip().upper()
    if currency and currency not in CODES:
        raise UserError(Problem.UNKNOWN_CURRENCY, found=currency)
    if country:
        usual = country_defaults(country).currency
    else:
        session.open_to_read()
        home = session.ask(session.program.business_editing.sheet).entry
        country, usual, region = home.country, home.currency, region or home.region
    return _Place(country, checked_region(country, region, "--region"), currency or usual)


def _amount(session: Session, currency: str) -> Money | None:
    text = session.arguments.amount
    if not text.strip():
        return None
    return parse_money(text, currency, session.locale, field="--amount")


def _lines(session: Session, asked: _Asked) -> Iterator[str]:
    _, locale, found = session.translate, session.locale, asked.found
    yield f"{terms_text(asked.terms)}: {terms_words(asked.terms, session.language)}"
    yield _("Invoice of {day}").format(day=day_echoed(found.day, locale))
    yield ""
    heads = [_("Due by the contract"), _("On a working day"), _("Amount")]
    rows = [
        [
            day_echoed(part.day, locale),
            day_echoed(part.shifted_day, locale),
            money(part.amount, locale, symbol=True) if asked.amount else "–",
        ]
        for part in found.parts
    ]
    yield from table(heads, rows, "llr")
    yield from _discount_lines(session, asked)


def _discount_lines(session: Session, asked: _Asked) -> Iterator[str]:
    _, offer = session.translate, asked.found.offer
    if offer is None:
        return
    yield ""
    day = day_echoed(offer.day, session.locale)
    if asked.amount:
        off = money(offer.amount, session.locale, symbol=True)
        yield _("Paid by {day}: {amount} less").format(day=day, amount=off)
    else:
        yield _("Discount if paid by {day}").format(day=day)
    if offer.yearly_cost is not None:
        yield yearly_cost_words(offer.yearly_cost, session.language, session.locale)


def _answer(asked: _Asked) -> answers.Json:
    found = asked.found
    last = found.parts[-1]
    return {
        "terms": terms_text(asked.terms),
        "form": asked.terms.form.value,
        "country": asked.place.country,
        "region": asked.place.region or None,
        "day": answers.day(found.day),
        "due": answers.day(last.day),
        "shifted": answers.day(last.shifted_day),
        "parts": [
            {
                "due": answers.day(part.day),
                "shifted": answers.day(part.shifted_day),
                "amount": answers.money(part.amount) if asked.amount else None,
            }
            for part in found.parts
        ],
        "discount": _discount_answer(asked),
    }


def _discount_answer(asked: _Asked) -> answers.Json | None:
    offer, discount = asked.found.offer, asked.terms.discount
    if offer is None or discount is None:
        return None
    return {
        "percent": f"{discount.percent.normalize():f}",
        "day": answers.day(offer.day),
        "amount": answers.money(offer.amount) if asked.amount else None,
        "yearly_cost": None if offer.yearly_cost is None else str(offer.yearly_cost),
    }
