"""A password from a file: its first line, and only where nobody else can read it."""

import os
from pathlib import Path

import pytest

from creditmate.domain.errors import Problem, UserError
from creditmate.system.password_file import read_password_file


def a_file(path: Path, content: bytes, mode: int = 0o600) -> Path:
    path.write_bytes(content)
    path.chmod(mode)
    return path


def fault(path: Path) -> object:
    with pytest.raises(UserError) as caught:
        read_password_file(path)
    assert caught.value.problem is Problem.PASSWORD_FILE
    assert caught.value.facts["path"] == path
    return caught.value.facts["fault"]


@pytest.mark.parametrize(
    "content",
    [
        "four  Wörter",
        "four  Wörter\n",
        "four  Wörter\r\n",
        "four  Wörter\nof the books, changed in May\n",
        "\ufefffour  Wörter\n",
    ],
)
def test_the_first_line_is_the_password(tmp_path: Path, content: str) -> None:
    path = a_file(tmp_path / "password", content.encode())
    assert read_password_file(path) == "four  Wörter"


@pytest.mark.parametrize(
    ("content", "expected"),
    [(b"", "empty"), (b"\nsecond line", "empty"), (b"\xff\xfe\x00", "text")],
)
def test_a_file_without_one_is_told(tmp_path: Path, content: bytes, expected: str) -> None:
    assert fault(a_file(tmp_path / "password", content)) == expected


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    assert fault(tmp_path / "none") == "unreadable"
    assert fault(tmp_path) in {"unreadable", "others"}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no such rights here")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o644, 0o666])
def test_a_file_that_others_can_read_is_not_used(tmp_path: Path, mode: int) -> None:
    assert fault(a_file(tmp_path / "password", b"four words\n", mode)) == "others"
