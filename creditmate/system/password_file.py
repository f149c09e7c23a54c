"""A password from a file, for scheduled runs that nobody can be asked in."""

import os
import stat
from pathlib import Path

from creditmate.domain.errors import Problem, UserError

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_LARGEST = 64 * 1024  # bytes


def read_password_file(path: Path) -> str:
    """Return the first line of a file; what is after it may say what the password is for.

    Raises:
        UserError: ``PASSWORD_FILE`` with ``fault``: ``unreadable`` (``why``), ``others`` (they may
            read it; where the system knows no such rights, this is not asked), ``text`` (it is not
            UTF-8) or ``empty``.
    """
    try:
        with path.open("rb") as file:
            if hasattr(os, "geteuid") and os.fstat(file.fileno()).st_mode & _OTHERS:
                raise _refused(path, "others")
            line = file.readline(_LARGEST)
    except OSError as error:
        raise _refused(path, "unreadable", why=error.strerror) from error
    try:
        password = line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise _refused(path, "text") from error
    if not password:
        raise _refused(path, "empty")
    return password


def _refused(path: Path, fault: str, **facts: object) -> UserError:
    return UserError(Problem.PASSWORD_FILE, fault=fault, path=path, **facts)
