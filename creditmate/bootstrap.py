"""Composition root: the only place that knows every part.

``Program`` builds the services, each when it is first asked for. They are used on the database
thread only; whoever shows their answers asks that thread (``Program.ask``) and never touches the
ledger itself.
"""

import gc
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from creditmate import __version__
from creditmate.i18n.locales import computer_locale
from creditmate.services.program import Program
from creditmate.system.clock import SystemClock
from creditmate.system.computer import last_ledger, user_name
from creditmate.system.faults import faults_written

_INTERRUPTED = 130
"""As ``cli.interrupts`` has it, which may not be loaded yet."""


def build(acting_on: date | None = None) -> Program:
    """Build the program, acting on a day that may be set; no ledger is open yet."""
    return Program(SystemClock(acting_on), user_name(), __version__)


def run_command_line(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    try:
        from creditmate.cli.main import main  # noqa: PLC0415 - the window will not need it
    except KeyboardInterrupt:
        return _INTERRUPTED  # nothing has been begun that could be told of
    return main(argv, build, paint_window)


def run_window(ledger: Path | None = None) -> int:
    """Open the window on a ledger, else on the one opened last; return the exit status."""
    gc.disable()  # what is loaded now stays; the window's own ``Collector`` looks for garbage
    from creditmate.ui.app import run  # noqa: PLC0415 - the command line does not need Qt

    locale = computer_locale()
    with faults_written():
        return run(build(), ledger, last_ledger(), locale, locale)


def paint_window(ledger: Path) -> str:
    """See the window painted on a ledger, for the self-test; return how it was."""
    from creditmate.ui.self_test import painted  # noqa: PLC0415 - only the self-test needs Qt here

    return painted(build(), ledger, computer_locale())
