"""What a password costs: the same book encrypted, asked the same in the same rounds."""

import time
from collections.abc import Mapping
from pathlib import Path

from bench.aged_lines import TOP
from bench.book import TODAY, opened
from bench.measure import Goal, Line, Timings, Work, spent
from creditmate.db.aged import aged_sums
from creditmate.db.rewrapping import Wrapped, rewrap
from creditmate.domain.data_key import DataKey
from creditmate.services.worklists import WorkLists
from creditmate.system.key_file import new_key_file
from creditmate.system.key_places import keep_beside, key_path
from creditmate.system.password_slot import locked

KEY = DataKey(bytes(range(32)))
"""Of made books only, in which everything is invented: a copy that was kept opens again."""
_ASKED, _OPENED = Goal(1.3, 1.1), 0.1
_PASSWORD = "a password of the bench"
_QUESTIONS: Mapping[str, Work] = {
    "aged": lambda: aged_sums(TODAY),
    "today": lambda: WorkLists().today(TODAY, TOP),
}


def protected_copy(book: Path) -> Path:
    """Return the same book under ``KEY``, copied and proved now unless it was before."""
    path = book.with_name(f"{book.stem}-protected{book.suffix}")
    if not path.exists():
        coming = path.with_suffix(".coming")
        coming.unlink(missing_ok=True)
        rewrap(Wrapped(book, None), Wrapped(coming, KEY), lambda: None)
        coming.rename(path)
    if not key_path(path).exists():
        keep_beside(path, new_key_file(KEY, _PASSWORD))
    return path


def protected_lines(book: Path, rounds: int) -> list[Line]:
    """Time opening and the questions asked first, with a key and without."""
    kinds: Mapping[str, tuple[Path, DataKey | None]] = {
        "plain": (book, None), "protected": (protected_copy(book), KEY),
    }  # fmt: skip
    names = [f"{name}-{kind}" for kind in kinds for name in ("open", "size", *_QUESTIONS)]
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(rounds):
        for kind, (path, key) in kinds.items():
            start = time.monotonic()
            with opened(path, key):
                seconds[f"open-{kind}"].append(time.monotonic() - start)
                seconds[f"size-{kind}"].append(path.stat().st_size)
                for name, question in _QUESTIONS.items():
                    question()
                    seconds[f"{name}-{kind}"].append(spent(question))
    times = Timings(seconds)

    def line(name: str, what: str, note: str, goal: Goal | None) -> Line:
        found, plain = f"{name}-protected", f"{name}-plain"
        return Line(what, times.ratios(found, plain), times.median(found), note, goal)

    plain = times.median("open-plain")
    slower = Goal((plain + _OPENED) / plain)
    return [
        line("aged", "aged debtors today", "of the same without a password", _ASKED),
        line("today", f"Today, top {TOP}", "of the same without a password", _ASKED),
        line("open", "opening, the key at hand",
             "of the same without a password, wall time; at most 100 ms more", slower),
        Line("size of the file", times.ratios("size-protected", "size-plain"), 0.0,
             "of the same without a password"),
        _unlocking(rounds),
    ]  # fmt: skip


def _unlocking(rounds: int) -> Line:
    """A password is meant to take its time: whoever guesses needs as long for each guess."""
    slot = locked(KEY, _PASSWORD)
    taken = [spent(lambda: slot.key(_PASSWORD), time.monotonic) for _ in range(rounds)]
    middle = sorted(taken)[len(taken) // 2]
    return Line("from the password to the key", tuple(one / middle for one in taken), middle,
                "of itself, wall time: Argon2id, once at each unlocking")  # fmt: skip
