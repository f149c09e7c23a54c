"""The grammar of amounts, and one decimal mark for the whole file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.importing import Ask, Reason
from creditmate.domain.money import LIMIT
from creditmate.exchange.amounts import Amounts, read_amounts
from creditmate.exchange.cells import Column
from creditmate.exchange.findings import Findings

SPACES = {"space": " ", "no-break": "\u00a0", "narrow": "\u202f", "thin": "\u2009"}


def read(
    *cells: str, currency: str | None = "EUR", told: str | None = None
) -> tuple[Amounts, Findings]:
    """Read one column of amounts, its first row being 2."""
    findings = Findings()
    column = Column("Amount", cells, range(2, len(cells) + 2))
    return read_amounts([column], [currency] * len(cells), told, findings), findings


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        ("12.50", 1250),
        ("12.5", 1250),
        ("12", 1200),
        ("0.05", 5),
        (".50", 50),
        ("-12.50", -1250),
        ("−12.50", -1250),
        ("12.50-", -1250),
        ("(12.50)", -1250),
        ("( 12.50 )", -1250),
        ("12.50 CR", -1250),
        ("12.50cr", -1250),
        ("12.50 DR", 1250),
        ("1,234.50", 123450),
        ("1,234,567.50", 123456750),
        ("12,34,567.50", 123456750),
        ("1'234.50", 123450),
        ("1’234.50", 123450),
        ("€12.50", 1250),
        ("€ 12.50", 1250),
        ("12.50 €", 1250),
        ("-€12.50", -1250),
        ("€-12.50", -1250),
        ("€(12.50)", None),
        ("(€12.50)", -1250),
        ("EUR 12.50", 1250),
        ("12.50 EUR", 1250),
        ("12.50- EUR", -1250),
        ("1,234", 123400),
        ("", None),
        *((f"1{space}234.50", 123450) for space in SPACES.values()),
    ],
)
def test_written_with_a_point(cell: str, minor: int | None) -> None:
    read_as, _ = read("1.00", cell)
    assert read_as.columns == [[100, minor]]


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        ("12,50", 1250),
        ("1.234,50", 123450),
        ("1.234.567", 123456700),
        ("1.234", 123400),
        ("1 234,5", 123450),
        ("(1.234,50 €)", -123450),
    ],
)
def test_written_with_a_comma(cell: str, minor: int) -> None:
    read_as, findings = read("1,00", cell)
    assert read_as.columns == [[100, minor]]
    assert (read_as.mark, findings.problems) == (",", [])


@pytest.mark.parametrize(
    ("cells", "mark", "row"),
    [
        (("1,234", "5.25"), ".", 3),
        (("1,234", "5,25"), ",", 3),
        (("1.234", "1.234.567"), ",", 3),
        (("1.234", "1.234,5"), ",", 3),
        (("1,234", "1,234.5"), ".", 3),
        (("1234.567",), ".", 2),
        (("0,123",), ",", 2),
        (("1 234,567",), ",", 2),
    ],
)
def test_the_whole_column_decides_the_mark(cells: tuple[str, ...], mark: str, row: int) -> None:
    read_as, findings = read(*cells)
    assert read_as.mark == mark
    assert read_as.evidence is not None
    assert read_as.evidence.row == row
    assert findings.questions == []


def test_several_columns_share_one_mark() -> None:
    findings = Findings()
    columns = [Column("Amount", ["1.234"], [2]), Column("Paid", ["0,50"], [2])]
    read_as = read_amounts(columns, ["EUR"], None, findings)
    assert read_as.columns == [[123400], [50]]


def test_an_undecided_mark_is_asked_with_an_example() -> None:
    read_as, findings = read("12", "1.234", "5.678")
    assert [question.ask for question in findings.questions] == [Ask.DECIMAL_MARK]
    assert findings.questions[0].facts == {"row": 3, "column": "Amount", "value": "1.234"}
    assert read_as.columns == [[1200, None, None]]


@pytest.mark.parametrize(("told", "minor"), [(".", None), (",", 123400)])
def test_the_mark_told_decides(told: str, minor: int | None) -> None:
    read_as, findings = read("1.234", told=told)
    assert findings.questions == []
    assert read_as.columns == [[minor]]  # with a point it has a decimal too many


def test_whole_amounts_need_no_mark() -> None:
    read_as, findings = read("12", "1 234")
    assert read_as.columns == [[1200, 123400]]
    assert (read_as.mark, findings.questions, findings.problems) == (None, [], [])


def test_the_minority_contradicts_and_is_listed() -> None:
    _, findings = read("1,50", "2,50", "3.50", "4,50")
    found = findings.problems
    assert [(problem.reason, problem.row) for problem in found] == [(Reason.AMOUNT_MARK_MIXED, 4)]
    assert found[0].facts == {"mark": ",", "row": 2, "decided_by": "1,50"}


def test_rows_are_counted_not_different_amounts() -> None:
    read_as, findings = read("1.50", "2.50", "3,50", "3,50", "3,50")
    assert read_as.mark == ","
    assert [problem.row for problem in findings.problems] == [2, 3]


@pytest.mark.parametrize(
    ("currency", "cell", "minor"),
    [("JPY", "1500", 1500), ("KWD", "1.5", 1500), ("KWD", "0.125", 125), ("EUR", "1.005", None)],
)
def test_decimals_are_the_currencys(currency: str, cell: str, minor: int | None) -> None:
    read_as, _ = read(cell, currency=currency, told=".")
    assert read_as.columns == [[minor]]


def test_each_row_is_read_in_its_own_currency() -> None:
    findings = Findings()
    cells = ["1500", "1500", "1.5", "1.5", "1500"]
    column = Column("Amount", cells, range(2, 7))
    read_as = read_amounts([column], ["JPY", "GBP", "GBP", "JPY", None], None, findings)
    assert read_as.columns == [[1500, 150000, 150, None, None]]
    assert [(p.reason, p.row) for p in findings.problems] == [(Reason.AMOUNT_TOO_PRECISE, 5)]


@pytest.mark.parametrize(
    ("cell", "fits"),
    [
        ("10000000000000.00", True),
        ("-10000000000000.00", True),
        ("10000000000000.01", False),
        ("10000000000000", True),
        ("10000000000001", False),
    ],
)
def test_the_largest_amount(cell: str, fits: bool) -> None:
    read_as, findings = read("1.00", cell)
    assert (read_as.columns[0][1] is not None) is fits
    assert [p.reason for p in findings.problems] == ([] if fits else [Reason.AMOUNT_TOO_LARGE])


@given(
    minors=st.lists(st.integers(-LIMIT, LIMIT), min_size=1, max_size=8),
    group=st.sampled_from(["", ",", ".", "'", "’", *SPACES.values()]),
    mark=st.sampled_from(".,"),
    negative=st.sampled_from(["-{}", "−{}", "({})", "{}-", "{} CR", "-€{}"]),
)
def test_what_is_written_is_read(minors: list[int], group: str, mark: str, negative: str) -> None:
    group = "" if group == mark else group
    cells = []
    for minor in minors:
        whole, part = divmod(abs(minor), 100)
        text = f"{whole:,}".replace(",", group) + f"{mark}{part:02}"
        cells.append(negative.format(text) if minor < 0 else text)
    read_as, findings = read(*cells)
    assert read_as.columns == [minors]
    assert (read_as.mark, findings.problems) == (mark, [])


@given(cells=st.lists(st.text("0123456789.,'-()€ EURCD=+eN_", max_size=12), max_size=5))
def test_every_cell_is_read_or_told_of(cells: list[str]) -> None:
    read_as, findings = read(*(cell.strip() for cell in cells))
    told = {problem.row for problem in findings.problems}
    for row, (cell, minor) in enumerate(zip(cells, read_as.columns[0], strict=True), 2):
        if minor is None and cell.strip() and not findings.questions:
            assert row in told
        if minor is not None:
            assert row not in told
