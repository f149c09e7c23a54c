"""The program's own log, for bugs: where in the code, never what about whom."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from creditmate.system.computer import data_folder

_SIZE, _KEPT = 256 * 1024, 2
"""Bytes of one file, and how many older ones are kept beside it."""
_ROOT = Path(__file__).parents[2]


def _named(source: str) -> str:
    """Name a file of ours from the package on, any other by its folder and name."""
    path = Path(source)
    near = path.parts[-2:] if not path.is_relative_to(_ROOT) else path.relative_to(_ROOT).parts
    return "/".join(near)


def log_file() -> Path:
    """Where bugs are written down."""
    return data_folder() / "Logs" / "creditmate.log"


def log_bug(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> Path | None:
    """Write down what kind of error happened where, and return the file; None if it cannot be.

    The error's own words may name a customer, so they stay out, as do the folders in which the
    program lies, which may name the user.
    """
    frames = traceback.extract_tb(trace)
    places = "\n".join(
        f"  {_named(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames
    )
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            log_file(), maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    cause = "" if error.__cause__ is None else f" from {type(error.__cause__).__name__}"
    text = f"{kind.__name__}{cause}\n{places}"
    handler.handle(logging.makeLogRecord({"msg": text, "levelno": logging.ERROR}))
    handler.close()
    return log_file()
