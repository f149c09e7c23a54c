import sys
from collections.abc import Sequence

import pytest

from tools import debian
from tools.debian import LIBRARIES, PACKAGING, TRAVELLING, install_packages, missing_packages
from tools.environment import SetUpFailed


@pytest.fixture
def on_debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")


@pytest.mark.usefixtures("on_debian")
def test_only_what_is_missing_is_named() -> None:
    assert missing_packages(there=lambda library: library != "libEGL.so.1") == ["libegl1"]
    assert missing_packages(there=lambda _library: False) == list(LIBRARIES)
    assert missing_packages(there=lambda _library: True) == []


@pytest.mark.usefixtures("on_debian")
def test_programs_and_libraries_are_looked_for() -> None:
    packages = {"tool": ("objcopy", ""), "library": ("libnone.so.7", "")}
    assert missing_packages(packages) == ["library"]  # every program is there, see on_debian


def test_says_what_each_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    every = [*PACKAGING, *TRAVELLING, *LIBRARIES]
    install_packages(every, Runs())
    said = capsys.readouterr().err
    assert said.count("Installing the system's") == len(every)
    assert "binutils: PyInstaller looks" in said


def test_other_systems_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert missing_packages(there=lambda _library: False) == []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert missing_packages(there=lambda _library: False) == []


class Runs:
    """Stands for the shell: remembers commands, and fails those it is told to."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.asked: list[list[str]] = []

    def __call__(self, command: Sequence[str]) -> int:
        self.asked.append(list(command))
        return self.statuses.pop(0) if self.statuses else 0


@pytest.mark.parametrize(("before", "root"), [([], True), (["sudo"], False)])
def test_installs_as_root_or_by_sudo(
    before: list[str], root: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debian, "_as_root", lambda: [] if root else ["sudo"])
    runs = Runs()
    install_packages(["libegl1"], runs)
    install = ["apt-get", "install", "--yes", "--no-install-recommends", "libegl1"]
    assert runs.asked == [[*before, *install]]


def test_a_fresh_system_is_updated_first() -> None:
    runs = Runs(100, 0, 0)
    install_packages(["libegl1"], runs)
    assert [command[-1] for command in runs.asked] == ["libegl1", "update", "libegl1"]


def test_what_cannot_be_installed_is_said() -> None:
    with pytest.raises(SetUpFailed, match="sudo apt-get install libegl1 libgl1"):
        install_packages(["libegl1", "libgl1"], Runs(100, 0, 100))


def test_nothing_missing_runs_nothing() -> None:
    runs = Runs()
    install_packages([], runs)
    assert runs.asked == []
