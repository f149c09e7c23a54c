"""What was chosen on this computer is found again."""

import json
from pathlib import Path

import pytest

from creditmate.system.computer import config_file, keep
from creditmate.system.preferences import (
    LOCK_AFTER,
    Preferences,
    lock_after,
    preferences,
    remember_lock_after,
    remember_preferences,
    remember_working_as,
    worked_as,
)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))


def test_nothing_was_chosen_at_first() -> None:
    assert preferences() == Preferences()


def test_a_choice_is_found_again() -> None:
    chosen = Preferences("en", "de_DE", "dark")
    remember_preferences(chosen)
    assert preferences() == chosen


def test_what_makes_no_sense_was_not_chosen() -> None:
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text(json.dumps({"preferences": {"locale": 7, "appearance": "light"}}))
    assert preferences() == Preferences(appearance="light")


def test_who_works_on_which_ledger_is_remembered_for_each() -> None:
    assert worked_as("one") is None
    remember_working_as("one", 7)
    remember_working_as("two", 8)
    assert (worked_as("one"), worked_as("two")) == (7, 8)
    remember_working_as("one", None)
    assert (worked_as("one"), worked_as("two")) == (None, 8)
    keep("working_as", {"one": "Ann", "two": True})
    assert (worked_as("one"), worked_as("two")) == (None, None)


def test_when_to_lock_is_remembered() -> None:
    assert lock_after() == 10
    for minutes in LOCK_AFTER:
        remember_lock_after(minutes)
        assert lock_after() == minutes


@pytest.mark.parametrize("after", [7, "5", None, -10])
def test_a_time_that_is_not_offered_is_the_usual_one(after: object) -> None:
    keep("lock", {"after": after})
    assert lock_after() == 10
