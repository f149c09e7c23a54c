"""How the Statements place is laid out: head, lists beside the preview, foot."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.screen import Screen
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.screens.sent_list import SentList
from creditmate.ui.screens.statement_cells import StatementCells
from creditmate.ui.screens.statement_foot import StatementFoot
from creditmate.ui.screens.statement_head import StatementHead
from creditmate.ui.screens.statement_list import StatementList
from creditmate.ui.screens.statement_preview import StatementPreview
from creditmate.ui.screens.statements_state import Statements
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE

_Keys = QKeySequence.StandardKey


class StatementPage(Screen):
    """The parts of the place, which know nothing of one another."""

    def __init__(self, around: Surroundings, state: Statements, cells: StatementCells) -> None:
        super().__init__()
        self.head = StatementHead(around)
        self.list = StatementList(around, state, cells)
        self.sent = SentList(around, cells)
        self.preview = StatementPreview(around)
        self.foot = StatementFoot(around)
        self._theme = around.theme
        self._either = QStackedWidget()
        self._either.addWidget(self.list)
        self._either.addWidget(self.sent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part, stretch in ((self.head, 0), (self._beside(), 1), (self.foot, 0)):
            self._column.addWidget(part, stretch)
        for key, button in ((_Keys.Print, self.foot.print), (_Keys.Save, self.foot.save)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    def _beside(self) -> QWidget:
        part = SIZES.preview_part  # in hundredths
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(SIZES.hairline)
        split.addWidget(self._either)
        split.addWidget(self.preview)
        split.installEventFilter(self)
        self._theme.changed.connect(self._keep_list_whole)
        self._keep_list_whole()
        split.setSizes([SIZES.least_width * (100 - part), SIZES.least_width * part])
        split.setStretchFactor(0, 100 - part)
        split.setStretchFactor(1, part)
        return split

    def _keep_list_whole(self) -> None:
        """The preview gives way to the list, whose columns grow with the text.

        Beyond what the preview itself needs the list scrolls sideways.
        """
        whole = max(SIZES.statement_list, self.list.table.least_width())
        room = self.width() - self.preview.minimumSizeHint().width() - SIZES.hairline
        self._either.setMinimumWidth(min(whole, room))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The preview needs more or less room than before."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._keep_list_whole()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the preview leaves to the list is another width."""
        super().resizeEvent(event)
        self._keep_list_whole()

    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """The list of a run, and what was sent before."""
        return {"statements": self.list.table, "statements_sent": self.sent.table}

    @property
    def shows_sent(self) -> bool:
        """Whether what was sent before is shown."""
        return self._either.currentWidget() is self.sent

    def show_sent(self, *, shown: bool) -> None:
        """Show what was sent before, or whom a run concerns."""
        self._either.setCurrentWidget(self.sent if shown else self.list)

    def begin(self) -> None:
        """Work begins in the list, or on what can be done about an empty one."""
        area = (self.sent if self.shows_sent else self.list).area
        (area.entry or self.head.filter).setFocus()

    def put_notice(self, notice: Notice) -> None:
        """Show a note between the head and the lists, for as long as there is one."""
        holder = QWidget()
        row = QVBoxLayout(holder)
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.s)
        row.addWidget(notice)
        notice.destroyed.connect(holder.deleteLater)
        self._column.insertWidget(1, holder)
