"""The lines of an invoice: a new one appears by itself, keys move among them and move them.

Enter goes on to what has to be typed next, and from the last of it to the next line; Tab goes
through everything. Up and Down go to the line above and below, Alt+Up and Alt+Down take the line
along, Ctrl+Delete removes it.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.typed_invoice import TypedLine
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.ui.invoices.line_columns import WORDS, LineColumns, LineTitles
from creditmate.ui.invoices.line_row import LineRow, TaxCodes
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.surroundings import Surroundings

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_NEXT = {WORDS: "quantity", "quantity": "price", "unit": "price"}
"""Where Enter goes on to; from the others, to the next line."""


class LineGrid(QWidget):
    """Titles and rows; the last row is always an empty one.

    Attributes:
        rows: From the first line on, the empty one included.
    """

    edited = Signal()
    ended = Signal()
    """Enter on an empty line: there are no more of them."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._codes: TaxCodes = ()
        self._folded = True
        self.columns = LineColumns(around.theme, around.language)
        self._titles = LineTitles(around.theme, self.columns)
        self._titles.fold(folded=True)
        self.rows: list[LineRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._titles)
        self._column.addWidget(Hairline())
        self._add_row()

    # ------------------------------------------------------------- what stands in it
    @property
    def typed(self) -> tuple[TypedLine, ...]:
        """The lines as they are typed, without the empty ones at the end."""
        lines = [row.typed for row in self.rows]
        while lines and self.rows[len(lines) - 1].is_empty:
            lines.pop()
        return tuple(lines)

    def show_typed(self, lines: Sequence[TypedLine]) -> None:
        """Show other lines, without telling anybody."""
        while len(self.rows) > len(lines) + 1:
            self._drop_row(self.rows[-1])
        while len(self.rows) < len(lines) + 1:
            self._add_row()
        for row, line in zip(self.rows, (*lines, TypedLine()), strict=True):
            row.show_typed(line)
            row.clear()
            row.show_amount("")
        self._fold_needed()

    def offer_codes(self, codes: TaxCodes) -> None:
        """Offer other tax codes, the usual one first."""
        if codes != self._codes:
            self._codes = codes
            for row in self.rows:
                row.offer_codes(codes)

    def show_amounts(self, amounts: Mapping[int, str]) -> None:
        """Say what the lines come to, by their places."""
        for place, row in enumerate(self.rows):
            row.show_amount(amounts.get(place, ""))

    def refuse(self, problems: Mapping[int, tuple[str, str]]) -> None:
        """Say what is wrong with which input of which lines; nothing with the others."""
        for place, row in enumerate(self.rows):
            if place in problems:
                row.refuse(*problems[place])
            else:
                row.clear()

    def fold(self, *, folded: bool) -> None:
        """Leave out what is seldom wanted, or show it."""
        self._folded = folded
        self._fold_needed()

    def _fold_needed(self) -> None:
        """What was typed into a column is never out of sight."""
        folded = self._folded and not any(row.typed.discount for row in self.rows)
        self._titles.fold(folded=folded)
        for row in self.rows:
            row.fold(folded=folded)

    def least_width(self) -> int:
        """Return how wide it has to be."""
        return self.columns.least_width(folded=self._folded)

    # ------------------------------------------------------------- the focus
    def go_to(self, place: int, name: str = WORDS) -> None:
        """Put the focus into a line; what stands there is replaced by typing on."""
        part = self.rows[min(max(place, 0), len(self.rows) - 1)].inputs[name]
        part.setFocus(Qt.FocusReason.TabFocusReason)

    def place_of_focus(self) -> int | None:
        """Return in which line the focus is."""
        focus = self.window().focusWidget()
        return next((at for at, row in enumerate(self.rows) if focus and row.isAncestorOf(focus)),
                    None)  # fmt: skip

    # ------------------------------------------------------------- rows
    def _add_row(self) -> None:
        theme, language = self._around.theme, self._around.language
        row = LineRow(theme, language, self.columns, self._codes)
        row.fold(folded=self._folded)
        row.edited.connect(self._on_edited)
        row.remove.clicked.connect(lambda: self._remove(row))
        for part in row.inputs.values():
            part.installEventFilter(self)
        self.rows.append(row)
        self._column.addWidget(row)
        if len(self.rows) > 1:
            self.setTabOrder(self.rows[-2].tax, row.inputs[WORDS])
        self._name_rows()

    def _drop_row(self, row: LineRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _name_rows(self) -> None:
        text = words(self._around.language).gettext("line {line}")
        for place, row in enumerate(self.rows, 1):
            row.name_place(text.format(line=number(place, self._around.locale)))
            row.remove.setVisible(place < len(self.rows))

    def _on_edited(self) -> None:
        if not self.rows[-1].is_empty:
            self._add_row()
        self.edited.emit()

    def _remove(self, row: LineRow) -> None:
        """Take a line away; the focus stays at its place."""
        place = self.rows.index(row)
        if place == len(self.rows) - 1:
            return
        within = self.place_of_focus() == place
        if within:
            self.go_to(place + 1)
        self._drop_row(row)
        self._name_rows()
        self.edited.emit()

    def _move(self, place: int, step: int, name: str) -> None:
        """Change places with the line above or below; the empty one stays the last."""
        other = place + step
        if not (0 <= other < len(self.rows) - 1 and place < len(self.rows) - 1):
            return
        lines = [row.typed for row in self.rows]
        for at, line in ((place, lines[other]), (other, lines[place])):
            self.rows[at].show_typed(line)
        self.go_to(other, name)
        self.edited.emit()

    # ------------------------------------------------------------- keys
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the keys that are the lines', whichever input has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, part: QObject, event: QKeyEvent) -> bool:
        place = self.place_of_focus()
        if place is None:
            return False
        name = next(name for name, one in self.rows[place].inputs.items() if one is part)
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key in _ENTER and not plain:
            self._on_enter(place, name)
        elif key == Qt.Key.Key_Delete and plain == Qt.KeyboardModifier.ControlModifier:
            self._remove(self.rows[place])
        elif key in _STEPS and plain == Qt.KeyboardModifier.AltModifier:
            self._move(place, _STEPS[key], name)
        elif key in _STEPS and not plain and not isinstance(part, Choice):
            self.go_to(place + _STEPS[key], name)
        else:
            return False
        return True

    def _on_enter(self, place: int, name: str) -> None:
        row = self.rows[place]
        if row.is_empty and place == len(self.rows) - 1:
            self.ended.emit()
        elif name in _NEXT:
            self.go_to(place, _NEXT[name])
        else:
            self.go_to(place + 1)
