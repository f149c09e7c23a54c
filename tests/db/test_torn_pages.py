"""A power cut while the journal is folded into the ledger tears pages that the journal still has.

The simulator of figure 3 found it: the ledger was whole, and the cipher's check called it damaged.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.connection import execute
from creditmate.db.proof.everything import prove_file
from tests.builders import KEY, make_ledger, open_ledger
from tests.db.specimens import write_specimens

_WAL_HEAD, _FRAME_HEAD = 32, 24


def pages_in(journal: bytes, size: int) -> Iterator[int]:
    """Yield the numbers of the pages that a journal holds."""
    for place in range(_WAL_HEAD, len(journal), _FRAME_HEAD + size):
        yield int.from_bytes(journal[place : place + 4], "big")


@pytest.mark.skipif(os.name == "nt", reason="a ledger that is open cannot be copied there")
def test_a_page_that_is_whole_in_the_journal_is_no_damage(tmp_path: Path) -> None:
    path, left = tmp_path / "some.creditmate", tmp_path / "left.creditmate"
    gateway = make_ledger(path, key=KEY)
    write_specimens(gateway)
    size = int(execute("PRAGMA page_size").fetchone()[0])
    for end in ("", "-wal"):
        shutil.copy(f"{path}{end}", f"{left}{end}")  # as a power cut leaves them
    connection.close()
    journal, content = Path(f"{left}-wal").read_bytes(), bytearray(left.read_bytes())
    torn = {page for page in pages_in(journal, size) if 1 < page <= len(content) // size}
    for page in torn:
        content[(page - 1) * size : (page - 1) * size + 512] = bytes(512)
    left.write_bytes(content)
    assert torn
    open_ledger(left, key=KEY)
    assert prove_file() == []
    connection.close()


def test_a_page_that_is_nowhere_else_is(tmp_path: Path) -> None:
    path = tmp_path / "some.creditmate"
    write_specimens(make_ledger(path, key=KEY))
    size = int(execute("PRAGMA page_size").fetchone()[0])
    connection.close()
    content = bytearray(path.read_bytes())
    content[-size : -size + 512] = bytes(512)
    path.write_bytes(content)
    open_ledger(path, key=KEY)
    assert {finding.rule for finding in prove_file()} == {"integrity"}
    connection.close()
