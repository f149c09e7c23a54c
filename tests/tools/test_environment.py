import os
import signal
import sys
from pathlib import Path

import pytest

from tools.environment import ROOT, SetUpFailed, call, prepare, program
from tools.environment import install as install_with_pip


class Installer:
    """Stands for pip: remembers what it was asked for, and fails if told to."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.works = True

    def __call__(self, lock: Path, folder: Path) -> None:
        self.asked.append(lock.name)
        if not self.works:
            raise SetUpFailed


@pytest.fixture
def installer() -> Installer:
    return Installer()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An environment that is there already; making one takes seconds."""
    python = program("python", tmp_path / "venv")
    python.parent.mkdir(parents=True)
    python.touch()
    return tmp_path / "venv"


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "requirements.txt"
    path.write_text("a==1\n")
    return path


def test_installs_once(folder: Path, lock: Path, installer: Installer) -> None:
    prepare(lock, folder, installer)
    prepare(lock, folder, installer)
    assert installer.asked == ["requirements.txt"]


def test_installs_again_when_the_lock_changes(
    folder: Path, lock: Path, installer: Installer
) -> None:
    prepare(lock, folder, installer)
    lock.write_text("a==2\n")
    prepare(lock, folder, installer)
    assert len(installer.asked) == 2


def test_each_lock_is_installed_for_itself(folder: Path, lock: Path, installer: Installer) -> None:
    other = lock.with_name("requirements-dev.txt")
    other.write_bytes(lock.read_bytes())
    prepare(lock, folder, installer)
    prepare(other, folder, installer)
    assert installer.asked == ["requirements.txt", "requirements-dev.txt"]


def test_a_failed_installation_is_done_again(
    folder: Path, lock: Path, installer: Installer
) -> None:
    installer.works = False
    with pytest.raises(SetUpFailed):
        prepare(lock, folder, installer)
    installer.works = True
    prepare(lock, folder, installer)
    assert len(installer.asked) == 2


def test_makes_a_missing_environment(
    tmp_path: Path, lock: Path, installer: Installer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)  # as on bare Debian
    folder = tmp_path / "venv"
    prepare(lock, folder, installer)
    assert program("python", folder).exists()
    assert not program("pip", folder).exists()
    assert installer.asked == ["requirements.txt"]


def test_without_any_pip_it_says_so(
    folder: Path, lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(SetUpFailed, match="no pip"):
        install_with_pip(lock, folder)


@pytest.mark.parametrize("status", [0, 1, 2])
def test_passes_on_the_exit_status(status: int) -> None:
    assert call([sys.executable, "-c", f"raise SystemExit({status})"]) == status


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no signals between programs")
def test_tells_a_signal_as_shells_do() -> None:
    kill = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"
    assert call([sys.executable, "-c", kill]) == 128 + signal.SIGTERM


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no signals between programs")
def test_an_interrupted_command_may_tidy_up() -> None:
    """Ctrl-C reaches both programs; the one that waits must not kill the other."""
    tidy = """
import os, signal, time
os.kill(os.getppid(), signal.SIGINT)
try:
    os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt:
    time.sleep(0.4)
    raise SystemExit(7)
"""
    before = signal.getsignal(signal.SIGINT)
    assert call([sys.executable, "-c", tidy]) == 7
    assert signal.getsignal(signal.SIGINT) is before


def test_finds_the_program_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "calendar.py").write_text("raise SystemExit(9)")
    look = "import calendar, os, sys, creditmate; open('seen', 'w').write(creditmate.__file__)"
    assert call([sys.executable, "-P", "-c", look], folder=None) == 0
    assert Path((tmp_path / "seen").read_text()).is_relative_to(ROOT)
