"""A line of an invoice to type: what for, how much of it, at which price, with which tax."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.typed_invoice import TypedLine
from creditmate.i18n.catalogue import words
from creditmate.ui.invoices.line_columns import FOLDED, RIGHT, WORDS, LineColumns
from creditmate.ui.kit.button import IconButton, Kind
from creditmate.ui.kit.field import MessageLine
from creditmate.ui.kit.inputs import Choice, LineInput, mark_faulty
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

TaxCodes = Sequence[tuple[str, str]]
"""Codes with what is said of them, the usual one first."""
_TEXTS = ("description", "quantity", "unit", "price", "discount")


class LineCell(LineInput):
    """A text of a line; a long one is read from its beginning once nobody is in it."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever looks into another window comes back to where they were."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.setCursorPosition(0)


class LineRow(QWidget):
    """Inputs side by side over a hairline; what is wrong stands below them.

    Attributes:
        inputs: By the names of their columns, in the order they are gone through.
        remove: Takes the line away; a key does the same.
    """

    edited = Signal()

    def __init__(self, theme: Theme, language: str, columns: LineColumns, codes: TaxCodes) -> None:
        super().__init__()
        self._theme, self._columns = theme, columns
        self._work_item: int | None = None
        titles = columns.titles
        self.inputs: dict[str, LineInput | Choice] = {
            name: LineCell(theme, titles[name], amount=name in RIGHT) for name in _TEXTS
        }
        self.tax = Choice(theme, titles["tax"])
        self.inputs["tax"] = self.tax
        self.amount = Text(theme, "", Type.BODY_MEDIUM)
        self.amount.setAccessibleName(titles["amount"])
        self.remove = IconButton(
            theme, Glyph.CLOSE, words(language).gettext("Remove this line"), Kind.QUIET, small=True
        )
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = self.remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(policy)
        self._message = MessageLine(theme)
        self._message.hide()
        self._lay_out()
        self.offer_codes(codes)
        for name in _TEXTS:
            self._text(name).textChanged.connect(self.edited)
        self.tax.currentIndexChanged.connect(self.edited)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE.xs)
        for name, part in self.inputs.items():
            part.setProperty("cell", True)
            row.addWidget(part, 1 if name == WORDS else 0)
        room = QHBoxLayout()
        room.setContentsMargins(0, 0, SPACE.s + SIZES.focus, 0)
        room.addStretch(1)
        room.addWidget(self.amount)
        self._amount_room = QWidget()
        self._amount_room.setLayout(room)
        row.addWidget(self._amount_room)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SIZES.focus, 0, 0)
        column.setSpacing(SIZES.focus)
        column.addLayout(row)
        column.addWidget(self._message)
        column.addWidget(Hairline())
        self._text("quantity").setPlaceholderText("1")
        self.fit()
        self._theme.changed.connect(self.fit)

    def _text(self, name: str) -> LineInput:
        found = self.inputs[name]
        assert isinstance(found, LineInput)  # noqa: S101 - one of ``_TEXTS``
        return found

    def fit(self) -> None:
        """Take the widths of the columns as they are now."""
        for name, part in self.inputs.items():
            if name == WORDS:
                part.setMinimumWidth(self._columns.width(name))
            else:
                part.setFixedWidth(self._columns.width(name))
        self._amount_room.setFixedWidth(self._columns.width("amount"))

    def fold(self, *, folded: bool) -> None:
        """Leave out what is seldom wanted, or show it."""
        for name in FOLDED:
            self.inputs[name].setVisible(not folded)

    def name_place(self, said: str) -> None:
        """Say which line it is, to whoever is read to."""
        for name, part in self.inputs.items():
            part.setAccessibleName(f"{self._columns.titles[name]}, {said}")

    def offer_codes(self, codes: TaxCodes) -> None:
        """Offer other tax codes; the one that was chosen stays, though nothing be known of it."""
        chosen = self.tax.currentData() or ""
        usual = self.tax.itemData(0) if self.tax.count() else None
        self.tax.blockSignals(True)
        self.tax.clear()
        for code, said in codes:
            self.tax.addItem(said, code)
        kept = chosen if chosen and chosen != usual else ""
        self._choose_code(kept)
        self.tax.blockSignals(False)

    def _choose_code(self, code: str) -> None:
        place = self.tax.findData(code) if code else 0
        if place < 0:
            self.tax.addItem(code, code)
            place = self.tax.count() - 1
        self.tax.setCurrentIndex(place)

    # ------------------------------------------------------------- what stands in it
    @property
    def typed(self) -> TypedLine:
        """What stands in it; the usual tax code is not written down."""
        code = "" if self.tax.currentIndex() <= 0 else str(self.tax.currentData())
        texts = {name: self._text(name).text() for name in _TEXTS}
        return TypedLine(**texts, tax=code, work_item=self._work_item)

    def show_typed(self, line: TypedLine) -> None:
        """Show what was typed before, without telling anybody."""
        self.blockSignals(True)
        for name in _TEXTS:
            self._text(name).setText(getattr(line, name))
            self._text(name).setCursorPosition(0)
        self._choose_code(line.tax)
        self._work_item = line.work_item
        self.blockSignals(False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed into it."""
        return not any(self._text(name).text().strip() for name in _TEXTS)

    def show_amount(self, said: str) -> None:
        """Say what it comes to; nothing as long as that is open."""
        self.amount.setText(said)

    def refuse(self, name: str, problem: str) -> None:
        """Say what is wrong with which input; what was typed stays."""
        self._message.say(Glyph.ALERT, Ink.DANGER, problem, "")
        self._message.show()
        for other, part in self.inputs.items():
            mark_faulty(part, other == name)
            part.setAccessibleDescription(problem if other == name else "")

    def clear(self) -> None:
        """Nothing is wrong any more."""
        if self._message.isHidden():
            return
        self._message.hide()
        for part in self.inputs.values():
            mark_faulty(part, False)
            part.setAccessibleDescription("")
