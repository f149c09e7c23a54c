"""While a ledger is locked its thread holds what is asked, and answers it afterwards."""

from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from creditmate.db.connection import current_key, is_open
from creditmate.domain.data_key import DataKey, recovery_code
from creditmate.domain.errors import Problem, UserError
from creditmate.services.unlocking import unlock_open, unlock_open_with_sheet
from creditmate.system.key_file import new_key_file
from creditmate.system.key_places import copy_path, key_path
from tests.services.protecting import KEY, LOCK, OTHER, PASSWORD, Books, books_in

OTHER_KEY = DataKey(bytes(range(32)))


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    with books_in(tmp_path / "books", tmp_path / "home") as books:
        books.make(LOCK)
        books.open(KEY)
        yield books


def test_what_was_asked_before_is_done_and_what_comes_later_waits(books: Books) -> None:
    program, done = books.program, list[str]()
    before = program.later(lambda: done.append("before"))
    closed = program.hold()
    later = [program.later(lambda n=n: done.append(f"later {n}")) for n in range(3)]  # type: ignore[misc]
    closed.result(60)
    assert before.done()
    assert done == ["before"]
    assert not any(future.done() for future in later)
    program.open_again(books.path, KEY)
    for future in later:
        future.result(60)
    assert done == ["before", "later 0", "later 1", "later 2"]
    assert program.ask(current_key) == KEY


def test_while_it_is_held_another_program_may_have_it(books: Books) -> None:
    program = books.program
    program.hold().result(60)
    waiting = program.later(is_open)
    books.path.rename(books.path.with_name("elsewhere"))
    with pytest.raises(UserError) as told:
        program.open_again(books.path, KEY)
    assert told.value.problem is Problem.LEDGER_MISSING
    assert not waiting.done()  # it stays locked
    books.path.with_name("elsewhere").rename(books.path)
    program.open_again(books.path, KEY)
    assert waiting.result(60) is True


def test_whoever_waits_is_let_go_when_the_program_ends(books: Books) -> None:
    program = books.program
    program.hold().result(60)
    waiting = program.later(is_open)
    program.give_up_held()
    with pytest.raises(CancelledError):
        waiting.result(60)
    program.hold().result(60)
    last = program.later(is_open)
    program.stop()
    assert last.cancelled()


def test_the_password_of_the_open_ledger_is_tried_on_its_key_file(books: Books) -> None:
    assert unlock_open(books.path, KEY.fingerprint, PASSWORD) == KEY
    with pytest.raises(UserError) as told:
        unlock_open(books.path, KEY.fingerprint, OTHER)
    assert told.value.problem is Problem.WRONG_PASSWORD
    copy_path(KEY.fingerprint).unlink()
    key_path(books.path).write_bytes(new_key_file(OTHER_KEY, PASSWORD).as_bytes())
    with pytest.raises(UserError) as told:
        unlock_open(books.path, KEY.fingerprint, PASSWORD)
    assert told.value.problem is Problem.KEY_FILE_OTHER


def test_so_is_its_sheet(books: Books) -> None:
    sheet = " ".join(recovery_code(KEY))
    assert unlock_open_with_sheet(books.path, KEY.fingerprint, sheet) == KEY
    with pytest.raises(UserError) as told:
        unlock_open_with_sheet(books.path, OTHER_KEY.fingerprint, sheet)
    assert told.value.problem is Problem.KEY_OTHER


def test_a_ledger_says_whether_it_needs_a_key_and_which_it_has(
    books: Books, tmp_path: Path
) -> None:
    ledgers = books.program.ledgers
    link = tmp_path / "link.creditmate"
    link.symlink_to(books.path)
    assert books.program.ask(lambda: ledgers.key_of(link)) == KEY
    assert books.program.ask(lambda: ledgers.key_of(tmp_path / "none.creditmate")) is None
    books.close()
    assert books.program.ask(lambda: ledgers.key_of(books.path)) is None
    assert books.program.ask(lambda: ledgers.needs_key(books.path))
    assert not books.program.ask(lambda: ledgers.needs_key(tmp_path / "none.creditmate"))
