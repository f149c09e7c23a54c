"""Where the statements of a run go: bound into one file, or no file at all."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from creditmate.domain.errors import Cancelled
from creditmate.services.statement_delivery import all_in_one
from creditmate.services.statement_run import RunResult, StatementRun
from creditmate.services.statements import Statements
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

AS_AT = date(2026, 11, 23)


def bind(office: Office, path: Path, *codes: str, most: int = 9) -> RunResult:
    """Bind the statements of these customers, or stop after some."""

    def progress(done: int, total: int) -> None:
        if done >= most:
            raise Cancelled

    run = StatementRun(Statements(office.gateway), lambda work: work())
    with all_in_one(path) as deliver:
        return run.run(AS_AT, codes, deliver, progress)


@pytest.fixture
def path(office: Office, tmp_path: Path) -> Path:
    """A file to be written, in a folder of its own; two customers owe, a third does not."""
    with office.gateway.write("test") as writing:
        for code in ("ALFA", "BETA"):
            an_invoice(writing, a_customer(writing, code), f"{code}-1", AS_AT, 10_000)
        a_customer(writing, "EMPTY")
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "all.pdf"


def test_all_are_bound_into_one_file(office: Office, path: Path) -> None:
    result = bind(office, path, "ALFA", "BETA", "EMPTY")
    assert [row.customer.code for row in result.skipped] == ["EMPTY"]
    assert len(PdfReader(path).pages) == sum(issued.pages for issued in result.issued)
    assert [entry.name for entry in path.parent.iterdir()] == ["all.pdf"]


def test_where_nobody_gets_one_there_is_no_file(office: Office, path: Path) -> None:
    assert bind(office, path, "EMPTY").issued == ()
    assert list(path.parent.iterdir()) == []


def test_a_run_that_was_stopped_leaves_no_file_and_is_bound_whole_afterwards(
    office: Office, path: Path
) -> None:
    with pytest.raises(Cancelled):
        bind(office, path, "ALFA", "BETA", most=1)
    assert list(path.parent.iterdir()) == []
    result = bind(office, path, "ALFA", "BETA")
    assert [issued.fresh for issued in result.issued] == [False, True]
    assert len(PdfReader(path).pages) == 2
