"""A million rows: a few pages are asked for, placeholders stand in, nobody waits."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.paged_model import Column, PagedModel
from creditmate.ui.kit.pages import ASKED, KEPT, PAGE
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.queries import Desk
from creditmate.ui.theme.theme import Theme

MILLION = range(1_000_000)


@dataclass(frozen=True)
class Line:
    id: int


class Source:
    """Stands for the service: remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[Sequence[int]] = []
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self, ids: Sequence[int]) -> list[Line]:
        self.gate.wait()
        self.asked.append(ids)
        return [Line(id_) for id_ in ids if id_ != 7]


COLUMNS: tuple[Column[Line], ...] = (
    Column("number", "Number", lambda row: Cell(str(row.id)), 200),
    Column("twice", "Twice", lambda row: Cell(str(2 * row.id)), 100, right=True),
)


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def model(desk: Desk, source: Source) -> PagedModel[Line]:
    failed = desk.failed.emit
    return PagedModel(COLUMNS, source, desk, failed, desk)


def test_it_is_a_model_by_qts_rules(
    qtbot: QtBot, qtmodeltester: ModelTester, model: PagedModel[Line]
) -> None:
    model.show_ids(range(300))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt's
    qtbot.waitUntil(lambda: model.index(0, 1).data() == "0")
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt's


def test_rows_come_later_and_are_asked_for_once(
    qtbot: QtBot, model: PagedModel[Line], source: Source
) -> None:
    model.show_ids(MILLION)
    assert model.index(999_999, 0).data() == ""
    assert model.is_coming(999_999)
    model.index(999_998, 0).data()
    qtbot.waitUntil(lambda: not model.is_coming(999_999))
    assert model.index(999_999, 1).data() == "1999998"
    assert [len(ids) for ids in source.asked] == [1_000_000 % PAGE]


def test_the_head_that_comes_along_needs_no_question(
    model: PagedModel[Line], source: Source
) -> None:
    model.show_ids(MILLION, [Line(id_) for id_ in MILLION[:PAGE]])
    assert model.index(PAGE - 1, 0).data() == str(PAGE - 1)
    assert source.asked == []


def test_a_row_that_is_gone_is_an_empty_line(qtbot: QtBot, model: PagedModel[Line]) -> None:
    model.show_ids(range(20))
    qtbot.waitUntil(lambda: model.index(6, 0).data() == "6")
    assert model.row_at(7) is None
    assert not model.is_coming(7)
    assert model.index(7, 0).data() == ""


def test_whoever_scrolls_on_waits_for_the_last_pages_only(
    qtbot: QtBot, model: PagedModel[Line], source: Source
) -> None:
    source.gate.clear()
    model.show_ids(MILLION)
    for page in range(200):
        model.row_at(page * PAGE)
    source.gate.set()
    qtbot.waitUntil(lambda: not model.is_coming(199 * PAGE))
    assert len(source.asked) <= ASKED + 1


def test_few_pages_are_kept(qtbot: QtBot, model: PagedModel[Line]) -> None:
    model.show_ids(MILLION)
    for row in range(0, (KEPT + 3) * PAGE, PAGE):
        model.row_at(row)
        qtbot.waitUntil(lambda: not model.is_coming(row))  # noqa: B023 - waited for here
    assert model.is_coming(0)


def test_placeholders_wait_for_the_impatient(
    qtbot: QtBot, model: PagedModel[Line], source: Source
) -> None:
    source.gate.clear()
    model.show_ids(MILLION)
    model.row_at(0)
    seen = [model.impatient]
    with qtbot.waitSignal(model.dataChanged):  # PATIENCE later
        pass
    seen.append(model.impatient)
    assert seen == [False, True]
    source.gate.set()
    qtbot.waitUntil(lambda: model.row_at(0) is not None)


def test_an_error_is_told_once_and_not_asked_again(qtbot: QtBot, desk: Desk) -> None:
    def fail(_ids: Sequence[int]) -> list[Line]:
        raise OSError("disk")

    told: list[Exception] = []
    model = PagedModel(COLUMNS, fail, desk, told.append, desk)
    model.show_ids(range(10))
    model.row_at(0)
    qtbot.waitUntil(lambda: bool(told))
    assert model.row_at(0) is None
    assert len(told) == 1


def test_a_list_that_was_replaced_gets_no_rows_of_the_old_one(
    qtbot: QtBot, model: PagedModel[Line], source: Source
) -> None:
    source.gate.clear()
    model.show_ids(range(10))
    model.row_at(0)
    model.show_ids(range(100, 110))
    model.row_at(0)
    source.gate.set()
    qtbot.waitUntil(lambda: model.index(0, 0).data() == "100")


def test_a_million_rows_are_seen_to_their_end(
    qtbot: QtBot, model: PagedModel[Line], theme: Theme
) -> None:
    table = PagedTable(model, theme, "Numbers")
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    table.show_list(MILLION, ())
    table.scrollToBottom()
    qtbot.waitUntil(lambda: model.index(999_999, 0).data() == "999999")
    table.selectAll()
    assert len(table.chosen_ids()) == 1_000_000
