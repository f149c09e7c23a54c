"""The first minutes with the program, by keyboard."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from creditmate.bootstrap import build
from creditmate.i18n.pseudo import PSEUDO
from creditmate.services.program import Program
from creditmate.services.unlocking import is_protected, unlock
from creditmate.system.computer import config_file, data_folder
from creditmate.system.preferences import Preferences, preferences, remember_preferences
from creditmate.ui.app import Seat, make_application
from creditmate.ui.kit.radio_card import RadioCard
from creditmate.ui.screens.importing import ImportScreen
from creditmate.ui.screens.welcome import Welcome
from creditmate.ui.screens.welcome_cards import Beginning
from creditmate.ui.theme.theme import Appearance, Theme
from tests.services.protecting import PASSWORD
from tests.ui.window.conftest import TODAY, Office, make_office
from tests.ui.window.protecting import leave, sheet_dialog

UP, DOWN, TAB = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab
ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


@pytest.fixture
def newcomer(empty_office: Office) -> Office:
    """Somebody who has just started the program for the first time."""
    empty_office.window.open_ledger(None)
    return empty_office


def welcome(office: Office) -> Welcome:
    assert office.window.opening.is_welcome
    return office.window.opening.welcome


def focus(office: Office) -> object:
    return office.window.focusWidget()


def fits(part: QWidget) -> bool:
    """Whether it is as high as it has to be."""
    return part.minimumSizeHint().height() <= part.height()


def opened(office: Office) -> None:
    """Wait until a ledger is open and its first place has asked all it asks."""
    office.until(lambda: office.window.screen_shown is not None)
    for _turn in range(3):  # an answer may lead to another question
        office.around.program.ask(lambda: None)
        office.qtbot.wait(50)


def choose_in_dialog(office: Office, path: Path) -> None:
    """What the system's dialog tells when somebody has chosen a file in it."""
    office.until(lambda: office.window.findChildren(QFileDialog))
    dialog = office.window.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.close()


# ------------------------------------------------------------------ choosing
def test_up_and_down_choose_and_the_words_of_the_button_follow(newcomer: Office) -> None:
    beginnings = welcome(newcomer).beginnings
    assert (beginnings.key, beginnings.go.text()) == (Beginning.SAMPLE, "Open the sample")
    newcomer.press(DOWN)
    assert (beginnings.key, beginnings.go.text()) == (Beginning.BRING_IN, "Choose a file")
    newcomer.press(DOWN)
    assert (beginnings.key, beginnings.go.text()) == (Beginning.NEW, "Name the ledger")
    newcomer.press(DOWN)
    assert beginnings.cards[Beginning.SAMPLE].isChecked()
    newcomer.press(UP)
    assert beginnings.cards[Beginning.NEW].isChecked()
    assert focus(newcomer) is beginnings.go


def test_the_cards_themselves_are_chosen_with_arrows_and_entered(newcomer: Office) -> None:
    beginnings = welcome(newcomer).beginnings
    beginnings.cards[Beginning.SAMPLE].setFocus()
    newcomer.press(DOWN, times=2)
    assert focus(newcomer) is beginnings.cards[Beginning.NEW]
    assert beginnings.key is Beginning.NEW
    newcomer.press(ENTER)
    assert focus(newcomer) is welcome(newcomer).new.name.input


# ------------------------------------------------------------------ the sample
def test_enter_makes_the_sample_and_opens_it(newcomer: Office) -> None:
    newcomer.press(ENTER)
    assert "sample" in newcomer.window.opening.said
    opened(newcomer)
    assert newcomer.window.windowTitle() == "Rookmere Joinery Supplies"
    assert (data_folder() / "Sample.creditmate").exists()
    assert newcomer.window.sidebar.isVisible()


def test_a_sample_that_is_there_is_opened_as_it_is(newcomer: Office, ledger: Path) -> None:
    data_folder().mkdir(parents=True)
    made = ledger.rename(data_folder() / "Sample.creditmate")
    before = made.stat().st_ino
    newcomer.press(ENTER)
    opened(newcomer)
    assert made.stat().st_ino == before


