"""Ledger, key file and its copy are gone: a plain backup is not taken for the ledger in silence."""

import shutil
from pathlib import Path

import pytest

from creditmate.services.damage import report
from creditmate.system.computer import data_folder
from creditmate.system.key_places import key_path
from tests.cli.conftest import Run
from tests.cli.test_going_back import PLAIN, a_file, backed_up


@pytest.fixture
def word(tmp_path: Path) -> Path:
    return a_file(tmp_path / "word", "correct horse battery")


def test_it_comes_back_without_protection_only_by_ones_own_word(
    run: Run, tmp_path: Path, word: Path
) -> None:
    path = tmp_path / "q.creditmate"
    assert run("new", path, "--no-password").status == 0
    plain = backed_up(run, path)
    with_word = ("--password-file", word)
    assert run("protect", "--ledger", path, *with_word, "--remove-original").status == 0
    assert run("posted", "--to", "2026-01-05", "--ledger", path, *with_word).status == 0
    newest = backed_up(run, path, *with_word)
    path.unlink()
    key_path(path).unlink()
    shutil.rmtree(data_folder() / "Keys")
    found = report(path).newest
    assert found is not None
    assert str(found.path) == newest
    refused = run("restore", plain, "--into", path)
    assert refused.status == 1
    assert "whoever gets the file can read it" in refused.err
    assert newest in refused.err
    assert not path.exists()
    meant = run("restore", plain, "--into", path, "--no-password")
    assert meant.status == 0
    assert f"creditmate protect --ledger {path}" in meant.out
    assert path.read_bytes()[:16] == PLAIN
    # from then on it is an unprotected ledger, as was meant
    assert run("restore", plain, "--into", path).status == 0


def test_whoever_has_the_newer_one_keeps_it_protected(run: Run, tmp_path: Path, word: Path) -> None:
    path = tmp_path / "q.creditmate"
    with_word = ("--password-file", word)
    assert run("new", path, *with_word).status == 0
    made = backed_up(run, path, *with_word)
    path.unlink()
    key_path(path).unlink()
    shutil.rmtree(data_folder() / "Keys")
    assert run("restore", made, "--into", path, *with_word, "--no-password").status == 1
    assert run("restore", made, "--into", path, *with_word).status == 0
    assert path.read_bytes()[:16] != PLAIN


def test_an_unprotected_ledger_goes_back_as_ever(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "q.creditmate"
    assert run("new", path, "--no-password").status == 0
    made = backed_up(run, path)
    path.unlink()
    assert run("restore", made, "--into", path).status == 0
