"""What the list of help sheets says: cells in a language."""

from creditmate.domain.help_sheets import HelpSheet
from creditmate.i18n.catalogue import words
from creditmate.i18n.countries import country_name
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.tag import Tone
from creditmate.ui.theme.tokens import Ink, Type

_COUNTRY, _CODE, _TITLE = 336, 72, 240


class HelpSheetCells:
    """Columns in a language."""

    def __init__(self, language: str) -> None:
        self._language, self._ = language, words(language).gettext

    def columns(self) -> list[Column[Numbered[HelpSheet]]]:
        """Country, whether its sheet was looked through, its code, the title."""
        _ = self._
        return [
            Column("country", _("Country"), self._country, _COUNTRY, sortable=False),
            Column("code", _("Code"), lambda r: Cell(r.item.country, Ink.MUTED), _CODE,
                   sortable=False, optional=True),
            Column("title", _("Title"), lambda r: Cell(r.item.title, Ink.MUTED), _TITLE,
                   sortable=False, yields=True),
        ]  # fmt: skip

    def _country(self, row: Numbered[HelpSheet]) -> Cell:
        name = country_name(row.item.country, self._language)
        tag = None
        if row.item.is_as_shipped:
            tag = CellTag(self._("Check before sending"), Tone.WARNING)
        spoken = f"{name}, {tag.text}" if tag else ""
        return Cell(name, style=Type.BODY_MEDIUM, tag=tag, spoken=spoken)
