"""What is being made beside a ledger outlives nobody who makes it, and is taken from nobody."""

import subprocess
import sys
from pathlib import Path

from creditmate.db.staging import clear_away, discard, let_go, staging
from creditmate.db.swapping import finish, take_place

MAKER = """
import sys
from pathlib import Path
from creditmate.db.staging import staging
place = Path(sys.argv[1])
(staging(place) / place.name).write_text("every customer, to be read by anybody")
print("made", flush=True)
sys.stdin.read()
"""


def left_in(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if ".making" in path.name]


def test_it_stays_while_its_maker_runs_and_is_gone_once_that_was_killed(tmp_path: Path) -> None:
    place = tmp_path / "firm.creditmate"
    place.write_text("sealed")
    arguments = [sys.executable, "-c", MAKER, str(place)]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as maker:
        assert maker.stdout is not None
        assert maker.stdout.readline() == "made\n"
        (made,) = (path for path in left_in(tmp_path) if path.is_dir())
        finish(place)
        staging(place)
        assert (made / place.name).is_file(), "somebody is at it"
        maker.kill()
        maker.wait()
    assert made.is_dir(), "nobody was left to tidy up"
    finish(tmp_path / "another.creditmate")  # of the same folder: that one may never be opened
    assert not made.exists()
    assert place.read_text() == "sealed"


def test_what_this_program_is_at_stays(tmp_path: Path) -> None:
    place = tmp_path / "firm.creditmate"
    one, two = staging(place), staging(place)
    finish(place)
    assert one.is_dir()
    assert two.is_dir()
    discard(one)
    assert not one.exists()
    assert two.is_dir()
    discard(two)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_once_it_has_its_place(tmp_path: Path) -> None:
    place = tmp_path / "firm.creditmate"
    staged = staging(place)
    (staged / place.name).write_text("new")
    assert take_place(staged, place, "then") is None
    assert list(tmp_path.iterdir()) == [place]


def test_a_lock_without_its_folder_goes_as_well(tmp_path: Path) -> None:
    """Somebody was killed between the two, before the folder or after it."""
    (tmp_path / ".firm.creditmate.0a1b2c3d.making.held").touch()
    clear_away(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_one_of_a_version_that_knew_no_locks_is_nobodys(tmp_path: Path) -> None:
    left = tmp_path / ".firm.creditmate.0a1b2c3d.making"
    left.mkdir()
    (left / "firm.creditmate").write_text("plain")
    clear_away(tmp_path)
    assert not left.exists()


def test_what_others_named_alike_is_left_alone(tmp_path: Path) -> None:
    names = [".film.making", "firm.0a1b2c3d.making", ".film.creditmate.making", ".0a1b2c3d.making"]
    for name in names:
        (tmp_path / name).mkdir()
    (tmp_path / ".film.part.one.making.held").touch()
    clear_away(tmp_path)
    assert len(left_in(tmp_path)) == len(names) + 1


def test_where_nothing_can_be_seen_nothing_is_done(tmp_path: Path) -> None:
    clear_away(tmp_path / "gone")
    let_go(tmp_path / ".firm.creditmate.0a1b2c3d.making")
