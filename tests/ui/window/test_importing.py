"""Bringing in invoices, by keyboard, from the file to Today."""

import csv
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from creditmate.i18n.bidi import plain
from creditmate.i18n.pseudo import PSEUDO
from creditmate.services.ledgers import NewBusiness
from creditmate.ui.app import make_application
from creditmate.ui.jobs import Job
from creditmate.ui.kit.empty_state import EmptyState
from creditmate.ui.screens.import_answers import Slot
from creditmate.ui.screens.importing import ImportScreen, Step
from creditmate.ui.wishes import BringIn
from tests.ui.window.conftest import Office, make_office

HISTORY = Path(__file__).parents[4] / "shared" / "data" / "ar-history.csv"
HEAD = "Account ref,Invoice no,Invoice date,Due date,Amount"
GOOD = ("0379,1,31/10/2026,30/11/2026,100.00", "0380,2,01/10/2026,05/11/2026,50.50")
NO_DAY = "0381,3,31/11/2026,30/12/2026,25.00"
ENTER, SPACE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab


@pytest.fixture
def books(empty_office: Office, tmp_path: Path) -> Office:
    """A user at the window of an empty ledger in pounds."""
    path = tmp_path / "Books.creditmate"
    program = empty_office.around.program
    business = NewBusiness("Larkspur", "GB", "GBP", "en_GB", "Europe/London")
    program.ask(lambda: program.ledgers.create(path, business))
    empty_office.window.open_ledger(path)
    empty_office.until(lambda: empty_office.window.screen_shown is not None)
    return empty_office


def fits(part: QWidget) -> bool:
    """Whether it is as wide as it has to be."""
    return part.minimumSizeHint().width() <= part.width()


@pytest.fixture(autouse=True)
def _settled(books: Office) -> Iterator[None]:
    """Nothing is asked any more when the program is stopped."""
    yield
    for _turn in range(3):
        books.around.program.ask(lambda: None)
        books.qtbot.wait(50)


def write(tmp_path: Path, *rows: str, head: str = HEAD) -> Path:
    path = tmp_path / "open-items.csv"
    path.write_text("\n".join((head, *rows)))
    return path


def screen(office: Office) -> ImportScreen:
    shown = office.window.screen_shown
    assert isinstance(shown, ImportScreen)
    return shown


def brought(office: Office, path: Path | None) -> ImportScreen:
    """Come to the place with a file, and wait until it is read."""
    office.window.fulfil(BringIn(path))
    if path is not None:
        office.until(lambda: screen(office).flow.file is not None)
    return screen(office)


def says(place: ImportScreen, slot: Slot) -> str:
    return plain(place.check.grid.fields[slot].input.accessibleDescription())


def answered(office: Office, place: ImportScreen) -> None:
    """Wait until the file was read with the answer just given."""
    office.until(lambda: not place.flow.is_reading)


def at(office: Office, step: Step) -> None:
    office.until(lambda: screen(office).step is step)


# ------------------------------------------------------------------ the whole way
def test_a_file_comes_in_with_keys_only(books: Office, tmp_path: Path) -> None:
    place = brought(books, write(tmp_path, *GOOD))
    assert place.step is Step.CHECK
    assert books.window.focusWidget() is place.check.grid.fields[Slot.CURRENCY].input
    assert says(place, Slot.CURRENCY).startswith("The file names none.")
    assert says(place, Slot.CUSTOMER) == "2 codes, zeros kept"
    assert says(place, Slot.NUMBER) == "2 different"
    assert says(place, Slot.DAY) == "1\xa0Oct\xa02026 to 31\xa0Oct\xa02026"
    assert says(place, Slot.AMOUNT) == ""
    assert says(place, Slot.DATE_ORDER) == "31/10/2026 in row 2 decides it"
    books.type("GBP")
    books.until(lambda: place.foot.go.text() == "See the dry run")
    assert says(place, Slot.AMOUNT) == "£100.00 in row 2"
    place.foot.go.setFocus()
    books.press(ENTER)
    at(books, Step.DRY_RUN)
    assert books.window.focusWidget() is place.foot.go
    assert place.foot.go.text() == "Bring in 2 invoices"
    assert place.preview.notice is not None
    assert "Nothing has been brought in yet" in place.preview.notice.accessibleName()
    books.press(ENTER)
    at(books, Step.DONE)
    assert place.ends.state is not None
    assert place.ends.state.accessibleName() == "2 invoices are in, with 2 new customers"
    assert books.window.focusWidget() is place.ends.state.action
    books.press(ENTER)
    books.until(lambda: books.window.screens.key == "today")


