"""The one file that a backup is: the ledger as it is encrypted, its key file, and a manifest.

A ZIP file, so that a backup can be got at without this program. Its last bytes are a seal: the
SHA-256 of all before it, so that not one bit of it can change unseen. What a protected ledger's
manifest says is authenticated with the ledger's key as well: whoever has not got the key can put
no other figures, pages or key file into it. Backups of the first kind (format 1) have no seal.
"""

import hashlib
import hmac
import json
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from creditmate.db.digest import canonical
from creditmate.db.disk import make_private
from creditmate.db.manifest import Manifest
from creditmate.db.sealing import UNSEALED, has_seal, seal, seal_holds, sha256_of
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError

SUFFIX = ".creditmate-backup"
LEDGER_MEMBER = "ledger.creditmate"
KEY_MEMBER = "ledger.creditmate-key"
MANIFEST_MEMBER = "manifest.json"
FORMAT = 2
_CHUNK = 1 << 20
_LARGEST_NOTE = 1 << 20
"""Bytes that a manifest or a key file can have; theirs are a few thousand."""
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, LookupError, RuntimeError,
    OverflowError,
)  # fmt: skip
"""What reading a broken ZIP file or its JSON ends in."""


@dataclass(frozen=True, slots=True)
class Container:
    """A backup that was read: whole, and of a kind that this program knows.

    Attributes:
        path: The file.
        manifest: What it says that it holds, and when, why and by what it was made.
        key_file: The ledger's key file as it was then; empty of an unprotected ledger.
    """

    path: Path
    manifest: Manifest
    key_file: bytes

    @property
    def protected(self) -> bool:
        """Whether the ledger in it is encrypted."""
        return bool(self.manifest.get("key"))


def write_container(
    target: Path, copy: Path, manifest: Manifest, key: DataKey | None, key_file: bytes
) -> Manifest:
    """Pack a proved copy of a ledger, seal it, force it to disk, and return its manifest.

    Args:
        target: The file, which is new.
        copy: The ledger's file.
        manifest: What it must hold, and about the making of it.
        key: What the copy is encrypted with; None of an unprotected one.
        key_file: The bytes of the ledger's key file.

    Raises:
        OSError: It cannot be written.
    """
    content = {**manifest, "backup": FORMAT, "sha256": sha256_of(copy), "size": copy.stat().st_size}
    if key is not None:
        content["key"] = key.fingerprint.hex()
        content["key_file"] = hashlib.sha256(key_file).hexdigest()
        content["mac"] = _mac(content, key)
    # what is encrypted does not get smaller
    way = zipfile.ZIP_DEFLATED if key is None else zipfile.ZIP_STORED
    make_private(target)
    with zipfile.ZipFile(target, "w", way, compresslevel=1) as box:
        box.write(copy, LEDGER_MEMBER)
        if key is not None:
            box.writestr(KEY_MEMBER, key_file)
        box.writestr(MANIFEST_MEMBER, json.dumps(content, indent=1, sort_keys=True))
        box.comment = UNSEALED
    seal(target)
    return content


def read_container(path: Path, newest: int) -> Container:
    """Read a backup, all of it: its seal, its manifest and its key file.

    Args:
        path: The file.
        newest: The newest format of ledgers that this program knows.

    Raises:
        UserError: ``BACKUP_MISSING``, ``BACKUP_UNREADABLE``, ``BACKUP_UNKNOWN`` (another kind of
            file), ``BACKUP_NEWER``, or ``BACKUP_DAMAGED`` with ``why``.
    """
    with _told(path), path.open("rb") as file:
        sealed = has_seal(file)
        if sealed and not seal_holds(file):
            raise UserError(Problem.BACKUP_DAMAGED, path=path, why="seal")
        with zipfile.ZipFile(file) as box:
            manifest = _manifest_in(box)
            _see_known(path, manifest, newest)
            if not sealed and manifest["backup"] > 1:
                raise UserError(Problem.BACKUP_DAMAGED, path=path, why="seal")
            key_file = _key_file_in(box, manifest)
            if key_file is None:
                raise UserError(Problem.BACKUP_DAMAGED, path=path, why="key_file")
    return Container(path, manifest, key_file)


def glance(path: Path) -> Manifest:
    """Return what a backup says that it is, quickly: neither seal nor ledger are looked at.

    Raises:
        UserError: As ``read_container`` does, but for ``BACKUP_NEWER``.
    """
    with _told(path), zipfile.ZipFile(path) as box:
        return _manifest_in(box)


