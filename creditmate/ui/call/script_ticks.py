"""What to cover in the call, ticked off while one listens."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.call_script import Script
from creditmate.i18n.catalogue import words
from creditmate.i18n.script_words import script_title, topic_words
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.column_grid import OwnColumns
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ink, Type

_COLUMNS = 3
_LONGEST = 40  # letters of the user's own words that a tick repeats


class ScriptTicks(QWidget):
    """A title that says why one talks, the topics, and how many are covered."""

    edited = Signal()

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        super().__init__()
        self._theme, self._language, self._locale = theme, language, locale
        self._ticks: dict[str, CheckRow] = {}
        self._title = Elided(theme, "", Type.SMALL_STRONG, Ink.MUTED)  # a step's name may be long
        self._count = Text(theme, "", Type.SMALL, Ink.MUTED)
        self._grid = OwnColumns(_COLUMNS, gap=SPACE.m, row_gap=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_headed(self._title, self._count))
        column.addWidget(self._grid)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The codes of the topics that are covered."""
        return tuple(code for code, tick in self._ticks.items() if tick.isChecked())

    def show_script(self, script: Script, ticked: tuple[str, ...], as_at: date) -> None:
        """Show what to cover, some of it covered already."""
        self._title.show_text(script_title(script, self._language))
        self._grid.clear()
        self._ticks = {}
        for topic in script.topics:
            text = topic_words(topic, self._language, self._locale, as_at)
            tick = CheckRow(self._theme, _shortened(text))
            tick.setToolTip(text)
            tick.setChecked(topic.code.value in ticked)
            tick.toggled.connect(self._on_toggled)
            self._ticks[topic.code.value] = tick
            self._grid.add(tick)
        for tick in self._ticks.values():
            tick.show()
        self._recount()

    def _on_toggled(self) -> None:
        self._recount()
        self.edited.emit()

    def _recount(self) -> None:
        text = words(self._language).gettext("{done} of {all}")
        self._count.setText(text.format(done=len(self.ticked), all=len(self._ticks)))


def _headed(title: Elided, count: Text) -> QWidget:
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(title, 1)
    row.addWidget(count)
    return head


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