def test_the_status_line_follows_the_cash_that_came_in(books: Office, tmp_path: Path) -> None:
    assert books.window.status.posted.accessibleName() == "No cash posted so far"
    row = "0379,1,31/10/2026,30/11/2026,100.00,GBP,20/11/2026"
    brought(books, write(tmp_path, row, head=f"{HEAD},Currency,Date paid"))
    at(books, Step.CHECK)
    books.press(ENTER)
    at(books, Step.DRY_RUN)
    books.press(ENTER)
    at(books, Step.DONE)
    said = "Cash posted up to Fri 20 Nov"
    books.until(lambda: books.window.status.posted.accessibleName().replace("\xa0", " ") == said)


def test_the_same_file_again_has_nothing_to_bring_in(books: Office, tmp_path: Path) -> None:
    path = write(tmp_path, *(f"{row},GBP" for row in GOOD), head=f"{HEAD},Currency")
    for run in range(2):
        place = brought(books, path)
        at(books, Step.CHECK)
        assert books.window.focusWidget() is place.foot.go
        books.press(ENTER)
        at(books, Step.DRY_RUN)
        if run == 0:
            books.press(ENTER)
            at(books, Step.DONE)
            books.window.fulfil(BringIn(None))
            assert place.step is Step.CHOOSE
    assert not place.foot.go.isEnabled()
    assert place.foot.go.accessibleDescription() == "There is nothing to bring in."


# ------------------------------------------------------------------ answers
def test_another_column_is_read_at_once(books: Office, tmp_path: Path) -> None:
    rows = [f"{row},2026-12-24" for row in GOOD]
    place = brought(books, write(tmp_path, *rows, head=f"{HEAD},Pay by"))
    due = place.check.grid.fields[Slot.DUE_DAY].input
    due.setFocus()
    books.type("Pay by")
    books.until(lambda: says(place, Slot.DUE_DAY) == "24\xa0Dec\xa02026")
    file = place.flow.file
    assert file is not None
    assert "Due date" in file.table.ignored


def test_due_days_are_chosen_where_the_file_has_none(books: Office, tmp_path: Path) -> None:
    rows = ["A,1,2026-10-01,5.00,EUR"]
    head = "Customer,Invoice no,Date,Amount,Currency"
    place = brought(books, write(tmp_path, *rows, head=head))
    assert books.window.focusWidget() is place.check.grid.fields[Slot.DUE_DAY].input
    assert says(place, Slot.DUE_DAY).startswith("The file names none.")
    books.type("30 days")
    books.until(lambda: says(place, Slot.DUE_DAY) == "31\xa0Oct\xa02026")
    assert place.foot.go.isEnabled()


def test_the_order_of_dates_is_asked_and_told(books: Office, tmp_path: Path) -> None:
    row = "A,1,01/02/2026,03/04/2026,5.00,EUR"
    place = brought(books, write(tmp_path, row, head=f"{HEAD},Currency"))
    assert "1\xa0February\xa02026 or 2\xa0January\xa02026" in says(place, Slot.DATE_ORDER)
    books.type("Month")
    books.until(lambda: says(place, Slot.DAY) == "2\xa0Jan\xa02026")


