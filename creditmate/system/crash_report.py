"""What can be handed to us of a bug: versions, the kind of error and where in the code, no more.

A report is kept on this computer and goes nowhere by itself; whoever wants to send it copies its
text. No name, amount, note or path of the user's is in it (reliability.md D16): of an error only
its kind is taken, of the code only names that we or the libraries gave.

What ends the process itself is reported at the next start: see ``faults``.
"""

import os
import platform
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from creditmate.system.computer import log_folder
from creditmate.system.files import write_whole
from creditmate.system.frames import error_lines
from creditmate.system.log import log_bug

_KEPT = 20
"""Reports; older ones go."""


@dataclass(frozen=True, slots=True)
class CrashReport:
    """A report of a bug.

    Attributes:
        id: By which the log and a letter to us name it.
        text: All of it, as it is kept and copied.
        path: Where it is kept; None if it could not be.
    """

    id: str
    text: str
    path: Path | None


def report_bug(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> CrashReport:
    """Make a report of an error that nobody expected, keep it, and note it in the log.

    The arguments are those of ``sys.excepthook``. Nothing here raises: the error that is reported
    is what counts.
    """
    report = keep_report(error_lines(error, trace))
    log_bug(kind, error, trace, report.id)
    return report


def reports() -> list[Path]:
    """Return the reports that are kept, the latest first."""
    return sorted(log_folder().glob("report-*.txt"), reverse=True)


def keep_report(lines: Sequence[str]) -> CrashReport:
    """Keep a report of lines in which nothing of the user's is; the oldest ones go.

    Nothing here raises: where it cannot be kept, its text is there to be copied.
    """
    now = datetime.now(UTC)
    id_ = f"{now:%Y%m%d-%H%M%S}-{os.urandom(2).hex()}"
    text = "\n".join([f"CreditMate report {id_}", *_surroundings(), "", *lines, ""])
    path = log_folder() / f"report-{id_}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode(), private=True)
    except OSError:
        return CrashReport(id_, text, None)
    for old in reports()[_KEPT:]:
        with suppress(OSError):
            old.unlink()
    return CrashReport(id_, text, path)


def _surroundings() -> Iterator[str]:
    """Yield what runs here: the program, the system, the libraries."""
    from creditmate import __version__  # noqa: PLC0415 - the package itself
    from creditmate.system.about import parts  # noqa: PLC0415 - slow, and seldom needed

    yield f"CreditMate {__version__}"
    yield platform.platform()
    yield ", ".join(f"{part.name} {part.version}" for part in parts() if part.version)
