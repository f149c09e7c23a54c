"""Statements by keyboard: choosing, looking at them, saving, binding, printing, having again."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from creditmate.db.connection import execute
from creditmate.documents.papers import DrawnPaper, StatementPaper
from creditmate.domain.errors import Problem, UserError
from creditmate.services.ledgers import NewBusiness
from creditmate.services.statement_drafts import Draft
from creditmate.services.statements import Statements
from creditmate.ui.kit.button import Button
from creditmate.ui.screens.statements import StatementsScreen
from creditmate.ui.screens.statements_state import Show
from creditmate.ui.theme.tokens import SIZES
from creditmate.ui.wishes import OpenStatements
from tests.ui.window.conftest import Office

CTRL = Qt.KeyboardModifier.ControlModifier
ISSUED_HERE = (
    "SELECT count(*) FROM paper WHERE kind = 'statement'"
    " AND id > (SELECT max(paper_id) FROM visit_event)"
)
"""Statements issued at this window: that of the sample went out with an agenda."""
LEFT_OUT = [
    "Wexcombe Festival CIC",
    "Underhay Farm Shop",
    "Fellside Holiday Lodges Ltd",
    "Whinfell Stairs Ltd",
    "Garth & Pell Carpentry",
    "Arden Foyle Film Sets Ltd",
]


def screen_of(office: Office) -> StatementsScreen:
    screen = office.window.screen_shown
    assert isinstance(screen, StatementsScreen)
    return screen


@pytest.fixture
def screen(office: Office) -> StatementsScreen:
    """The place, with everybody listed."""
    office.window.go_to("statements")
    screen = screen_of(office)
    office.until(screen.list.model.rowCount)
    screen.begin()
    return screen


def listed(screen: StatementsScreen) -> list[str]:
    """What the first column says, titles of groups as well."""
    model = screen.list.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def ticks(screen: StatementsScreen) -> int:
    model = screen.list.model
    return sum(bool(model.ticked_at(row)) for row in range(model.rowCount()))


def rows(office: Office, statement: str) -> list[tuple[object, ...]]:
    """What the ledger holds."""
    return office.around.program.ask(lambda: execute(statement).fetchall())


def give_path(office: Office, path: Path) -> None:
    """Paste a path into the dialog, which would complete it while it is typed, and accept."""
    office.until(lambda: office.window.findChildren(QFileDialog))
    (dialog,) = office.window.findChildren(QFileDialog)
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit is not None
    edit.setText(str(path))
    office.until(lambda: dialog.selectedFiles() == [str(path)])
    with office.qtbot.waitSignal(dialog.fileSelected):
        dialog.accept()


def run_to_its_end(office: Office, screen: StatementsScreen) -> str:
    """Wait for the run and return what is told of it."""
    office.until(lambda: not screen.outlet.runs.busy)
    notice = screen.outcome.notice
    told = office.window.telling.toast._text.text()
    return told if notice is None else notice.accessibleName()


def save_again(office: Office, screen: StatementsScreen) -> None:
    """Save once the last dialog is gone, by the button."""
    office.until(lambda: not office.window.findChildren(QFileDialog))
    screen.foot.save.setFocus()
    office.press(Qt.Key.Key_Space)


def keep_only(office: Office, screen: StatementsScreen, count: int) -> None:
    """Leave only the first few of those to send ticked."""
    office.press(Qt.Key.Key_A, CTRL)
    office.press(Qt.Key.Key_A, CTRL)
    screen.list.table.go_to(screen.list.model.ids.index(-2) + 1)
    for _ in range(count):
        office.press(Qt.Key.Key_Space)
        office.press(Qt.Key.Key_Down)


def test_it_begins_with_who_is_left_out_and_why(screen: StatementsScreen) -> None:
    names = listed(screen)
    assert names[0] == "Left out, with the reason"
    assert names[1:7] == LEFT_OUT
    assert names[7:10] == ["To send", "Calder Reach Homes Ltd", "Cawder Marine Fitters Ltd"]
    why = [screen.list.model.index(row, 3).data() for row in range(1, 7)]
    assert why == [
        "Promised by 27\u00a0Nov",
        "In credit, 103.94",
        "On the head office's",
        "In credit, 823.20",
        "A friend",
        "In credit, 2,500.00",
    ]
    assert [chip.says.count for chip in screen.list.chips._chips] == ["59", "53", "6", "2"]
    assert ticks(screen) == 53
    assert screen.foot.sum.text() == "54 statements, £155,022.26, €20,168.45, US$5,592.10"
    assert screen.foot.rest.accessibleName() == "54 by e-mail; 6 left out"
    assert screen.foot.print.text() == "Print all 54"


def test_space_ticks_and_titles_of_groups_are_passed_over(
    office: Office, screen: StatementsScreen
) -> None:
    table = screen.list.table
    assert table.currentIndex().row() == 1
    office.press(Qt.Key.Key_Up)
    assert table.currentIndex().row() == 1
    office.press(Qt.Key.Key_Space)
    assert ticks(screen) == 54
    assert screen.list.model.index(1, 3).data() == "E-mail"
    office.press(Qt.Key.Key_Down, times=6)
    assert listed(screen)[table.currentIndex().row()] == "Calder Reach Homes Ltd"
    office.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    office.press(Qt.Key.Key_Space)
    assert ticks(screen) == 52
    assert screen.foot.print.text() == "Print all 53"


def test_ctrl_a_ticks_everybody_then_nobody(office: Office, screen: StatementsScreen) -> None:
    office.press(Qt.Key.Key_A, CTRL)
    assert ticks(screen) == 59
    office.press(Qt.Key.Key_A, CTRL)
    assert ticks(screen) == 0
    assert not screen.foot.print.isEnabled()
    assert screen.foot.print.toolTip() == "Tick somebody first"
    assert screen.foot.sum.text() == "0 statements"


def test_a_press_on_a_box_ticks_it_and_leaves_one_where_one_is(
    office: Office, screen: StatementsScreen
) -> None:
    table = screen.list.table
    place = table.visualRect(screen.list.model.index(9, 0))
    at = table.box_header.box(place).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert screen.list.model.ticked_at(9) is False
    assert table.currentIndex().row() == 1
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert screen.list.model.ticked_at(9) is True
    header = table.box_header
    box = QPoint(at.x(), header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert ticks(screen) == 59


def test_typing_narrows_the_list_and_says_when_nothing_matches(
    office: Office, screen: StatementsScreen
) -> None:
    office.type("oak")
    assert listed(screen) == ["To send", "Oakhanger Doors Ltd", "Ashlar & Oak Builders Ltd"]
    office.type("zz")
    assert screen.list.none is not None
    assert screen.list.none.accessibleName() == "Nothing matches ‘oakzz’ in With a balance"
    office.press(Qt.Key.Key_Escape)
    office.press(Qt.Key.Key_Down)
    assert office.window.focusWidget() is screen.list.table
    assert len(listed(screen)) == 61


def test_chips_and_titles_narrow_and_order(office: Office, screen: StatementsScreen) -> None:
    chips = screen.list.chips
    chips._chips[0].setFocus()
    office.press(Qt.Key.Key_Left)
    office.press(Qt.Key.Key_Space)
    assert chips.key == "none"
    assert len(listed(screen)) == 2
    assert screen.list.model.ticked_at(0) is None
    assert screen.list.table.box_header._state is None
    header = screen.list.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(0) + 80, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert listed(screen) == sorted(listed(screen))


def test_titles_leave_no_low_rows_behind(office: Office, screen: StatementsScreen) -> None:
    table = screen.list.table
    titles = [row for row in range(8) if screen.list.model.title_at(row) is not None]
    assert len(titles) == 2
    screen.list.narrow_to(Show.TO_SEND)
    assert [table.rowHeight(row) for row in titles] == [SIZES.table_row] * 2


def test_another_day_is_understood_as_typed(office: Office, screen: StatementsScreen) -> None:
    day = screen.head.day
    day.setFocus(Qt.FocusReason.TabFocusReason)
    office.type("31/10")
    assert screen.head._below.isVisible()
    assert screen.head._below._text.text() == "Sat\u00a031\u00a0Oct\u00a02026"
    office.press(Qt.Key.Key_Return)
    assert day.text() == "Sat\u00a031\u00a0Oct\u00a02026"
    office.until(lambda: screen.state.book is not None and screen.state.book.as_at.month == 10)
    assert not screen.head._below.isVisible()
    assert screen.foot.sum.text() != "54 statements, £155,022.26, €20,168.45, US$5,592.10"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("xx", "As at: “xx” is not a date. Expected one such as 23 Nov 2026."),
        ("24/11/26", "As at: 24 Nov 2026 has not come yet; today is 23 Nov 2026."),
    ],
)
def test_what_is_no_day_is_kept_and_explained(
    office: Office, screen: StatementsScreen, typed: str, said: str
) -> None:
    day = screen.head.day
    day.setFocus(Qt.FocusReason.TabFocusReason)
    office.type(typed)
    office.press(Qt.Key.Key_Return)
    assert day.text() == typed
    assert screen.head._below._text.text().replace("\u00a0", " ") == said
    office.press(Qt.Key.Key_Escape)
    assert day.day == date(2026, 11, 23)
    assert not screen.head._below.isVisible()


def test_a_day_on_which_nobody_owed_anything(office: Office, screen: StatementsScreen) -> None:
    screen.head.day.setFocus(Qt.FocusReason.TabFocusReason)
    office.type("1/1/1990")
    office.press(Qt.Key.Key_Return)
    office.until(lambda: screen.list.none is not None)
    assert screen.list.none is not None
    assert screen.list.none.accessibleName() == "Nobody has a balance on this date"
    assert not screen.foot.print.isEnabled()


def test_the_preview_follows_and_issues_nothing(office: Office, screen: StatementsScreen) -> None:
    view = screen.preview.view
    screen.list.table.go_to(8)
    office.until(lambda: view.is_drawn)
    office.until(lambda: screen.preview.place.text() == "1 of 53")
    view.setFocus()
    office.press(Qt.Key.Key_PageDown)
    assert screen.preview.place.text() == "2 of 53"
    office.until(lambda: "Cawder" in view.accessibleName())
    office.until(lambda: view.is_drawn)
    office.press(Qt.Key.Key_PageUp)
    assert screen.preview.place.text() == "1 of 53"
    office.press(Qt.Key.Key_PageUp)
    assert screen.preview.place.text() == "1 of 53"
    assert not screen.preview.before.isEnabled()
    office.type("+")
    assert view.verticalScrollBar().maximum() > 0
    office.type("0")
    assert view.verticalScrollBar().maximum() == 0
    assert rows(office, ISSUED_HERE) == [(0,)]


def test_saving_writes_a_file_for_each_and_says_so(
    office: Office, screen: StatementsScreen, tmp_path: Path
) -> None:
    folder = tmp_path / "Letters"
    folder.mkdir()
    keep_only(office, screen, 2)
    screen.list.table.go_to(1)
    office.press(Qt.Key.Key_Space)
    office.press(Qt.Key.Key_S, CTRL)
    give_path(office, folder)
    assert run_to_its_end(office, screen) == "3 statements saved in Letters."
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "S-2611-002-CALD01.pdf",
        "S-2611-003-CAWD01.pdf",
        "S-2611-004-WEXC01.pdf",
    ]
    kept = rows(office, "SELECT state, why FROM run_item WHERE state <> 'skipped' ORDER BY id")
    assert kept[1:] == [("issued", ""), ("issued", ""), ("issued", "promised")]
    skipped = rows(
        office,
        "SELECT why, count(*) FROM run_item WHERE state = 'skipped' GROUP BY why ORDER BY why",
    )
    assert skipped == [("at_head_office", 1), ("friend", 1), ("in_credit", 3), ("unticked", 51)]
    # the list says so, and the preview shows what was issued
    office.until(lambda: screen.state.rows([screen.list.model.ids[8]])[0].issued)
    cells = screen.list.model.cells_at(8)
    assert cells[0].said.endswith("issued before as S-2611-002")
    assert cells[3].text == "S-2611-002 · E-mail"


def test_the_same_run_again_delivers_what_was_issued(
    office: Office, screen: StatementsScreen, tmp_path: Path
) -> None:
    keep_only(office, screen, 2)
    office.press(Qt.Key.Key_S, CTRL)
    give_path(office, tmp_path)
    run_to_its_end(office, screen)
    save_again(office, screen)
    give_path(office, tmp_path)
    told = run_to_its_end(office, screen)
    assert told.endswith("2 had been issued before and are the same again.")
    assert rows(office, ISSUED_HERE) == [(2,)]


def test_a_run_that_was_cancelled_goes_on_where_it_ended(
    office: Office, screen: StatementsScreen, tmp_path: Path
) -> None:
    issued = tmp_path / "S-2611-002-ALDE01.pdf"
    office.press(Qt.Key.Key_S, CTRL)
    give_path(office, tmp_path)
    office.until(lambda: len(list(tmp_path.glob("S-*.pdf"))) > 2)
    assert screen.foot.print.toolTip() == "A run is under way"
    office.window.status.progress._cancel.click()
    told = run_to_its_end(office, screen)
    assert told.startswith("Stopped after ")
    ((count,),) = rows(office, ISSUED_HERE)
    assert isinstance(count, int)
    assert 3 <= count < 54
    bytes_before = issued.read_bytes()
    save_again(office, screen)
    give_path(office, tmp_path)
    assert f"{count} had been issued before" in run_to_its_end(office, screen)
    assert rows(office, ISSUED_HERE) == [(54,)]
    assert issued.read_bytes() == bytes_before


def test_a_file_that_cannot_be_written_does_not_stop_the_others(
    office: Office, screen: StatementsScreen, tmp_path: Path
) -> None:
    (tmp_path / "S-2611-003-CALD01.pdf").mkdir()
    (tmp_path / "S-2611-003-CALD01.pdf" / "in the way").touch()
    keep_only(office, screen, 3)
    office.press(Qt.Key.Key_S, CTRL)
    give_path(office, tmp_path)
    run_to_its_end(office, screen)
    assert office.window.telling.toast._text.text().startswith("2 statements saved")
    notice = screen.outcome.notice
    assert notice is not None
    assert notice.accessibleName().startswith("1 statement could not be saved.")
    assert "S-2611-003-CALD01.pdf cannot be written" in notice.accessibleDescription()
    assert ("failed", "folder-unwritable") in rows(office, "SELECT state, why FROM run_item")


def test_a_run_that_a_full_disk_ends_says_what_is_issued(
    office: Office,
    screen: StatementsScreen,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep_only(office, screen, 3)
    issue = Statements.issue

    def issue_two(
        self: Statements, draft: Draft, paper: StatementPaper, drawn: DrawnPaper
    ) -> int | None:
        if len(list(tmp_path.glob("S-*.pdf"))) > 1:
            raise UserError(Problem.DISK_FULL, path=tmp_path)
        return issue(self, draft, paper, drawn)

    monkeypatch.setattr(Statements, "issue", issue_two)
    office.press(Qt.Key.Key_S, CTRL)
    give_path(office, tmp_path)
    office.until(lambda: screen.outcome.notice is not None)
    assert screen.outcome.notice is not None
    assert screen.outcome.notice.accessibleName().startswith(
        "Stopped after 2 statements. They keep"
    )
    assert "is full: this was not saved." in screen.outcome.notice.accessibleDescription()
    assert rows(office, ISSUED_HERE) == [(2,)]


def test_one_file_has_them_all(office: Office, screen: StatementsScreen, tmp_path: Path) -> None:
    keep_only(office, screen, 3)
    screen.foot.bind.setFocus()
    office.press(Qt.Key.Key_Space)
    give_path(office, tmp_path / "November.pdf")
    assert run_to_its_end(office, screen) == "3 statements in November.pdf."
    bound = PdfReader(tmp_path / "November.pdf", strict=True)
    assert [mark.title for mark in bound.outline if isinstance(mark, Destination)] == [
        "Birkett & Lowe Shopfitters Ltd, S-2611-002",
        "Calder Reach Homes Ltd, S-2611-003",
        "Cawder Marine Fitters Ltd, S-2611-004",
    ]
    assert "S-2611-002" in bound.pages[0].extract_text()


def test_printing_goes_through_the_systems_dialog(
    office: Office, screen: StatementsScreen, tmp_path: Path
) -> None:
    paper = tmp_path / "printed.pdf"
    keep_only(office, screen, 2)
    office.press(Qt.Key.Key_P, CTRL)
    office.until(lambda: office.window.findChildren(QPrintDialog))
    (dialog,) = office.window.findChildren(QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(paper))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    assert run_to_its_end(office, screen) == "2 statements sent to the printer."
    printed = PdfReader(io.BytesIO(paper.read_bytes()))
    assert len(printed.pages) == 2
    assert [round(float(side)) for side in printed.pages[0].mediabox[2:]] == [595, 842]


def test_only_those_that_were_wished_for(office: Office, screen: StatementsScreen) -> None:
    office.window.fulfil(OpenStatements(("WEXC01", "ASHL01")))
    office.until(lambda: ticks(screen) == 2)
    assert screen.foot.print.text() == "Print all 2"
    assert screen.foot.rest.accessibleName() == "2 by e-mail"
    assert screen.state.left_out() == {}
    assert screen.state.despite() == {"WEXC01": "promised"}
    screen.head.everybody.setFocus()
    office.press(Qt.Key.Key_Return)
    office.until(lambda: ticks(screen) == 53)


def test_what_was_sent_is_had_again_byte_for_byte(
    office: Office, screen: StatementsScreen, tmp_path: Path
) -> None:
    keep_only(office, screen, 2)
    office.press(Qt.Key.Key_S, CTRL)
    give_path(office, tmp_path)
    run_to_its_end(office, screen)
    screen.head.sent.setFocus()
    office.press(Qt.Key.Key_Return)
    office.until(lambda: screen.sent.model.rowCount() == 3)  # one is the sample's
    office.until(lambda: screen.foot.sum.text() == "S-2611-003  Cawder Marine Fitters Ltd")
    office.press(Qt.Key.Key_Down)
    assert screen.foot.sum.text() == "S-2611-002  Calder Reach Homes Ltd"
    office.until(lambda: screen.preview.view.is_drawn)
    again = tmp_path / "again.pdf"
    save_again(office, screen)
    give_path(office, again)
    run_to_its_end(office, screen)
    assert again.read_bytes() == (tmp_path / "S-2611-002-CALD01.pdf").read_bytes()
    assert rows(office, "SELECT state FROM run_item ORDER BY id DESC LIMIT 1") == [("reprinted",)]
    screen.begin()
    office.type("nobody")
    office.until(lambda: screen.sent.none is not None)
    screen.head.sent.setFocus()
    office.press(Qt.Key.Key_Return)
    office.until(lambda: not screen.shows_sent and screen.foot.print.text() == "Print all 2")


def test_with_nothing_sent_it_says_so(empty_office: Office, tmp_path: Path) -> None:
    office, path = empty_office, tmp_path / "Books.creditmate"
    business = NewBusiness("Larkspur", "GB", "GBP", "en_GB", "Europe/London")
    office.around.program.ask(lambda: office.around.program.ledgers.create(path, business))
    office.window.open_ledger(path)
    office.until(lambda: office.window.door.path == path)
    office.window.go_to("statements")
    office.until(lambda: isinstance(office.window.screen_shown, StatementsScreen))
    screen = screen_of(office)
    office.until(lambda: screen.list.none is not None)
    screen.head.sent.setFocus()
    office.press(Qt.Key.Key_Return)
    office.until(lambda: screen.sent.none is not None)
    assert screen.sent.none is not None
    assert screen.sent.none.accessibleName() == "No statement has been issued so far"
    assert screen.foot.print.toolTip() == "Nothing has been sent so far"


def test_a_day_without_balances_offers_another(office: Office, screen: StatementsScreen) -> None:
    screen.head.day.setFocus(Qt.FocusReason.TabFocusReason)
    office.type("1/1/1990")
    office.press(Qt.Key.Key_Return)
    office.until(lambda: screen.list.none is not None)
    screen.begin()
    none = screen.list.none
    assert none is not None
    assert office.window.focusWidget() is none.action
    assert none.action.text() == "Choose another date"
    office.press(Qt.Key.Key_Return)
    assert office.window.focusWidget() is screen.head.day


def test_an_empty_chip_leads_back_to_all(office: Office, screen: StatementsScreen) -> None:
    book = screen.state.book
    assert book is not None
    nobody_left_out = tuple(replace(one, reason=None) for one in book.candidates)
    screen.state.take(replace(book, candidates=nobody_left_out))
    screen.list.narrow_to(Show.LEFT_OUT)
    none = screen.list.none
    assert none is not None
    assert none.accessibleName() == "Nobody is left out"
    assert office.window.focusWidget() is none.action
    office.press(Qt.Key.Key_Return)
    assert screen.state.wanted.show is Show.BALANCE
    assert screen.list.chips.key == "balance"
    assert office.window.focusWidget() is screen.list.table


def test_without_customers_it_offers_to_bring_invoices_in(
    empty_office: Office, tmp_path: Path
) -> None:
    office, path = empty_office, tmp_path / "Larkspur.creditmate"
    business, program = (
        NewBusiness("Larkspur", "GB", "GBP", "en_GB", "Europe/London"),
        office.around.program,
    )
    program.ask(lambda: program.ledgers.create(path, business))
    office.window.open_ledger(path)
    office.until(lambda: office.window.screen_shown is not None)
    for place in ("customers", "statements"):
        office.window.go_to(place)
        office.until(lambda: isinstance(office.window.focusWidget(), Button))
        office.window.go_to("today")
        office.window.go_to(place)
        button = office.window.focusWidget()
        assert isinstance(button, Button)
        assert button.text() == "Bring in invoices…"
    office.press(Qt.Key.Key_Return)
    assert office.window.screens.key == "import"
