"""The business and its letterhead: edited, checked, and looked at before anything is saved."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from zoneinfo import available_timezones

from creditmate.db.business import (
    business,
    business_version,
    edit_business,
    home_currency,
    logo_of_business,
    sums_are_kept,
)
from creditmate.db.gateway import Gateway
from creditmate.documents.letterhead import draw_letterhead, logo_room
from creditmate.documents.letterhead_sample import draw_sample
from creditmate.documents.logo import prepared_logo
from creditmate.documents.page import LEAST_CONTRAST, RIGHT, contrast_with_paper, page
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import clean
from creditmate.documents.voice import Voice, is_spoken
from creditmate.domain.bank_numbers import (
    account_doubt,
    bic_refusal,
    grouped_iban,
    iban_refusal,
    sort_code_doubt,
)
from creditmate.domain.business_form import USUAL_ACCENT, BusinessEntry, entry_of
from creditmate.domain.changes import Touched
from creditmate.domain.currencies import CODES
from creditmate.domain.doubts import Doubt, Odd
from creditmate.domain.email_syntax import is_email
from creditmate.domain.identifiers import tax_number_doubt
from creditmate.domain.refusals import Why, refused
from creditmate.domain.rows import BusinessRow
from creditmate.services.calendars import is_region, regions_of
from creditmate.services.letterhead import business_card, paper_form
from creditmate.services.postal_forms import is_country
from creditmate.services.typed_texts import one_line

_LONGEST, _LONGEST_LEGAL = 200, 1000
_MOST_LINES = 12
"""Lines of an address: no country's has more."""
_REQUIRED = frozenset({"name", "zone", "locale"})


@dataclass(frozen=True, slots=True)
class BusinessSheet:
    """What the form begins with: the entry, the version it was read at, and the logo as kept.

    ``regions`` are the parts of the country whose holidays are known, by code and name.
    """

    entry: BusinessEntry
    version: int
    logo: bytes | None
    regions: tuple[tuple[str, str], ...] = ()


