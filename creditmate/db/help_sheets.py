"""Help sheets as the business has edited them."""

from datetime import date

from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import HelpSheet
from creditmate.domain.help_sheets import HelpSheet as Sheet


def edited_sheets() -> dict[str, Sheet]:
    """Return the sheets that were edited, by country."""
    return {country: sheet for country, (_, sheet) in _kept().items()}


def save_sheet(writing: Writing, sheet: Sheet) -> int:
    """Keep a country's sheet as it was edited, and return its id.

    Raises:
        UserError: ``CHANGED_MEANWHILE``: it is not at the version that was edited any more.
    """
    known = _kept().get(sheet.country)
    texts = {"title": sheet.title, "wording": sheet.wording}
    if known is None:
        return writing.create(HelpSheet, country=sheet.country, **texts)
    writing.edit(HelpSheet, known[0], sheet.version, **texts)
    return known[0]


def drop_sheet(writing: Writing, country: str, day: date) -> None:
    """Let a country have the sheet that was shipped again, or none; nothing where none is kept."""
    known = _kept().get(country)
    if known is not None:
        id_, sheet = known
        writing.edit(HelpSheet, id_, sheet.version, archived_day=day)


def _kept() -> dict[str, tuple[int, Sheet]]:
    query = (
        HelpSheet.select(
            HelpSheet.id, HelpSheet.version, HelpSheet.country, HelpSheet.title, HelpSheet.wording
        )
        .where(HelpSheet.archived_day.is_null())
        .order_by(HelpSheet.country)
    )
    return {
        country: (id_, Sheet(country, title, wording, version))
        for id_, version, country, title, wording in database.execute(query)
    }
