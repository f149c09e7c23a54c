"""The program's own log, for bugs: where in the code, never what about whom."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from creditmate.system.computer import log_folder
from creditmate.system.frames import error_lines

_SIZE, _KEPT = 256 * 1024, 2
"""Bytes of one file, and how many older ones are kept beside it."""


def log_file() -> Path:
    """Where bugs are written down."""
    return log_folder() / "creditmate.log"


def log_bug(
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
    report: str = "",
) -> Path | None:
    """Write down what kind of error happened where, and return the file; None if it cannot be.

    Args:
        kind: Of the error.
        error: The error; of its own words nothing is written.
        trace: Where it happened.
        report: The id of the report of it, if there is one.
    """
    lines = error_lines(error, trace)
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            log_file(), maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    text = "\n".join([f"{report} {lines[0]}".strip(), *lines[1:]])
    handler.handle(logging.makeLogRecord({"msg": text, "levelno": logging.ERROR}))
    handler.close()
    return log_file()