def test_the_decimal_mark_is_asked_and_told(books: Office, tmp_path: Path) -> None:
    row = "A,1,2026-10-31,2026-11-30,1.234,EUR"
    place = brought(books, write(tmp_path, row, head=f"{HEAD},Currency"))
    assert "1.234" in says(place, Slot.DECIMAL_MARK)
    books.type("Comma")
    books.until(lambda: says(place, Slot.AMOUNT) == "€1,234.00 in row 2")


def test_letters_that_are_not_utf_8_are_asked(books: Office, tmp_path: Path) -> None:
    path = tmp_path / "letters.csv"
    path.write_bytes(f"{HEAD},Currency\nCafé,1,2026-10-31,2026-11-30,5.00,EUR".encode("cp1252"))
    place = brought(books, path)
    assert "Café" in says(place, Slot.ENCODING)
    books.type("W")
    books.until(lambda: place.foot.go.text() == "See the dry run")


def test_what_stands_between_the_cells_is_asked(books: Office, tmp_path: Path) -> None:
    head = HEAD.replace(",", "~;~").replace("~", " ")
    path = tmp_path / "odd.csv"
    path.write_text("a,b;c\nd,e;f\n")
    place = brought(books, path)
    assert list(place.check.grid.fields) == [Slot.DELIMITER]
    path.write_text("\n".join((head, GOOD[0].replace(",", ";"))))
    books.type("Semi")
    books.until(lambda: Slot.CUSTOMER in place.check.grid.fields)


def test_more_columns_are_offered(books: Office, tmp_path: Path) -> None:
    place = brought(books, write(tmp_path, *GOOD))
    assert Slot.STATUS not in place.check.grid.fields
    place.check.more.setFocus()
    books.press(ENTER)
    assert {Slot.STATUS, Slot.KIND, Slot.OPEN} < set(place.check.grid.fields)
    assert books.window.focusWidget() is place.check.grid.fields[Slot.NAME].input
    books.type("Due")  # the name is in another column now, which no longer is the due date
    books.until(lambda: says(place, Slot.DUE_DAY).startswith("The file names none."))


# ------------------------------------------------------------------ what is wrong
def test_rows_that_cannot_be_read_are_listed_and_left_out(books: Office, tmp_path: Path) -> None:
    place = brought(books, write(tmp_path, *GOOD, NO_DAY))
    books.type("GBP")
    books.until(lambda: says(place, Slot.CURRENCY) == "GBP in all rows")
    assert [problem.row for problem in place.check.problems] == [4]
    cells = [place.check.table.model().index(0, column).data() for column in range(4)]
    assert cells == ["4", "Invoice date", "31/11/2026", "There is no such day."]
    assert place.check.notice is not None
    assert place.check.notice.accessibleName().endswith("Nothing has been brought in.")
    assert place.foot.go.text() == "Check again"
    place.foot.leave_out.setFocus()
    books.press(SPACE)
    books.until(lambda: place.foot.go.text() == "See the dry run")
    assert place.check.notice.accessibleName().startswith("1 row is left out")
    place.foot.go.setFocus()
    books.press(ENTER)
    at(books, Step.DRY_RUN)
    books.press(ENTER)
    at(books, Step.DONE)
    assert place.ends.state is not None
    assert "1 row is left out" in place.ends.state.accessibleDescription()


def test_a_file_mended_meanwhile_is_checked_again(books: Office, tmp_path: Path) -> None:
    head = f"{HEAD},Currency"
    path = write(tmp_path, f"{NO_DAY},GBP", head=head)
    place = brought(books, path)
    write(tmp_path, f"{GOOD[0]},GBP", head=head)
    place.foot.go.setFocus()
    books.press(ENTER)
    books.until(lambda: place.foot.go.text() == "See the dry run")
    assert books.window.focusWidget() is place.foot.go
    assert not place.foot.leave_out.isVisible()


