"""Start the program: the window, or ``python -m creditmate COMMAND``.

``creditmate`` alone opens the window on the ledger opened last; ``creditmate FILE.creditmate``,
as a double click on a ledger does, opens that one.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from creditmate.bootstrap import run_command_line, run_window

_LEDGER = ".creditmate"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window or the command line and return the exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if not arguments:
        return run_window()
    if len(arguments) == 1 and arguments[0].endswith(_LEDGER):
        return run_window(Path(arguments[0]))
    return run_command_line(arguments)


def _begin_helper() -> None:
    """Become a helper process if this is one; in the packaged program they begin here as well."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support  # noqa: PLC0415 - slow, and seldom needed

        freeze_support()


if __name__ == "__main__":
    _begin_helper()
    sys.exit(main())
