"""A customer's page, by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from creditmate.domain.changes import Touched
from creditmate.domain.outcomes import Outcome
from creditmate.domain.story import Talk, Topic
from creditmate.i18n.pseudo import PSEUDO
from creditmate.services.calls import CallNote
from creditmate.services.program import Program
from creditmate.services.statement_run import StatementRun
from creditmate.ui.app import make_application
from creditmate.ui.customer.story_model import MORE
from creditmate.ui.customer.tabs_area import (
    ACCOUNT,
    DETAILS,
    DOCUMENTS,
    PEOPLE,
    PROMISES,
    STORY,
    TERMS,
)
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.chips import Chip
from creditmate.ui.kit.phrase import Phrase
from creditmate.ui.kit.stair import AgeingStair
from creditmate.ui.papers.history_dialog import HistoryDialog
from creditmate.ui.people.person_card import PersonCard
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.customers import CustomersScreen
from creditmate.ui.theme.theme import Theme
from creditmate.ui.wishes import GoBack, OpenCustomer, OpenStatements, StartCall
from tests.builders import a_customer, a_gateway, an_invoice
from tests.ui.window.conftest import TODAY, Office, make_office

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
BRACKENFORD = "BRAC01"


def opened(office: Office, code: str = BRACKENFORD) -> CustomerScreen:
    """Open a customer's page and wait until everything of it is there."""
    office.window.fulfil(OpenCustomer(code))
    screen = office.window.screen_shown
    assert isinstance(screen, CustomerScreen)
    office.until(lambda: screen.area.tabs.count() and screen.area.story.model.listing)
    office.until(lambda: screen.area.story.model.listing is not None)
    return screen


def titles(screen: CustomerScreen) -> list[str]:
    model = screen.area.story.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def wishes(screen: CustomerScreen | CustomersScreen) -> list[object]:
    """Collect where a screen wants to go, instead of going there."""
    found: list[object] = []
    screen.wanted.disconnect()
    screen.wanted.connect(found.append)
    return found


