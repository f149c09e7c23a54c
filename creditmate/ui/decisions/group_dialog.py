"""Letting a customer belong to a head office, and saying where its statements go."""

from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.groups import StatementTo
from creditmate.i18n.catalogue import words
from creditmate.services.customers import Brief
from creditmate.ui.decisions.told import Undoable
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.search.customer_input import CustomerInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES


class GroupDialog(EditDialog):
    """The head office, by typing; a branch may leave again."""

    def __init__(self, around: Surroundings, window: QWidget, brief: Brief, told: Undoable) -> None:
        _ = words(around.language).gettext
        self._brief, self._told, self._head = brief, told, ""
        facts = brief.facts
        title = _("The head office of {name}").format(name=brief.customer.name)
        detail = _("A group stands on Today once, with the sum of all, and is called once.")
        super().__init__(around, window, title, _("Save"), detail=detail)
        theme = around.theme
        self.head = Field(theme, _("Head office"), CustomerInput(around, ""))
        self.to = Field(theme, _("Statements go"), Choice(theme, ""))
        self.to.input.addItem(_("to the branch, with its own items"), StatementTo.BRANCH.value)
        self.to.input.addItem(
            _("to the head office, together with the others"), StatementTo.HEAD_OFFICE.value
        )
        self.to.input.setCurrentIndex(self.to.input.findData(facts.statement_to.value))
        self.leave = Button(theme, _("Stand alone again"))
        self.leave.clicked.connect(self._on_leave)
        self.leave.setVisible(facts.head_office is not None)
        self.put_at_foot(self.leave, 0)
        self.put(self.head, self.to)
        self.body.addSpacing(SIZES.foot)  # for whoever answers to what is typed
        if facts.head_office is not None:
            self.head.input.choose(facts.head_office.code, facts.head_office.name)
            self._head = facts.head_office.code
        self.head.input.picked.connect(self._on_picked)
        self.open_at(self.head)

    def _on_picked(self, code: str, _name: str) -> None:
        self._head = code
        self.head.clear()

    def on_verb(self) -> None:
        """Let it belong there."""
        _, groups = words(self.around.language).gettext, self.around.program.groups
        if not self._head:
            self.head.refuse(_("Choose a customer: type a few letters of the name."))
            self.head.setFocus()
            return
        code = self._brief.customer.code
        to = StatementTo(str(self.to.input.currentData()))
        self.submit(partial(groups.join, code, self._head, to), self._on_joined)

    def _on_joined(self, touched: Touched) -> None:
        _ = words(self.around.language).gettext
        said = _("{name} belongs to its head office.").format(name=self._brief.customer.name)
        self._told(said, touched, self._before)

    def _on_leave(self) -> None:
        groups = self.around.program.groups
        self.submit(partial(groups.leave, self._brief.customer.code), self._on_left)

    def _on_left(self, touched: Touched) -> None:
        _ = words(self.around.language).gettext
        said = _("{name} stands alone again.").format(name=self._brief.customer.name)
        self._told(said, touched, self._before)

    def _before(self) -> Touched:
        """Be in a group, or alone, as before."""
        groups, facts = self.around.program.groups, self._brief.facts
        code = self._brief.customer.code
        if facts.head_office is None:
            return groups.leave(code)
        return groups.join(code, facts.head_office.code, facts.statement_to)
