"""What the choices of a customer's form offer: codes and words; knows no toolkit."""

from collections.abc import Sequence

from creditmate.domain.customer_form import StatementKind
from creditmate.domain.customer_status import Status
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.our_people import StaffRow
from creditmate.i18n.catalogue import languages, words
from creditmate.i18n.customer_words import legal_form_words, statement_kind_words
from creditmate.i18n.locales import known_locale
from creditmate.i18n.standing_words import status_words

Offers = list[tuple[str, str]]


def legal_forms(language: str) -> Offers:
    """Return what sort of customer it may be."""
    unknown = words(language).gettext("Not known")
    return [(form.value, legal_form_words(form.value, language) or unknown) for form in LegalForm]


def statement_kinds(language: str) -> Offers:
    """Return what a statement may list."""
    return [(kind.value, statement_kind_words(kind, language)) for kind in StatementKind]


def statuses(language: str) -> Offers:
    """Return how we may begin to trade: what needs a reason is decided later."""
    begins = (Status.ACTIVE, Status.PROSPECT)
    return [(status.value, status_words(status, language)) for status in begins]


def owners(people: Sequence[StaffRow], language: str) -> Offers:
    """Return who may look after a customer."""
    nobody = words(language).gettext("Nobody in particular")
    return [("", nobody), *((str(row.id), row.name) for row in people)]


def paper_locales(country: str, chosen: str, locale: str) -> Offers:
    """Return in which language and form papers may be written to a country, and as it is."""
    codes = dict.fromkeys(str(known_locale(f"{code}_{country}")) for code in languages())
    offers = [*dict.fromkeys([*codes, chosen])] if chosen else list(codes)
    return [(code, _called(code, locale)) for code in offers]


def zones(codes: Sequence[str]) -> Offers:
    """Return the time zones by their places."""
    return [(code, code.replace("_", " ")) for code in codes]


def _called(code: str, locale: str) -> str:
    return str(known_locale(code).get_display_name(str(known_locale(locale))) or code)
