"""What of a call's form is in sight: what one fills in, and as much as there is room for below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from creditmate.ui.call.form_parts import FormParts
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.theme.tokens import SIZES, SPACE


class MoreBelow(Hairline):
    """A line where something ends that goes on below; its pixel stays, so that nothing jumps."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._bar = area.verticalScrollBar()
        self._bar.rangeChanged.connect(self._on_scrolled)
        self._bar.valueChanged.connect(self._on_scrolled)
        self.hide()

    def _on_scrolled(self) -> None:
        self.setVisible(self._bar.value() < self._bar.maximum())


class InSight:
    """Scrolls a form; the notes are what saving asks for last, so they are seen if they can be.

    Args:
        area: Shows the form.
        parts: Of the form.
    """

    def __init__(self, area: QScrollArea, parts: FormParts) -> None:
        self._area, self._parts = area, parts
        self._has_chosen = False
        area.verticalScrollBar().rangeChanged.connect(self._on_range)

    def go_to(self, field: QWidget) -> None:
        """Put the focus into a field, and into sight the field and what is said of it."""
        self._has_chosen = False
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle(field)

    def see_chosen(self) -> None:
        """How the call ended is chosen: see what is to be filled in, and what was chosen."""
        self._has_chosen = True
        self._settle(self._parts.outcomes.grid)

    def see_part(self, part: QWidget) -> None:
        """See something that was unfolded a moment ago, and in which one is now."""
        self._parts.settle()
        for seen in (self._parts.notes, part):
            self._area.ensureWidgetVisible(seen, 0, SPACE.xs)

    def _settle(self, field: QWidget) -> None:
        self._parts.settle()  # what was said a moment ago has taken no room yet
        self._bring(field)

    def _bring(self, field: QWidget) -> None:
        area, grid = self._area, self._parts.outcomes.grid
        if field is not grid or self._has_chosen:
            area.ensureWidgetVisible(self._parts.notes, 0, SPACE.xs)
        if field is grid and self._has_chosen:
            chosen = grid.focus_outline()[0].translated(
                grid.mapTo(self._parts, grid.rect().topLeft())
            )
            high = chosen.height() // 2 + SPACE.xs
            area.ensureVisible(chosen.center().x(), chosen.center().y(), 0, high)
            return
        part = self._parts.part_of(field)
        if part.height() <= area.viewport().height():
            area.ensureWidgetVisible(part, 0, SPACE.xs)
        area.ensureWidgetVisible(field)

    def _on_range(self, _least: int, most: int) -> None:
        """The scroll bar takes its room from the gutter: the edges stay in line with the head."""
        self._parts.keep_end(SPACE.l - (SIZES.scroll_bar if most else 0))
        field = self._parts.focusWidget()
        if field is not None and field.hasFocus():
            self._bring(field)  # more is said of it than there was
