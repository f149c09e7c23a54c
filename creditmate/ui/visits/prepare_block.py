"""What is done before a visit, each with a tick, by whom and by when; Space ticks.

A step in our own words is taken out by Del or by its button; the usual ones are done, or not.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.visits import Preparation, PreparationStep
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_note, number
from creditmate.i18n.visit_words import preparation_words
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.check_row import CheckSentence
from creditmate.ui.kit.emptying import empty
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

_ON_IT = Qt.ShortcutContext.WidgetShortcut


class PrepareBlock(QWidget):
    """The report is no preparation: it has a button of its own.

    Attributes:
        ticks: The tick of each step that is seen, by the step's id.
        add: Adds a step in our own words.
    """

    ticked = Signal(object, bool)
    """The step, and whether it is done now."""
    remove_asked = Signal(object)
    """A step in our own words."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._shown: Sequence[PreparationStep] = ()
        self.ticks: dict[int, CheckSentence] = {}
        theme, _ = around.theme, words(around.language).gettext
        self._count = Text(theme, "", Type.SMALL, Ink.MUTED)
        self.add = Button(theme, _("Add a step"), Kind.QUIET, glyph=Glyph.ADD, small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(SectionHead(theme, _("Preparation"), self._count))
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE.s)
        column.addLayout(self._column)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column.addLayout(foot)

    def show_steps(self, steps: Sequence[PreparationStep], names: Mapping[int, str]) -> None:
        """Show the steps as they are; ``names`` are those of our people by id."""
        shown = [step for step in steps if step.kind is not Preparation.REPORT]
        self.add.setVisible(self.isEnabled())
        _, locale = words(self._around.language).gettext, self._around.locale
        done = sum(step.is_done for step in shown)
        self._count.setText(
            _("{done} of {count}").format(
                done=number(done, locale), count=number(len(shown), locale)
            )
        )
        focus = self.window().focusWidget()
        focused = next((id_ for id_, tick in self.ticks.items() if tick is focus), None)
        empty(self._column)
        self.ticks = {}
        for step in shown:
            line = self._line(step, names.get(step.owner or 0, ""))
            self._column.addWidget(line)
            line.show()  # at once: what is not seen yet takes no focus
        if focused is not None:
            (self.ticks.get(focused) or self.add).setFocus()

    def _line(self, step: PreparationStep, who: str) -> QWidget:
        theme, line = self._around.theme, QWidget()
        tick = CheckSentence(theme, preparation_words(step.kind, step.words, self._around.language))
        tick.setChecked(step.is_done)
        below = self._below(step, who)
        tick.setAccessibleDescription(below)
        tick.clicked.connect(partial(self._on_ticked, step, tick))
        self.ticks[step.id] = tick
        note = Paragraph(theme, below, Type.SMALL, self._ink(step))
        indented = QVBoxLayout()
        indented.setContentsMargins(SIZES.check + SPACE.s, 0, 0, 0)
        indented.addWidget(note)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if step.kind is Preparation.OTHER and self.isEnabled():
            column.addLayout(self._with_way_out(step, tick))
        else:
            column.addWidget(tick)
        column.addLayout(indented)
        return line

    def _with_way_out(self, step: PreparationStep, tick: CheckSentence) -> QHBoxLayout:
        """A step of ours can be taken out again."""
        text = words(self._around.language).gettext("Take out: {step}").format(step=step.words)
        out = IconButton(self._around.theme, Glyph.CLOSE, text, Kind.QUIET, small=True)
        key = QShortcut(QKeySequence(Qt.Key.Key_Delete), tick, context=_ON_IT)
        for asked in (out.clicked, key.activated):
            asked.connect(partial(self.remove_asked.emit, step))
        row = QHBoxLayout()
        row.setSpacing(SPACE.xs)
        row.addWidget(tick, 1)
        row.addWidget(out, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_ticked(self, step: PreparationStep, tick: CheckSentence) -> None:
        self.ticked.emit(step, tick.isChecked())

    def _below(self, step: PreparationStep, who: str) -> str:
        """By whom and when it was done; or by when it is to be."""
        _, locale, today = words(self._around.language).gettext, self._around.locale, self._today
        if step.done_day is not None and not step.is_done:
            return _("left undone")  # the visit took place, or nobody was met
        if step.done_day is not None:
            day = day_in_note(step.done_day, locale, today)
            return _("{who}, {day}").format(who=who, day=day) if who else day
        if step.due_day == today:
            said = _("today")
        else:
            text = _("was due {day}") if step.due_day < today else _("by {day}")
            said = text.format(day=day_in_note(step.due_day, locale, today))
        return _("{who}, {day}").format(who=who, day=said) if who else said

    def _ink(self, step: PreparationStep) -> Ink:
        late = step.done_day is None and step.due_day < self._today
        return Ink.WARNING if late else Ink.MUTED

    @property
    def _today(self) -> date:
        return self._around.program.clock.today
