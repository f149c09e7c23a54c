"""A ledger takes another's place whole, or not at all; what was there is never lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from creditmate.db import swapping
from creditmate.db.other_programs import mark_of
from creditmate.db.staging import staging
from creditmate.db.swapping import belongings, finish, take_place
from creditmate.domain.errors import Problem, UserError
from tests.kill_points import killed_everywhere, needs_fork

Files = dict[str, str]
OLD = {"": "old", "-wal": "old journal", "-key": "old key"}
NEW = {"": "new", "-key": "new key"}


def lay(folder: Path, files: Files, name: str = "firm.creditmate") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for suffix, content in files.items():
        (folder / (name + suffix)).write_text(content, encoding="utf-8")
    return folder / name


def there(place: Path) -> Files:
    return {
        path.name.removeprefix(place.name): path.read_text(encoding="utf-8")
        for path in belongings(place)
    }


def stage(place: Path, files: Files) -> Path:
    staged = staging(place)
    lay(staged, files, place.name)
    return staged


def test_old_and_all_that_belongs_to_it_goes_aside_together(tmp_path: Path) -> None:
    place = lay(tmp_path, OLD)
    aside = take_place(stage(place, NEW), place, "2026-11-22 18.00")
    assert aside == tmp_path / "firm 2026-11-22 18.00"
    assert there(place) == NEW
    assert aside is not None
    assert there(aside / place.name) == OLD
    assert sorted(tmp_path.iterdir()) == sorted([aside, *belongings(place)])


def test_no_journal_of_the_old_stays_beside_the_new(tmp_path: Path) -> None:
    place = lay(tmp_path, {"-wal": "left alone", "-journal": "left alone"})
    aside = take_place(stage(place, {"": "new"}), place, "then")
    assert there(place) == {"": "new"}
    assert aside is not None
    assert len(list(aside.iterdir())) == 2


def test_where_nothing_was_nothing_goes_aside(tmp_path: Path) -> None:
    place = tmp_path / "firm.creditmate"
    assert take_place(stage(place, NEW), place, "then") is None
    assert there(place) == NEW
    assert sorted(tmp_path.iterdir()) == sorted(belongings(place))


def test_two_swaps_in_a_minute_keep_both(tmp_path: Path) -> None:
    place = lay(tmp_path, {"": "first"})
    asides = [
        take_place(stage(place, {"": text}), place, "then") for text in ("second", "third", "last")
    ]
    names = [aside.name for aside in asides if aside]
    assert names == ["firm then", "firm then (2)", "firm then (3)"]
    texts = [(tmp_path / name / place.name).read_text(encoding="utf-8") for name in names]
    assert texts == ["first", "second", "third"]


def test_what_an_earlier_attempt_left_is_cleared_away(tmp_path: Path) -> None:
    place = lay(tmp_path, OLD)
    other = stage(lay(tmp_path, {"": "x"}, "firm [1].creditmate"), NEW)
    left = lay(tmp_path / f".{place.name}.0a1b2c3d.making", NEW).parent
    again = staging(place)
    assert not left.exists()
    assert again.exists()
    assert other.exists(), "somebody is at it"


def test_a_held_file_leaves_everything_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows refuses to rename a file that another program has open."""
    place = lay(tmp_path, OLD)
    staged = stage(place, NEW)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name.endswith("-key") and self.parent == tmp_path:
            raise PermissionError(13, "held")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(UserError) as caught:
        take_place(staged, place, "then")
    assert caught.value.problem is Problem.PLACE_HELD
    assert there(place) == OLD
    assert sorted(tmp_path.iterdir()) == sorted(belongings(place))
    monkeypatch.undo()
    assert not finish(place)


def test_what_was_written_since_it_was_copied_is_not_put_aside(tmp_path: Path) -> None:
    place = lay(tmp_path, OLD | {"-wal": ""})
    mark = mark_of(place)
    with place.open("a", encoding="utf-8") as file:
        file.write(" and a call that another program has put down")
    before = there(place)
    with pytest.raises(UserError) as caught:
        take_place(stage(place, NEW), place, "then", mark)
    assert caught.value.problem is Problem.LEDGER_IN_USE
    assert caught.value.facts["path"] == place
    assert there(place) == before
    assert sorted(tmp_path.iterdir()) == sorted(belongings(place))


def test_a_journal_with_news_is_not_put_aside(tmp_path: Path) -> None:
    place = lay(tmp_path, OLD | {"-wal": ""})
    mark = mark_of(place)
    place.with_name(place.name + "-wal").write_text("news", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        take_place(stage(place, NEW), place, "then", mark)
    assert caught.value.problem is Problem.LEDGER_IN_USE
    assert there(place) == OLD | {"-wal": "news"}


def test_what_is_as_it_was_copied_is_put_aside(tmp_path: Path) -> None:
    place = lay(tmp_path, OLD | {"-wal": ""})
    assert take_place(stage(place, NEW), place, "then", mark_of(place)) is not None
    assert there(place) == NEW


@needs_fork
@pytest.mark.parametrize("old", [OLD, {"": "old", "-key": "old key"}, {"": "old"}, {}])
@pytest.mark.parametrize("new", [NEW, {"": "new"}])
def test_killed_at_every_step_it_is_the_old_or_the_new(
    tmp_path: Path, old: Files, new: Files
) -> None:
    def prepare(number: int) -> Callable[[], object]:
        place = lay(tmp_path / str(number), old)
        staged = stage(place, new)
        return lambda: take_place(staged, place, "then")

    found = []
    for number in killed_everywhere(prepare):
        place = tmp_path / str(number) / "firm.creditmate"
        finish(place)
        assert there(place) in (old, new)
        if old and there(place) == new:
            assert there(place.with_name("firm then") / place.name) == old
        assert not place.with_name(f".{place.name}.swap").exists()
        found.append(there(place) == new)
    assert found == sorted(found), "once new, always new"
    assert found[-1]
    assert len(found) > 6


@needs_fork
def test_killed_while_it_goes_on_it_goes_on_again(tmp_path: Path) -> None:
    """``finish`` itself is killed at every step, of a swap killed half-way."""

    def prepare(number: int) -> Callable[[], object]:
        place = lay(tmp_path / str(number), OLD)
        staged = stage(place, NEW)
        (staged / "new").mkdir()
        for path in belongings(staged / place.name):
            path.rename(staged / "new" / path.name)
        (staged / "firm then").mkdir()
        staged.rename(place.with_name(f".{place.name}.swap"))
        return lambda: finish(place)

    for number in killed_everywhere(prepare):
        place = tmp_path / str(number) / "firm.creditmate"
        swapping.finish(place)
        assert there(place) == NEW
        assert there(place.with_name("firm then") / place.name) == OLD
