"""The business as its letterhead, and the paper and envelope of its country."""

from creditmate.db.papers import blob
from creditmate.documents.page import PageSize
from creditmate.documents.papers import BankDetails, BusinessCard
from creditmate.documents.window import PRESETS, Preset, Window
from creditmate.domain.rows import BusinessRow
from creditmate.domain.telephone import telephone

_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH"})
_WINDOWS = {
    "AT": Preset.DIN_B,
    "AU": Preset.AU_DL,
    "CA": Preset.US_10,
    "CH": Preset.DIN_B,
    "DE": Preset.DIN_B,
    "US": Preset.US_10,
}


def business_card(row: BusinessRow, to: str = "") -> BusinessCard:
    """Return what the letterhead prints of the business.

    Args:
        row: The business.
        to: The country to which a paper goes; '' for ours.
    """
    return BusinessCard(
        name=row.name,
        trade=row.trade_line,
        legal_line=row.legal_line,
        accent=row.accent,
        bank=_bank(row),
        phone=rung_from(to, row.phone, row.country),
        email=row.email,
        tax_number=row.tax_number,
        contact_person=row.contact_name,
        postal_address=row.address,
        locale=row.locale,
        logo=None if row.logo_blob_id is None else blob(row.logo_blob_id),
    )


def rung_from(country: str, phone: str, home: str) -> str:
    """Return a number of ours as it is rung from a country: abroad with the code of ours."""
    return phone if country in {"", home} else telephone(phone, home).international


def _bank(row: BusinessRow) -> BankDetails | None:
    if not (row.iban or row.bank_account):
        return None
    return BankDetails(
        account_name=row.bank_payee or row.name,
        sort_code=row.bank_sort_code,
        account_number=row.bank_account,
        iban=row.iban,
        bic=row.bic,
    )


def paper_form(row: BusinessRow) -> tuple[PageSize, Window]:
    """Return the size of paper and the window that are common in the business's country."""
    size = PageSize.LETTER if row.country in _LETTER_COUNTRIES else PageSize.A4
    return size, PRESETS[_WINDOWS.get(row.country, Preset.UK_DL)]
