"""How the call ended: one widget to Tab to, sixteen outcomes to see, all to reach by letter."""

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent

from creditmate.domain.outcomes import (
    CallKind,
    Outcome,
    further_outcomes,
    usual_outcomes,
)
from creditmate.i18n.call_words import outcome_title
from creditmate.ui.call.outcome_button import OutcomeButton
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SPACE

_COLUMNS = 4
_ROOM = 16


class OutcomeGrid(ColumnGrid):
    """Arrows move the choice, a letter makes it; letters work wherever nobody is typing."""

    chosen = Signal(object)
    """The outcome that the user chose."""
    paged = Signal(bool)
    """Whether the further outcomes are seen now, instead of the usual ones."""

    def __init__(self, theme: Theme, language: str, name: str) -> None:
        super().__init__(_COLUMNS, gap=SPACE.xs, room_for=_ROOM, company=True)
        self._theme, self._language = theme, language
        self._kind = CallKind.COLLECTION
        self._buttons: dict[Outcome, OutcomeButton] = {}
        self.further = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that is chosen."""
        return next((o for o, button in self._buttons.items() if button.isChecked()), None)

    def offer(self, kind: CallKind, outcome: Outcome | None) -> None:
        """Show the outcomes of a kind of call, one of them chosen already, if any is."""
        self.clear()
        self._kind = kind
        self._buttons = {}
        for each in (*usual_outcomes(kind), *further_outcomes(kind)):
            button = OutcomeButton(self._theme, each, outcome_title(each, self._language))
            button.clicked.connect(lambda _on=False, each=each: self._on_clicked(each))
            self._buttons[each] = button
            self.add(button)
        self.choose(outcome)
        self.turn(further=outcome in further_outcomes(kind))

    def choose(self, outcome: Outcome | None) -> None:
        """Choose without telling anybody; one that is not seen is shown with its like."""
        for each, button in self._buttons.items():
            button.setChecked(each is outcome)
        if outcome is not None and self._buttons[outcome].isHidden():
            self.turn(further=outcome in further_outcomes(self._kind))
        self._describe()

    def turn(self, *, further: bool) -> None:
        """Show the further outcomes, or the usual ones again."""
        self.further = further
        seen = further_outcomes(self._kind) if further else usual_outcomes(self._kind)
        for each, button in self._buttons.items():
            button.setVisible(each in seen)
        self.updateGeometry()
        self.paged.emit(further)

    def focus_outline(self) -> tuple[QRect, int]:
        """The chosen outcome carries the focus; while none is, the whole grid."""
        outcome = self.outcome
        if outcome is None:
            return self.rect(), RADIUS.m
        return self._buttons[outcome].geometry(), RADIUS.m

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice with the arrows; letters are taken by the form."""
        steps = {
            int(Qt.Key.Key_Right): 1,
            int(Qt.Key.Key_Left): -1,
            int(Qt.Key.Key_Down): self._step_of_row(1),
            int(Qt.Key.Key_Up): self._step_of_row(-1),
        }
        step = steps.get(event.key())
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        if abs(step) == 1 and self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            step = -step
        if step:
            self._move(step)

    def _outcomes_seen(self) -> list[Outcome]:
        return [each for each, button in self._buttons.items() if not button.isHidden()]

    def _step_of_row(self, rows: int) -> int:
        """How far the one below or above is, 0 for none; a shorter row ends before it."""
        seen, outcome = self._outcomes_seen(), self.outcome
        if outcome not in seen:
            return rows
        lengths, place = self.rows_at(self.width()), seen.index(outcome)
        starts = [0, *accumulate(lengths)]
        row = bisect_right(starts, place) - 1
        to = row + rows
        if not 0 <= to < len(lengths) or place - starts[row] >= lengths[to]:
            return 0
        return starts[to] - starts[row]

    def _move(self, step: int) -> None:
        seen = self._outcomes_seen()
        outcome = self.outcome
        at = seen.index(outcome) + step if outcome in seen else 0
        if 0 <= at < len(seen):
            self._on_clicked(seen[at])

    def _on_clicked(self, outcome: Outcome) -> None:
        self.choose(outcome)
        self.update()
        self.chosen.emit(outcome)

    def _describe(self) -> None:
        outcome = self.outcome
        told = "" if outcome is None else outcome_title(outcome, self._language)
        self.setAccessibleDescription(told)
