"""One command's surroundings: its options, the program, the language, and where it prints."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.day_parsing import Towards, parse_day
from creditmate.i18n.problems import problem_words
from creditmate.services.program import Program
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

    def _shared(self, name: str, default: Any) -> Any:  # noqa: ANN401 - an option of any type
        return getattr(self.arguments, name, default)

    # ------------------------------------------------------------- the ledger
    def ask(self, work: Callable[[], Answer]) -> Answer:
        """Do ``work`` on the database thread and wait for it."""
        return self.program.ask(work)

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
        path = self._shared("ledger", None)
        if path is None:
            raise UserError(Problem.LEDGER_MUST_BE_NAMED)
        self._open(path)

    def _open(self, path: Path) -> None:
        until = time.monotonic() + float(self._shared("wait", 0.0))
        while True:
            try:
                self.ask(lambda: self.program.ledgers.open(path))
            except UserError as error:
                if error.problem is not Problem.LEDGER_IN_USE or time.monotonic() >= until:
                    raise
                time.sleep(_PAUSE)
            else:
                return

    # ------------------------------------------------------------- printing
    def say(self, text: str = "") -> None:
        """Print a line of the answer."""
        sys.stdout.write(text + "\n")

    def say_lines(self, lines: Iterable[str]) -> None:
        """Print several lines of the answer."""
        for line in lines:
            self.say(line)

    def remark(self, text: str) -> None:
        """Print a line that is not part of the answer."""
        sys.stderr.write(text + "\n")

    def say_json(self, answer: object) -> None:
        """Print the answer as JSON."""
        self.say(json.dumps(answer, ensure_ascii=False, indent=1))

    def tell(self, error: UserError) -> None:
        """Print what went wrong."""
        self.remark(problem_words(error, self.language, self.locale))
