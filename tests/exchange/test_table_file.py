"""Reading a file from disk: what is no file, or too large, is refused by name."""

import os
from pathlib import Path

import pytest

from creditmate.domain.errors import Problem, UserError
from creditmate.exchange.table_file import MAX_BYTES, read_table_file


def _refusal(path: Path) -> Problem:
    with pytest.raises(UserError) as refused:
        read_table_file(path)
    assert refused.value.facts["path"] == str(path)
    return refused.value.problem


def test_the_bytes_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbfa,b\r\n")
    assert read_table_file(path) == b"\xef\xbb\xbfa,b\r\n"


def test_missing_or_a_folder(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "none.csv") is Problem.IMPORT_FILE_MISSING
    assert _refusal(tmp_path) is Problem.IMPORT_FILE_UNREADABLE
    path = tmp_path / "a.csv"
    path.write_bytes(b"a")
    assert _refusal(path / "b.csv") is Problem.IMPORT_FILE_UNREADABLE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert _refusal(tmp_path / "pipe") is Problem.IMPORT_FILE_UNREADABLE


def test_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # sparse: takes no room
    assert _refusal(path) is Problem.IMPORT_FILE_TOO_LARGE
    with path.open("wb") as file:
        file.truncate(MAX_BYTES)
    assert len(read_table_file(path)) == MAX_BYTES
