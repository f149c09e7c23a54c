"""The seal at the end of a backup: the SHA-256 of all before it, so that no bit can change unseen.

It is the comment that a ZIP file may end with, so that other programs read past it.
"""

import hashlib
import os
from pathlib import Path
from typing import IO

from creditmate.db.disk import sync_file

_SEAL = b"CreditMate backup, sealed by SHA-256 "
_DIGITS = 64
_CHUNK = 1 << 20

UNSEALED = _SEAL + b"0" * _DIGITS
"""What a file must end with before it is sealed."""


def seal(path: Path) -> None:
    """Seal a file that ends with ``UNSEALED``, and force it to disk.

    Raises:
        OSError: It cannot be written.
    """
    with path.open("rb+") as file:
        digits = _hash_but_seal(file)
        file.seek(-_DIGITS, os.SEEK_END)
        file.write(digits.encode())
    sync_file(path)


def has_seal(file: IO[bytes]) -> bool:
    """Whether a file ends with a seal, right or wrong."""
    size = file.seek(0, os.SEEK_END)
    if size < len(UNSEALED):
        return False
    file.seek(-len(UNSEALED), os.SEEK_END)
    return file.read(len(_SEAL)) == _SEAL


def seal_holds(file: IO[bytes]) -> bool:
    """Whether the seal is that of what is before it."""
    file.seek(-_DIGITS, os.SEEK_END)
    said = file.read(_DIGITS).decode("ascii", "replace")
    return said == _hash_but_seal(file)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a whole file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hash_but_seal(file: IO[bytes]) -> str:
    """The SHA-256 of a file without the digits that say it."""
    rest = file.seek(0, os.SEEK_END) - _DIGITS
    file.seek(0)
    hashed = hashlib.sha256()
    while rest > 0 and (chunk := file.read(min(_CHUNK, rest))):
        hashed.update(chunk)
        rest -= len(chunk)
    return hashed.hexdigest()
