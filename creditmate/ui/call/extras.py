"""What may be filled in besides: folded away until a chip, a key or the outcome unfolds it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.call_extras import Besides
from creditmate.i18n.besides_words import besides_title
from creditmate.i18n.catalogue import words
from creditmate.services.call_drafts import TypedCall
from creditmate.services.call_sheets import CallSheet
from creditmate.ui.call.arranged_fields import PlanFields, TimeFields
from creditmate.ui.call.extra_part import ExtraPart
from creditmate.ui.call.labelled import Labelled
from creditmate.ui.call.query_fields import QueryFields
from creditmate.ui.call.said_besides import (
    BarrierField,
    FeedbackField,
    OpportunityField,
    SatisfactionField,
    ToldField,
)
from creditmate.ui.kit.chip_flow import ChipFlow
from creditmate.ui.kit.chips import ChipText
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE


class Extras(QWidget):
    """What is unfolded stays so until it is folded away, and is recorded as it stands."""

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        super().__init__()
        _ = words(language).gettext
        texts = [ChipText(one.value, besides_title(one, language)) for one in Besides]
        self.chips = ChipFlow(theme, _("Also in this call"), texts)
        self.query = QueryFields(theme, language, locale)
        self.plan = PlanFields(theme, language, locale)
        self.barrier = BarrierField(theme, language, locale)
        self.parts: dict[Besides, ExtraPart] = {
            Besides.BARRIER: self.barrier,
            Besides.QUERY: self.query,
            Besides.PLAN: self.plan,
            Besides.TIME: TimeFields(theme, language),
            Besides.TOLD: ToldField(theme, language),
            Besides.OPPORTUNITY: OpportunityField(theme, language),
            Besides.FEEDBACK: FeedbackField(theme, language),
            Besides.SATISFACTION: SatisfactionField(theme, language),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(Labelled(theme, _("Also"), self.chips))
        for part in self.parts.values():
            column.addWidget(part)
            part.hide()
            part.edited.connect(self.edited)
            part.left.connect(self.left)
        self.chips.turned.connect(self._on_turned)

    @property
    def opened(self) -> tuple[str, ...]:
        """What stands unfolded."""
        return self.chips.on

    def show_sheet(self, sheet: CallSheet, today: date) -> None:
        """Begin a form: a customer is asked how satisfied it is only now and then."""
        self.barrier.show_sheet(sheet)
        self.query.show_sheet(sheet, today)
        self.plan.show_cycle(sheet.brief.facts.pays.cycle)
        asked = [one.value for one in Besides]
        if not sheet.beside.may_ask:
            asked.remove(Besides.SATISFACTION.value)
        self.chips.offer(asked)

    def show_typed(self, typed: TypedCall) -> None:
        """Show what was typed before, and unfold what was."""
        for part in self.parts.values():
            part.show_typed(typed)
        self._show(typed.opened)

    def typed(self, rest: TypedCall) -> TypedCall:
        """Return a form with what stands here."""
        found = replace(rest, opened=self.opened)
        for part in self.parts.values():
            found = part.typed(found)
        return found

    def unfold(self, besides: Besides) -> None:
        """Unfold a part, and leave the others as they are."""
        self._show((*self.opened, besides.value))

    def fold(self, besides: Besides) -> None:
        """Fold a part away; what stands in it is not recorded."""
        self._show([key for key in self.opened if key != besides.value])

    def begin(self, besides: Besides) -> None:
        """Go where one begins to fill a part in."""
        self.parts[besides].begin().setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, problems: Mapping[str, str]) -> None:
        """Say in each part what is wrong with it."""
        for part in self.parts.values():
            part.refuse(problems)

    def fields(self) -> dict[str, QWidget]:
        """Return every input by its name."""
        return {name: field for part in self.parts.values() for name, field in part.inputs.items()}

    def _show(self, opened: tuple[str, ...] | list[str]) -> None:
        self.chips.turn(opened)
        if Besides.PLAN.value in opened:
            self.plan.propose()
        for besides, part in self.parts.items():
            part.setVisible(besides.value in opened)

    def _on_turned(self, key: str, on: bool) -> None:
        self._show(self.opened)
        if on:
            self.begin(Besides(key))
        self.edited.emit()
