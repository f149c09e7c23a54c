"""Beside the lists of payments: all about the one that is chosen, its actions at the foot."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.facts import FactGrid
from creditmate.ui.kit.panel import Hairline, SectionHead, SidePanel
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.payments.side_words import About, PaidLine
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

Work = Callable[[], object]


class PaymentSide(SidePanel):
    """Made anew for another row; the button at the foot takes the verb of what is chosen.

    Attributes:
        act: The one thing to do; hidden where there is none.
        more: Opens the menu of everything else.
    """

    def __init__(self, around: Surroundings) -> None:
        _ = words(around.language).gettext
        super().__init__(_("About this payment"))
        self._around = around
        self._blocks: QWidget | None = None
        self.act = Button(around.theme, "", Kind.PRIMARY, keys=_("Enter"))
        self.more = IconButton(around.theme, Glyph.MORE, _("More to do"))
        self.links: list[Button] = []
        self.add_action(self.act, leading=True)
        self.add_action(self.more)
        self.foot.setAlignment(self.more, Qt.AlignmentFlag.AlignTrailing)
        self.become_small(is_small=False)

    def become_small(self, *, is_small: bool) -> None:
        """Be narrower in a narrow window."""
        self.setFixedWidth(SIZES.panel_small if is_small else SIZES.panel)

    def menu_corner(self) -> QPoint:
        """Return where the menu opens: under the button for it."""
        return self.more.mapToGlobal(self.more.rect().bottomLeft())

    def show_about(self, about: About | None, take_off: Callable[[int], object]) -> None:
        """Show another one; nothing while it is asked for."""
        if self._blocks is not None:
            self.body.removeWidget(self._blocks)
            self._blocks.hide()
            self._blocks.deleteLater()
            self._blocks = None
        self.links = []
        self.setVisible(about is not None)
        if about is None:
            return
        self._blocks = self._made(about, take_off)
        self.body.addWidget(self._blocks)
        self.act.setVisible(bool(about.verb))
        self.act.rename(about.verb)

    def _made(self, about: About, take_off: Callable[[int], object]) -> QWidget:
        theme = self._around.theme
        blocks = QWidget()
        column = QVBoxLayout(blocks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Paragraph(theme, about.title, Type.HEADING))
        head.addWidget(Paragraph(theme, about.amount, Type.TITLE))
        if about.note:
            head.addWidget(Paragraph(theme, about.note, Type.BODY, about.note_ink))
        column.addLayout(head)
        facts = FactGrid(theme)
        for label, said in about.facts:
            facts.add_text(label, said)
        column.addWidget(facts)
        if about.lines:
            column.addWidget(Hairline())
            column.addWidget(SectionHead(theme, about.lines_title))
            if about.why:
                column.addWidget(Paragraph(theme, about.why, Type.SMALL, Ink.MUTED))
            if about.doubt:
                column.addWidget(Paragraph(theme, about.doubt, Type.SMALL, Ink.WARNING))
            column.addWidget(self._lines(about.lines, take_off))
        if about.rest:
            column.addWidget(Paragraph(theme, about.rest, Type.BODY_MEDIUM, Ink.WARNING))
        column.addStretch(1)
        return blocks

    def _lines(self, lines: Sequence[PaidLine], take_off: Callable[[int], object]) -> QWidget:
        theme, _ = self._around.theme, words(self._around.language).gettext
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(0, 1)
        far = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        for place, line in enumerate(lines):
            grid.addWidget(Elided(theme, line.name, Type.BODY_MEDIUM), place, 0)
            grid.addWidget(Text(theme, line.told, Type.SMALL, Ink.MUTED), place, 1)
            grid.addWidget(Text(theme, line.amount), place, 2, far)
            if line.allocation:
                link = Button(theme, _("Take off"), Kind.LINK)
                link.setAccessibleName(_("Take {amount} off {item}").format(
                    amount=line.amount, item=line.name))  # fmt: skip
                link.clicked.connect(_calling(take_off, line.allocation))
                grid.addWidget(link, place, 3)
                self.links.append(link)
        return holder


def _calling(work: Callable[[int], object], id_: int) -> Work:
    return lambda: work(id_)
