"""One command's surroundings: its options, the program, the language, and where it prints."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from creditmate.cli import only_read
from creditmate.cli.interrupts import answer_of, heard_by_work, unheard
from creditmate.cli.passwords import Passwords
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.progress import Progress
from creditmate.i18n.catalogue import words
from creditmate.i18n.day_parsing import Towards, parse_day
from creditmate.i18n.problems import problem_words
from creditmate.i18n.remembering_words import remembering_words
from creditmate.services.ledger_places import conflict_copies, is_read_only, see_place
from creditmate.services.program import Program
from creditmate.services.unlocking import is_protected, see_passwords
from creditmate.system.computer import last_ledger

_PAUSE = 0.2  # seconds between two tries for a ledger that is open elsewhere

Answer = TypeVar("Answer")
PaintWindow = Callable[[Path], str]
"""Opens the window on a ledger, sees it painted, closes it, and says how: names and numbers."""


class Session:
    """What the commands have in common."""

    def __init__(
        self,
        arguments: argparse.Namespace,
        program: Program,
        locale: str,
        paint_window: PaintWindow,
    ) -> None:
        self.arguments = arguments
        self.program = program
        self.paint_window = paint_window
        self.locale = locale
        self.language = locale
        self.catalogue = words(locale)
        self.translate = self.catalogue.gettext
        self.passwords = Passwords(
            self.named("password_file"), self.translate, self.tell, self.say_why
        )

    # ------------------------------------------------------------- options
    @property
    def wants_json(self) -> bool:
        """Whether the answer is to be JSON."""
        return bool(self._shared("json", False))

    @property
    def today(self) -> date:
        """The business day the command acts on."""
        return self.program.clock.today

    def as_at(self, *, may_look_ahead: bool = False) -> date:
        """The day asked about: ``--as-at``, else today.

        Args:
            may_look_ahead: A day after the computer's today is allowed; after a day that was
                set with ``--on`` nothing is known in any case.

        Raises:
            UserError: ``DAY_AHEAD``.
        """
        text = self.arguments.as_at
        if text is None:
            return self.today
        day = self.day(text, "--as-at", Towards.PAST)
        ahead_allowed = may_look_ahead and self._shared("on", None) is None
        if day > self.today and not ahead_allowed:
            raise UserError(Problem.DAY_AHEAD, field="--as-at", day=day, today=self.today)
        return day

    def day(self, text: str, field: str, towards: Towards = Towards.FUTURE) -> date:
        """Read a day as typed.

        Raises:
            UserError: ``BAD_DATE``.
        """
        return parse_day(text, self.locale, self.today, towards=towards, field=field)

    def named(self, option: str) -> Path | None:
        """Return the file that an option names which every command has."""
        path: Path | None = self._shared(option, None)
        return path

    def _shared(self, name: str, default: Any) -> Any:  # noqa: ANN401 - an option of any type
        return getattr(self.arguments, name, default)

    # ------------------------------------------------------------- the ledger
    def ask(self, work: Callable[[], Answer]) -> Answer:
        """Do ``work`` on the database thread and wait for it."""
        return self.program.ask(work)

    def ask_unless_stopped(self, work: Callable[[Progress], Answer]) -> Answer:
        """Do long work on the database thread, which Ctrl-C ends where it reports.

        Raises:
            Cancelled: It was ended, and all is as it was.
        """
        with heard_by_work() as progress:
            return answer_of(self.program.later(lambda: work(progress)))

    def ask_to_the_end(self, work: Callable[[], Answer]) -> Answer:
        """Do ``work`` on the database thread; Ctrl-C does not end it, so what is told is true."""
        with unheard():
            return self.ask(work)

    def open_to_read(self) -> None:
        """Open the ledger named, else the one opened last.

        Raises:
            UserError: ``NO_LEDGER_CHOSEN``, or what opening raises.
        """
        path = self._shared("ledger", None) or last_ledger()
        if path is None:
            raise UserError(Problem.NO_LEDGER_CHOSEN)
        self._open(path)

    def open_to_write(self) -> None:
        """Open the ledger named; a command that writes guesses none.

        Raises:
            UserError: ``LEDGER_MUST_BE_NAMED``, or what opening raises.
        """
        self._open(self.ledger_named())

    def open_with_password(self) -> tuple[Path, str, DataKey]:
        """Open the protected ledger named with its password, whatever this computer remembers.

        Returns:
            The ledger, the password and the key.

        Raises:
            UserError: ``LEDGER_NOT_PROTECTED``; as ``open_to_write`` does.
        """
        path = self.ledger_named()
        see_place(path)
        if not is_protected(path):
            self.open_with(path, None)  # which refuses what is no ledger
            raise UserError(Problem.LEDGER_NOT_PROTECTED, path=path)
        password, key = self.passwords.known(path)
        self.open_with(path, key)
        return path, password, key

    def ledger_named(self) -> Path:
        """Return the ledger that ``--ledger`` names.

        Raises:
            UserError: ``LEDGER_MUST_BE_NAMED``.
        """
        path = self.named("ledger")
        if path is None:
            raise UserError(Problem.LEDGER_MUST_BE_NAMED)
        return path

    def _open(self, path: Path) -> None:
        see_place(path)  # before anybody is asked for a password
        key = self.passwords.key(path)
        self.open_with(path, key)
        if key is not None:
            try:
                see_passwords(path, key)
            except UserError as error:  # at once, and until it is mended
                self.tell(error)

    def open_with(self, path: Path, key: DataKey | None) -> None:
        """Open a ledger with its key, waiting for it as long as was said.

        Raises:
            UserError: What opening raises.
        """
        self.when_free(lambda: self.ask(lambda: self.program.ledgers.open(path, key)))
        if self.ask(is_read_only):
            self.remark(only_read.opened_words(path, self.language))
        self.tell_copies(self.ask(lambda: conflict_copies(path)))

    def when_free(self, work: Callable[[], Answer]) -> Answer:
        """Do what needs a ledger that is open nowhere, waiting for it as long as was said.

        Raises:
            UserError: ``LEDGER_IN_USE``, and what ``work`` raises.
        """
        until = time.monotonic() + float(self._shared("wait", 0.0))
        while True:
            try:
                return work()
            except UserError as error:
                if error.problem is not Problem.LEDGER_IN_USE or time.monotonic() >= until:
                    raise
                time.sleep(_PAUSE)

    def tell_copies(self, copies: Iterable[Path]) -> None:
        """Remark on other versions of a ledger that a sync program has left beside it."""
        said = self.translate(
            "Beside the ledger lies another version of it, {path}. It is never opened instead; see"
            " whether anything was entered only there."
        )
        for copy in copies:
            self.remark(said.format(path=copy))

    # ------------------------------------------------------------- printing
    def say(self, text: str = "") -> None:
        """Print a line of the answer."""
        sys.stdout.write(text + "\n")

    def say_lines(self, lines: Iterable[str]) -> None:
        """Print several lines of the answer."""
        for line in lines:
            self.say(line)

    def print_sheet_words(self, path: Path) -> str:
        """Say how the recovery sheet of a protected ledger is printed, and why."""
        return self.translate(
            "Print its recovery sheet and keep it safe: creditmate sheet --ledger {path} --out"
            " sheet.pdf. When the password is forgotten, nothing else opens the ledger."
        ).format(path=path)

    def remark(self, text: str) -> None:
        """Print a line that is not part of the answer."""
        sys.stderr.write(text + "\n")

    def say_json(self, answer: object) -> None:
        """Print the answer as JSON."""
        self.say(json.dumps(answer, ensure_ascii=False, indent=1))

    def say_recorded(self, answer: object) -> None:
        """Say that it was put down; with ``--json`` the answer instead."""
        if self.wants_json:
            self.say_json(answer)
        else:
            self.say(self.translate("Recorded."))

    def say_why(self, why: str) -> None:
        """Print why this computer does not have the key of a ledger."""
        self.remark(remembering_words(why, self.language))

    def tell(self, error: UserError) -> None:
        """Print what went wrong."""
        said = problem_words(error, self.language, self.locale)
        self.remark(said + only_read.way_on(error, self.language))
