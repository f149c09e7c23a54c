"""The sheet is asked for until three of its groups were typed back, and again for every new key."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from creditmate.domain.data_key import recovery_code
from creditmate.domain.errors import Problem, UserError
from creditmate.services.recovery_sheets import ASKED, SheetStanding
from creditmate.services.unlocking import Lock
from creditmate.system.key_file import KeyFile, new_key
from creditmate.system.key_places import copy_path, key_path
from creditmate.system.password_slot import locked
from tests.builders import SetClock
from tests.services.protecting import KEY, LOCK, PASSWORD, Books, books_in

GROUPS = recovery_code(KEY)
THREE = {2: GROUPS[1], 9: GROUPS[8].lower(), 14: f" {GROUPS[13]}"}


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    with books_in(tmp_path / "books", tmp_path / "home") as books:
        books.make(LOCK)
        books.open(KEY)
        yield books


def standing(books: Books) -> SheetStanding | None:
    return books.program.ask(books.program.recovery_sheets.standing)


def confirm(books: Books, typed: dict[int, str]) -> None:
    books.program.ask(lambda: books.program.recovery_sheets.confirm(typed))


def test_a_new_ledger_asks_for_it_and_an_unprotected_one_never(tmp_path: Path) -> None:
    with books_in(tmp_path / "books", tmp_path / "home") as books:
        books.make()
        books.open()
        assert standing(books) is None
        books.program.ask(lambda: books.program.protection.protect(LOCK))
        assert standing(books) == SheetStanding(confirmed="", put_off=False)


def test_three_groups_typed_back_end_the_asking(books: Books) -> None:
    confirm(books, THREE)
    done = SheetStanding(confirmed="2026-11-23", put_off=False)
    assert standing(books) == done
    books.close()
    assert key_path(books.path).read_bytes() == copy_path(KEY.fingerprint).read_bytes()
    books.open(KEY)
    assert standing(books) == done
    assert books.actions()[-1] == "import-invoices", "the ledger itself is not written"


@pytest.mark.parametrize(
    ("typed", "facts"),
    [
        ({}, {"fault": "few", "least": ASKED}),
        ({2: GROUPS[1], 9: GROUPS[8]}, {"fault": "few", "least": ASKED}),
        ({**THREE, 9: GROUPS[1]}, {"fault": "confirm", "group": 9}),
        ({**THREE, 2: ""}, {"fault": "confirm", "group": 2}),
        ({**THREE, 15: GROUPS[0]}, {"fault": "confirm", "group": 15}),
        ({**THREE, 0: GROUPS[13]}, {"fault": "confirm", "group": 0}),
    ],
)
def test_what_is_not_on_the_sheet_proves_nothing(
    books: Books, typed: dict[int, str], facts: dict[str, object]
) -> None:
    with pytest.raises(UserError) as caught:
        confirm(books, typed)
    assert caught.value.problem is Problem.RECOVERY_CODE
    assert caught.value.facts == facts
    assert standing(books) == SheetStanding(confirmed="", put_off=False)


def test_put_off_it_is_asked_for_again_tomorrow(books: Books) -> None:
    books.program.ask(books.program.recovery_sheets.put_off)
    assert standing(books) == SheetStanding(confirmed="", put_off=True)
    clock = books.program.clock
    assert isinstance(clock, SetClock)
    clock.today += timedelta(days=1)
    assert standing(books) == SheetStanding(confirmed="", put_off=False)


def test_a_new_key_asks_anew(books: Books) -> None:
    confirm(books, THREE)
    key = new_key()
    lock = Lock(key, KeyFile(key.fingerprint, (locked(key, PASSWORD),)))
    books.program.ask(lambda: books.program.protection.renew_key(lock))
    assert standing(books) == SheetStanding(confirmed="", put_off=False)
    with pytest.raises(UserError):
        confirm(books, THREE)


def test_without_a_readable_key_file_it_is_asked_for(books: Books) -> None:
    confirm(books, THREE)
    key_path(books.path).write_bytes(b"{")
    copy_path(KEY.fingerprint).unlink()
    assert standing(books) == SheetStanding(confirmed="", put_off=False, has_passwords=False)
    with pytest.raises(UserError) as caught:
        confirm(books, THREE)
    assert caught.value.problem is Problem.KEY_FILE_DAMAGED


def test_each_time_other_groups_are_asked_for(books: Books) -> None:
    asked = {books.program.recovery_sheets.places_asked() for _ in range(40)}
    assert len(asked) > 20
    for places in asked:
        assert len(set(places)) == ASKED
        assert sorted(places) == list(places)
        assert set(places) <= set(range(1, 15))
