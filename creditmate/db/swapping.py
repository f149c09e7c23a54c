"""A ledger takes the place of another, whole: killed anywhere, it is the old or the new one.

The old file goes into a dated folder together with its journals and its key file, since a journal
that stays behind would be written into whatever takes the name (reliability.md, finding 4; D6b).
Only whole folders and files are renamed, within one folder, and each name says how far it came:

``.NAME.…making/``  the new files, being made and proved; nothing has happened yet
``.NAME.swap/new``  from here on the new ones will be there: the old ones are moved out
``.NAME.swap/coming``  the old ones are out: the new ones are moved in

``finish`` goes on wherever a swap was ended, and is called before any ledger is opened.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from creditmate.db.disk import move
from creditmate.db.other_programs import Mark, see_as_marked, see_let_go
from creditmate.db.preflight import all_files
from creditmate.db.staging import clear_away, discard, let_go
from creditmate.disk import is_folder, sync_folder
from creditmate.domain.errors import Problem, UserError


def belongings(place: Path) -> list[Path]:
    """Return what is there of a ledger: its file, its journals and its key file."""
    return [path for path in all_files(place) if path.exists() or path.is_symlink()]


def aside_stamp(now: datetime) -> str:
    """Return what names the folder with the old files: the day and time of the user's clock."""
    return f"{now.astimezone():%Y-%m-%d %H%M%S}"


def take_place(staged: Path, place: Path, stamp: str, as_copied: Mark | None = None) -> Path | None:
    """Let the files in ``staged``, proved and named as at ``place``, be the ledger from now on.

    Args:
        staged: A folder made by ``staging``; it is used up.
        place: Where the ledger is, closed.
        stamp: Day and time for the name of the folder that takes the old files.
        as_copied: How the old ledger was when it was copied, if the new one has to have all that
            is in it.

    Returns:
        The folder that the old files went into; None where there were none.

    Raises:
        UserError: ``PLACE_HELD``: the old files cannot be moved; ``LEDGER_IN_USE``: another
            program has the old ledger open, or has written into it. They are where they were.
    """
    swap = _swap(place)
    try:
        finish(place)
        see_let_go(place)
    except BaseException:
        discard(staged)
        raise
    try:
        staged_files = staged / "new"
        staged_files.mkdir()
        for file in list(staged.iterdir()):
            if file != staged_files:
                move(file, staged_files / file.name)
        (staged / _free_name(place, stamp)).mkdir()
        sync_folder(staged_files)
        sync_folder(staged)
        move(staged, swap)
        let_go(staged)
        sync_folder(place.parent)
    except OSError as error:
        discard(staged)
        raise UserError(Problem.PLACE_HELD, path=place, why=error.strerror) from error
    return _go_on(place, swap, as_copied)


def finish(place: Path) -> bool:
    """Go on with a swap that was ended half-way; return whether there was one.

    What was only being made when a program was ended is removed.

    Raises:
        UserError: ``PLACE_HELD``: a file that has to be moved is held; ``LEDGER_IN_USE``.
    """
    clear_away(place.parent)
    swap = _swap(place)
    if not is_folder(swap):
        return False
    _go_on(place, swap)
    return True


def _go_on(place: Path, swap: Path, as_copied: Mark | None = None) -> Path | None:
    try:
        if (swap / "new").is_dir():
            _move_old_out(place, swap, as_copied)
        _move_new_in(place, swap)
        return _put_aside(place, swap)
    except OSError as error:
        raise UserError(Problem.PLACE_HELD, path=place, why=error.strerror) from error


def _move_old_out(place: Path, swap: Path, as_copied: Mark | None) -> None:
    aside = _aside_in(swap)
    old = aside / place.name
    try:
        for path in belongings(place):
            move(path, aside / path.name)
        see_let_go(old)  # from here on nobody finds it to open it
        if as_copied is not None:
            see_as_marked(old, as_copied)
    except (OSError, UserError) as error:
        _take_back(place, swap, aside)
        if isinstance(error, UserError):
            raise UserError(error.problem, path=place) from error
        raise
    sync_folder(aside)
    sync_folder(place.parent)
    move(swap / "new", swap / "coming")
    sync_folder(swap)


def _take_back(place: Path, swap: Path, aside: Path) -> None:
    """Undo: something holds an old file, so that all of them must stay."""
    for path in aside.iterdir():
        move(path, place.with_name(path.name))
    discard(swap)


def _move_new_in(place: Path, swap: Path) -> None:
    coming = swap / "coming"
    if coming.is_dir():
        for path in list(coming.iterdir()):
            move(path, place.with_name(path.name))
        sync_folder(place.parent)
        coming.rmdir()


def _put_aside(place: Path, swap: Path) -> Path | None:
    """Give the folder with the old files its name in plain sight, or remove it if it is empty."""
    found = None
    for aside in [path for path in swap.iterdir() if path.is_dir()]:
        if any(aside.iterdir()):
            found = place.with_name(_free_name(place, aside.name, complete=True))
            move(aside, found)
        else:
            aside.rmdir()
    with suppress(FileNotFoundError):  # another program has finished it
        swap.rmdir()
    sync_folder(place.parent)
    return found


def _aside_in(swap: Path) -> Path:
    return next(path for path in swap.iterdir() if path.name not in {"new", "coming"})


def _swap(place: Path) -> Path:
    return place.with_name(f".{place.name}.swap")


def _free_name(place: Path, stamp: str, *, complete: bool = False) -> str:
    """A name for the folder with the old files that nothing beside the ledger has."""
    name = stamp if complete else f"{place.stem} {stamp}"
    free, count = name, 1
    while place.with_name(free).exists():
        count += 1
        free = f"{name} ({count})"
    return free