def see_authentic(container: Container, key: DataKey | None) -> None:
    """See that a backup was made by somebody who had the ledger's key.

    Raises:
        UserError: ``LEDGER_PROTECTED``: it needs a key; ``KEY_OTHER``: another one than this;
            ``BACKUP_DAMAGED``: its manifest was written by somebody else.
    """
    manifest, path = container.manifest, container.path
    if not container.protected:
        return
    if key is None:
        raise UserError(Problem.LEDGER_PROTECTED, path=path)
    if manifest["key"] != key.fingerprint.hex():
        raise UserError(Problem.KEY_OTHER, path=path)
    if not hmac.compare_digest(str(manifest.get("mac", "")), _mac(manifest, key)):
        raise UserError(Problem.BACKUP_DAMAGED, path=path, why="manifest")


def unpack_ledger(container: Container, target: Path) -> None:
    """Write the ledger that is in a backup to a new file, forced to disk.

    Raises:
        UserError: ``BACKUP_DAMAGED``: it is not what was put in.
        OSError: ``target`` cannot be written.
    """
    make_private(target)
    with target.open("wb") as file:
        for chunk in _ledger_in(container):
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def see_whole(container: Container) -> None:
    """See that the ledger that is in a backup is what was put in, without unpacking it.

    Raises:
        UserError: ``BACKUP_DAMAGED``.
    """
    for _ in _ledger_in(container):
        pass


def _ledger_in(container: Container) -> Iterator[bytes]:
    """Read the ledger in a backup to its end; only errors of the backup are told as such."""
    path, hashed = container.path, hashlib.sha256()
    with _told(path), zipfile.ZipFile(path) as box:
        size = box.getinfo(LEDGER_MEMBER).file_size
        if size != container.manifest.get("size", size):  # it could be made to fill the disk
            raise UserError(Problem.BACKUP_DAMAGED, path=path, why="size")
        member = box.open(LEDGER_MEMBER)
    with member:
        while True:
            with _told(path):
                chunk = member.read(_CHUNK)
            if not chunk:
                break
            hashed.update(chunk)
            yield chunk
    if hashed.hexdigest() != container.manifest["sha256"]:
        raise UserError(Problem.BACKUP_DAMAGED, path=path, why="sha256")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say of what cannot be read what it is."""
    try:
        yield
    except FileNotFoundError as error:
        raise UserError(Problem.BACKUP_MISSING, path=path) from error
    except OSError as error:
        raise UserError(Problem.BACKUP_UNREADABLE, path=path, why=error.strerror) from error
    except _BROKEN as error:
        kind = Problem.BACKUP_DAMAGED if _was_one(path) else Problem.BACKUP_UNKNOWN
        raise UserError(kind, path=path, why="container") from error


def _was_one(path: Path) -> bool:
    """Whether a file that cannot be read as a backup began or ended as one, or is named so."""
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04" or has_seal(file) or path.suffix == SUFFIX


def _manifest_in(box: zipfile.ZipFile) -> Manifest:
    """Read the manifest.

    Raises:
        ValueError: It is none.
    """
    found = json.loads(_note_in(box, MANIFEST_MEMBER))
    needed = {"backup": int, "format": int, "ledger_uid": str, "rows": dict, "amount": dict,
              "open": dict, "head": str, "sha256": str}  # fmt: skip
    if not isinstance(found, dict):
        raise ValueError(MANIFEST_MEMBER)  # noqa: TRY004 - of what was read, not of an argument
    found = {"backup": 1, **found}
    if not all(isinstance(found.get(name), kind) for name, kind in needed.items()):
        raise ValueError(MANIFEST_MEMBER)
    return found


def _key_file_in(box: zipfile.ZipFile, manifest: Manifest) -> bytes | None:
    """The key file; None if it is not the one that was put in."""
    if "key_file" not in manifest:
        return b""
    key_file = _note_in(box, KEY_MEMBER)
    return key_file if hashlib.sha256(key_file).hexdigest() == manifest["key_file"] else None


def _note_in(box: zipfile.ZipFile, name: str) -> bytes:
    if box.getinfo(name).file_size > _LARGEST_NOTE:
        raise ValueError(name)
    return box.read(name)


def _see_known(path: Path, manifest: Manifest, newest: int) -> None:
    if manifest["backup"] > FORMAT or manifest["format"] > newest:
        raise UserError(Problem.BACKUP_NEWER, path=path, version=manifest.get("app_version", "?"))


def _mac(manifest: Manifest, key: DataKey) -> str:
    """Authenticate a manifest with a ledger's key."""
    content = canonical({name: value for name, value in manifest.items() if name != "mac"})
    hashed = hashlib.blake2b(content.encode(), key=key.secret, digest_size=32, person=b"CM-backup")
    return hashed.hexdigest()
