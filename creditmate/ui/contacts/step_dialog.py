"""Saying at which step somebody is already, so that it goes on with the next one."""

from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.contact_steps import Step
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.contact_policy_words import step_words
from creditmate.ui.decisions.told import Told
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.surroundings import Surroundings


class StepDialog(EditDialog):
    """For whoever was followed up before there was a record of it here; the reason is kept."""

    def __init__(
        self, around: Surroundings, window: QWidget, code: str, name: str, told: Told
    ) -> None:
        _ = words(around.language).gettext
        self._code, self._name, self._told = code, name, told
        title = _("{name} is at a step already").format(name=name)
        detail = _("For what was done before it was written down here. The next step follows it.")
        super().__init__(around, window, title, _("It is so"), detail=detail)
        theme = around.theme
        self.step = Field(theme, _("The last step taken"), Choice(theme, ""), echoes=False)
        for step in Step:
            self.step.input.addItem(capital(step_words(step, around.language)), step.value)
        self.step.input.setCurrentIndex(list(Step).index(Step.CALL_1))
        self.reason = Field(theme, _("Why"), LineInput(theme, ""))
        self.add("step.reason", self.reason)
        self.put(self.step, self.reason)
        self.open_at(self.step)

    def on_verb(self) -> None:
        """Put it down."""
        step, reason = Step(str(self.step.input.currentData())), self.reason.input.text()
        snoozes = self.around.program.snoozes
        self.submit(partial(snoozes.at_step, self._code, step, reason), partial(self._tell, step))

    def _tell(self, step: Step, done: Done) -> None:
        text = words(self.around.language).gettext("{name} is at “{step}”: the next step follows.")
        said = text.format(name=self._name, step=step_words(step, self.around.language))
        self._told(said, done)
