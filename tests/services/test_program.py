"""The program's use-cases are loaded and built when they are asked for, each once."""

import subprocess
import sys
from contextlib import closing
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from creditmate.bootstrap import build
from creditmate.domain.our_people import StaffEntry
from creditmate.services.ledgers import NewBusiness
from creditmate.services.program import Program
from creditmate.system.computer import user_name

NEW = NewBusiness("Rook & Daughters", "GB", "GBP", "en_GB", "Europe/London")

UNUSED = """
import sys
from creditmate.bootstrap import build
program = build()
program.ask(lambda: 1)
program.stop()
print([name for name in ("peewee", "babel", "creditmate.services.ledgers") if name in sys.modules])
"""


def test_what_is_not_asked_for_is_not_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", UNUSED], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"


def test_every_use_case_can_be_had_and_stays_the_same() -> None:
    program = build(date(2026, 11, 23))
    made = {
        name: what.func.__annotations__["return"]
        for part in Program.__mro__
        for name, what in vars(part).items()
        if isinstance(what, cached_property)
    }
    assert {"worklists", "customers", "invoicing", "people"} < made.keys()
    for name, kind in made.items():
        first = program.ask(lambda name=name: getattr(program, name))  # type: ignore[misc]
        assert type(first).__name__ == kind
        assert getattr(program, name) is first
    program.stop()


def test_who_is_at_work_is_known_as_soon_as_a_ledger_is_open(tmp_path: Path) -> None:
    """What is written from then on is put down to her, by whichever use-case."""
    path = tmp_path / "office.creditmate"
    program = build(date(2026, 11, 23))
    program.ask(lambda: program.ledgers.create(path, NEW))
    program.ask(lambda: program.people.add(StaffEntry(name="Ellen Rook", os_login=user_name())))
    program.ask(program.ledgers.close)
    assert program.ask(lambda: program._gateway.working_as) is None
    program.ask(lambda: program.ledgers.open(path))
    assert program.ask(lambda: program._gateway.working_as) is not None
    program.stop()


def test_a_sample_of_a_version_never_released_is_put_aside_for_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path))
    program = build(date(2026, 11, 23))
    path = program.ask(program.ledgers.sample)
    with closing(driver.connect(str(path))) as other:
        other.execute("DROP INDEX own_document_belongs")
    old = path.read_bytes()
    assert program.ask(program.ledgers.sample) == path
    assert path.with_name("Sample 2.creditmate").read_bytes() == old
    made = path.read_bytes()
    assert made != old
    assert program.ask(program.ledgers.sample) == path
    assert path.read_bytes() == made
    program.ask(lambda: program.ledgers.open(path))
    program.stop()
