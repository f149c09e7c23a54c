"""On which days one invoice is followed up, by the policy of its customer."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.contact_policy_words import step_words
from creditmate.i18n.formats import day_with_weekday
from creditmate.services.contact_standing import DatedStep, InvoiceSteps
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.facts import FactGrid
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.surroundings import Surroundings


class StepsDialog(EditDialog):
    """Says the days, part by part where it is paid in parts; of one that passed, that it did.

    Attributes:
        said: What is said of each step, by its name, of all parts in order.
    """

    def __init__(
        self, around: Surroundings, window: QWidget, parts: Sequence[InvoiceSteps]
    ) -> None:
        _ = words(around.language).gettext
        one = parts[0]
        title = _("Steps of {number}").format(number=one.number)
        about = _("By the contact policy of {name}. What was agreed with them comes first.")
        super().__init__(around, window, title, _("Close"), detail=about.format(name=one.name))
        self.cancel.hide()
        self.said: list[tuple[str, str]] = []
        for part in parts:
            due = day_with_weekday(part.due_day, around.locale)
            self.put(SectionHead(around.theme, _("Due on {day}").format(day=due)))
            facts = FactGrid(around.theme)
            for step in part.steps:
                name = capital(step_words(step.rule.step, around.language))
                said = self._said(step)
                self.said.append((name, said))
                facts.add_text(name, said)
            self.put(facts)
        self.open_at(self.verb)

    def _said(self, step: DatedStep) -> str:
        _ = words(self.around.language).gettext
        if step.day is None:
            return _("no room for it") if step.rule.on else _("off")
        said = day_with_weekday(step.day, self.around.locale)
        passed = step.day < self.around.program.clock.today
        return _("{day}, passed").format(day=said) if passed else said

    def on_verb(self) -> None:
        """Leave."""
        self.accept()
