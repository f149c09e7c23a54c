"""Use-cases over a real ledger, with a clock that is set."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from creditmate.db import connection
from creditmate.db.gateway import Gateway
from creditmate.db.proof import prove_all
from creditmate.services.calls import CallNote, Calls
from creditmate.services.customers import Brief, Customers
from creditmate.services.upkeep import Upkeep
from creditmate.services.worklists import WorkLists, WorkRow
from tests.builders import Originals, SetClock
from tests.services.invoice_desk import Desk, a_desk

if TYPE_CHECKING:
    from tests.services.money import Till


@dataclass
class Office:
    """The use-cases that a day's work needs, and the day."""

    clock: SetClock
    gateway: Gateway

    def on(self, day: date) -> "Office":
        """Go to another day."""
        self.clock.today = day
        return self

    def call(self, code: str, note: CallNote) -> None:
        Calls(self.gateway, self.clock).record(code, note)

    def posted(self, day: date) -> None:
        Upkeep(self.gateway, self.clock, "test").post_cash(day)

    def today(self) -> list[WorkRow]:
        return WorkLists().today(self.clock.today)

    def codes(self) -> list[str]:
        return [row.code for row in self.today()]

    def brief(self, code: str) -> Brief:
        return Customers().brief(code, self.clock.today)


@pytest.fixture(autouse=True)
def _quick_slots(quick_slots: None) -> None:
    """What these use-cases do with a key does not hang on how long it took to get."""


@pytest.fixture
def office(tmp_path: Path, originals: Originals) -> Iterator[Office]:
    clock = SetClock()
    yield Office(clock, originals.copied(tmp_path / "office.creditmate", clock))
    connection.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk at which invoices are written, whose ledger is proved at the end."""
    with a_desk(tmp_path / "desk.creditmate") as found:
        yield found


@pytest.fixture
def till(office: Office) -> Iterator["Till"]:
    """A till whose ledger is proved at the end, whatever the test did to it."""
    from tests.services.money import Till  # noqa: PLC0415 - which is about the office above

    yield Till(office)
    assert prove_all() == []
