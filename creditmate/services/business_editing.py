"""The business and its letterhead: edited, checked, and looked at before anything is saved."""

from dataclasses import dataclass, fields, replace
from datetime import date

from creditmate.db.business import business, business_version, edit_business, logo_of_business
from creditmate.db.gateway import Gateway
from creditmate.documents.letterhead_sample import draw_sample
from creditmate.documents.logo import prepared_logo
from creditmate.documents.page import LEAST_CONTRAST, contrast_with_paper
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
from creditmate.domain.doubts import Doubt
from creditmate.domain.email_syntax import is_email
from creditmate.domain.identifiers import tax_number_doubt
from creditmate.domain.refusals import Why, refused
from creditmate.domain.rows import BusinessRow
from creditmate.services.letterhead import business_card, paper_form


@dataclass(frozen=True, slots=True)
class BusinessSheet:
    """What the form begins with: the entry, the version it was read at, and the logo as kept."""

    entry: BusinessEntry
    version: int
    logo: bytes | None


class BusinessEditing:
    """Edits the one business of the ledger."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    def sheet(self) -> BusinessSheet:
        """Return what the form begins with."""
        row = business()
        return BusinessSheet(entry_of(row), business_version(), logo_of_business())

    def save(self, entry: BusinessEntry, version: int, logo: bytes | None) -> Touched:
        """Save the business as typed.

        Papers that were issued stay as they are; the next one has the new letterhead.

        Args:
            entry: Everything that is edited.
            version: As ``sheet`` gave it.
            logo: As ``sheet`` or ``logo`` gave it; None for no logo.

        Raises:
            UserError: ``FIELD_REFUSED``, ``CHANGED_MEANWHILE``.
        """
        tidy = checked(entry)
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
        return tuple(doubt for doubt in found if doubt is not None)


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
    texts = {
        name: getattr(entry, name).strip() for name in BusinessEntry.__slots__ if name != "address"
    }
    lines = tuple(line.strip() for line in entry.address if line.strip())
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


def _check_home(entry: BusinessEntry) -> None:
    if not entry.name:
        raise refused("business.name", Why.EMPTY)
    if entry.currency not in CODES:
        raise refused("business.currency", Why.NOT_POSSIBLE, found=entry.currency)
    if len(entry.country) != 2 or not entry.country.isalpha() or not entry.country.isupper():
        raise refused("business.country", Why.NOT_POSSIBLE, found=entry.country)
    for field in ("zone", "locale"):
        if not getattr(entry, field):
            raise refused(f"business.{field}", Why.EMPTY)


def _accent_refusal(accent: str) -> Why | None:
    try:
        contrast = contrast_with_paper(accent)
    except ValueError:
        return Why.NOT_A_COLOUR
    return Why.TOO_PALE if contrast < LEAST_CONTRAST else None
