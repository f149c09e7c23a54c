"""What all tests share: how far chance goes, and when garbage is collected."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from creditmate.system import password_slot
from creditmate.ui.collecting import collect_if_due
from tests.builders import Originals

# On a build machine the same commit gives the same result; everywhere else chance looks further.
# How long an example takes says only what else the computer is doing.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("here", _PATIENT)
settings.register_profile("build", _PATIENT, derandomize=True)
settings.load_profile("build" if os.environ.get("CI") else "here")

# As in the program no thread but the first takes widgets apart. Python's own collection works on
# whichever thread allocates, and a test of widgets leaves rings of them: the database thread of a
# later test would destroy them there, and Qt would crash or stand still for ever.
gc.disable()


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what belongs to the computer in a folder of the test's own."""
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "home"))


_PROMISED = password_slot.MEMORY_KIB, password_slot.PASSES


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Whatever is loaded by now stays: look for no garbage among it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Originals:
    """Ledgers with a business and nothing in them, to be copied."""
    return Originals(tmp_path_factory.mktemp("originals"))


@pytest.fixture
def quick_slots(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are stretched as little as a key file may ask for, and by the same code.

    What is promised of it is tried in ``tests/system/test_key_file.py``, by the figures, and by
    whatever test wants ``promised_slots``.
    """
    monkeypatch.setattr(password_slot, "MEMORY_KIB", 8 * 1024)
    monkeypatch.setattr(password_slot, "PASSES", 1)


@pytest.fixture
def promised_slots(quick_slots: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are stretched as they are for everybody."""
    monkeypatch.setattr(password_slot, "MEMORY_KIB", _PROMISED[0])
    monkeypatch.setattr(password_slot, "PASSES", _PROMISED[1])


@pytest.fixture(autouse=True)
def _collected() -> None:
    """Collect here, on the first thread, what the tests before have left."""
    collect_if_due()
