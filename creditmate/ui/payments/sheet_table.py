"""Open items to tick, with what each is paid: Space ticks, figures correct the amount in place."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.errors import UserError
from creditmate.domain.money import Money
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.i18n.parsing import parse_money
from creditmate.ui.kit.check_model import CheckModel
from creditmate.ui.kit.check_table import CheckTable
from creditmate.ui.kit.inputs import LineInput, mark_faulty
from creditmate.ui.payments.sheet import Sheet, SheetRow
from creditmate.ui.payments.sheet_cells import PAYS, SheetCells
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}


class AmountEditor(LineInput):
    """An amount typed over its cell: Enter takes it, arrows take it and go on, Escape leaves."""

    taken = Signal(int)
    """What is typed is meant; then so many rows further."""
    left = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(theme, name, amount=True)
        self.setParent(parent)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take it, or leave."""
        if event.key() in _ENTER:
            self.taken.emit(0)
        elif event.key() in _STEPS:
            self.taken.emit(_STEPS[event.key()])
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere leaves the amount as it was typed."""
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.taken.emit(0)


class SheetTable(QWidget):
    """Shows a sheet; what is ticked and typed is put down there.

    Attributes:
        table: The items.
        editor: The amount that is being typed, over its cell.
    """

    changed = Signal()
    """Something was ticked or typed."""
    entered = Signal()
    """Enter: what is shown is meant."""

    def __init__(self, around: Surroundings, sheet: Sheet, cells: SheetCells) -> None:
        super().__init__()
        self._around, self._sheet = around, sheet
        _ = words(around.language).gettext
        self.model: CheckModel[SheetRow] = CheckModel(
            cells.columns(), self._rows_of, sheet.ticked, around.desk, around.desk.failed.emit, self
        )
        self.table: CheckTable[SheetRow] = CheckTable(self.model, around.theme, _("Open items"))
        self.editor = AmountEditor(around.theme, _("What of it is paid"), self.table.viewport())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.table.tick_asked.connect(self._on_tick)
        self.table.all_asked.connect(self._on_all)
        self.table.typed.connect(self._on_typed)
        self.table.opened.connect(lambda _id: self.entered.emit())
        self.table.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.editor.taken.connect(self._on_taken)
        self.editor.left.connect(self._close_editor)

    # ------------------------------------------------------------- showing
    def show_sheet(self) -> None:
        """Show the sheet again: other items, or other amounts."""
        rows = self._sheet.rows
        ids, titles = _listed(rows)
        before = list(self.model.ids)
        self.model.name_groups(titles)
        if ids == before:
            self.model.renew_cells()
        else:
            self.editor.hide()
            self.table.show_list(ids, ())
        self._show_box()

    def _rows_of(self, ids: Sequence[int]) -> list[SheetRow]:
        found = (self._sheet.row(id_) for id_ in ids)
        return [row for row in found if row is not None]

    def _show_box(self) -> None:
        ticks = {bool(row.covered) for row in self._sheet.rows}
        states = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
        if not ticks:
            self.table.box_header.show_state(None)
        elif len(ticks) > 1:
            self.table.box_header.show_state(Qt.CheckState.PartiallyChecked)
        else:
            self.table.box_header.show_state(states[ticks.pop()])

    # ------------------------------------------------------------- what the user does
    def _on_tick(self, ids: Sequence[int]) -> None:
        self._sheet.tick(ids)
        self._renewed()

    def _on_all(self) -> None:
        self._sheet.tick_all()
        self._renewed()

    def _renewed(self) -> None:
        self.model.renew_cells()
        self._show_box()
        self.changed.emit()

    def _on_typed(self, text: str) -> None:
        """A figure begins the amount of the current row; another letter means nothing here."""
        row = self._current()
        if row is None or not text.isnumeric():
            return
        self.editor.setText(text)
        self.editor.setGeometry(self._place())
        mark_faulty(self.editor, False)
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.end(False)

    def _current(self) -> SheetRow | None:
        index = self.table.currentIndex()
        return self._sheet.row(self.model.ids[index.row()]) if index.isValid() else None

    def _place(self) -> QRect:
        index: QModelIndex = self.model.index(self.table.currentIndex().row(), PAYS)
        return self.table.visualRect(index).adjusted(0, 1, 0, -2)

    def _on_taken(self, step: int) -> None:
        row = self._current()
        if row is None or self.editor.isHidden():
            return
        amount = self._typed_amount(row)
        if amount is None or not self._sheet.pay(row.id, amount):
            mark_faulty(self.editor, True)
            most = money(row.item.open, self._around.locale, symbol=True)
            text = words(self._around.language).gettext("An amount up to {amount}")
            self.editor.setToolTip(text.format(amount=most))
            self.editor.setAccessibleDescription(text.format(amount=most))
            return
        self._close_editor()
        self._renewed()
        position = self.table.currentIndex().row() + step
        if step and 0 <= position < len(self.model.ids):
            self.table.go_to(position)

    def _typed_amount(self, row: SheetRow) -> Money | None:
        currency = row.item.open.currency
        try:
            return parse_money(self.editor.text(), currency, self._around.locale)
        except UserError:
            return None

    def _close_editor(self) -> None:
        had_focus = self.editor.hasFocus()
        self.editor.hide()
        if had_focus:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_scrolled(self) -> None:
        if self.editor.isVisible():
            self.editor.setGeometry(self._place())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cell that is typed in moves as well."""
        super().resizeEvent(event)
        self._on_scrolled()


def _listed(rows: Sequence[SheetRow]) -> tuple[list[int], dict[int, str]]:
    """Return the list, with a title before the items of each customer where there are several."""
    several = len({(row.payer, row.item.code) for row in rows}) > 1
    ids: list[int] = []
    titles: dict[int, str] = {}
    before: tuple[str, str] | None = None
    for row in rows:
        whose = (row.payer, row.item.code)
        if several and whose != before:
            titles[-len(titles) - 1] = row.item.name
            ids.append(-len(titles))
        before = whose
        ids.append(row.id)
    return ids, titles
