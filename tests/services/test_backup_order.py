"""Which backup is the newest does not hang on a clock that was wrong once, either way."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from creditmate.db.business import ledger_uid
from creditmate.services import damage
from creditmate.services.backups import Backups
from creditmate.services.drills import Drills
from creditmate.system.backup_records import remember_place
from tests.services.conftest import Office
from tests.services.test_backups import work

TODAY = date(2026, 11, 23)
DAYS_WRONG = [800, -400]


@pytest.fixture
def backups(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Backups:
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "home"))
    return Backups(office.clock, "test")


def at(office: Office, days: int) -> None:
    office.clock.moment = datetime(2026, 11, 23, 12, tzinfo=UTC) + timedelta(days=days)


@pytest.mark.parametrize("wrong", DAYS_WRONG)
def test_the_last_one_made_is_the_newest_whatever_the_clock_said(
    backups: Backups, office: Office, tmp_path: Path, wrong: int
) -> None:
    made = []
    days = [0, 800, 1] if wrong > 0 else [0, -400]
    for number, day in enumerate(days, 1):
        at(office, day)
        work(office, number)
        made.append(backups.back_up("by hand").path)
    at(office, 2)
    assert [each.path for each in backups.listed()] == made[::-1]
    assert Drills(office.clock).target().backup.path == made[-1]
    ledger = tmp_path / "gone.creditmate"
    remember_place(ledger_uid(), ledger)
    found = damage.report(ledger)
    assert found.newest is not None
    assert found.newest.path == made[-1]
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_second(stick)
    taken = backups.take_to_second()
    assert taken is not None
    assert taken.name == made[-1].name


def test_after_going_back_to_an_older_one_the_line_left_behind_is_not_the_newest(
    backups: Backups, office: Office
) -> None:
    """It has more actions in it: so those do not tell, and neither does the clock."""
    at(office, 5)
    for number in range(1, 6):
        work(office, number)
    more = backups.back_up("before restore")
    at(office, 0)
    work(office, 6)
    less = backups.back_up("day")
    assert [each.path for each in backups.listed()] == [less.path, more.path]