class BusinessEditing:
    """Edits the one business of the ledger."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    def sheet(self) -> BusinessSheet:
        """Return what the form begins with."""
        row = business()
        regions = regions_of(row.country)
        return BusinessSheet(entry_of(row), business_version(), logo_of_business(), regions)

    def regions(self, country: str) -> tuple[tuple[str, str], ...]:
        """Return the parts of a country whose holidays are known, by code and name."""
        return regions_of(country)

    def save(self, entry: BusinessEntry, version: int, logo: bytes | None) -> Touched:
        """Save the business as typed.

        Papers that were issued stay as they are; the next one has the new letterhead. The home
        currency can be changed only before anything was recorded in it.

        Args:
            entry: Everything that is edited.
            version: As ``sheet`` gave it.
            logo: As ``sheet`` or ``logo`` gave it; None for no logo.

        Raises:
            UserError: ``FIELD_REFUSED``, ``CHANGED_MEANWHILE``.
        """
        tidy, known = checked(entry), home_currency()
        if tidy.currency != known and sums_are_kept():
            raise refused("business.currency", Why.IN_USE, found=known)
        with self._gateway.write("edit-business") as writing:
            edit_business(writing, tidy.over(business()), version, logo)
        return Touched.SETTINGS

    def doubts(self, entry: BusinessEntry) -> tuple[Doubt, ...]:
        """Return what looks odd and may be saved all the same."""
        found = (
            tax_number_doubt(entry.tax_number, entry.country),
            sort_code_doubt(entry.bank_sort_code, entry.country),
            account_doubt(entry.bank_account, entry.country),
        )
        return (*(doubt for doubt in found if doubt is not None), *_cut(entry))


def logo(content: bytes) -> bytes:
    """Return a picture made ready to be the logo: on white, no larger than it is printed.

    Needs no ledger; a second for a large picture, so do it off the window's thread.

    Raises:
        UserError: ``FIELD_REFUSED``: it is no picture, too large, or nearly invisible.
    """
    return prepared_logo(content)


def preview(entry: BusinessEntry, logo: bytes | None, day: date, locale: str) -> bytes:
    """Return the PDF of a sample letter under a letterhead that is not saved yet.

    Needs no ledger. What cannot be drawn yet is left as it was: a colour that is being typed
    gives the usual one.

    Args:
        entry: As typed so far.
        logo: A prepared one, or None.
        day: The letter's.
        locale: The letter's language.
    """
    row = entry.over(_NOBODY)
    if _accent_refusal(row.accent) is not None:
        row = replace(row, accent=USUAL_ACCENT)
    size, window = paper_form(row)
    return draw_sample(replace(business_card(row), logo=logo), day, locale, size, window)


_NOT_TEXT = {"address", "sample", "logo_blob_id"}
_NOBODY = BusinessRow(
    **dict.fromkeys({each.name for each in fields(BusinessRow)} - _NOT_TEXT, ""),
    address=(),
    sample=False,
    logo_blob_id=None,
)


def checked(entry: BusinessEntry) -> BusinessEntry:
    """Return an entry without stray blanks, its IBAN in groups.

    Raises:
        UserError: ``FIELD_REFUSED`` naming the first field that cannot be right.
    """
    texts = {name: _line(entry, name) for name in BusinessEntry.__slots__ if name != "address"}
    address = (one_line("business.address", line, _LONGEST) for line in entry.address)
    lines = tuple(filter(None, address))
    if len(lines) > _MOST_LINES:
        raise refused("business.address", Why.NOT_POSSIBLE, found=lines[_MOST_LINES])
    tidy = BusinessEntry(**texts, address=lines)
    _check_home(tidy)
    if tidy.email and not is_email(tidy.email):
        raise refused("business.email", Why.NOT_AN_EMAIL, found=tidy.email)
    tidy = replace(tidy, iban=grouped_iban(tidy.iban))
    for field, why in (("iban", iban_refusal), ("bic", bic_refusal)):
        text = getattr(tidy, field)
        if text and (found := why(text)) is not None:
            raise refused(f"business.{field}", found, found=text)
    if (pale := _accent_refusal(tidy.accent)) is not None:
        raise refused("business.accent", pale, found=tidy.accent, least=f"{LEAST_CONTRAST:g}")
    bic = "".join(tidy.bic.split()).upper()
    return replace(tidy, bic=bic, accent=tidy.accent.upper())


def _cut(entry: BusinessEntry) -> Iterator[Doubt]:
    """Doubt what the letterhead has no room for: it would end in an ellipsis on every paper."""
    row = entry.over(business())
    if _accent_refusal(row.accent) is not None:
        row = replace(row, accent=USUAL_ACCENT)
    size, window = paper_form(row)
    form, sheet = page(size), Sheet(0.0)
    voice = Voice(row.locale, date.min)
    room = logo_room(window, (form.width, form.height))
    draw_letterhead(sheet, business_card(row), RIGHT, voice, room)
    for text in sheet.shortened:
        yield Doubt("name" if text == clean(row.name) else "address", Odd.CUT, text)


def _line(entry: BusinessEntry, name: str) -> str:
    text, required = str(getattr(entry, name)), name in _REQUIRED
    most = _LONGEST_LEGAL if name == "legal_line" else _LONGEST
    return one_line(f"business.{name}", text, most, required=required)


def _check_home(entry: BusinessEntry) -> None:
    if entry.currency not in CODES:
        raise refused("business.currency", Why.NOT_POSSIBLE, found=entry.currency)
    if not entry.country.isupper() or not is_country(entry.country):
        raise refused("business.country", Why.NOT_POSSIBLE, found=entry.country)
    if not is_region(entry.country, entry.region):
        raise refused("business.region", Why.NOT_POSSIBLE, found=entry.region)
    if entry.zone not in available_timezones():
        raise refused("business.zone", Why.NOT_POSSIBLE, found=entry.zone)
    if not is_spoken(entry.locale):
        raise refused("business.locale", Why.NOT_POSSIBLE, found=entry.locale)


def _accent_refusal(accent: str) -> Why | None:
    try:
        contrast = contrast_with_paper(accent)
    except ValueError:
        return Why.NOT_A_COLOUR
    return Why.TOO_PALE if contrast < LEAST_CONTRAST else None
