"""A plan's parts as they would be: no., day, instalment, what is left after it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_with_weekday, money, number
from creditmate.i18n.plan_words import plan_warning_words
from creditmate.services.plan_agreeing import PlanDraft
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type

_SHOWN = 12
"""Parts that are shown; of a longer plan the last is shown after them."""


class PartsPreview(QWidget):
    """Made anew for each answer; without one it says what is missing, or why it cannot be.

    Attributes:
        shown: The draft that is shown; None while there is none.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.shown: PlanDraft | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.s)
        self._inside: QWidget | None = None
        self.say("")

    def say(self, text: str) -> None:
        """Show words in place of parts."""
        self.shown = None
        self._show(Paragraph(self._around.theme, text, Type.BODY, Ink.MUTED))
        self.setAccessibleName(text)

    def show_draft(self, draft: PlanDraft) -> None:
        """Show the parts of a draft, and what to think of."""
        self.shown = draft
        self._show(self._made(draft))
        self.setAccessibleName(self._sum(draft))

    def _show(self, widget: QWidget) -> None:
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = widget
        self._column.addWidget(widget)

    def _made(self, draft: PlanDraft) -> QWidget:
        made, theme = QWidget(), self._around.theme
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(Text(theme, self._sum(draft), Type.BODY_MEDIUM))
        column.addWidget(self._parts(draft))
        for warning in draft.warnings:
            said = plan_warning_words(warning, self._around.language, self._around.locale)
            column.addWidget(_Remark(self._around, said))
        return made

    def _sum(self, draft: PlanDraft) -> str:
        text = words(self._around.language).ngettext(
            "{amount} in {count} part", "{amount} in {count} parts", len(draft.parts)
        )
        amount = money(draft.amount, self._around.locale, symbol=True)
        return text.format(amount=amount, count=number(len(draft.parts), self._around.locale))

    def _parts(self, draft: PlanDraft) -> QWidget:
        lines, locale = QWidget(), self._around.locale
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.l)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(1, 1)
        _ = words(self._around.language).gettext
        heads = (_("No."), _("On or before"), _("Instalment"), _("Left after it"))
        self._line(grid, 0, heads, Type.SMALL_MEDIUM, Ink.MUTED)
        shown = draft.parts
        if len(shown) > _SHOWN + 1:
            shown = (*shown[:_SHOWN], shown[-1])
        for place, part in enumerate(shown, 1):
            left = money(part.left, locale) if part.left else "–"
            cells = (
                number(part.place, locale),
                day_with_weekday(part.day, locale),
                money(part.amount, locale),
                left,
            )
            self._line(grid, place, cells, Type.BODY, Ink.TEXT)
        return lines

    def _line(
        self, grid: QGridLayout, row: int, cells: Sequence[str], style: Type, ink: Ink
    ) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        for place, text in enumerate(cells):
            side = right if place > 1 else Qt.AlignmentFlag.AlignLeft
            grid.addWidget(Text(self._around.theme, text, style, ink), row, place, side)


class _Remark(QWidget):
    """Something to think of, with its sign."""

    def __init__(self, around: Surroundings, text: str) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.s)
        icon = GlyphLabel(around.theme, Glyph.ALERT, Ink.WARNING)
        grid.addWidget(icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Paragraph(around.theme, text, Type.SMALL, Ink.MUTED), 0, 1)
        grid.setColumnStretch(1, 1)
