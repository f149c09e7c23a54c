"""What all tests share: how far chance goes, and when garbage is collected."""

import gc
import os

import pytest
from hypothesis import HealthCheck, settings

from creditmate.ui.collecting import collect_if_due

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


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Whatever is loaded by now stays: look for no garbage among it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _collected() -> None:
    """Collect here, on the first thread, what the tests before have left."""
    collect_if_due()
