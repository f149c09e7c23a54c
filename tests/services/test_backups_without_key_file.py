"""A backup of a protected ledger without its key file, as older versions could make one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from creditmate.db.backup import make_backup
from creditmate.db.business import ledger_uid
from creditmate.db.restore import read_backup
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.problems import problem_words
from creditmate.services.backup_checks import check_backups
from creditmate.services.unpacking import key_by_password
from creditmate.system.computer import backup_folder, data_folder
from tests.services.protecting import KEY, LOCK, PASSWORD, Books, books_in


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    with books_in(tmp_path / "books", tmp_path / "home") as made:
        made.make(LOCK)
        made.open(KEY)
        yield made


@pytest.fixture
def backup(books: Books) -> Path:
    def work() -> Path:
        about = {
            "reason": "day",
            "made_at": books.program.clock.now().isoformat(timespec="milliseconds"),
            "app_version": "0.1.0",
            "ledger": books.path.name,
        }
        return make_backup(backup_folder(ledger_uid()), "rookmere-20261123T120000Z", about).path

    return books.program.ask(work)


def test_it_fails_where_backups_are_tried_and_checked(books: Books, backup: Path) -> None:
    drills = books.program.drills
    drilled = drills.run(books.program.ask(drills.target))
    assert drilled.backup.path == backup
    assert drilled.problem is not None
    assert drilled.problem.problem is Problem.BACKUP_DAMAGED
    (checked,) = books.program.ask(lambda: check_backups(books.program.backups.listed()))
    assert checked.problem is not None
    assert "no key file is in it" in problem_words(checked.problem, "en_GB", "en_GB")


def test_whoever_has_the_password_is_told_what_opens_it(books: Books, backup: Path) -> None:
    books.close()
    shutil.rmtree(data_folder() / "Keys")  # as on a computer that never had the ledger
    with pytest.raises(UserError) as refused:
        key_by_password(read_backup(backup), PASSWORD, books.path.with_name("other.creditmate"))
    said = problem_words(refused.value, "en_GB", "en_GB")
    assert "only the sheet opens it" in said
    assert "Take the backup before it." in said
