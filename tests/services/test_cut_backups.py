"""A backup that was cut short is told wherever backups are spoken of, and another one is made."""

from pathlib import Path

import pytest

from creditmate.db.models import CashPosted
from creditmate.domain.errors import Problem
from creditmate.services.backup_checks import check_backups
from creditmate.services.backup_standing import standing
from creditmate.services.backups import Backups
from creditmate.services.drills import Drills
from creditmate.services.found_backups import backups_of, unread_of
from tests.builders import day
from tests.services.conftest import Office


@pytest.fixture
def backups(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Backups:
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "home"))
    return Backups(office.clock, "test")


def made(backups: Backups, office: Office, number: int) -> Path:
    with office.gateway.write("post-cash") as writing:
        writing.add(CashPosted, to_day=day(number))
    return backups.back_up("by hand").path


def cut(path: Path, to: int) -> None:
    path.write_bytes(path.read_bytes()[:to])


@pytest.mark.parametrize("to", [0, 3, 9_000])
def test_the_last_one_cut_short_is_no_backup(backups: Backups, office: Office, to: int) -> None:
    made(backups, office, 1)
    last = made(backups, office, 2)
    assert not backups.has_news()
    assert not standing(backups).is_worrying
    cut(last, to)
    assert backups.has_news(), "else none would be made until somebody works again"
    stands = standing(backups)
    assert (stands.lost, stands.is_worrying) == ("unread", True)
    assert stands.made_at is not None, "the one before it can be read"
    (unread,) = unread_of(str(backups.listed()[0].manifest["ledger_uid"]))
    assert unread.path == last
    assert unread.problem is not None
    assert unread.problem.problem is Problem.BACKUP_DAMAGED
    (checked,) = check_backups([unread])
    assert checked.problem is unread.problem


def test_a_drill_tries_the_newest_even_if_that_cannot_be_read(
    backups: Backups, office: Office
) -> None:
    made(backups, office, 1)
    last = made(backups, office, 2)
    cut(last, 9_000)
    drills = Drills(office.clock)
    tried = drills.run(drills.target())
    assert tried.backup.path == last
    assert tried.problem is not None
    assert backups.record().drill_why
    newer = made(backups, office, 3)
    tried = drills.run(drills.target())
    assert (tried.backup.path, tried.problem) == (newer, None)
    assert not standing(backups).is_worrying


def test_with_none_left_to_be_read(backups: Backups, office: Office) -> None:
    only = made(backups, office, 1)
    cut(only, 100)
    drills = Drills(office.clock)
    assert drills.run(drills.target()).problem is not None
    stands = standing(backups)
    assert (stands.lost, stands.made_at) == ("unread", None)
    only.unlink()
    stands = standing(backups)
    assert (stands.lost, stands.is_worrying) == ("gone", True)


def test_one_whose_twin_in_the_second_place_is_whole_is_not_tried_instead_of_that(
    backups: Backups, office: Office, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    backups.choose_second(tmp_path / "stick")
    last = made(backups, office, 1)
    cut(last, 9_000)
    (found,) = backups_of(str(backups.listed()[0].manifest["ledger_uid"]))
    drills = Drills(office.clock)
    assert drills.target().backup.path == found.path != last
    assert backups.has_news(), "the second place may be away tomorrow"