def test_the_list_of_rows_is_saved(books: Office, tmp_path: Path) -> None:
    place = brought(books, write(tmp_path, *GOOD, NO_DAY))
    place.check.save.setFocus()
    books.press(ENTER)
    books.until(lambda: place.findChildren(QFileDialog))
    dialog = place.findChildren(QFileDialog)[-1]
    path = tmp_path / "list.csv"
    with books.qtbot.waitSignal(place.told) as told:
        dialog.fileSelected.emit(str(path))
        dialog.close()
    assert told.args == ["Saved as list.csv"]
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["Row", "Column", "Found", "Expected"],
            ["4", "Invoice date", "31/11/2026", "There is no such day."],
        ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7", "This is a PDF document: export the table as CSV."),
        (b"", "The file is empty."),
        (None, "There is no file at "),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_the_reason(
    content: bytes | None, reason: str, books: Office, tmp_path: Path
) -> None:
    path = tmp_path / "file.csv"
    if content is not None:
        path.write_bytes(content)
    books.window.fulfil(BringIn(path))
    place = screen(books)
    asked = place.ends.state
    books.until(lambda: place.ends.state is not asked)
    assert place.step is Step.CHOOSE
    assert place.ends.state is not None
    assert place.ends.state.accessibleName().startswith(reason)
    assert books.window.focusWidget() is place.ends.state.action


def test_what_the_ledger_has_otherwise_is_shown_and_refused(books: Office, tmp_path: Path) -> None:
    head = f"{HEAD},Currency"
    for amount, step in (("100.00", Step.DONE), ("90.00", Step.DRY_RUN)):
        row = GOOD[0].replace("100.00", amount)
        place = brought(books, write(tmp_path, f"{row},GBP", head=head))
        at(books, Step.CHECK)
        books.press(ENTER)
        at(books, Step.DRY_RUN)
        if step is Step.DONE:
            books.press(ENTER)
            at(books, Step.DONE)
    assert not place.foot.go.isEnabled()
    assert place.preview.notice is not None
    assert place.preview.notice.accessibleName().startswith("The ledger has 1 thing otherwise.")
    model = place.preview._different.table.model()
    assert [model.index(0, column).data() for column in range(5)] == [
        "2", "1", "amount", "£100.00", "£90.00",
    ]  # fmt: skip
    place.preview.source.setFocus()
    place.preview.source.selectAll()
    books.type("shop")
    books.press(ENTER)
    books.until(place.foot.go.isEnabled)
    assert place.foot.go.text() == "Bring in 1 invoice"


def test_everything_counts_the_rows_of_data(books: Office, tmp_path: Path) -> None:
    said: list[str] = []

    def note() -> None:
        text = books.window.status.progress._text.text()
        if "open-items.csv" in text:  # a backup may be made beside it
            said.append(text)

    def listen(job: Job) -> None:
        job.progressed.connect(note)

    books.around.jobs.began.connect(listen)
    rows = [f"A{number:03},{number},01/10/2026,31/10/2026,5.00,GBP" for number in range(1, 401)]
    place = brought(books, write(tmp_path, *rows, " , ,,,,", head=f"{HEAD},Currency"))
    answered(books, place)
    assert place.head._file.accessibleName() == "open-items.csv, 400 rows"
    books.press(ENTER)
    at(books, Step.DRY_RUN)
    assert place.foot.go.text() == "Bring in 400 invoices"
    books.press(ENTER)
    at(books, Step.DONE)
    assert place.ends.state is not None
    assert place.ends.state.accessibleName().startswith("400 invoices are in")
    books.around.jobs.began.disconnect(listen)
    books.until(lambda: not books.around.jobs.busy)
    counted = [text for text in said if " of " in text]
    assert counted[-1] == "Bringing in open-items.csv: 400 of 400"
    assert {text.rsplit(" of ", 1)[1] for text in counted} == {"400"}
    assert "Reading open-items.csv" in said


