"""Where a command has a ledger's key from: a password file, this computer, or the terminal."""

import getpass
import sys
from collections.abc import Callable
from pathlib import Path

from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.passwords import see_suitable
from creditmate.services import unlocking, unpacking
from creditmate.services.remembering import remembered
from creditmate.system.password_file import read_password_file

_TRIES = 3


class Passwords:
    """The passwords of one command.

    Args:
        file: What ``--password-file`` names, if anything.
        translate: Gives the words to ask with.
        tell: Says what is wrong with what was typed.
        say_why: Says why this computer does not remember the key, by its code.
    """

    def __init__(
        self,
        file: Path | None,
        translate: Callable[[str], str],
        tell: Callable[[UserError], None],
        say_why: Callable[[str], None],
    ) -> None:
        self._file = file
        self._translate = translate
        self._tell = tell
        self._say_why = say_why

    def key(self, path: Path) -> DataKey | None:
        """Return the key of a ledger; None of an unprotected one.

        The password file comes first, then what this computer remembers, then the terminal.

        Raises:
            UserError: ``LEDGER_PROTECTED``: there is nobody to ask; what ``unlocking.unlock``
                raises.
        """
        if not unlocking.is_protected(path):
            return None
        if self._file is None and (found := remembered(path)) is not None:
            if found.key is not None:
                return found.key
            self._say_why(str(found.why))
        return self.known(path)[1]

    def known(self, path: Path) -> tuple[str, DataKey]:
        """Return the password of a protected ledger and its key: from the file, else asked for.

        Raises:
            UserError: As ``key`` does.
        """
        unlocking.see_key_file(path)
        return self._opening(path, lambda password: unlocking.unlock(path, password))

    def of_backup(self, backup: unpacking.Container, place: Path) -> tuple[str, DataKey] | None:
        """Return what was given to open a backup, and its key; None of an unprotected one.

        Raises:
            UserError: ``LEDGER_PROTECTED``: there is nobody to ask; what
                ``unpacking.key_by_password`` raises.
        """
        if not backup.protected:
            return None
        return self._opening(
            backup.path, lambda password: unpacking.key_by_password(backup, password, place)
        )

    def of_today(self, backup: unpacking.Container, place: Path) -> DataKey:
        """Return the key of the protected ledger whose place a backup with another key takes.

        Raises:
            UserError: ``RESTORE_OTHER_KEY``: nobody knows it here; what reading a password file
                raises.
        """
        refused = UserError(Problem.RESTORE_OTHER_KEY, path=backup.path, ledger=place)

        def opened(password: str) -> DataKey:
            key = unpacking.key_of_today(backup, password, place)
            if key is None:
                raise UserError(Problem.WRONG_PASSWORD)
            return key

        try:
            return self._opening(place, opened)[1]
        except UserError as error:
            if error.problem in {Problem.WRONG_PASSWORD, Problem.LEDGER_PROTECTED}:
                raise refused from error
            raise

    def _opening(self, path: Path, open_by: Callable[[str], DataKey]) -> tuple[str, DataKey]:
        if self._file is not None:
            given = read_password_file(self._file)
            return given, open_by(given)
        if not _somebody_is_there():
            raise UserError(Problem.LEDGER_PROTECTED, path=path)
        for left in range(_TRIES - 1, -1, -1):
            typed = self._ask(self._translate("Password of {path}: ").format(path=path))
            try:
                return typed, open_by(typed)
            except UserError as error:
                if error.problem is not Problem.WRONG_PASSWORD or not left:
                    raise
                self._tell(error)
        raise AssertionError("the last try has answered")

    def new(self, file: Path | None, missing: UserError) -> str:
        """Return a password that is being chosen: from a file, else asked for twice.

        Args:
            file: The file with it, as an option names it.
            missing: What to refuse with where there is neither a file nor anybody to ask.

        Raises:
            UserError: ``PASSWORD_UNSUITABLE``, ``PASSWORDS_DIFFER``, ``PASSWORD_FILE``, or
                ``missing``.
        """
        if file is not None:
            given = read_password_file(file)
            see_suitable(given)
            return given
        if not _somebody_is_there():
            raise missing
        given = self._ask(self._translate("New password: "))
        see_suitable(given)
        if self._ask(self._translate("The same again: ")) != given:
            raise UserError(Problem.PASSWORDS_DIFFER)
        return given

    @staticmethod
    def _ask(words: str) -> str:
        try:
            return getpass.getpass(words)
        except EOFError:
            raise KeyboardInterrupt from None  # Ctrl-D means the same here as Ctrl-C


def _somebody_is_there() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()