def test_a_sample_that_cannot_be_made_says_why(newcomer: Office) -> None:
    data_folder().parent.mkdir(parents=True, exist_ok=True)
    data_folder().write_text("in the way")
    newcomer.press(ENTER)
    newcomer.until(lambda: newcomer.window.opening.is_welcome)
    assert str(data_folder()) in newcomer.window.opening.said
    assert focus(newcomer) is welcome(newcomer).beginnings.go


# ------------------------------------------------------------------ a new ledger
def name_it(office: Office, name: str) -> None:
    """Go to the form and type a name."""
    office.press(UP)
    office.press(ENTER)
    office.type(name)


def choose_password(office: Office) -> None:
    """Type a password twice, by keys, wherever one is in the form; the focus stays there."""
    before, form = office.window.focusWidget(), welcome(office).new
    for field in (form.password.first, form.password.again):
        field.setFocus()
        office.type(PASSWORD)
    assert before is not None
    before.setFocus()


def without(office: Office) -> None:
    """Tick that the ledger is to have no password; the focus stays where it is."""
    before = office.window.focusWidget()
    welcome(office).new.without.setFocus()
    office.press(SPACE)
    assert before is not None
    before.setFocus()


def test_a_ledger_is_named_made_and_opened(newcomer: Office) -> None:
    name_it(newcomer, "Larkspur & Sons")
    form = welcome(newcomer).new
    assert form.name.input.accessibleDescription() == "Larkspur & Sons.creditmate"
    newcomer.press(TAB)
    newcomer.type("ireland")
    assert form.country.input.currentData() == "IE"
    assert form.currency.input.currentData() == "EUR"
    form.name.input.setFocus()
    without(newcomer)
    newcomer.press(ENTER)
    opened(newcomer)
    assert newcomer.window.windowTitle() == "Larkspur & Sons"
    facts = newcomer.around.program.ask(newcomer.around.program.ledgers.facts)
    business = facts.business
    assert (business.country, business.currency, business.sample) == ("IE", "EUR", False)
    assert not facts.protected
    assert (data_folder() / "Larkspur & Sons.creditmate").exists()


def test_a_ledger_is_protected_unless_somebody_says_otherwise(newcomer: Office) -> None:
    name_it(newcomer, "Larkspur")
    form = welcome(newcomer).new
    newcomer.press(ENTER)
    assert focus(newcomer) is form.password.first.input
    said = form.password.first.input.accessibleDescription()
    assert said.startswith("A password cannot be empty.")
    newcomer.type("four word")
    assert form.password.first.input.accessibleDescription() == "Long enough"
    newcomer.press(ENTER)
    assert focus(newcomer) is form.password.again.input
    assert form.password.again.input.accessibleDescription().startswith("Type it once more")
    newcomer.type("four")
    newcomer.press(ENTER)
    assert "not the same" in form.password.again.input.accessibleDescription()
    newcomer.type(" word")
    assert form.password.again.input.accessibleDescription() == "The same"
    newcomer.press(ENTER)
    path = data_folder() / "Larkspur.creditmate"
    newcomer.until(lambda: newcomer.window.door.path == path)
    assert form.password.first.input.text() == form.password.again.input.text() == ""
    dialog = sheet_dialog(newcomer)  # offered at once, and no password is asked for again
    assert dialog.known is None
    dialog.reject()
    leave(newcomer)
    assert is_protected(path)
    assert unlock(path, "four word").fingerprint == path.read_bytes()[:16]


def test_a_ledger_needs_a_name(newcomer: Office) -> None:
    name_it(newcomer, " ")
    newcomer.press(ENTER)
    form = welcome(newcomer).new
    assert focus(newcomer) is form.name.input
    assert form.name.input.accessibleDescription().startswith("Whose ledger is it?")
    newcomer.type("Larkspur")
    assert form.name.input.accessibleDescription() == "Larkspur.creditmate"


def test_a_name_that_is_taken_is_said_under_the_name(newcomer: Office) -> None:
    data_folder().mkdir(parents=True)
    (data_folder() / "Larkspur.creditmate").write_text("somebody's")
    name_it(newcomer, "Larkspur")
    choose_password(newcomer)
    form = welcome(newcomer).new
    newcomer.press(ENTER)
    newcomer.until(lambda: "already" in form.name.input.accessibleDescription())
    assert focus(newcomer) is form.name.input
    assert (data_folder() / "Larkspur.creditmate").read_text() == "somebody's"


