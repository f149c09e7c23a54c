"""The program's use-cases are loaded and built when they are asked for, each once."""

import subprocess
import sys
from datetime import date
from functools import cached_property

from creditmate.bootstrap import build
from creditmate.services.program import Program

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
    names = [name for name, what in vars(Program).items() if isinstance(what, cached_property)]
    assert "worklists" in names
    for name in names:
        first = program.ask(lambda name=name: getattr(program, name))  # type: ignore[misc]
        assert type(first).__name__.lower() == name.replace("_", "")
        assert getattr(program, name) is first
    program.stop()
