"""What the list of backups says: cells in a language; knows no toolkit."""

from datetime import datetime

from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.sizes import size_words
from creditmate.services.backup_shelf import KnownBackup
from creditmate.services.backup_standing import BackupStanding
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.safety.backup_words import counts_words, place_words, reason_words, when_words
from creditmate.ui.theme.tokens import Type

_WHEN, _WHY, _HOLDS, _SIZE, _PLACE = 144, 176, 184, 80, 128


class BackupCells:
    """Columns of the backups of a ledger; ``now`` and ``standing`` are set before."""

    def __init__(self, language: str, locale: str, now: datetime) -> None:
        self._ = words(language).gettext
        self._language, self._locale, self.now = language, locale, now
        self.standing: BackupStanding | None = None

    def columns(self) -> list[Column[Numbered[KnownBackup]]]:
        """When, why, what is in it, how large it is, where it lies."""
        _ = self._
        return [
            Column("when", _("Made"), self._when, _WHEN, sortable=False),
            Column("why", _("Why"), self._why, _WHY, sortable=False),
            Column("holds", _("Holds"), self._holds, _HOLDS, sortable=False, optional=True),
            Column("size", _("Size"), self._size, _SIZE, right=True, sortable=False),
            Column("place", _("Where"), self._place, _PLACE, sortable=False),
        ]

    def when(self, backup: KnownBackup) -> str:
        """Return when a backup was made."""
        return when_words(backup.made_at, self.now, self._language, self._locale)

    def _when(self, row: Numbered[KnownBackup]) -> Cell:
        when = self.when(row.item)
        return Cell(capital(when), style=Type.BODY_MEDIUM)

    def _why(self, row: Numbered[KnownBackup]) -> Cell:
        return Cell(reason_words(row.item.reason, self._language))

    def _holds(self, row: Numbered[KnownBackup]) -> Cell:
        return Cell(counts_words(row.item, self._language, self._locale))

    def _size(self, row: Numbered[KnownBackup]) -> Cell:
        return Cell(size_words(row.item.size, self._language, self._locale))

    def _place(self, row: Numbered[KnownBackup]) -> Cell:
        return Cell(place_words(row.item, self.standing, self._language))
