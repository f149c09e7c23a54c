"""Killed at every look at the disk, a ledger is protected or it is not, whole in either case.

reliability.md, figure 2: protecting, unprotecting, a new key, a new password. A power cut needs the
simulator (figure 3).
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from creditmate.domain.data_key import DataKey, recovery_code
from creditmate.domain.errors import UserError
from creditmate.services.protection import Change
from creditmate.services.unlocking import Lock, unlock, unlock_with_sheet
from creditmate.system.key_file import KeyFile, new_key, new_key_file
from tests.kill_points import killed_everywhere, needs_fork
from tests.services.protecting import KEY, LOCK, OTHER, PASSWORD, Books, a_slot, books_in

NEW_KEY = new_key()
NEW_LOCK = Lock(NEW_KEY, new_key_file(NEW_KEY, PASSWORD))
NEW_PASSWORD = KeyFile(KEY.fingerprint, (a_slot(OTHER),))


def protect(books: Books) -> None:
    books.open()
    books.program.ask(lambda: books.program.protection.protect(LOCK))


def unprotect(books: Books) -> None:
    books.open(KEY)
    books.program.ask(books.program.protection.unprotect)


def renew(books: Books) -> None:
    books.open(KEY)
    books.program.ask(lambda: books.program.protection.renew_key(NEW_LOCK))


def change_password(books: Books) -> None:
    books.open(KEY)
    books.program.ask(
        lambda: books.program.protection.put_down(NEW_PASSWORD, Change.PASSWORD_CHANGED)
    )


@needs_fork
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("lock", "work", "passwords"),
    [
        (None, protect, [PASSWORD]),
        (LOCK, unprotect, [PASSWORD]),
        (LOCK, renew, [PASSWORD]),
        (LOCK, change_password, [PASSWORD, OTHER]),
    ],
)
def test_killed_at_every_step_it_is_the_old_or_the_new(
    tmp_path: Path, lock: Lock | None, work: Callable[[Books], None], passwords: list[str]
) -> None:
    laid = tmp_path / "laid"
    with books_in(laid / "books", laid / "home") as first:
        first.make(lock)
        first.open(None if lock is None else lock.key)
        before, record = first.contents(), first.actions()
        first.program.ask(lambda: first.program.backups.back_up("before"))  # so none is due now
    folder, home = tmp_path / "books", tmp_path / "home"

    def prepare(number: int) -> Callable[[], object]:
        for each in (folder, home):
            shutil.rmtree(each, ignore_errors=True)
            shutil.copytree(laid / each.name, each)
        if work is not change_password:  # the backup after it has kills of its own, so none is made
            shutil.rmtree(home / "Backups")
            (home / "Backups").touch()

        def do() -> None:
            with books_in(folder, home) as books:
                work(books)

        return do

    ends: list[str] = []
    for _ in killed_everywhere(prepare):
        with books_in(folder, home) as books:
            ends.append(found(books, passwords, before, record))
    assert set(ends) == {"old", "new"}
    assert ends == sorted(ends, reverse=True), "once it is the new one it stays so"
    assert len(ends) > 10


def found(books: Books, passwords: list[str], before: dict[str, Any], record: list[str]) -> str:
    """Open what a kill has left as its user would; say whether it is the old or the new one."""
    key, opened = None, ""
    if books.protected():
        key, opened = key_of(books.path, passwords)
        assert unlock_with_sheet(books.path, "".join(recovery_code(key))) == key
    books.open(key)
    assert books.contents() == before
    assert list(books.path.parent.glob(".*.making*")) == [], "it may be a copy without protection"
    actions = books.actions()
    assert actions[: len(record)] == record
    assert len(actions) <= len(record) + 1
    if len(passwords) > 1:  # the key file alone decides; its record may be missing after a kill
        return "new" if opened == passwords[1] else "old"
    return "new" if len(actions) > len(record) else "old"


def key_of(path: Path, passwords: list[str]) -> tuple[DataKey, str]:
    for password in passwords:
        try:
            return unlock(path, password), password
        except UserError:
            continue
    raise AssertionError("no password opens it")
