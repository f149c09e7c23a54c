"""How the window was left survives, whatever somebody did to the file meanwhile."""

import json
from pathlib import Path

import pytest

from creditmate.system.computer import config_file, last_ledger, remember_ledger
from creditmate.system.window_state import (
    TableLayout,
    WindowState,
    remember_window,
    window_state,
)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))


STATE = WindowState(
    size=(1300, 900),
    maximised=True,
    place="customers",
    tables={"customers": TableLayout(("name", "owed"), {"owed": 120})},
)


def test_what_was_remembered_is_found() -> None:
    assert window_state() == WindowState()
    remember_window(STATE)
    assert window_state() == STATE


def test_other_settings_stay(tmp_path: Path) -> None:
    remember_ledger(tmp_path / "a.creditmate")
    remember_window(STATE)
    assert last_ledger() == tmp_path / "a.creditmate"


@pytest.mark.parametrize(
    "window",
    [
        7,
        {"size": [0, 5], "place": 3, "tables": [], "maximised": "yes"},
        {"size": "large", "tables": {"customers": "wide"}},
        {"size": [1, 2, 3], "tables": 1},
    ],
)
def test_what_makes_no_sense_is_left_out(window: object) -> None:
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text(json.dumps({"window": window}))
    assert window_state() == WindowState()


def test_a_table_with_nonsense_in_it_keeps_the_rest() -> None:
    tables = {"customers": {"order": ["name", 3], "widths": {"owed": -1, "name": 200}}}
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text(json.dumps({"window": {"tables": tables}}))
    assert window_state().tables == {"customers": TableLayout(("name",), {"name": 200})}
