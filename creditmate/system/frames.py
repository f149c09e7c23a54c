"""Where in the code an error came from, without a word of what it was about.

The words of an error may name a customer or an amount, and the folders in which files lie name the
user: neither is ever written down. What is left are names in our code and in the libraries'.
"""

import errno
import re
import sysconfig
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from creditmate.domain.errors import UserError

_ROOT = Path(__file__).parents[2]
_STANDARD = Path(sysconfig.get_paths()["stdlib"])
_LIBRARIES = frozenset({"site-packages", "dist-packages"})
_CODE = re.compile(r"SQLITE_[A-Z_]+")
_DEEPEST = 5
"""Causes of causes that are followed."""


def error_lines(error: BaseException, trace: TracebackType | None = None) -> list[str]:
    """Return what kind of error came from which others, then where each of them happened.

    Args:
        error: The error.
        trace: Where it happened; by default what the error itself says.
    """
    chain = list(_chain(error))
    lines = [" from ".join(map(kind_of, chain))]
    lines += frame_lines(error.__traceback__ if trace is None else trace)
    for cause in chain[1:]:
        lines += [kind_of(cause), *frame_lines(cause.__traceback__)]
    return lines


def frame_lines(trace: TracebackType | None) -> list[str]:
    """Return a line for each place in the code, as they call one another."""
    frames = traceback.extract_tb(trace)
    return [f"  {named(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def kind_of(error: BaseException) -> str:
    """Return an error's kind and its code, never its words: ``OSError ENOSPC``."""
    kind = type(error)
    module = "" if kind.__module__ in {"builtins", "__main__"} else f"{kind.__module__}."
    codes = [f"{module}{kind.__qualname__}"]
    if isinstance(error, UserError):
        codes.append(error.problem.name)
    if isinstance(error, OSError) and error.errno is not None:
        codes.append(errno.errorcode.get(error.errno, str(error.errno)))
    sqlite = getattr(error, "sqlite_errorname", None)
    if isinstance(sqlite, str) and _CODE.fullmatch(sqlite):
        codes.append(sqlite)
    return " ".join(codes)


def named(source: str) -> str:
    """Name a file of code: ours from the project's folder on, a library's from its package on.

    In the packaged program names are relative already. Any other file is named alone: the folder
    above it may bear a person's name.
    """
    path = Path(source)
    if _LIBRARIES & set(path.parts):  # first: they may lie in the project's own folder
        place = max(place for place, part in enumerate(path.parts) if part in _LIBRARIES)
        path = Path(*path.parts[place + 1 :])
    elif path.is_relative_to(_ROOT):
        path = path.relative_to(_ROOT)
    elif path.is_relative_to(_STANDARD):
        path = path.relative_to(_STANDARD)
    return path.name if path.is_absolute() else path.as_posix()


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    found: BaseException | None = error
    while found is not None and found not in seen and len(seen) < _DEEPEST:
        seen.append(found)
        yield found
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)
