"""Settings and data may lie in another folder: for a trial, or on a stick."""

import os
from pathlib import Path

import pytest

from creditmate.system.computer import (
    backup_folder,
    config_file,
    data_folder,
    kept_apart,
    last_ledger,
    remember_ledger,
)


def test_what_is_kept_apart_is_not_met_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "own"))
    remember_ledger(tmp_path / "mine.creditmate")
    with kept_apart(tmp_path / "trial"):
        assert last_ledger() is None
        remember_ledger(tmp_path / "trial.creditmate")
        assert data_folder() == tmp_path / "trial"
        assert backup_folder("0123456789").is_relative_to(tmp_path / "trial")
        assert config_file().is_relative_to(tmp_path / "trial")
    assert last_ledger() == tmp_path / "mine.creditmate"
    assert os.environ["CREDITMATE_HOME"] == str(tmp_path / "own")


def test_without_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CREDITMATE_HOME", raising=False)
    before = data_folder(), config_file()
    with kept_apart(tmp_path):
        assert data_folder() == tmp_path
    assert (data_folder(), config_file()) == before
    assert "CREDITMATE_HOME" not in os.environ