def test_a_folder_that_is_not_there_is_said_under_the_folder(
    newcomer: Office, tmp_path: Path
) -> None:
    name_it(newcomer, "Larkspur")
    form = welcome(newcomer).new
    form.folder.input.setFocus()
    form.folder.input.selectAll()
    newcomer.type(str(tmp_path / "nowhere"))
    choose_password(newcomer)
    newcomer.press(ENTER)
    newcomer.until(lambda: "nowhere" in form.folder.input.accessibleDescription())
    assert focus(newcomer) is form.folder.input
    newcomer.type("x")
    assert form.folder.input.accessibleDescription() == ""


def test_the_folder_is_chosen_in_the_systems_dialog(newcomer: Office, tmp_path: Path) -> None:
    name_it(newcomer, "Larkspur")
    form = welcome(newcomer).new
    form.elsewhere.setFocus()
    newcomer.press(SPACE)
    choose_in_dialog(newcomer, tmp_path)
    assert form.folder.input.text() == str(tmp_path)


def test_back_offers_the_three_ways_again(newcomer: Office) -> None:
    name_it(newcomer, "Larkspur")
    form = welcome(newcomer).new
    form.back.setFocus()
    newcomer.press(ENTER)
    assert focus(newcomer) is welcome(newcomer).beginnings.go
    assert not form.isVisible()


# ------------------------------------------------------------------ files
def test_bringing_in_makes_a_ledger_and_goes_on_with_the_file(
    newcomer: Office, tmp_path: Path
) -> None:
    file = tmp_path / "open.csv"
    file.write_text("Customer,Invoice number,Date,Due date,Amount\nAsh,1,2026-10-01,2026-11-01,5\n")
    newcomer.press(DOWN)
    newcomer.press(ENTER)
    choose_in_dialog(newcomer, file)
    newcomer.type("Larkspur")
    choose_password(newcomer)
    newcomer.press(ENTER)
    newcomer.until(lambda: isinstance(newcomer.window.screen_shown, ImportScreen))
    sheet_dialog(newcomer)
    screen = newcomer.window.screen_shown
    assert isinstance(screen, ImportScreen)
    newcomer.until(lambda: screen.flow.file is not None)
    assert screen.flow.path == file


def test_a_ledger_that_is_there_is_opened(newcomer: Office, ledger: Path) -> None:
    welcome(newcomer).beginnings.existing.setFocus()
    newcomer.press(ENTER)
    choose_in_dialog(newcomer, ledger)
    opened(newcomer)
    assert newcomer.window.windowTitle() == "Rookmere Joinery Supplies"


