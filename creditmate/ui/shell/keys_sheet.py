"""The keys of the place one is in, and those of the window, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.frozen import changed
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.key_cap import KeyCap
from creditmate.ui.kit.keys import shown_keys
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.places import lines, place_of
from creditmate.ui.shell.dialog import ReadingDialog
from creditmate.ui.shell.keys import OF_PLACE, PLACES, UNDO, WINDOW, Key
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

_MOST = 2  # columns


class KeysSheet(ReadingDialog):
    """Made for the place that is shown; ``place`` is its key, empty where there is none."""

    def __init__(self, around: Surroundings, place: str, window: QWidget) -> None:
        _ = words(around.language).gettext
        super().__init__(around.theme, _("Keys"), _("Close"), window)
        self._around = around
        room = (window.width() - SPACE.xl) // _MOST - SPACE.xl - SIZES.scroll_bar
        self._wide = min(around.theme.wide(SIZES.keys_column), room)
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(SPACE.xl)
        here = place_of(place)
        if here is not None and OF_PLACE.get(place):
            columns.addWidget(self._column(_(here.title), OF_PLACE[place]))
        shown = [*WINDOW.values()]
        if place:
            shown.append(UNDO)
            last = f"Ctrl+{len(lines())}"
            shown.append(changed(PLACES, keys=(PLACES.keys[0], last)))
        columns.addWidget(self._column(_("Everywhere"), shown))
        count = columns.count()
        self.hold(page, count * self._wide + (count - 1) * SPACE.xl + SIZES.scroll_bar)

    def _column(self, title: str, keys: Sequence[Key]) -> QWidget:
        _ = words(self._around.language).gettext
        column = QWidget()
        column.setFixedWidth(self._wide)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE.m)
        rows.addWidget(SectionHead(self._around.theme, title))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.l)
        grid.setVerticalSpacing(SPACE.s)
        grid.setColumnStretch(1, 1)
        for row, key in enumerate(keys):
            grid.addWidget(self._caps(key), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Paragraph(self._around.theme, _(key.does)), row, 1)
        rows.addLayout(grid)
        rows.addStretch()
        return column

    def _caps(self, key: Key) -> QWidget:
        caps, theme = QWidget(), self._around.theme
        row = QHBoxLayout(caps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        caps.setFixedHeight(theme.line(Type.BODY))
        for place, keys in enumerate(key.keys):
            if place and key.is_row:
                row.addWidget(Text(theme, "–", Type.SMALL, Ink.MUTED))
            row.addWidget(KeyCap(theme, shown_keys(keys)))
        row.addStretch()
        return caps
