"""Running the command line as a user does, in a home folder of its own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from creditmate.__main__ import main


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command gave back."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON
        """The answer of a command run with ``--json``."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture(autouse=True)
def _quick_slots(quick_slots: None) -> None:
    """What these use-cases do with a key does not hang on how long it took to get."""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command; the user's folders are under ``tmp_path``."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en_GB")
    monkeypatch.setenv("CREDITMATE_TRACEBACK", "1")  # a fault ends the test that met it

    def run_command(*arguments: object) -> Answer:
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as exit_:  # argparse ends the program by itself on wrong usage
            status = int(exit_.code or 0)
        out, err = capsys.readouterr()
        return Answer(status, out, err)

    return run_command
