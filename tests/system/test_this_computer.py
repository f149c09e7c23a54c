"""What this computer remembers of ledgers and of its user's wishes, and what the program is."""

import json
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from creditmate.system.about import parts
from creditmate.system.backup_records import record_of, remember, remember_place, uid_of
from creditmate.system.computer import (
    Holder,
    config_file,
    kept,
    last_ledger,
    recent_ledgers,
    remember_ledger,
)
from creditmate.system.folders import Purpose, remember_folder
from creditmate.system.log import log_bug, log_file
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

pytestmark = pytest.mark.usefixtures("own_home")


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


def test_what_several_threads_keep_at_once_is_all_kept(tmp_path: Path) -> None:
    """The window, the database's thread and a backup each keep something of their own."""
    turns = range(12)
    work: list[Callable[[int], object]] = [
        lambda turn: remember_ledger(tmp_path / f"{turn}.creditmate"),
        lambda turn: remember_preferences(Preferences(text_size=100 + turn)),
        lambda turn: remember_folder(Purpose.LOGOS, tmp_path / str(turn)),
        lambda turn: remember_working_as("one", turn),
        lambda turn: remember_working_as("two", turn),
        lambda turn: remember_lock_after(LOCK_AFTER[turn % 4]),
    ]
    threads = [Thread(target=lambda do=do: [do(turn) for turn in turns]) for do in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert last_ledger() == tmp_path / "11.creditmate"
    assert len(recent_ledgers()) == 8
    assert preferences().text_size == 111
    assert kept("folders") == {"logos": str(tmp_path / "11")}
    assert (worked_as("one"), worked_as("two")) == (11, 11)
    assert lock_after() == LOCK_AFTER[3]


def test_settings_that_cannot_be_read_now_are_not_written_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As while a virus scanner holds the file: it is not empty, it only cannot be read."""
    remember_working_as("one", 7)
    before = config_file().read_bytes()

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "held")

    with monkeypatch.context() as held:
        held.setattr(Path, "read_bytes", refuse)
        assert worked_as("one") is None
        remember_lock_after(30)
    assert config_file().read_bytes() == before


def test_a_path_leads_to_the_ledger_that_lay_there_last(tmp_path: Path) -> None:
    """A trial that was deleted must not lend its backups to the ledger that has its name now."""
    path = tmp_path / "books.creditmate"
    for uid in ("b", "a", "c"):
        remember_place(uid, path)
        assert uid_of(path) == uid
    remember("a", actions=3)
    assert uid_of(path) == "c"
    assert record_of("a").actions == 3


def test_who_has_a_ledger_is_named_by_whatever_link_one_comes(tmp_path: Path) -> None:
    ledger, link = tmp_path / "Books.creditmate", tmp_path / "desk" / "My books.creditmate"
    link.parent.mkdir()
    ledger.touch()
    link.symlink_to(ledger)
    holder = Holder(link)
    holder.announce("2026-11-23T10:30:00+00:00")
    assert Holder(ledger).who()["user"]
    assert Holder(link).who() == Holder(ledger).who()
    holder.withdraw()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["Books.creditmate", "desk"]
    assert [each.name for each in link.parent.iterdir()] == [link.name]
