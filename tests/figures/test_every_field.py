"""The marks of figure 14 stand in every column that people write in, and the search finds each."""

from pathlib import Path

import pytest

from creditmate.bootstrap import build
from creditmate.db import models
from creditmate.services.ledgers import NewBusiness
from figures import every_field

BUSINESS = NewBusiness("Fernley Trading", "GB", "GBP", "en_GB", "Europe/London")


def test_every_column_that_people_write_in_has_a_mark() -> None:
    marks = every_field.marks()
    free = {
        (table, column)
        for table, model in (
            (models.base.table_name(model), model)
            for model in vars(models).values()
            if isinstance(model, type) and issubclass(model, models.base.Table)
        )
        for column in model.free
    }
    assert free
    assert free <= {(table, column) for table, columns in marks.items() for column in columns}
    assert {"typed"} <= set(marks["call_draft"]) & set(marks["visit_draft"])
    every = [mark for columns in marks.values() for mark in columns.values()]
    assert len(set(every)) == len(every)


def test_in_a_plain_ledger_each_of_them_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else that none is found in a protected one would prove nothing."""
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "home"))
    path, program = tmp_path / "books.creditmate", build()
    try:
        program.ask(lambda: program.ledgers.create(path, BUSINESS))
        every_field.write_marks(program)
        program.ask(program.ledgers.close)
        program.ask(lambda: program.ledgers.open(path))
    finally:
        program.stop()
    content = path.read_bytes()
    marks = every_field.marks()
    missing = [
        f"{table}.{column}"
        for table, columns in marks.items()
        for column, mark in columns.items()
        if mark.encode() not in content
    ]
    assert missing == []
