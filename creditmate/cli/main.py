"""The command line: one command, one exit status.

0: done. 1: refused, with what is wrong and what to do on standard error. 2: wrong usage.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from creditmate.cli.arguments import parser
from creditmate.cli.brief_command import customer
from creditmate.cli.call_command import call
from creditmate.cli.import_command import import_file
from creditmate.cli.ledger_commands import backup, check, new, posted
from creditmate.cli.report_commands import aged, today
from creditmate.cli.session import Session
from creditmate.cli.statement_command import statements
from creditmate.domain.errors import UserError
from creditmate.i18n.day_parsing import Towards, parse_day
from creditmate.i18n.locales import computer_locale
from creditmate.i18n.problems import problem_words
from creditmate.services.program import Program
from creditmate.system.clock import SystemClock

_COMMANDS: Mapping[str, Callable[[Session], int]] = {
    "new": new,
    "import": import_file,
    "aged": aged,
    "today": today,
    "customer": customer,
    "call": call,
    "statements": statements,
    "posted": posted,
    "backup": backup,
    "check": check,
}


Build = Callable[[date | None], Program]
"""Builds the program, acting on the day given or else on the computer's."""


def main(argv: Sequence[str] | None, build: Build) -> int:
    """Run one command and return its exit status."""
    arguments = parser().parse_args(argv)
    _speak_utf8()
    locale = computer_locale()
    try:
        acting_on = _acting_on(getattr(arguments, "on", None), locale)
    except UserError as error:
        sys.stderr.write(problem_words(error, locale, locale) + "\n")
        return 1
    program = build(acting_on)
    session = Session(arguments, program, locale)
    try:
        return _COMMANDS[arguments.command](session)
    except UserError as error:
        session.tell(error)
        return 1
    finally:
        program.stop()


def _acting_on(text: str | None, locale: str) -> date | None:
    if text is None:
        return None
    return parse_day(text, locale, SystemClock().today, towards=Towards.PAST, field="--on")


def _speak_utf8() -> None:
    """Currency signs and narrow blanks do not exist in the code pages of some consoles."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
