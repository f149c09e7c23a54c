"""Killed at random times in a mixed workload: nothing saved is lost, nothing is half there.

reliability.md, figure 1. A kill leaves what the process had handed to the system; power cuts
need a simulator of their own (figure 3).
"""

import logging
import multiprocessing
import random
import time
from pathlib import Path
from typing import Any

import pytest

from creditmate.db import connection
from creditmate.db.connection import execute
from creditmate.db.proof import prove_all
from creditmate.domain.data_key import DataKey
from tests.builders import KEY, make_ledger, open_ledger
from tests.db.writer_child import Acknowledgement, write_until_killed

KILLS = 50
LONGEST = 0.25  # seconds a child may live after it says that it has started
AWAITED = 4  # acknowledgements before which some children are not killed, but for the last

# Forked from a server that has everything imported: a child is at work in milliseconds.
METHODS = multiprocessing.get_all_start_methods()
FORKS: Any = multiprocessing.get_context("forkserver" if "forkserver" in METHODS else "spawn")


def kill_one(path: Path, seed: int, lives: float, *, protected: bool) -> list[Acknowledgement]:
    """Let a child write for a while, kill it, and return what it had told as saved.

    The while begins at once, or after so many acknowledgements: a computer that is busy with other
    things gets as far.
    """
    hear, tell = FORKS.Pipe(duplex=False)
    child = FORKS.Process(target=write_until_killed, args=(path, seed, tell, protected))
    child.start()
    tell.close()
    assert hear.recv() == "started"
    told: list[Acknowledgement] = [hear.recv() for _ in range(seed % AWAITED)]
    time.sleep(lives)
    assert child.is_alive(), "it ends only when it is killed"
    child.kill()
    child.join()
    try:
        while True:
            told.append(hear.recv())
    except (EOFError, OSError):  # the end, or a message cut short by the kill
        return told
    finally:
        hear.close()
        child.close()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("protected", [False, True], ids=["unprotected", "protected"])
def test_killed_at_any_time_nothing_saved_is_lost(tmp_path: Path, *, protected: bool) -> None:
    if "forkserver" in METHODS:
        FORKS.set_forkserver_preload(["tests.db.writer_child"])
    path = tmp_path / "some.creditmate"
    make_ledger(path, key=KEY if protected else None)
    connection.close()
    chance = random.Random(20)
    saved: dict[int, Acknowledgement] = {}
    journals = untold = 0
    for seed in range(KILLS):
        for action in kill_one(path, seed, chance.uniform(0.0, LONGEST), protected=protected):
            saved[action[0]] = action
        journals += path.with_name(path.name + "-wal").exists()
        untold += check(path, saved, KEY if protected else None)
    logging.getLogger(__name__).info(
        "%d kills, %d actions saved, %d of them not yet told", KILLS, len(saved), untold
    )
    assert len(saved) > KILLS
    assert journals > KILLS // 2, "most kills must come in the middle of work"


def check(path: Path, saved: dict[int, Acknowledgement], key: DataKey | None) -> int:
    """Open what was left and prove it; return how many actions were saved but not told."""
    open_ledger(path, key=key)
    assert prove_all() == []
    found = {
        id_: (id_, use_case, hash_)
        for id_, use_case, hash_ in execute("SELECT id, use_case, hash FROM action ORDER BY id")
    }
    assert [found.get(id_) for id_ in saved] == [action[:3] for action in saved.values()]
    numbers = {number for (number,) in execute("SELECT number FROM paper")}
    assert {action[3] for action in saved.values() if action[3]} <= numbers
    assert list(found) == list(range(1, len(found) + 1))
    untold = found.keys() - saved.keys() - {1}
    for id_ in untold:  # told from now on: it must not vanish later
        saved[id_] = (*found[id_], "")
    connection.close()
    assert list(path.parent.iterdir()) == [path]
    assert len(untold) <= 1, "at most the action under way can be saved without being told"
    return len(untold)
