"""The business whose ledger the sample is."""

import uuid
from decimal import Decimal

from creditmate.domain.our_people import StaffEntry
from creditmate.domain.rows import BusinessRow

STAFF = (
    StaffEntry(
        "Ellen Rook", "ER", "Owner", "01632 960 144", "ellen@rookmere.example",
        "Ellen Rook\nRookmere Joinery Supplies",
    ),
    StaffEntry(
        "Marian Pike", "MP", "Accounts", "01632 960 145", "accounts@rookmere.example",
        "Marian Pike\nAccounts, Rookmere Joinery Supplies",
    ),
)  # fmt: skip
RATES = (("EUR", Decimal("0.86")), ("USD", Decimal("0.75")))
"""What one unit was in pounds at the beginning of the month before; made up, near the truth."""
SERIES = {
    "statement": "S-{yy}{mm}-{n:03}",
    "invoice": "{n:04}",
    "receipt": "{n:04}",
    "credit_note": "CN-{n:03}",
    "charge_note": "CH-{n:03}",
}
"""Numbering patterns by kind of paper or document."""


def rookmere() -> BusinessRow:
    """Return the business; its ledger has an identity of its own, so backups never mix."""
    return BusinessRow(
        ledger_uid=uuid.uuid4().hex,
        name="Rookmere Joinery Supplies",
        trade_line="Timber, mouldings and joinery made to drawing",
        legal_line="Ellen Rook trading as Rookmere Joinery Supplies, The Old Sawpit, Fell Road, "
        "Hollin Bridge HB4 7QT",
        address=("The Old Sawpit, Fell Road", "Hollin Bridge HB4 7QT"),
        phone="01632 960 144",
        email="accounts@rookmere.example",
        tax_number="GB 999 9999 73",
        contact_name="Ellen Rook",
        bank_payee="Rookmere Joinery Supplies",
        bank_sort_code="00-11-22",
        bank_account="40961738",
        iban="",
        bic="",
        country="GB",
        zone="Europe/London",
        currency="GBP",
        locale="en_GB",
        accent="#1F4B57",
        books_kept="",
        sample=True,
    )
