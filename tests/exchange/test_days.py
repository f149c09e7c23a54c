"""Dates of a file: one order for all columns, decided by evidence or asked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.importing import Ask, DateOrder, Evidence, Reason
from creditmate.exchange.cells import Column
from creditmate.exchange.days import YEARS, Days, read_days
from creditmate.exchange.findings import Findings

A_DAY = date(2024, 3, 5)
STYLES = {
    DateOrder.YMD: ("{0:%Y-%m-%d}", "{0:%Y/%m/%d}", "{0:%Y%m%d}", "{0.year}-{0.month}-{0.day}"),
    DateOrder.DMY: ("{0:%d/%m/%Y}", "{0:%d.%m.%Y}", "{0.day}-{0.month}-{0.year}"),
    DateOrder.MDY: ("{0:%m/%d/%Y}", "{0.month}/{0.day}/{0.year}"),
}


def read(*columns: tuple[str, ...], told: DateOrder | None = None) -> tuple[Days, Findings]:
    """Read columns named A, B, … whose first row is 2."""
    findings = Findings()
    named = [
        Column(chr(ord("A") + place), cells, range(2, len(cells) + 2))
        for place, cells in enumerate(columns)
    ]
    return read_days(named, told, findings), findings


@pytest.mark.parametrize(
    "cell",
    [
        "2024-03-05",
        "2024/03/05",
        "2024.3.5",
        "20240305",
        "2024-03-05 00:00:00",
        "2024-03-05T00:00:00.000",
        "5 Mar 2024",
        "05-Mar-2024",
        "5 March 2024",
        "5 MAR 2024",
        "Mar 5, 2024",
        "March 5 2024",
        "05/03/2024",
        "5.3.2024",
        "5-3-2024",
        "05/03/2024 00:00",
    ],
)
def test_styles(cell: str) -> None:
    days, findings = read((cell,), told=DateOrder.DMY)
    assert days.columns == [[A_DAY]]
    assert findings.problems == []


@pytest.mark.parametrize(("name", "month"), [("Sept", 9), ("sep", 9), ("December", 12), ("May", 5)])
def test_months_in_english(name: str, month: int) -> None:
    days, _ = read((f"1 {name} 2024",))
    assert days.columns == [[date(2024, month, 1)]]


@pytest.mark.parametrize(
    ("columns", "order", "evidence"),
    [
        ((("3/4/2013", "1/26/2013"),), DateOrder.MDY, Evidence(3, "A", "1/26/2013")),
        ((("3/4/2013", "26/1/2013"),), DateOrder.DMY, Evidence(3, "A", "26/1/2013")),
        ((("3/4/2013",), ("4/30/2013",)), DateOrder.MDY, Evidence(2, "B", "4/30/2013")),
        ((("2013-04-03",),), DateOrder.YMD, Evidence(2, "A", "2013-04-03")),
        ((("3 Apr 2013",),), None, None),
        ((("5/5/2013",),), None, None),
        (((),), None, None),
    ],
)
def test_all_dates_together_decide(
    columns: tuple[tuple[str, ...], ...], order: DateOrder | None, evidence: Evidence | None
) -> None:
    days, findings = read(*columns)
    assert (days.order, days.evidence) == (order, evidence)
    assert (findings.problems, findings.questions) == ([], [])


def test_the_same_date_either_way_is_read_without_asking() -> None:
    days, findings = read(("5/5/2013", "", "6/6/2013"))
    assert days.columns == [[date(2013, 5, 5), None, date(2013, 6, 6)]]
    assert findings.questions == []


def test_undecided_is_asked_once_with_both_readings() -> None:
    days, findings = read(("5/5/2013", "3/4/2013"), ("5/6/2013", "7/8/2013"))
    assert days.order is None
    assert days.columns == [[date(2013, 5, 5), None], [None, None]]
    assert [question.ask for question in findings.questions] == [Ask.DATE_ORDER]
    assert findings.questions[0].facts == {
        "row": 3,
        "column": "A",
        "value": "3/4/2013",
        "dmy": date(2013, 4, 3),
        "mdy": date(2013, 3, 4),
    }


def test_the_order_told_is_not_asked() -> None:
    days, findings = read(("3/4/2013",), told=DateOrder.MDY)
    assert (days.order, days.evidence) == (DateOrder.MDY, None)
    assert days.columns == [[date(2013, 3, 4)]]
    assert findings.questions == []


def test_the_minority_contradicts() -> None:
    days, findings = read(("13/4/2013", "4/13/2013", "14/4/2013"))
    assert days.order is DateOrder.DMY
    assert [(p.reason, p.row) for p in findings.problems] == [(Reason.DATE_ORDER_CONTRADICTED, 3)]
    assert findings.problems[0].facts == {"order": "dmy", "row": 2, "decided_by": "13/4/2013"}


def test_rows_are_counted_not_different_dates() -> None:
    days, findings = read(("13/4/2013", "14/4/2013", "4/13/2013", "4/13/2013", "4/13/2013"))
    assert days.order is DateOrder.MDY
    assert [problem.row for problem in findings.problems] == [2, 3]


def test_iso_dates_do_not_mind_the_order_told() -> None:
    days, findings = read(("2024-03-05",), told=DateOrder.MDY)
    assert days.columns == [[A_DAY]]
    assert findings.problems == []


def test_columns_may_differ_in_style_but_no_column_in_itself() -> None:
    _, findings = read(("2024-03-05",), ("13/03/2024",))
    assert findings.problems == []
    _, findings = read(("2024-03-05", "2024-03-06", "13/03/2024"))
    assert [(p.reason, p.row) for p in findings.problems] == [(Reason.DATE_STYLE_MIXED, 4)]
    assert findings.problems[0].facts == {"usual": "2024-03-05"}


@pytest.mark.parametrize("cell", ["13/13/2013", "0/5/2013", "45/5/2013", "31/4/2013"])
def test_no_such_day_is_no_evidence(cell: str) -> None:
    days, findings = read((cell, "20/5/2013"))
    assert days.order is DateOrder.DMY
    assert [(p.reason, p.row) for p in findings.problems] == [(Reason.DATE_IMPOSSIBLE, 2)]


@pytest.mark.parametrize(
    ("year", "fits"), [(1969, False), (1970, True), (2100, True), (2101, False)]
)
def test_years(year: int, fits: bool) -> None:
    days, findings = read((f"{year}-01-01",))
    assert days.columns == [[date(year, 1, 1) if fits else None]]
    assert [p.reason for p in findings.problems] == ([] if fits else [Reason.DATE_OUT_OF_RANGE])


@given(
    written=st.lists(
        st.dates(date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)), min_size=1, max_size=12
    ),
    order=st.sampled_from(list(DateOrder)),
    style=st.integers(0, 3),
)
def test_never_read_in_another_order(written: list[date], order: DateOrder, style: int) -> None:
    styles = STYLES[order]
    cells = tuple(styles[style % len(styles)].format(day) for day in written)
    days, findings = read(cells)
    assert findings.problems == []
    for day, seen in zip(written, days.columns[0], strict=True):
        assert seen == day or (seen is None and findings.questions)
    told, findings = read(cells, told=order)
    assert told.columns == [written]
    assert (findings.problems, findings.questions) == ([], [])
