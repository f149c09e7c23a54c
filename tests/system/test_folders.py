"""Where file dialogs begin."""

from pathlib import Path

import pytest

from creditmate.system.computer import remember_ledger
from creditmate.system.folders import Purpose, folder_for, remember_folder


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the user a folder for settings, and one for documents."""
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Papers"))
    folder = tmp_path / "Papers"
    folder.mkdir()
    return folder


def test_first_of_all_documents(documents: Path) -> None:
    assert [folder_for(purpose) for purpose in Purpose] == [documents] * len(Purpose)


def test_each_purpose_has_a_folder_of_its_own(documents: Path, tmp_path: Path) -> None:
    exports = tmp_path / "Exports"
    exports.mkdir()
    remember_folder(Purpose.IMPORTS, exports)
    assert folder_for(Purpose.IMPORTS) == exports
    assert folder_for(Purpose.STATEMENTS) == documents


def test_a_folder_that_is_gone_is_not_looked_into(documents: Path, tmp_path: Path) -> None:
    remember_folder(Purpose.IMPORTS, tmp_path / "stick")
    assert folder_for(Purpose.IMPORTS) == documents
    documents.rmdir()
    assert folder_for(Purpose.IMPORTS) == tmp_path


def test_ledgers_are_looked_for_where_the_last_one_lies(tmp_path: Path) -> None:
    books, other = tmp_path / "books", tmp_path / "other"
    books.mkdir()
    other.mkdir()
    remember_ledger(books / "Mine.creditmate")
    assert folder_for(Purpose.LEDGERS) == books
    remember_folder(Purpose.LEDGERS, other)
    assert folder_for(Purpose.LEDGERS) == other
