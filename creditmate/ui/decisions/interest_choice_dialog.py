"""On which basis a customer may be charged for paying late, from today on."""

from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.charge_facts import ChargeFacts
from creditmate.domain.interest_basis import Choice as Basis
from creditmate.i18n.catalogue import words
from creditmate.i18n.interest_words import because_words, choice_words
from creditmate.services.customers import Brief
from creditmate.ui.decisions.told import Told
from creditmate.ui.kit.check_row import CheckSentence
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.surroundings import Surroundings


class InterestChoiceDialog(EditDialog):
    """As usual, only what was agreed, the law's, or none; with the reason."""

    def __init__(
        self, around: Surroundings, window: QWidget, brief: Brief, facts: ChargeFacts, told: Told
    ) -> None:
        _, language = words(around.language).gettext, around.language
        self._brief, self._told = brief, told
        title = _("Interest for {name}").format(name=brief.customer.name)
        now = because_words(facts.basis, language, around.locale)
        detail = _("Until now: {basis}").format(basis=now)
        super().__init__(around, window, title, _("Decide"), detail=detail)
        theme, chosen = around.theme, facts.basis.chosen
        self.choice = Field(theme, _("From today on"), Choice(theme, ""), echoes=False)
        for one in Basis:
            self.choice.input.addItem(choice_words(one, language), one.value)
        self.choice.input.setCurrentIndex(self.choice.input.findData(chosen.choice.value))
        self.fair = CheckSentence(
            theme, _("Longer times to pay than the law's were agreed, and are fair to us")
        )
        self.fair.setChecked(chosen.fair)
        self.reason = Field(theme, _("Reason"), LineInput(theme, ""))
        self.reason.input.setText(chosen.reason)
        self.add("interest.reason", self.reason)
        self.put(self.choice, self.fair, self.reason)
        self.open_at(self.choice)

    def on_verb(self) -> None:
        """Decide; all but what is usual needs its reason."""
        choose = self.around.program.interest.choose
        basis = Basis(str(self.choice.input.currentData()))
        code, reason = self._brief.customer.code, self.reason.input.text()
        work = partial(choose, code, basis, reason, fair=self.fair.isChecked())
        self.submit(work, partial(self._on_decided, basis))

    def _on_decided(self, basis: Basis, done: Done) -> None:
        language = self.around.language
        text = words(language).gettext("Interest for {name}: {choice}")
        name = self._brief.customer.name
        self._told(text.format(name=name, choice=choice_words(basis, language)), done)
