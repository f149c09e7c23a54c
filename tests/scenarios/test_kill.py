"""Fifty kills at work of every kind: nothing acknowledged is lost, nothing half done."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scenarios.kills import ENOUGH

KILLS = 50


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the killed child is forked")
def test_fifty_kills_lose_nothing(tmp_path: Path) -> None:
    arguments = [str(tmp_path), str(KILLS), "20261121"]
    home = {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.scenarios.kills", *arguments],
        capture_output=True, text=True, check=False, env=home, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["faults"] == []
    assert answer["kills"] >= KILLS
    # The kills must have hit work of every kind, else they prove nothing.
    assert all(count >= ENOUGH for count in answer["acknowledged"].values()), answer
