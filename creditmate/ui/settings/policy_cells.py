"""The list of those for whom the policy of contacts differs, and what its cells say."""

from collections.abc import Callable

from creditmate.i18n.catalogue import words
from creditmate.i18n.contact_policy_words import differs_words
from creditmate.services.contact_policy_editing import Override
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.tag import Tone
from creditmate.ui.theme.tokens import Ink, Type

_WHOSE, _WHAT = 200, 320


class PolicyCells:
    """Columns in a language; ``currency`` is the home currency, known once they were read."""

    def __init__(self, language: str, locale: str) -> None:
        self._language, self._locale = language, locale
        self._ = words(language).gettext
        self.currency = ""

    def columns(self) -> list[Column[Numbered[Override]]]:
        """For whom, and what is other than for everybody."""
        _ = self._
        what: Callable[[Numbered[Override]], Cell] = self._what
        return [
            Column("whose", _("For whom"), self._whose, _WHOSE, sortable=False),
            Column("what", _("What is other"), what, _WHAT, sortable=False, yields=True),
        ]

    def _whose(self, row: Numbered[Override]) -> Cell:
        one = row.item
        if one.tag:
            tag = CellTag(self._("Tag"), Tone.NEUTRAL)
            return Cell(one.tag, style=Type.BODY_MEDIUM, tag=tag)
        return Cell(one.name, style=Type.BODY_MEDIUM)

    def _what(self, row: Numbered[Override]) -> Cell:
        said = differs_words(row.item.rules, self.currency, self._language, self._locale)
        return Cell(said, Ink.MUTED)
