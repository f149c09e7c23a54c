"""Of which invoices they want a copy, or papers: those that are open, the oldest first."""

from creditmate.domain.outcomes import Outcome
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.services.call_sheets import CallSheet
from creditmate.ui.call.extra_state import open_debits
from creditmate.ui.call.labelled import Labelled
from creditmate.ui.kit.chip_flow import ChipFlow
from creditmate.ui.kit.chips import ChipText
from creditmate.ui.theme.theme import Theme

MOST = 12
"""Invoices to choose from; who has not received more of them than that is sent a statement."""


class CopiesWanted(Labelled):
    """Asked only where there are several; the only one there is goes without saying."""

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        self._ = _ = words(language).gettext
        self._locale, self._count = locale, 0
        places = [ChipText(str(place), "") for place in range(MOST)]
        chips = ChipFlow(theme, _("Which invoices they have not received"), places)
        super().__init__(theme, _("Which?"), chips)

    @property
    def asks(self) -> bool:
        """Whether there are several to choose from."""
        return self._count > 1

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of those that were chosen."""
        return self.chips.on

    def ask_for(self, outcome: Outcome | None) -> None:
        """Say what is asked, for whoever hears it read out."""
        if outcome is Outcome.PAPERS_MISSING:
            self.chips.setAccessibleName(self._("Which invoices papers are missing for"))
        else:
            self.chips.setAccessibleName(self._("Which invoices they have not received"))

    def show_sheet(self, sheet: CallSheet) -> None:
        """Offer what is open."""
        rows = open_debits(sheet)[:MOST]
        self._count = len(rows)
        self.chips.turn(())
        for chip, row in zip(self.chips.chips, rows, strict=False):
            chip.say(ChipText(str(row.id), row.number, money(row.open, self._locale, symbol=True)))
        self.chips.offer([str(row.id) for row in rows])
