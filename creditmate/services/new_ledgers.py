"""What stands in a ledger from its first day: whose it is, its series of numbers, its taxes."""

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from creditmate.db import ledger_file
from creditmate.db.business import create_business
from creditmate.domain.business_form import USUAL_ACCENT
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.rows import BusinessRow
from creditmate.services.numbering import begin_usual_series
from creditmate.services.taxes import begin_usual_taxes
from creditmate.system.ledger_place import ledger_folder

if TYPE_CHECKING:
    from creditmate.db.gateway import Writing


class Beginning(Protocol):
    """What has to be known of a business to begin its ledger."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def country(self) -> str:
        """Where it is."""

    @property
    def currency(self) -> str:
        """What its books are kept in."""

    @property
    def locale(self) -> str:
        """How it writes figures and days."""

    @property
    def zone(self) -> str:
        """When its days begin."""


def fill_new(writing: "Writing", business: Beginning) -> None:
    """Write what a business begins with into its empty ledger."""
    create_business(writing, _business_row(business))
    begin_usual_series(writing)
    begin_usual_taxes(writing, business.country)


def make_own_folder(folder: Path) -> None:
    """Make the folder for ledgers when it is first needed; any other is there or is wrong.

    Raises:
        UserError: ``FOLDER_UNWRITABLE``.
    """
    if folder == ledger_folder():
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(Problem.FOLDER_UNWRITABLE, path=folder, why=error.strerror) from error


def make_way(path: Path) -> None:
    """Put a sample ledger aside that a version made which was never released."""
    if path.exists() and not _can_be_read(path):
        ledger_file.put_aside(path)


def _can_be_read(path: Path) -> bool:
    try:
        ledger_file.look_at(path)
    except UserError as error:  # all else is for the opening to tell
        return error.problem is not Problem.LEDGER_OTHER_TABLES
    return True


def _business_row(business: Beginning) -> BusinessRow:
    return BusinessRow(
        ledger_uid=secrets.token_hex(16),
        name=business.name,
        trade_line="",
        legal_line="",
        address=(),
        phone="",
        email="",
        tax_number="",
        contact_name="",
        bank_payee="",
        bank_sort_code="",
        bank_account="",
        iban="",
        bic="",
        country=business.country,
        zone=business.zone,
        currency=business.currency,
        locale=business.locale,
        accent=USUAL_ACCENT,
        books_kept="",
        sample=False,
    )