class Outside(QObject):
    """Whatever the system would have opened."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.asked.append(url)


@pytest.fixture
def outside() -> Iterator[Outside]:
    found = Outside()
    for scheme in ("tel", "mailto", "file"):
        # the stub says bytes, but the binding takes a name
        QDesktopServices.setUrlHandler(scheme, found, "open")  # type: ignore[arg-type]
    yield found
    for scheme in ("tel", "mailto", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


def test_enter_in_the_list_opens_the_page_and_alt_left_goes_back(office: Office) -> None:
    office.press(Qt.Key.Key_Down)
    office.press(Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, CustomerScreen))
    screen = office.window.screen_shown
    assert isinstance(screen, CustomerScreen)
    office.until(screen.area.story.model.rowCount)
    assert screen.code == BRACKENFORD
    assert office.window.focusWidget() is screen.area.story.view
    office.press(Qt.Key.Key_Left, ALT)
    assert isinstance(office.window.screen_shown, CustomersScreen)
    assert office.customers.table.currentIndex().row() == 1


def test_the_page_says_who_how_much_and_what_happened(office: Office) -> None:
    screen = opened(office)
    assert screen.head.tag.accessibleName() == "Under query"
    labels = [tab.strip() for tab in _tab_names(screen)]
    assert labels == [
        "Story", "Account 6", "Promises 10", "Contacts 2", "Terms", "Documents", "Details",
    ]  # fmt: skip
    assert titles(screen)[:4] == [
        "Promise not kept",
        "Our promise kept",
        "Call with Daniel Marsh, 3 min",
        "Query raised: 2064",
    ]
    model = screen.area.story.model
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).replace("\u00a0", " ") == (
        "Thu 19 Nov. Promise not kept."
        " £4,212.60 was promised by Tue 17 Nov. By Thu 19 Nov nothing had come."
    )
    (stair,) = screen.band.findChildren(AgeingStair)
    assert stair.accessibleName().startswith("Not due 2,412.00; 1–30 3,144.00")


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("BRAC01", "Limit: £12,000.00, used £9,098.40"),
        ("CALD01", "Invoices: need an order number"),
        ("FELL01", "Group: branch of Kestrel Bay Leisure Ltd"),
    ],
)
def test_the_band_says_limit_order_number_and_head_office(
    office: Office, code: str, known: str
) -> None:
    screen = opened(office, code)
    office.until(lambda: screen.band.findChildren(Phrase))
    names = [phrase.accessibleName() for phrase in screen.band.findChildren(Phrase)]
    assert any(name.startswith(known) for name in names), names


def _tab_names(screen: CustomerScreen) -> list[str]:
    tabs = screen.area.tabs
    return [tabs.accessibleTabName(place) for place in range(tabs.count())]


def test_ctrl_tab_goes_round_and_the_focus_follows(office: Office) -> None:
    screen = opened(office)
    for key in (ACCOUNT, PROMISES, PEOPLE, TERMS, DOCUMENTS, DETAILS, STORY):
        office.press(Qt.Key.Key_Tab, CTRL)
        assert screen.area.tabs.key == key
    assert office.window.focusWidget() is screen.area.story.view
    office.press(Qt.Key.Key_Tab, CTRL | SHIFT)
    assert screen.area.tabs.key == DETAILS


def test_a_slash_searches_and_c_is_a_letter_there(office: Office) -> None:
    screen = opened(office)
    found = wishes(screen)
    office.press(Qt.Key.Key_Tab, CTRL)
    office.press(Qt.Key.Key_Slash)
    assert screen.area.tabs.key == STORY
    office.type("pallets came")
    office.until(lambda: len(titles(screen)) == 1)
    assert titles(screen) == ["Call with Daniel Marsh, 3 min"]
    assert not found
    office.press(Qt.Key.Key_Down)
    assert office.window.focusWidget() is screen.area.story.view
    office.press(Qt.Key.Key_C, CTRL)
    assert "two pallets of 2064 came short" in QGuiApplication.clipboard().text()
    office.press(Qt.Key.Key_C)
    assert found == [StartCall(BRACKENFORD)]


def test_chips_narrow_and_an_empty_story_says_so(office: Office) -> None:
    screen = opened(office)
    story = screen.area.story
    story.chips.findChildren(type(story.chips._chips[0]))[4].setFocus()
    office.press(Qt.Key.Key_Space)
    office.until(lambda: titles(screen) == ["Query raised: 2064"])
    assert story.chips.key == Topic.DISPUTES
    office.press(Qt.Key.Key_Slash)
    office.type("larkspur")
    office.until(lambda: story.area.none is not None)
    assert story.area.none is not None
    assert story.area.none.accessibleName() == "Nothing matches ‘larkspur’ in Queries"
    story.area.none.action.setFocus()
    story.search.clear()
    office.until(lambda: titles(screen) == ["Query raised: 2064"])


def test_the_story_is_narrowed_to_a_way_of_being_in_touch_and_printed_by_keys(
    office: Office,
) -> None:
    """At the smallest size as well: the chip that is chosen is always seen."""
    office.window.resize(1024, 700)
    screen = opened(office)
    story = screen.area.story
    office.type("7")
    model = story.model
    office.until(lambda: model.listing is not None and model.listing.wanted.channel == "call")
    assert model.rowCount()
    events = [model.event_at(place) for place in range(model.rowCount())]
    assert {event.channel for event in events if isinstance(event, Talk)} == {"call"}
    assert all(isinstance(event, Talk) for event in events)
    chip = next(one for one in story.chips.findChildren(Chip) if one.isChecked())
    assert (chip.says.label, chip.isVisible()) == ("Calls", True)
    office.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    office.until(QApplication.activeModalWidget)
    paper = QApplication.activeModalWidget()
    assert isinstance(paper, HistoryDialog)
    assert paper._story.channel == "call"
    paper.reject()
    office.type("1")
    office.until(lambda: model.listing is not None and not model.listing.wanted.channel)
    assert story.chips.key == Topic.EVERYTHING


def test_a_long_story_comes_in_pages_as_it_is_read(office: Office) -> None:
    screen = opened(office)
    model = screen.area.story.model
    assert model.listing is not None
    everything, first = len(model.listing.keys), model.rowCount()
    assert first < everything
    office.press(Qt.Key.Key_End)
    office.until(lambda: model.rowCount() == first + MORE)
    while model.rowCount() < everything:
        before = model.rowCount()
        office.press(Qt.Key.Key_End)
        office.until(lambda: model.rowCount() > before)  # noqa: B023 - waited for here
    assert not model.canFetchMore(model.index(-1, -1))


def test_who_reads_stays_where_they_are_when_something_is_written(office: Office) -> None:
    screen = opened(office)
    office.press(Qt.Key.Key_Down, times=4)
    view = screen.area.story.view
    key = screen.area.story.model.event_at(view.currentIndex().row()).key
    note = CallNote("Daniel Marsh", Outcome.CALL_BACK, "Rings on Friday", TODAY)
    program = office.around.program
    program.ask(lambda: program.calls.record(BRACKENFORD, note))
    office.around.jobs.touched.emit(Touched.CONTACTS_MADE)
    office.until(lambda: titles(screen)[0] == "Call with Daniel Marsh")
    place = view.currentIndex().row()
    assert (place, screen.area.story.model.event_at(place).key) == (5, key)


def test_the_account_has_open_items_with_their_state_and_everything(office: Office) -> None:
    screen = opened(office)
    office.press(Qt.Key.Key_Tab, CTRL)
    account = screen.area.account
    office.until(lambda: account.model.rowCount() == 6)
    first = [account.model.index(0, column).data() for column in range(7)]
    assert [str(text).replace("\u00a0", " ") for text in first] == [
        "Invoice 2064", "Tue 4 Aug", "Thu 3 Sep", "81 days late", "1,212.00", "1,212.00",
        "£412.00 under query",
    ]  # fmt: skip
    assert account.model.index(5, 6).data() == "not matched yet"
    account.chips._chips[1].setFocus()
    office.press(Qt.Key.Key_Space)
    office.until(lambda: account.model.rowCount() > 100)
    office.until(lambda: account.model.index(20, 6).data() == "settled")


def test_promises_of_both_sides_stand_in_words(office: Office) -> None:
    screen = opened(office)
    office.press(Qt.Key.Key_Tab, CTRL, times=2)
    model = screen.area.promises.model
    found = [(model.index(r, 1).data(), model.index(r, 4).data()) for r in range(3)]
    assert found == [("Theirs", "date passed"), ("Ours", "done"), ("Theirs", "kept")]


def test_people_are_rung_and_written_to_by_the_system(office: Office, outside: Outside) -> None:
    screen = opened(office)
    office.press(Qt.Key.Key_Tab, CTRL, times=3)
    office.until(lambda: len(screen.area.people.findChildren(PersonCard)) == 2)
    cards = screen.area.people.findChildren(PersonCard)
    links = [link for card in cards for link in card.findChildren(Button)]
    said = [link.accessibleName() for link in links]
    assert said == [
        "Dial 01632 960012",
        "Write to helen@brackenford.example",
        "Edit Helen Sowerby",
        "Confirm Helen Sowerby",
        "Put Helen Sowerby away",
        "Dial 020 7946 0011",
        "Write to daniel@brackenford.example",
        "Edit Daniel Marsh",
        "Confirm Daniel Marsh",
        "Put Daniel Marsh away",
    ]
    for link in links[:2]:
        link.setFocus()
        office.press(Qt.Key.Key_Return)
    screen.head.write.setFocus()
    office.press(Qt.Key.Key_Space)
    assert [url.toString() for url in outside.asked] == [
        "tel:+441632960012",
        "mailto:helen@brackenford.example",
        "mailto:daniel@brackenford.example",
    ]


def issue_statement(program: Program) -> bytes:
    run = StatementRun(program.statements, program.ask)
    (issued,) = run.run(TODAY, [BRACKENFORD], lambda _issued: None).issued
    return issued.pdf


def test_a_paper_opens_exactly_as_it_was_issued(office: Office, outside: Outside) -> None:
    pdf = issue_statement(office.around.program)
    screen = opened(office)
    assert "Documents 1" in _tab_names(screen)
    screen.area.tabs.choose(DOCUMENTS)
    screen.area.begin()
    office.press(Qt.Key.Key_Return)
    office.until(lambda: outside.asked)
    path = Path(outside.asked[0].toLocalFile())
    assert path.read_bytes() == pdf
    assert path.suffix == ".pdf"
    office.window.close_ledger()
    office.until(lambda: not path.parent.exists())


def test_actions_say_where_to_go(office: Office) -> None:
    screen = opened(office)
    found = wishes(screen)
    screen.head.statement.setFocus()
    office.press(Qt.Key.Key_Space)
    screen.head.call.setFocus()
    office.press(Qt.Key.Key_Return)
    screen.head.back.setFocus()
    office.press(Qt.Key.Key_Space)
    assert found == [OpenStatements((BRACKENFORD,)), StartCall(BRACKENFORD), GoBack()]


def test_another_page_begins_with_the_story_and_forgets_what_was_narrowed(office: Office) -> None:
    screen = opened(office)
    office.press(Qt.Key.Key_Slash)
    office.type("larkspur")
    office.until(lambda: screen.area.story.area.none is not None)
    screen.area.tabs.choose(PROMISES)
    opened(office, "EAST01")
    office.until(lambda: screen.area.story.model.rowCount() > 10)
    assert (screen.area.tabs.key, screen.area.story.search.text()) == (STORY, "")


def test_two_currencies_stand_on_lines_of_their_own(office: Office) -> None:
    screen = opened(office, euros_too(office))
    account = screen.area.account
    screen.area.tabs.choose(ACCOUNT)
    office.until(account.model.rowCount)
    cells = [str(account.model.index(r, 5).data()) for r in range(account.model.rowCount())]
    assert sorted(cells) == ["50.00", "€99.00"]
    stairs = [stair.accessibleName() for stair in screen.band.findChildren(AgeingStair)]
    assert [stair.partition(";")[0] for stair in stairs] == ["Not due €99.00", "Not due £50.00"]


def euros_too(office: Office) -> str:
    """A new customer who owes in two currencies."""

    def write() -> None:
        with a_gateway().write("test") as writing:
            customer = a_customer(writing, "TWO")
            an_invoice(writing, customer, "T-1", TODAY, 5_000)
            an_invoice(writing, customer, "T-2", TODAY, 9_900, currency="EUR")

    office.around.program.ask(write)
    return "TWO"


def test_a_customer_with_nothing_yet_says_so(office: Office) -> None:
    def write() -> None:
        with a_gateway().write("test") as writing:
            a_customer(writing, "NEW")

    office.around.program.ask(write)
    screen = opened(office, "NEW")
    office.until(lambda: screen.area.story.area.none is not None)
    none = screen.area.story.area.none
    assert none is not None
    assert none.accessibleName() == "The story begins here"
    assert _tab_names(screen) == [
        "Story", "Account 0", "Contacts", "Terms", "Documents", "Details",
    ]  # fmt: skip
    assert not screen.head.statement.isEnabled()
    assert screen.head.statement.toolTip() == "Nothing is open."
    assert screen.head.write.toolTip() == "No e-mail address is known."


@pytest.fixture
def pseudo_office(qtbot: QtBot, program: Program, theme: Theme, ledger: Path) -> Iterator[Office]:
    """A window in longer words, read leftwards, at its smallest."""
    office = make_office(qtbot, program, theme, PSEUDO)
    office.window.resize(1024, 700)
    office.open(ledger)
    yield office
    office.window.stop()
    make_application("en_GB", "en_GB")  # the direction is the application's


def test_nothing_is_cut_at_the_smallest_size(pseudo_office: Office) -> None:
    screen = opened(pseudo_office)

    def seen() -> list[Button]:
        return [button for button in screen.findChildren(Button) if button.isVisible()]

    pseudo_office.until(lambda: len(seen()) > 4)  # what a layout adds is shown a turn later
    for button in seen():
        assert button.width() >= button.minimumSizeHint().width(), button.text()
        left = button.mapTo(screen, QPoint(0, 0)).x()
        assert 0 <= left <= screen.width() - button.width(), button.text()


# ------------------------------------------------------------------ from the list
def test_c_calls_from_the_list_and_a_slash_looks_for_names(office: Office) -> None:
    found = wishes(office.customers)
    row = office.customers.model.row_at(0)
    assert row is not None
    office.press(Qt.Key.Key_C)
    assert found == [StartCall(row.code)]
    office.window.go_to("customers")
    office.press(Qt.Key.Key_Slash)
    office.type("caw")
    office.until(lambda: office.names() == ["Cawder Marine Fitters Ltd"])


def test_the_menu_of_the_list_offers_what_the_keys_do(office: Office) -> None:
    found = wishes(office.customers)
    office.press(Qt.Key.Key_Down, SHIFT)
    rows = [office.customers.model.row_at(place) for place in range(2)]
    codes = tuple(row.code for row in rows if row)
    menu = a_menu(office)
    said = [(a.text().split("\t")[0], a.isEnabled()) for a in menu.actions() if a.text()]
    assert said == [
        ("Open", False),
        ("Call", False),
        ("Statement", True),
        ("Edit…", False),
        ("Save a blank credit application…", True),
        ("Read a credit application…", True),
        ("Copy", True),
    ]
    menu.actions()[2].trigger()
    assert found == [OpenStatements(codes)]
    menu.close()


def a_menu(office: Office) -> QMenu:
    """Press the Menu key and wait for what opens."""
    office.window.go_to("customers")
    table = office.customers.table
    table.menu_asked.emit(table.mapToGlobal(QPoint(40, 40)))

    def menus() -> list[QMenu]:
        return [menu for menu in office.customers.findChildren(QMenu) if menu.isVisible()]

    office.until(menus)
    return menus()[0]