def drop(office: Office, path: Path) -> None:
    """Drag a file in and let it go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, buttons, keys)
    QApplication.sendEvent(office.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(office.window, QDropEvent(QPointF(9, 9), copy, data, buttons, keys))


def test_a_ledger_dropped_on_the_window_is_opened(newcomer: Office, ledger: Path) -> None:
    drop(newcomer, ledger)
    opened(newcomer)


def test_a_table_dropped_on_welcome_asks_for_a_ledgers_name(
    newcomer: Office, tmp_path: Path
) -> None:
    drop(newcomer, tmp_path / "open.csv")
    assert focus(newcomer) is welcome(newcomer).new.name.input


def test_words_dropped_on_the_window_are_left_alone(newcomer: Office) -> None:
    data = QMimeData()
    data.setText("some words")
    keys = Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys
    )
    event.ignore()
    QApplication.sendEvent(newcomer.window, event)
    assert not event.isAccepted()


# ------------------------------------------------------------------ why there is none
def test_a_missing_ledger_is_told_without_the_command_line(
    empty_office: Office, tmp_path: Path
) -> None:
    empty_office.window.open_ledger(tmp_path / "gone.creditmate")
    empty_office.until(lambda: empty_office.window.opening.is_welcome)
    said = empty_office.window.opening.said
    assert said.startswith("The ledger ")
    assert said.endswith("is not there any more")


# ------------------------------------------------------------------ looks and language
def test_colours_change_at_once_and_are_remembered(newcomer: Office) -> None:
    foot = welcome(newcomer).foot
    foot.change.setFocus()
    newcomer.press(ENTER)
    assert focus(newcomer) is foot.language
    foot.colours._buttons[1].setFocus()
    newcomer.press(Qt.Key.Key_Right)
    assert newcomer.around.theme.is_dark
    assert preferences().appearance == Appearance.DARK
    foot.done.setFocus()
    newcomer.press(ENTER)
    assert focus(newcomer) is foot.change


def test_done_without_another_choice_keeps_the_window(newcomer: Office) -> None:
    foot = welcome(newcomer).foot
    with newcomer.qtbot.assertNotEmitted(newcomer.window.speech_changed):
        foot.change.click()
        foot.done.click()
    assert preferences() == Preferences()


@pytest.fixture
def seat(qtbot: QtBot, theme: Theme) -> Iterator[Seat]:
    program: Program = build(TODAY)
    made = Seat(program, "en_GB", "en_GB")
    made.window.show()
    made.window.open_ledger(None)
    yield made
    made.window.hide()
    made.window.stop()
    made.window.deleteLater()


def test_another_way_of_writing_makes_the_window_anew(seat: Seat, qtbot: QtBot) -> None:
    first = seat.window
    first.resize(1300, 810)
    foot = first.opening.welcome.foot
    foot.change.setFocus()
    office = Office(qtbot, first, seat.around)
    office.press(ENTER)
    office.press(TAB)
    office.type("germany")
    foot.done.setFocus()
    office.press(ENTER)
    office.until(lambda: seat.window is not first)
    assert preferences().locale == "de_DE"
    assert seat.around.locale == "de_DE"
    assert seat.around.language == "en_GB"
    assert (seat.window.width(), seat.window.height()) == (1300, 810)
    assert seat.window.isVisible()
    assert not seat.window.opening.welcome.picture.findChildren(RadioCard)
    amounts = [text for text in _texts(seat.window.opening.welcome) if "1.164,00" in text]
    assert amounts


def _texts(page: Welcome) -> list[str]:
    return [label.text() for label in page.picture.findChildren(type(page.foot._appearance))]


def test_what_was_chosen_holds_at_the_next_start(qtbot: QtBot) -> None:
    remember_preferences(Preferences(locale="fr_FR", appearance="dark"))
    program = build(TODAY)
    seat = Seat(program, "en_GB", "en_GB")
    assert seat.around.locale == "fr_FR"
    assert seat.around.theme.is_dark
    seat.window.stop()
    seat.window.deleteLater()


def test_an_appearance_that_is_none_is_the_systems(qtbot: QtBot) -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text(json.dumps({"preferences": {"appearance": "gaudy"}}))
    program = build(TODAY)
    seat = Seat(program, "en_GB", "en_GB")
    assert seat.around.theme.appearance is Appearance.SYSTEM
    seat.window.stop()
    seat.window.deleteLater()


# ------------------------------------------------------------------ room
@pytest.mark.parametrize("language", ["en_GB", PSEUDO])
def test_nothing_is_cut_off_at_the_smallest_size(
    language: str, qtbot: QtBot, program: Program, theme: Theme
) -> None:
    office = make_office(qtbot, program, theme, language)
    try:
        office.window.resize(1024, 700)
        office.window.open_ledger(None)
        page = welcome(office)
        page.foot.change.click()
        for form in (False, True):
            if form:
                page.name_ledger(None)
            half = page.beginnings.parentWidget()
            assert half is not None
            office.until(partial(fits, half))
            assert not page.picture.isVisible()
            seen = page.new if form else page.beginnings
            assert seen.minimumSizeHint().width() <= seen.width()
    finally:
        make_application("en_GB", "en_GB")
        office.around.jobs.stop()


def test_a_wide_window_has_a_picture(newcomer: Office) -> None:
    newcomer.window.resize(1280, 800)
    newcomer.until(welcome(newcomer).picture.isVisible)
