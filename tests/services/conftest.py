"""Use-cases over a real ledger, with a clock that is set."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.gateway import Gateway
from creditmate.services.calls import CallNote, Calls
from creditmate.services.customers import Brief, Customers
from creditmate.services.upkeep import Upkeep
from creditmate.services.worklists import WorkLists, WorkRow
from tests.builders import SetClock, make_ledger


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


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    clock = SetClock()
    yield Office(clock, make_ledger(tmp_path / "office.creditmate", clock))
    connection.close()