# ------------------------------------------------------------------ cancelling
def test_cancelled_nothing_stays(books: Office, tmp_path: Path) -> None:
    place = brought(books, write(tmp_path, f"{GOOD[0]},GBP", head=f"{HEAD},Currency"))
    books.press(ENTER)
    at(books, Step.DRY_RUN)
    program, may_go_on = books.around.program, Event()
    program.later(lambda: may_go_on.wait(10))  # the import waits for its turn
    books.press(ENTER)
    assert books.window.focusWidget() is place.foot.cancel
    assert not place.foot.go.isEnabled()
    with books.qtbot.waitSignal(place.told) as told:
        books.press(ENTER)
        may_go_on.set()
    assert told.args == ["Cancelled. Nothing has been brought in."]
    books.until(place.foot.go.isEnabled)
    assert program.ask(program.importing.usual_source) == ""


def test_cancel_before_it_runs_lets_go_of_the_file(books: Office, tmp_path: Path) -> None:
    place = brought(books, write(tmp_path, *GOOD))
    place.foot.cancel.setFocus()
    books.press(ENTER)
    assert (place.step, place.flow.file) == (Step.CHOOSE, None)


def test_back_goes_one_step_back_and_then_whence_one_came(books: Office, tmp_path: Path) -> None:
    books.window.go_to("customers")
    place = brought(books, write(tmp_path, f"{GOOD[0]},GBP", head=f"{HEAD},Currency"))
    books.press(ENTER)
    at(books, Step.DRY_RUN)
    place.head.backed.emit()
    assert place.step is Step.CHECK
    place.head.backed.emit()
    assert books.window.screens.key == "customers"


@pytest.mark.parametrize("place", ["today", "customers"])
def test_a_place_without_customers_leads_here(place: str, books: Office) -> None:
    books.window.go_to(place)
    shown = books.window.screen_shown
    assert shown is not None
    books.until(lambda: shown.findChildren(EmptyState))
    empty = shown.findChildren(EmptyState)[-1]
    assert empty.action.text() == "Bring in invoices…"
    empty.action.setFocus()
    books.press(ENTER)
    at(books, Step.CHOOSE)


def test_a_file_is_chosen_in_the_systems_dialog(books: Office, tmp_path: Path) -> None:
    place = brought(books, None)
    assert place.ends.state is not None
    assert books.window.focusWidget() is place.ends.state.action
    books.press(ENTER)
    books.until(lambda: place.findChildren(QFileDialog))
    dialog = place.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(write(tmp_path, *GOOD)))
    dialog.close()
    at(books, Step.CHECK)


# ------------------------------------------------------------------ the published history
@pytest.mark.skipif(not HISTORY.exists(), reason="the published sample lies beside the project")
def test_the_published_history_comes_in_with_keys_only(books: Office, tmp_path: Path) -> None:
    rows = HISTORY.read_text().splitlines()
    path = tmp_path / "ar-history.csv"
    path.write_text("\n".join(rows[:301]))
    place = brought(books, path)
    assert books.window.focusWidget() is place.check.grid.fields[Slot.CURRENCY].input
    books.type("USD")
    books.until(lambda: place.foot.go.text() == "See the dry run")
    place.foot.go.setFocus()
    books.press(ENTER)
    at(books, Step.DRY_RUN)
    books.press(ENTER)
    at(books, Step.DONE)
    assert place.ends.state is not None
    assert place.ends.state.accessibleName().startswith("300 invoices are in, with ")


# ------------------------------------------------------------------ room
@pytest.mark.parametrize("language", ["en_GB", PSEUDO])
def test_no_word_is_cut_off_at_the_smallest_size(
    language: str, books: Office, tmp_path: Path
) -> None:
    around, qtbot = books.around, books.qtbot
    office = make_office(qtbot, around.program, around.theme, language)
    try:
        office.window.resize(1024, 700)
        office.window.open_ledger(books.window.door.path)
        office.until(lambda: office.window.screen_shown is not None)
        place = brought(office, write(tmp_path, *GOOD, NO_DAY))
        place.check.more.click()
        foot, page = place.foot, place.check
        for part in (foot, page):
            office.until(partial(fits, part))
        assert page.table.isVisible()
        assert page.table.height() >= page.table.minimumHeight()
    finally:
        make_application("en_GB", "en_GB")
        office.around.jobs.stop()
