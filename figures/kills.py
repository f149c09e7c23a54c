"""Figures 1 and 7: the process is killed at random moments of a day's work, and of a call."""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from random import Random

from creditmate.bootstrap import build
from creditmate.db.proof import prove_all
from figures.result import Result, Setting, judged
from tests.scenarios.test_killed_while_typing import CODE, DAY, LOST, type_and_kill, unfinished

_SEED = 20261122
_ROOT = Path(__file__).parent.parent
_LONGEST = 4.5
"""Seconds of typing before a kill, at most; and at least what is lost and half a second more."""


def random_kills(setting: Setting) -> Result:
    """Kill a mixed workload; the child acknowledges what is saved through a pipe."""
    kills = setting.pick(200, 15)
    command = [sys.executable, "-m", "tests.scenarios.kills"]
    done = subprocess.run(
        [*command, str(setting.folder), str(kills), str(_SEED)],
        check=False, capture_output=True, text=True, cwd=_ROOT,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr[-500:])
    answer = json.loads(done.stdout)
    told = ", ".join(f"{count} {kind}s" for kind, count in answer["acknowledged"].items())
    faults = list(answer["faults"])
    said = (
        f"{answer['kills']} kills; acknowledged: {told}."
        f" {len(faults)} lost, half done, numbered twice or not proved"
    )
    return judged(said, faults)


def kills_while_typing(setting: Setting) -> Result:
    """Kill the window while somebody types a note into the form of a call."""
    kills, chance = setting.pick(50, 2), Random(_SEED)
    os.environ["CREDITMATE_HOME"] = str(setting.folder / "home")
    ledger = setting.folder / "typing.creditmate"
    first = build(DAY)
    first.ask(lambda: first.ledgers.create_sample(ledger))
    first.stop()
    faults: list[str] = []
    letters = missing = 0
    for number in range(kills):
        typed, due = type_and_kill(ledger, chance.uniform(LOST + 0.5, _LONGEST))
        program = build(DAY)
        try:
            found = unfinished(program, ledger)
            notes = next((text for code, text in found if code == CODE), "")
            letters, missing = letters + len(typed), max(missing, len(typed) - len(notes))
            if not typed.startswith(notes) or len(notes) < due:
                faults.append(f"kill {number}: {len(notes)} of {due} letters due")
            if program.ask(prove_all):
                faults.append(f"kill {number}: the draft has touched the ledger")
            program.ask(partial(program.call_drafts.discard, CODE))
        finally:
            program.stop()
    said = (
        f"{kills} kills, {letters} letters typed at 50 a second: more than {LOST:.0f} seconds of"
        f" typing lost {len(faults)} times, {missing} letters at most"
    )
    return judged(said, faults)
