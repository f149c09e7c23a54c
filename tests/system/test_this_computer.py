"""What this computer remembers of ledgers and of its user's wishes, and what the program is."""

import json
from pathlib import Path

import pytest

from creditmate.system.about import parts
from creditmate.system.computer import config_file, last_ledger, recent_ledgers, remember_ledger
from creditmate.system.log import log_bug, log_file
from creditmate.system.preferences import Preferences, preferences, remember_preferences


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the user a folder with nothing in it."""
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "home"))


def remember_as_it_is(content: object) -> None:
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text(json.dumps(content), encoding="utf-8")


def test_the_ledger_opened_last_comes_first_and_once(tmp_path: Path) -> None:
    assert recent_ledgers() == ()
    paths = [tmp_path / f"{number}.creditmate" for number in range(10)]
    for path in (*paths, paths[3]):
        remember_ledger(path)
    assert last_ledger() == paths[3]
    assert recent_ledgers() == (paths[3], *reversed(paths[4:]), paths[2])


@pytest.mark.parametrize("found", [None, "here", [1, None], {"a": "b"}])
def test_nonsense_is_no_recent_ledger(found: object) -> None:
    remember_as_it_is({"recent_ledgers": found})
    assert recent_ledgers() == ()


def test_the_text_size_is_kept() -> None:
    assert preferences().text_size == 100
    remember_preferences(Preferences(text_size=130))
    assert preferences() == Preferences(text_size=130)


@pytest.mark.parametrize("found", [0, -5, 4000, "large", None, 1.5])
def test_a_text_size_that_nobody_can_read_is_not_taken(found: object) -> None:
    remember_as_it_is({"preferences": {"text_size": found, "language": "de"}})
    assert preferences() == Preferences(language="de")


def test_every_part_has_a_licence_that_lets_us_ship_it() -> None:
    found = parts()
    assert {"Python", "Qt, PySide6", "peewee", "Inter"} <= {part.name for part in found}
    assert all(part.licence for part in found)
    assert not [part for part in found if part.licence.startswith(("GPL", "AGPL"))]


def test_a_log_says_where_and_not_of_whom() -> None:
    def fail() -> None:
        raise LookupError("Mr Marsh") from KeyError("his number")

    with pytest.raises(LookupError) as caught:
        fail()
    assert log_bug(caught.type, caught.value, caught.tb) == log_file()
    said = log_file().read_text(encoding="utf-8")
    assert "LookupError from KeyError" in said
    assert "  tests/system/test_this_computer.py:" in said
    assert str(Path(__file__).parents[2]) not in said
    assert "Marsh" not in said
    assert "number" not in said.replace("test_a_log", "")
