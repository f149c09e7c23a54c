"""Choosing a password: typed twice, with a plain word on whether it will do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.passwords import SHORTEST, as_typed, see_suitable
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.ui.security.password_input import password_field
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE


class NewPassword(QWidget):
    """Two fields side by side; what is wrong stands under the one it is about.

    Attributes:
        first: The password.
        again: The same again.
    """

    entered = Signal()
    """Enter in either."""

    def __init__(self, around: Surroundings, label: str = "") -> None:
        super().__init__()
        self._around = around
        self._ = words(around.language).gettext
        self.first = password_field(around, label or self._("Password"))
        self.again = password_field(around, self._("The same again"))
        pair = QHBoxLayout(self)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(SPACE.l)
        for field in (self.first, self.again):
            pair.addWidget(field, 1)
            field.input.textChanged.connect(self._on_typed)
            field.input.returnPressed.connect(self.entered)
        self._set_tab_order()
        self.setFocusProxy(self.first)
        self._on_typed()

    def _set_tab_order(self) -> None:
        """From the one field into the other, as hands that see no screen expect; then the eyes.

        The second field goes along as a whole: left behind the first eye, it passes whoever comes
        from there on to what is typed in it, and Tab never gets out.
        """
        self.setTabOrder(self.first.input, self.again)
        self.setTabOrder(self.again.input, self.first.input.eye)

    def taken(self) -> str | None:
        """Return the password; None, and say what is wrong, while there is none that will do."""
        typed = self.first.input.text()
        try:
            see_suitable(typed)
        except UserError as error:
            self.refuse(error)
            return None
        if not self.again.input.text():  # Enter came after the first, which is no mistake
            self.again.note(self._("Type it once more, so that no slip shuts you out."))
            self.again.setFocus()
            return None
        if as_typed(typed) != as_typed(self.again.input.text()):
            self.again.refuse(self._words(UserError(Problem.PASSWORDS_DIFFER)))
            self.again.setFocus()
            return None
        return typed

    def refuse(self, error: UserError) -> None:
        """Say under the password why it will not do."""
        self.first.refuse(self._words(error))
        self.first.setFocus()

    def empty(self) -> None:
        """Forget what was typed."""
        for field in (self.first, self.again):
            field.input.empty()

    def _on_typed(self) -> None:
        typed, again = (as_typed(field.input.text()) for field in (self.first, self.again))
        if self._will_do():
            self.first.echo(self._("Long enough"))
        else:
            least = self._("At least {least} characters; four words do well.")
            self.first.note(least.format(least=SHORTEST))
        if typed and typed == again:
            self.again.echo(self._("The same"))
        else:
            self.again.clear()

    def _will_do(self) -> bool:
        try:
            see_suitable(self.first.input.text())
        except UserError:
            return False
        return True

    def _words(self, error: UserError) -> str:
        return problem_words(error, self._around.language, self._around.locale)
