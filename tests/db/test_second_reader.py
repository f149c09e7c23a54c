"""A protected ledger is read without SQLCipher, by what its makers say of their format (D14).

So it is no property of one library that the key on the recovery sheet opens the ledger, and the
file is encrypted as is said of it. Source: Zetetic, "SQLCipher design": pages of 4096 bytes, each
AES-256-CBC with its own IV, authenticated by HMAC-SHA512 over what is encrypted, the IV and the
page's number; the key of that is made of the data key by PBKDF2 in two rounds.
"""

import hashlib
import hmac
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.backup import make_backup
from creditmate.db.container import LEDGER_MEMBER
from creditmate.domain.data_key import read_recovery_code, recovery_code
from tests.builders import KEY, make_ledger
from tests.db.snapshots import everything
from tests.db.specimens import write_specimens

_PAGE, _SALT, _IV, _MAC = 4096, 16, 16, 64
_USED = _PAGE - _IV - _MAC


def decrypted(content: bytes, secret: bytes) -> bytes:
    """Return a ledger's file as SQLite would have it, from nothing but its bytes and the key."""
    ciphers = pytest.importorskip("cryptography.hazmat.primitives.ciphers")
    salt = content[:_SALT]
    mac_key = hashlib.pbkdf2_hmac("sha512", secret, bytes(each ^ 0x3A for each in salt), 2, 32)
    pages = []
    for number, at in enumerate(range(0, len(content), _PAGE), start=1):
        page = content[at : at + _PAGE]
        hidden = page[_SALT if number == 1 else 0 : _USED]
        iv, said = page[_USED : _USED + _IV], page[_USED + _IV :]
        mac = hmac.digest(mac_key, hidden + iv + number.to_bytes(4, "little"), "sha512")
        assert mac == said, f"page {number} is not authentic"
        way = ciphers.Cipher(ciphers.algorithms.AES(secret), ciphers.modes.CBC(iv)).decryptor()
        plain = way.update(hidden) + way.finalize()
        pages.append((b"SQLite format 3\x00" if number == 1 else b"") + plain + iv + said)
    return b"".join(pages)


def rows(path: Path, names: list[str]) -> dict[str, list[tuple[object, ...]]]:
    """Ask Python's own SQLite, which knows nothing of encryption."""
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {
            name: plain.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall() for name in names
        }


def test_the_sheet_and_the_published_format_are_enough(tmp_path: Path) -> None:
    path = tmp_path / "safe.creditmate"
    write_specimens(make_ledger(path, key=KEY))
    backup = make_backup(tmp_path, "b", {}).path
    held = everything()
    connection.close()
    secret = read_recovery_code(" ".join(recovery_code(KEY))).secret
    with zipfile.ZipFile(backup) as box:
        packed = box.read(LEDGER_MEMBER)
    for content in (path.read_bytes(), packed):
        plain = tmp_path / "plain.db"
        plain.write_bytes(decrypted(content, secret))
        assert rows(plain, list(held)) == held


def test_another_key_reads_not_one_page(tmp_path: Path) -> None:
    path = tmp_path / "safe.creditmate"
    make_ledger(path, key=KEY)
    connection.close()
    with pytest.raises(AssertionError, match="page 1 is not authentic"):
        decrypted(path.read_bytes(), bytes(32))
