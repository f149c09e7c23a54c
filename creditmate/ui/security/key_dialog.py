"""A small form about passwords: they are tried beside the window's thread and the database's."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.queries import Latest
from creditmate.ui.security.new_password import NewPassword
from creditmate.ui.security.password_input import PasswordInput, password_field
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES


class KeyDialog(EditDialog):
    """As ``EditDialog``, but what it does is done at the desk for keys, and takes its time.

    Attributes:
        path: The ledger that is open.
        known: Where a password that opens it is typed, once ``ask_known`` was called.
        new: Where one is chosen, once ``ask_new`` was called.
    """

    def __init__(  # noqa: PLR0913 - as ``EditDialog``
        self,
        around: Surroundings,
        window: QWidget,
        path: Path,
        title: str,
        verb: str,
        *,
        detail: str = "",
        leave: str = "",
        width: int = SIZES.dialog,
    ) -> None:
        super().__init__(around, window, title, verb, detail=detail, leave=leave, width=width)
        self.path, self._verb = path, verb
        self._ = words(around.language).gettext
        self.known: Field[PasswordInput] | None = None
        self.new: NewPassword | None = None
        self._trying: Latest[Any] = Latest(around.keys, self._on_tried, self._on_untried, self)
        self._after: Callable[[Any], object] = id

    # ------------------------------------------------------------- what it asks
    def ask_known(self, label: str = "") -> None:
        """Ask for a password that opens the ledger now."""
        self.known = password_field(self.around, label or self._("Password"))
        self.known.input.textEdited.connect(self.known.clear)
        self.put(self.known)

    def ask_new(self) -> None:
        """Ask for a new one."""
        self.new = NewPassword(self.around, self._("New password"))
        self.put(self.new)

    def begin(self) -> None:
        """Open, with the focus in the first field."""
        self.open_at(self.known or self.new or self.verb)

    def typed(self) -> tuple[str, str] | None:
        """Return the password known and the new one; None, said beside it, where one is missing."""
        known = "" if self.known is None else self.known.input.text()
        if self.known is not None and not known.strip():
            self.known.refuse(self._("Type the password."))
            self.known.setFocus()
            return None
        new = "" if self.new is None else self.new.taken()
        return None if new is None else (known, new)

    # ------------------------------------------------------------- trying
    def attempt(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Do ``work`` at the desk for keys, then ``then``; the dialog stays until ``then`` ends it.

        What is wrong is said at the field that it is about.
        """
        if self._trying.waiting:
            return  # pressed twice
        self.clear()
        self._after = then
        self.verb.rename(self._("One moment…"))
        self._trying.ask(work)

    def refuse(self, error: UserError) -> None:
        """Say what is wrong where it is."""
        if error.problem is Problem.WRONG_PASSWORD and self.known is not None:
            self.known.refuse(problem_words(error, self.around.language, self.around.locale))
            self.known.input.selectAll()
            if self.isVisible():
                self.known.setFocus()
        elif error.problem is Problem.PASSWORD_UNSUITABLE and self.new is not None:
            self.new.refuse(error)
        else:
            super().refuse(error)

    def done(self, result: int) -> None:
        """Keep nothing of what was typed."""
        if self.known is not None:
            self.known.input.empty()
        if self.new is not None:
            self.new.empty()
        super().done(result)

    def _on_tried(self, answer: Any) -> None:  # noqa: ANN401 - of any use-case
        self.verb.rename(self._verb)
        after, self._after = self._after, id
        after(answer)

    def _on_untried(self, error: Exception) -> None:
        self.verb.rename(self._verb)
        if isinstance(error, UserError):
            self.refuse(error)
        else:
            self.around.desk.failed.emit(error)
