"""A ledger is not opened where it would come to harm; it is moved, proved, and opened here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from creditmate.db.proof import prove_all
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.problems import problem_words
from creditmate.services.ledger_places import conflict_copies, offer
from creditmate.services.ledgers import Ledgers, NewBusiness
from creditmate.services.program import Program
from creditmate.services.unlocking import new_lock, unlock
from creditmate.system.clock import SystemClock
from creditmate.system.computer import last_ledger, recent_ledgers, remember_ledger

BUSINESS = NewBusiness("Kestrel Lane", "GB", "GBP", "en_GB", "Europe/London")
PASSWORD = "four calm herons wade"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "ellen"
    (home / "Dropbox").mkdir(parents=True)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CREDITMATE_HOME", str(home / "own"))
    return home


@pytest.fixture
def program(home: Path) -> Iterator[Program]:
    made = Program(SystemClock(), "ellen", "test")
    yield made
    made.stop()


@pytest.fixture
def ledgers(program: Program) -> Ledgers:
    return program.ledgers


def refusal(program: Program, deed: object) -> UserError:
    with pytest.raises(UserError) as caught:
        program.ask(deed)  # type: ignore[arg-type]  # any deed that fails
    return caught.value


def in_the_drive(program: Program, home: Path, password: str = "") -> Path:
    """Make a ledger with something in it, and put it where an older version would have let it."""
    made, place = home / "Books.creditmate", home / "Dropbox" / "Books.creditmate"
    lock = new_lock(password) if password else None

    def make() -> None:
        program.ledgers.create(made, BUSINESS, lock)
        program.ledgers.close()

    program.ask(make)
    for file in sorted(home.glob("Books.creditmate*")):
        file.rename(place.with_name(file.name))
    return place


def test_it_is_neither_opened_nor_looked_at_nor_made_there(program: Program, home: Path) -> None:
    place = in_the_drive(program, home)
    before = place.read_bytes()
    ledgers = program.ledgers
    other = place.with_name("Other.creditmate")
    for deed in (
        lambda: ledgers.open(place),
        lambda: ledgers.look_at(place),
        lambda: ledgers.create(other, BUSINESS),
        lambda: ledgers.create_sample(other),
    ):
        error = refusal(program, deed)
        assert error.problem is Problem.PLACE_SYNCED
        assert error.facts["by"] == "Dropbox"
        assert error.facts["folder"] == home / "own"
    assert place.read_bytes() == before
    assert [each.name for each in place.parent.iterdir()] == [place.name]
    assert last_ledger() != place


def test_a_link_to_it_changes_nothing(program: Program, home: Path) -> None:
    place = in_the_drive(program, home)
    link = home / "link.creditmate"
    link.symlink_to(place)
    error = refusal(program, lambda: program.ledgers.open(link))
    assert error.problem is Problem.PLACE_SYNCED


def test_one_that_is_not_there_at_all_is_missing(program: Program, home: Path) -> None:
    error = refusal(program, lambda: program.ledgers.open(home / "Dropbox" / "x.creditmate"))
    assert error.problem is Problem.LEDGER_MISSING


@pytest.mark.parametrize("password", ["", PASSWORD])
def test_moved_it_is_whole_and_open_and_the_old_one_stays(
    program: Program, home: Path, password: str
) -> None:
    place = in_the_drive(program, home, password)
    before = {each.name: each.read_bytes() for each in place.parent.iterdir()}
    remember_ledger(place)
    key = unlock(place, password) if password else None
    moved = program.ask(lambda: program.moving.move_here(place, key))
    assert moved.path == home / "own" / "Books.creditmate"
    assert (moved.left, moved.copies) == (place, ())
    assert program.ask(program.ledgers.facts).business.name == "Kestrel Lane"
    assert program.ask(prove_all) == []
    assert {each.name: each.read_bytes() for each in place.parent.iterdir()} == before
    assert last_ledger() == moved.path
    assert recent_ledgers()[0] == moved.path
    assert place not in recent_ledgers()
    program.ask(program.ledgers.close)
    if password:
        assert unlock(moved.path, password) == key


def test_the_old_one_leads_to_the_new_one_and_is_not_moved_twice(
    program: Program, home: Path
) -> None:
    place = in_the_drive(program, home)
    moved = program.ask(lambda: program.moving.move_here(place))
    error = refusal(program, lambda: program.ledgers.open(place))
    assert error.facts["moved"] == moved.path
    again = refusal(program, lambda: program.moving.move_here(place))
    assert (again.problem, again.facts["moved"]) == (Problem.MOVED_ALREADY, moved.path)
    assert program.ask(program.ledgers.facts).business.name == "Kestrel Lane"  # still open
    place.unlink()
    assert refusal(program, lambda: program.ledgers.open(place)).facts["moved"] == moved.path
    program.ask(program.ledgers.close)
    moved.path.unlink()
    found = offer(place)
    assert found is not None
    assert found.moved is None


def test_a_name_that_is_taken_here_is_not_replaced(program: Program, home: Path) -> None:
    place = in_the_drive(program, home)
    (home / "own").mkdir(exist_ok=True)
    (home / "own" / "Books.creditmate").write_bytes(b"another")
    moved = program.ask(lambda: program.moving.move_here(place))
    assert moved.path.name == "Books 2.creditmate"
    assert (home / "own" / "Books.creditmate").read_bytes() == b"another"


def test_other_versions_beside_it_are_told_and_never_opened(program: Program, home: Path) -> None:
    place = in_the_drive(program, home)
    certain = place.with_name("Books (Ann's conflicted copy 2026-11-22).creditmate")
    same, other = (place.with_name(f"Books {name}.creditmate") for name in ("2", "3"))
    certain.write_bytes(b"cannot be read")
    same.write_bytes(place.read_bytes())

    def make() -> None:
        program.ledgers.create(home / "x.creditmate", BUSINESS)
        program.ledgers.close()

    program.ask(make)
    other.write_bytes((home / "x.creditmate").read_bytes())
    assert conflict_copies(place) == [certain, same]
    moved = program.ask(lambda: program.moving.move_here(place))
    assert moved.copies == (certain, same)
    left = moved.path.with_name("Books-LAPTOP.creditmate")
    left.write_bytes(place.read_bytes())
    assert program.ask(lambda: conflict_copies(moved.path)) == [left]  # also while it is open


def test_protected_versions_are_told_by_how_they_begin(program: Program, home: Path) -> None:
    place = in_the_drive(program, home, PASSWORD)
    same, other = (place.with_name(f"Books-{name}.creditmate") for name in ("LAPTOP", "PC"))
    same.write_bytes(place.read_bytes())
    other.write_bytes(bytes(16) + place.read_bytes()[16:])
    assert conflict_copies(place) == [same]


def test_with_settings_on_a_stick_or_in_a_drive_the_ledgers_are_on_the_computer(
    program: Program, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDITMATE_HOME", str(home / "Dropbox" / "CreditMate"))
    sample = program.ask(program.ledgers.sample)
    assert sample.exists()
    assert not sample.is_relative_to(home / "Dropbox")
    assert sample.is_relative_to(home)


def test_where_no_place_is_fit_it_is_said_how_one_is_made(
    program: Program, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = in_the_drive(program, home)
    (home / ".tmp.driveupload").mkdir()
    error = refusal(program, lambda: program.ledgers.open(place))
    assert error.facts["folder"] is None
    assert "Set CREDITMATE_HOME" in problem_words(error, "en", "en_GB")
    again = refusal(program, lambda: program.moving.move_here(place))
    assert again.problem is Problem.PLACE_SYNCED


def test_the_words_say_what_happened_that_nothing_is_lost_and_what_to_do(
    program: Program, home: Path
) -> None:
    place = in_the_drive(program, home)
    said = problem_words(refusal(program, lambda: program.ledgers.open(place)), "en", "en_GB")
    for words in ("Dropbox", "It was not touched", "Better:", str(home / "own"), "backups"):
        assert words in said
    moved = program.ask(lambda: program.moving.move_here(place))
    said = problem_words(refusal(program, lambda: program.ledgers.open(place)), "en", "en_GB")
    assert f"open {moved.path}" in said
