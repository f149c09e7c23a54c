"""The program looks at itself, in processes of its own: as whoever has just installed it would."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from creditmate.services.self_test import Part

ROOT = Path(__file__).resolve().parents[2]


def ask(root: Path, home: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run it with next to nothing in the environment, somewhere else."""
    home.mkdir()
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    # no store of whoever runs the tests is to be asked
    store = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    folders = {"HOME": str(home), "APPDATA": str(home), "LOCALAPPDATA": str(home)}
    facts = {**kept, **store, **folders, "PYTHONPATH": str(root), "LANG": "C.UTF-8"}
    command = [sys.executable, "-P", "-m", "creditmate", "self-test", *options]
    return subprocess.run(
        command, cwd=home, env=facts, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    folder = tmp_path_factory.mktemp("self-test")
    ran = ask(ROOT, folder / "home", "--json")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert list((folder / "home").iterdir()) == []  # nothing of the user's is met
    found: Mapping[str, Any] = json.loads(ran.stdout)
    return found


def said(answer: Mapping[str, Any], part: Part) -> str:
    return next(str(check["said"]) for check in answer["checks"] if check["part"] == part)


def test_every_part_is_looked_at(answer: Mapping[str, Any]) -> None:
    assert {check["part"] for check in answer["checks"]} == set(Part)
    assert all(check["ok"] for check in answer["checks"])
    assert answer["ok"] is True
    assert answer["program"].startswith("CreditMate ")
    assert answer["from"] == str(ROOT / "creditmate" / "cli")


def test_it_says_what_was_found(answer: Mapping[str, Any]) -> None:
    assert said(answer, Part.LEDGER).startswith("SQLite 3.")
    assert said(answer, Part.MIGRATION).startswith("1 → ")
    assert said(answer, Part.INTEREST).startswith("CH-")
    assert "papers" in said(answer, Part.BACKUP)
    assert "none" in said(answer, Part.STORE)
    assert "Qt 6." in said(answer, Part.WINDOW)
    assert int(said(answer, Part.PROCESS)) != os.getpid()


@pytest.mark.parametrize(
    ("missing", "parts"),
    [
        (
            "resources/fonts/LiberationSans-Bold.ttf",
            {
                *(Part.FONTS, Part.STATEMENT, Part.INVOICE, Part.APPLICATION, Part.TERMS),
                *(Part.INTEREST, Part.PLAN, Part.HISTORY, Part.VISIT),
            },
        ),
        ("resources/fonts/inter/Inter-Medium.ttf", {Part.WINDOW}),
        ("docs/guide.md", {Part.WINDOW}),
        ("resources/self-test/format-1.creditmate.gz", {Part.MIGRATION}),
    ],
)
def test_what_is_missing_is_noticed(missing: str, parts: set[Part], tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    for name in ("creditmate", "resources", "docs"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tree / missing).unlink()
    ran = ask(tree, tmp_path / "home")
    assert ran.returncode == 1
    assert ran.stderr == ""
    _about, *lines = ran.stdout.splitlines()
    assert len(lines) == len(Part)  # the others are looked at all the same
    assert sum(line.startswith("FAILED") for line in lines) == len(parts), lines
