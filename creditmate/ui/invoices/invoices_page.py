"""How the Invoices place is laid out: head, chips, lists beside one invoice, sums."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.invoices.invoice_side import InvoiceSide
from creditmate.ui.invoices.list_cells import InvoiceCells
from creditmate.ui.invoices.list_state import InvoicesState, Show, show_words
from creditmate.ui.invoices.lists_area import ListsArea
from creditmate.ui.invoices.waiting_cells import WaitingCells
from creditmate.ui.kit.areas import Area, Areas
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.chips import ChipRow, ChipText
from creditmate.ui.kit.filter_input import FilterInput
from creditmate.ui.kit.list_head import ListHead
from creditmate.ui.kit.panel import Upright
from creditmate.ui.kit.screen import Screen
from creditmate.ui.kit.totals import TotalsBar
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE

NEW_KEY, WORK_KEY, SEARCH_KEY = "N", "W", "/"


class InvoicesPage(Screen):
    """The parts of the place, which know nothing of one another."""

    def __init__(
        self,
        around: Surroundings,
        state: InvoicesState,
        cells: tuple[InvoiceCells, WaitingCells],
    ) -> None:
        super().__init__()
        theme, language = around.theme, around.language
        _ = words(language).gettext
        chips = [ChipText(show.value, show_words(show, language)) for show in Show]
        self.filter = FilterInput(theme, _("Type to filter this list"))
        self.work = Button(theme, _("Put work down"), glyph=Glyph.NOTE, keys=WORK_KEY)
        self.new = Button(theme, _("New invoice"), Kind.PRIMARY, glyph=Glyph.ADD, keys=NEW_KEY)
        self.chips = ChipRow(theme, language, _("Which invoices"), chips)
        self.more = IconButton(theme, Glyph.MORE, _("More to do"))
        self.lists = ListsArea(around, state, cells)
        self.totals = TotalsBar(theme, _("Totals"))
        self.side = InvoiceSide(around)
        self._beside = QWidget()
        self._lay_out(ListHead(theme, _("Invoices"), self.filter, self.more, self.work, self.new))
        self.close_side()
        Areas(
            self,
            (
                Area(self.filter, self.filter.setFocus),
                Area(self.chips, self.chips.setFocus),
                Area(self.lists, self.begin),
                Area(self._beside, self.side.print.setFocus),
            ),
        )

    def _lay_out(self, head: QWidget) -> None:
        strip = QHBoxLayout()
        strip.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.m)
        strip.addWidget(self.chips)
        beside = QHBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(Upright())
        beside.addWidget(self.side)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.lists, 1)
        middle.addWidget(self._beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(strip)
        column.addLayout(middle, 1)
        column.addWidget(self.totals)

    @property
    def is_side_open(self) -> bool:
        """Whether an invoice is shown beside the list."""
        return not self._beside.isHidden()

    def open_side(self) -> None:
        """Make room for an invoice."""
        self._beside.show()

    def close_side(self) -> None:
        """Give the room back to the list."""
        focus = self.focusWidget()
        within = focus is not None and self._beside.isAncestorOf(focus)
        self._beside.hide()
        self.side.clear()
        if within:
            self.begin()

    def begin(self) -> None:
        """Work begins in the list, or on what can be done about an empty one."""
        entry = self.lists.area.entry or self.filter
        entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has a narrower panel."""
        super().resizeEvent(event)
        window = self.window().width()
        self.side.become_small(is_small=window < SIZES.rail_below)
