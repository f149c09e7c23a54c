"""A ledger per test, closed again whatever happens."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.gateway import Gateway
from creditmate.domain.data_key import DataKey
from tests.builders import KEY, Originals, SetClock


@dataclass
class Ledger:
    """An open ledger, its file, the clock it is written by, and what it is encrypted with."""

    path: Path
    gateway: Gateway
    clock: SetClock
    key: DataKey | None = None


of_both_kinds = pytest.mark.parametrize(
    "ledger", [None, KEY], indirect=True, ids=["unprotected", "protected"]
)
"""For tests that must hold whether the ledger is encrypted or not."""


@pytest.fixture(autouse=True)
def _nothing_left_open() -> Iterator[None]:
    yield
    if not connection.database.is_closed():
        if connection.raw().in_transaction:
            connection.raw().rollback()
        connection.close()


@pytest.fixture
def ledger(tmp_path: Path, request: pytest.FixtureRequest, originals: Originals) -> Ledger:
    clock, key = SetClock(), getattr(request, "param", None)
    path = tmp_path / "rookmere.creditmate"
    return Ledger(path, originals.copied(path, clock, key), clock, key)


@pytest.fixture
def empty(tmp_path: Path, originals: Originals) -> Iterator[Path]:
    """A closed, empty ledger to start every example from."""
    path = tmp_path / "empty.creditmate"
    originals.copied(path, SetClock())
    connection.close()
    yield path
    if not connection.database.is_closed():
        connection.close()
