"""Who else is near the route: Enter shows the visit planned to them, or plans one."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.visit_near import Closeness
from creditmate.i18n.catalogue import words
from creditmate.i18n.distances import distance_words
from creditmate.i18n.formats import day_in_note, money
from creditmate.services.visit_suggestions import Near
from creditmate.ui.kit.button import IconButton, Kind
from creditmate.ui.kit.emptying import empty
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type
from creditmate.ui.wishes import OpenVisit, PlanVisit


class NearBlock(QWidget):
    """A line for each: who, what is open, how far, and a button."""

    wanted = Signal(object)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._ = around, words(around.language).gettext
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(SectionHead(around.theme, self._("Near the route")))
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE.s)
        column.addLayout(self._column)

    def show_near(self, near: Sequence[Near], day: date) -> None:
        """Show others; a visit to one of them is planned for the same day."""
        empty(self._column)
        for one in near:
            self._column.addWidget(self._line(one, day))

    def _line(self, one: Near, day: date) -> QWidget:
        theme, line = self._around.theme, QWidget()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Paragraph(theme, one.name, Type.BODY_MEDIUM))
        names.addWidget(Paragraph(theme, self._below(one), Type.SMALL, Ink.MUTED))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addLayout(names, 1)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Text(theme, self._far(one), Type.SMALL, Ink.MUTED), 0, top)
        row.addWidget(self._button(one, day), 0, top)
        return line

    def _button(self, one: Near, day: date) -> IconButton:
        planned = bool(one.planned)
        text = self._("Visit to {name}") if planned else self._("Plan a visit to {name}")
        glyph = Glyph.CHECK if planned else Glyph.ADD
        name = text.format(name=one.name)
        button = IconButton(self._around.theme, glyph, name, Kind.QUIET, small=True)
        wish = OpenVisit(one.planned) if planned else PlanVisit(one.code, day)
        button.clicked.connect(partial(self.wanted.emit, wish))
        return button

    def _below(self, one: Near) -> str:
        """What is open with them, and when they were visited."""
        _, locale, today = self._, self._around.locale, self._around.program.clock.today
        owes = _("Nothing overdue")
        if one.overdue.minor > 0:
            owes = _("{amount} overdue").format(amount=money(one.overdue, locale, symbol=True))
        if one.last_visit is None:
            return _("{owes}, never visited").format(owes=owes)
        day = day_in_note(one.last_visit, locale, today)
        return _("{owes}, visited {day}").format(owes=owes, day=day)

    def _far(self, one: Near) -> str:
        if one.distance is not None:
            return distance_words(round(one.distance) * 10, one.unit.value, self._around.locale)
        if one.found.closeness is Closeness.DISTRICT:
            return self._("same district")
        return self._("same area")
