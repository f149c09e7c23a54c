"""Every kind of malformed file is refused or asked about; the ledger keeps its bytes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from creditmate.domain.importing import ImportOptions
from tests.cli.books import write_books
from tests.cli.conftest import Run
from tests.exchange.malformed import MALFORMED, Malformed


def arguments_for(options: ImportOptions) -> Iterator[str]:
    """The options as they are typed."""
    typed = {
        "--date-order": options.date_order and options.date_order.value,
        "--currency": options.currency,
        "--decimal-mark": options.decimal_mark,
        "--encoding": options.encoding,
        "--delimiter": "tab" if options.delimiter == "\t" else options.delimiter,
        "--due-days": options.due_days,
    }
    for option, value in typed.items():
        if value is not None:
            yield from (option, str(value))
    for header, field in options.mapping.items():
        yield from ("--map", f"{header}={field}")


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "books.creditmate"
    run("new", path, "--no-password")
    run("import", write_books(tmp_path), "--ledger", path, "--currency", "GBP")
    return path


def test_there_are_at_least_sixty_kinds() -> None:
    assert len({file.name for file in MALFORMED}) >= 60


@pytest.mark.parametrize("chosen", range(8))
def test_refused_or_asked_and_the_ledger_untouched(
    run: Run, ledger: Path, tmp_path: Path, chosen: int
) -> None:
    before = ledger.read_bytes()
    for file in MALFORMED[chosen::8]:
        path = tmp_path / "malformed.csv"
        path.write_bytes(file.data)
        answer = run("import", path, "--ledger", ledger, *arguments_for(file.options))
        assert answer.status == 1, (file.name, answer.out)
        assert _named(file, answer.err), (file.name, answer.err)
        assert ledger.read_bytes() == before, file.name


def _named(file: Malformed, said: str) -> bool:
    """Whether every row that is wrong is named, and a question names the option that decides."""
    rows = {row for _, row, _ in file.problems if row is not None}
    return all(f"Row {row}" in said for row in rows) and (not file.questions or "--" in said)
