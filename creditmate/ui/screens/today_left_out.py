"""Who is not being followed up: why, until when, and about how much; one goes there from here."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from creditmate.domain.money import totals_by_currency
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money, number
from creditmate.i18n.left_out_words import until_words, why_alone_words
from creditmate.services.not_contacted import NotContacted
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.totals import Figure
from creditmate.ui.screens.today_table_dialog import TodayTableDialog
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import Ink, Type

_SEPARATOR = " \u00b7 "


class LeftOutDialog(TodayTableDialog[NotContacted]):
    """A table, and its sums; Enter opens the customer."""

    flexible = 1

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        rows: Sequence[NotContacted],
        chosen: Callable[[str], object],
    ) -> None:
        title = words(around.language).gettext("Not being followed up")
        super().__init__(around, window, title, rows, chosen)

    def _columns(self) -> tuple[Column[Numbered[NotContacted]], ...]:
        _ = words(self.around.language).gettext
        return (
            Column("name", _("Customer"), self._name, 230, sortable=False),
            Column("why", _("Why"), self._why, 300, sortable=False),
            Column("until", _("Until"), self._until, 110, sortable=False),
            Column("amount", _("Amount"), self._amount, 120, right=True, sortable=False),
        )

    def _figures(self, rows: Sequence[NotContacted]) -> Sequence[Figure]:
        catalogue, locale = words(self.around.language), self.around.locale
        text = catalogue.ngettext("{count} customer", "{count} customers", len(rows))
        sums = totals_by_currency(one for row in rows for one in row.amounts)
        told = tuple(money(one, locale, symbol=True) for one in sums)
        return (
            Figure("", (text.format(count=number(len(rows), locale)),)),
            Figure(catalogue.gettext("Amount"), told or ("\u2013",)),
        )

    def _name(self, row: Numbered[NotContacted]) -> Cell:
        return Cell(row.item.name, style=Type.BODY_MEDIUM)

    def _why(self, row: Numbered[NotContacted]) -> Cell:
        around, out = self.around, row.item
        said = why_alone_words(out, around.language, around.locale, self._today)
        if out.branches:
            branches = ", ".join(out.branches)
            of_them = words(around.language).gettext("for {branches}").format(branches=branches)
            said = f"{said}; {of_them}"
        return Cell(said, Ink.MUTED, hint=said)

    def _until(self, row: Numbered[NotContacted]) -> Cell:
        said = until_words(row.item, self.around.locale, self._today)
        return Cell(said or "\u2013", Ink.MUTED)

    def _amount(self, row: Numbered[NotContacted]) -> Cell:
        sums = (money(one, self.around.locale, symbol=True) for one in row.item.amounts)
        return Cell(_SEPARATOR.join(sums) or "\u2013")
