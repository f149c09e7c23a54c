"""Beside the list: the statement itself, as it was issued or as it would be."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from creditmate.documents.papers import DrawnPaper, StatementPaper
from creditmate.documents.statement import draw_statement
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.services.statement_lists import Preview
from creditmate.ui.kit.button import IconButton, Kind
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.tag import Tag, Tone
from creditmate.ui.kit.text import Text
from creditmate.ui.pages_or_none import PagesOrNone
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground, Ink, Type

Draw = Callable[[StatementPaper], DrawnPaper]
"""Draws a statement, on the drawing thread."""

_PAUSE = 150  # ms after a step before which the next one is one of many


class StatementPreview(QWidget):
    """Name, place among the chosen, and the pages. Nothing blocks, and the newest wins."""

    turned = Signal(int)
    """To the chosen one before (-1) or after (1)."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        theme, failed = around.theme, around.desk.failed.emit
        _ = words(around.language).gettext
        self.setAccessibleName(_("Preview"))
        self.setProperty("ground", Ground.SUNKEN.value)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._draw: Draw = draw_statement
        self._asked: Callable[[], Sequence[Preview]] | None = None
        self._walking = QTimer(self, singleShot=True, interval=_PAUSE)
        self._walking.timeout.connect(self._put)
        self._pages = PagesOrNone(around, _("Pages of the statement"))
        self.view, self.smaller, self.larger = (
            self._pages.view, self._pages.smaller, self._pages.larger
        )  # fmt: skip
        self._name = Elided(theme, "", Type.BODY_STRONG)
        self._issued, self._numbers = Tag(theme, "", Tone.POSITIVE), ""
        self.place = Text(theme, "", Type.BODY, Ink.MUTED)
        self.before, self.after = (
            IconButton(theme, glyph, name, Kind.QUIET, small=True)
            for glyph, name in (
                (Glyph.OPEN_UP, _("Previous statement")),
                (Glyph.OPEN_DOWN, _("Next statement")),
            )
        )
        self._lay_out()
        self._connect()
        self._latest: Latest[Sequence[Preview]] = Latest(around.desk, self._show, failed, self)

    def _lay_out(self) -> None:
        head = QWidget()
        head.setMinimumHeight(SIZES.preview_head)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight, head)
        keep_clear(self._head, SPACE.xl, SPACE.xs, SPACE.l, SPACE.xs)
        self._head.setSpacing(SPACE.xs)
        row = QHBoxLayout()
        row.setSpacing(SPACE.xs)
        row.addStretch(1)
        for part in (self._issued, self.place, self.before, self.after, self.smaller, self.larger):
            row.addWidget(part)
        self._head.addWidget(self._name, 1)
        self._head.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.before.clicked.connect(partial(self.turned.emit, -1))
        self.after.clicked.connect(partial(self.turned.emit, 1))
        self.view.turned.connect(self.turned)

    def draw_with(self, draw: Draw) -> None:
        """Draw what is not issued by other means than here."""
        self._draw = draw

    def ask(self, question: Callable[[], Sequence[Preview]]) -> None:
        """Show what the database thread answers: a customer's statements, one per currency.

        The first question is put at once; whoever walks on quickly sees where they stop.
        """
        self._asked = question
        if not self._walking.isActive():
            self._put()
        self._walking.start()

    def _put(self) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self._latest.ask(asked)

    def clear(self) -> None:
        """Show nothing: no row is chosen."""
        self._asked = None
        self._latest.forget()
        self._show_none("", "")

    def show_place(self, place: int | None, of: int) -> None:
        """Say which of the chosen ones it is, from 0; None for one that is not chosen."""
        _ = words(self._around.language).gettext
        locale = self._around.locale
        said = _("{place} of {all}").format(
            place=number((place or 0) + 1, locale), all=number(of, locale)
        )
        self.place.setText("" if place is None else said)
        self.place.setVisible(place is not None)

    def allow_turning(self, *, before: bool, after: bool) -> None:
        """Say whether there are others to turn to."""
        self.before.setEnabled(before)
        self.after.setEnabled(after)

    def _show(self, previews: Sequence[Preview]) -> None:
        _ = words(self._around.language).gettext
        if not previews:
            self._show_none("", _("Nothing is open on this date, so there is no statement."))
            return
        self._name.show_text(previews[0].name)
        numbers = ", ".join(preview.number for preview in previews if preview.number)
        self._numbers = numbers
        self._issued.show_as(numbers, Tone.POSITIVE)
        self._show_number()
        self.view.setAccessibleName(_("Statement of {name}").format(name=previews[0].name))
        self._pages.show_papers(partial(_papers, previews, self._draw))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for both, the name stands above, and the list alone says the number."""
        super().resizeEvent(event)
        self._show_number()
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if self._is_roomy else way.TopToBottom)

    def _show_number(self) -> None:
        self._issued.setVisible(self._is_roomy and bool(self._numbers))

    @property
    def _is_roomy(self) -> bool:
        return self.width() >= self._around.theme.wide(SIZES.preview_roomy)

    def _show_none(self, name: str, why: str) -> None:
        self._name.show_text(name)
        self._numbers = ""
        self._issued.hide()
        self._pages.show_none(why)


def _papers(previews: Sequence[Preview], draw: Draw) -> list[bytes]:
    """The PDFs: as issued, or drawn for looking at; on the drawing thread."""
    return [
        preview.pdf if preview.paper is None else draw(preview.paper).pdf for preview in previews
    ]
