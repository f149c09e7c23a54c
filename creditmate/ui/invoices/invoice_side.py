"""Beside the list: one invoice, what became of it, its page, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.invoice_list import InvoiceDetail
from creditmate.i18n.catalogue import words
from creditmate.ui.invoices.list_cells import standing
from creditmate.ui.invoices.side_words import SideWords
from creditmate.ui.invoices.sums_block import SumsBlock
from creditmate.ui.kit.button import Button, IconButton, Kind, NameLink
from creditmate.ui.kit.facts import FactGrid
from creditmate.ui.kit.page_view import PageView
from creditmate.ui.kit.panel import Hairline, SectionHead, SidePanel
from creditmate.ui.kit.tag import Tag
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.kit.title_line import TitleLine
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

_PAGE = 1.42
"""How much higher than wide the page is shown."""


class InvoiceSide(SidePanel):
    """Made anew for another invoice.

    Attributes:
        detail: What is shown; None while nothing is.
    """

    customer_wanted = Signal(str)
    closed = Signal()

    def __init__(self, around: Surroundings) -> None:
        _ = words(around.language).gettext
        super().__init__(_("About this invoice"))
        self._around = around
        self.words = SideWords(around.language, around.locale)
        self.detail: InvoiceDetail | None = None
        self._blocks: QWidget | None = None
        theme = around.theme
        self.page = PageView(theme, around.drawing, around.desk.failed.emit, _("Page"))
        self.print = Button(theme, _("Print…"), Kind.PRIMARY, glyph=Glyph.PRINT)
        self.save = Button(theme, _("Save PDF…"), glyph=Glyph.SAVE)
        self.more = IconButton(theme, Glyph.MORE, _("More to do"))
        self.add_action(self.print, leading=True)
        self.add_action(self.save)
        self.add_action(self.more)
        self.body.addWidget(self.page)
        self.page.hide()
        self.become_small(is_small=False)

    def become_small(self, *, is_small: bool) -> None:
        """Be narrower in a narrow window."""
        self.setFixedWidth(SIZES.panel_small if is_small else SIZES.panel)

    def show_detail(self, detail: InvoiceDetail) -> None:
        """Show an invoice."""
        self.detail = detail
        self._clear()
        self._blocks = self._make(detail)
        self.body.insertWidget(0, self._blocks)
        for button in (self.print, self.save):
            why_not = self.words.no_paper(detail)
            if why_not:
                button.refuse(why_not)
            else:
                button.allow()
        self.page.setVisible(detail.paper_id is not None)
        self._fit_page()

    def clear(self) -> None:
        """Show nothing."""
        self.detail = None
        self._clear()
        self.page.hide()

    def show_page(self, pdf: bytes) -> None:
        """Show its paper as it was issued."""
        self.page.show_papers(lambda: [pdf])

    def _clear(self) -> None:
        self.page.show_nothing()
        if self._blocks is not None:
            self.body.removeWidget(self._blocks)
            self._blocks.hide()
            self._blocks.deleteLater()
            self._blocks = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page is as wide as the panel; what has no room at the foot is in its menu."""
        super().resizeEvent(event)
        self._fit_page()
        shown = (self.print, self.save, self.more)
        needed = sum(button.minimumSizeHint().width() + SPACE.s for button in shown) - SPACE.s
        self.save.setVisible(needed + 2 * SPACE.l <= self.width())

    def _fit_page(self) -> None:
        self.page.setFixedHeight(round((self.width() - 2 * SPACE.l) * _PAGE))

    # ------------------------------------------------------------- blocks
    def _make(self, detail: InvoiceDetail) -> QWidget:
        blocks, _ = QWidget(), words(self._around.language).gettext
        column = QVBoxLayout(blocks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        parts = [
            self._head(detail),
            self._facts(detail),
            *self._marks(detail),
            *self._lines(detail),
            self._sums(detail),
            *self._pairs(_("When what is due"), self._parts(detail)),
            *self._pairs(_("What became of it"), self._settled(detail)),
        ]
        for part in parts:
            column.addWidget(part)
        return blocks

    def _head(self, detail: InvoiceDetail) -> QWidget:
        theme, _ = self._around.theme, words(self._around.language).gettext
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(SPACE.s)
        said, tone = standing(detail.row, self._around.language, self._around.locale)
        first.addWidget(TitleLine(theme, self.words.title(detail), Tag(theme, said, tone)), 1)
        close = IconButton(theme, Glyph.CLOSE, _("Close"), Kind.QUIET, small=True)
        close.clicked.connect(self.closed)
        first.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        customer = NameLink(theme, detail.row.name)
        code = detail.row.code
        customer.clicked.connect(lambda: self.customer_wanted.emit(code))
        column.addWidget(customer, 0, Qt.AlignmentFlag.AlignLeading)
        return head

    def _facts(self, detail: InvoiceDetail) -> QWidget:
        grid = FactGrid(self._around.theme)
        for label, known in self.words.facts(detail):
            grid.add_text(label, known)
        return grid

    def _marks(self, detail: InvoiceDetail) -> list[QWidget]:
        theme = self._around.theme
        return [Paragraph(theme, said, Type.BODY, Ink.WARNING) for said in self.words.marks(detail)]

    def _lines(self, detail: InvoiceDetail) -> list[QWidget]:
        if not detail.lines:
            return []
        made: list[QWidget] = [Hairline()]
        for line in detail.lines:
            what, how, amount = self.words.line(line)
            made.append(self._pair(what, amount, below=how))
        return made

    def _sums(self, detail: InvoiceDetail) -> QWidget:
        theme = self._around.theme
        block = SumsBlock(theme, words(self._around.language).gettext("Sums"))
        block.show_lines(self.words.sums(detail))
        return block

    def _parts(self, detail: InvoiceDetail) -> list[tuple[str, str]]:
        parts = detail.parts if len(detail.parts) > 1 else ()
        return [self.words.part(part) for part in parts]

    def _settled(self, detail: InvoiceDetail) -> list[tuple[str, str]]:
        return [self.words.settled(row, detail) for row in detail.settled]

    def _pairs(self, title: str, pairs: Sequence[tuple[str, str]]) -> list[QWidget]:
        if not pairs:
            return []
        head = SectionHead(self._around.theme, title)
        return [Hairline(), head, *(self._pair(said, amount) for said, amount in pairs)]

    def _pair(self, said: str, amount: str, below: str = "") -> QWidget:
        """Words that wrap, and an amount at the end of the row."""
        theme, pair = self._around.theme, QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, SPACE.s, 0)
        row.setSpacing(SPACE.m)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Paragraph(theme, said))
        if below:
            texts.addWidget(Paragraph(theme, below, Type.SMALL, Ink.MUTED))
        row.addLayout(texts, 1)
        row.addWidget(Text(theme, amount), 0, Qt.AlignmentFlag.AlignTop)
        return pair
