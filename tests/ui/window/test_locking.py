"""The lock: nothing is seen, nothing is lost, and the password leads back to where one was."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from creditmate.db.business import ledger_uid
from creditmate.db.connection import current_key, is_open
from creditmate.domain.changes import Touched
from creditmate.domain.progress import Progress
from creditmate.services.found_backups import backups_of
from creditmate.services.people import People
from creditmate.system.preferences import remember_lock_after
from creditmate.ui.jobs import Job
from creditmate.ui.kit.question import Question
from creditmate.ui.screens.call import CallScreen
from creditmate.ui.screens.customer_edit import CustomerEditScreen
from creditmate.ui.security.cover import Cover
from creditmate.ui.security.idle import EVERY
from creditmate.ui.settings.person_dialog import PersonDialog
from creditmate.ui.wishes import EditCustomer, OpenSettings, StartCall
from tests.services.protecting import KEY, PASSWORD
from tests.ui.window.conftest import Office
from tests.ui.window.protecting import SHEET, card, copied, dialog, is_asked, said, unlock

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier
CUSTOMER = "BRIN01"


@pytest.fixture
def books(empty_office: Office, protected_sample: Path, tmp_path: Path) -> Path:
    """A protected ledger with customers, open, its sheet put off."""
    path = copied(protected_sample, tmp_path)
    unlock(empty_office, path)
    return path


def cover(office: Office) -> Cover:
    return office.window.guard.cover


def is_shut(office: Office) -> bool:
    """Whether the ledger is closed and its key forgotten."""
    thread = office.around.program._thread
    return thread.ask_though_held(lambda: not is_open() and current_key() is None).result()


def lock(office: Office) -> None:
    """Lock it by its key, and wait until the ledger is closed."""
    office.press(Qt.Key.Key_L, CONTROL)
    office.until(lambda: is_asked(office))
    office.until(lambda: is_shut(office))


def unlocked(office: Office) -> None:
    """Type the password, and wait until the window is uncovered."""
    office.type(PASSWORD)
    office.press(ENTER)
    office.until(lambda: not office.window.guard.is_locked)
    assert not cover(office).is_over
    assert office.around.program.ask(current_key) == KEY


# ------------------------------------------------------------------ what is locked
def test_it_covers_the_window_and_closes_the_ledger(empty_office: Office, books: Path) -> None:
    QGuiApplication.clipboard().setText(SHEET)
    lock(empty_office)
    window = empty_office.window
    assert not window.screens.isVisible()
    assert not window.sidebar.isVisible()
    assert QGuiApplication.clipboard().text() == ""
    assert not card(empty_office).back.isVisible()
    assert not card(empty_office).remember.isVisible()
    empty_office.press(ESCAPE)
    assert cover(empty_office).is_over
    with books.open("rb+"):  # another program could have it now
        unlocked(empty_office)
    assert window.door.path == books


def test_what_was_done_is_backed_up_behind_the_lock_before_it_is_shut(
    empty_office: Office, books: Path
) -> None:
    program, keeper = empty_office.around.program, empty_office.window.keeper
    uid = program.ask(ledger_uid)
    empty_office.until(lambda: keeper.backer.has_news)
    lock(empty_office)
    (made,) = backups_of(uid)
    assert made.reason == "day"
    unlocked(empty_office)
    empty_office.until(lambda: not keeper.backer.has_news)
    lock(empty_office)
    assert backups_of(uid) == [made], "nothing was done since"
    unlocked(empty_office)


def test_sleep_does_not_wait_for_a_backup(empty_office: Office, books: Path) -> None:
    """A computer that sleeps is one that is carried about: its key is forgotten at once."""
    program, keeper = empty_office.around.program, empty_office.window.keeper
    uid = program.ask(ledger_uid)
    empty_office.until(lambda: keeper.backer.has_news)
    session = empty_office.window.guard._session
    assert session is not None
    session.away.emit()
    empty_office.until(lambda: is_shut(empty_office))
    assert backups_of(uid) == []
    empty_office.until(lambda: is_asked(empty_office))
    unlocked(empty_office)


def test_a_wrong_password_leaves_it_locked(empty_office: Office, books: Path) -> None:
    lock(empty_office)
    empty_office.type("not the password")
    empty_office.press(ENTER)
    empty_office.until(card(empty_office).password.input.hasSelectedText)
    assert "not the password of this ledger" in said(empty_office)
    assert is_shut(empty_office)
    unlocked(empty_office)


def test_keys_do_nothing_behind_the_lock(empty_office: Office, books: Path) -> None:
    window = empty_office.window
    before = window.screens.key
    lock(empty_office)
    for key in (Qt.Key.Key_2, Qt.Key.Key_K, Qt.Key.Key_O, Qt.Key.Key_Comma):
        empty_office.press(key, CONTROL)
    assert window.screens.key == before
    assert cover(empty_office).is_over
    unlocked(empty_office)
    empty_office.press(Qt.Key.Key_2, CONTROL)
    empty_office.until(lambda: window.screens.key != before)


def test_what_is_half_typed_is_there_again(empty_office: Office, books: Path) -> None:
    window = empty_office.window
    window.fulfil(EditCustomer())
    screen = window.screen_shown
    assert isinstance(screen, CustomerEditScreen)
    empty_office.until(lambda: window.focusWidget() is not None and screen.isVisible())
    empty_office.type("Harrow Lane")
    typed_into = window.focusWidget()
    lock(empty_office)
    unlocked(empty_office)
    assert window.screen_shown is screen
    assert window.focusWidget() is typed_into
    empty_office.type(" Joinery")
    assert typed_into is not None
    assert typed_into.property("text") == "Harrow Lane Joinery"


def test_a_call_is_kept_before_the_ledger_is_closed(empty_office: Office, books: Path) -> None:
    window, program = empty_office.window, empty_office.around.program
    window.fulfil(StartCall(CUSTOMER))
    screen = window.screen_shown
    assert isinstance(screen, CallScreen)
    empty_office.until(lambda: screen.in_hand.code == CUSTOMER and screen.page.isVisible())
    screen.page.form.notes.input.setFocus()
    empty_office.type("They asked for the invoice again")
    lock(empty_office)
    assert not screen.in_hand.keeper.is_behind
    unlocked(empty_office)
    (draft,) = program.ask(program.call_drafts.unfinished)
    assert draft.typed.notes == "They asked for the invoice again"
    assert screen.in_hand.typed.notes == "They asked for the invoice again"


def test_a_dialog_waits_unseen(empty_office: Office, books: Path) -> None:
    window = empty_office.window
    window.fulfil(OpenSettings("people"))
    empty_office.press(Qt.Key.Key_N)
    form = dialog(empty_office, PersonDialog)
    QTest.keyClicks(form.focusWidget(), "Imogen")
    window.guard.lock()
    assert not form.isVisible()
    empty_office.until(lambda: is_asked(empty_office))
    empty_office.until(lambda: is_shut(empty_office))
    unlocked(empty_office)
    assert form.isVisible()
    assert form.focusWidget().property("text") == "Imogen"
    form.verb.click()
    people = empty_office.around.program.people
    empty_office.until(lambda: _names(empty_office, people) == ["Imogen"])


def _names(office: Office, people: People) -> list[str]:
    return [row.name for row in office.around.program.ask(people.staff)][-1:]


def test_what_opens_by_itself_behind_the_lock_waits_as_well(
    empty_office: Office, books: Path
) -> None:
    window = empty_office.window
    lock(empty_office)
    late = Question(empty_office.around.theme, window, "Stay", "Go")
    late.say("Osprey & Vale owe £1,164.00", "")
    late.open()
    empty_office.until(lambda: not late.isVisible())
    empty_office.until(lambda: is_asked(empty_office))
    unlocked(empty_office)
    assert late.isVisible()
    late.reject()


def test_what_is_told_behind_the_lock_is_told_afterwards(empty_office: Office, books: Path) -> None:
    telling = empty_office.window.telling
    telling.say("Call with Osprey & Vale recorded")
    lock(empty_office)
    assert not telling.toast.isVisible()
    telling.say("24 statements are at the printer")
    assert not telling.toast.isVisible()
    unlocked(empty_office)
    assert telling.toast.isVisible()
    assert telling.toast._text.text() == "24 statements are at the printer"


def test_a_password_that_is_being_changed_is_changed_before_the_ledger_is_closed(
    empty_office: Office, books: Path
) -> None:
    empty_office.until(lambda: not empty_office.around.jobs.busy)
    program, began, may = empty_office.around.program, Event(), Event()
    answers: list[bool] = []

    def work() -> bool:
        began.set()
        may.wait(60)
        return program.ask(is_open)

    empty_office.around.keys.ask(work, lambda future: answers.append(future.result()))
    assert began.wait(60)
    empty_office.press(Qt.Key.Key_L, CONTROL)
    empty_office.until(lambda: is_asked(empty_office))
    may.set()
    empty_office.until(lambda: answers == [True])
    empty_office.until(lambda: is_shut(empty_office))
    unlocked(empty_office)


def test_a_ledger_that_somebody_took_meanwhile_stays_locked(
    empty_office: Office, books: Path
) -> None:
    lock(empty_office)
    away = books.with_name("Away.creditmate")
    books.rename(away)
    empty_office.type(PASSWORD)
    empty_office.press(ENTER)
    empty_office.until(card(empty_office).password.input.hasSelectedText)
    assert is_shut(empty_office)
    away.rename(books)
    unlocked(empty_office)


def test_questions_asked_meanwhile_are_answered_afterwards(
    empty_office: Office, books: Path
) -> None:
    lock(empty_office)
    answers: list[bool] = []
    empty_office.around.desk.ask(is_open, lambda future: answers.append(future.result()))
    assert is_shut(empty_office)
    assert answers == []
    unlocked(empty_office)
    empty_office.until(lambda: answers == [True])


def test_the_sheet_unlocks_it_as_well(empty_office: Office, books: Path) -> None:
    lock(empty_office)
    card(empty_office).turn.click()
    empty_office.type(SHEET)
    empty_office.press(ENTER)
    empty_office.until(lambda: not empty_office.window.guard.is_locked)
    assert empty_office.around.program.ask(current_key) == KEY


def test_an_unprotected_ledger_says_why_it_is_not_locked(office: Office) -> None:
    office.press(Qt.Key.Key_L, CONTROL)
    assert not cover(office).is_over
    assert "has no password" in office.window.telling.toast._text.text()


# ------------------------------------------------------------------ while something is done
def test_a_job_ends_before_the_ledger_is_closed(empty_office: Office, books: Path) -> None:
    program, jobs = empty_office.around.program, empty_office.around.jobs
    empty_office.until(lambda: not jobs.busy)
    began, may = Event(), Event()

    def work(_progress: Progress) -> Touched:
        began.set()
        may.wait(60)
        assert program.ask(is_open)
        return Touched.NOTHING

    jobs.start(Job("Long", work))
    assert began.wait(60)
    empty_office.press(Qt.Key.Key_L, CONTROL)
    empty_office.until(lambda: is_asked(empty_office))
    assert not is_shut(empty_office)
    may.set()
    empty_office.until(lambda: not jobs.busy)
    empty_office.until(lambda: is_shut(empty_office))
    unlocked(empty_office)


def test_the_password_leads_back_to_a_job(empty_office: Office, books: Path) -> None:
    jobs = empty_office.around.jobs
    empty_office.until(lambda: not jobs.busy)
    may = Event()

    def work(_progress: Progress) -> Touched:
        may.wait(60)
        return Touched.NOTHING

    jobs.start(Job("Long", work))
    empty_office.press(Qt.Key.Key_L, CONTROL)
    empty_office.until(lambda: is_asked(empty_office))
    unlocked(empty_office)
    assert jobs.busy
    may.set()
    empty_office.until(lambda: not jobs.busy)
    assert not is_shut(empty_office)


def test_the_program_ends_behind_the_lock(empty_office: Office, books: Path) -> None:
    empty_office.until(lambda: not empty_office.around.jobs.busy)
    lock(empty_office)
    job = Job("Due", lambda _progress: empty_office.around.program.ask(lambda: Touched.NOTHING))
    empty_office.around.jobs.start(job)  # it waits for a ledger that nobody opens any more
    assert empty_office.window.close()


def test_closing_behind_the_lock_warns_once_and_names_nothing(
    empty_office: Office, books: Path
) -> None:
    window = empty_office.window
    window.fulfil(EditCustomer())
    empty_office.until(lambda: isinstance(window.screen_shown, CustomerEditScreen))
    empty_office.type("Harrow Lane")
    empty_office.until(lambda: bool(window.screens.unsaved()))
    empty_office.until(lambda: not empty_office.around.jobs.busy)
    lock(empty_office)
    assert not window.close()
    assert "not saved yet" in card(empty_office).noted
    assert "Harrow" not in card(empty_office).noted
    assert window.close()


# ------------------------------------------------------------------ by itself
class SetTime:
    """The computer's clock, set by hand."""

    def __init__(self) -> None:
        self.seconds = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock(empty_office: Office, books: Path) -> SetTime:
    """The window's watch looks at this clock."""
    found = SetTime()
    empty_office.window.guard.idle.end()
    empty_office.window.guard.idle._now = found
    empty_office.window.guard.idle.begin()
    return found


def passes(office: Office, clock: SetTime, minutes: float) -> None:
    """Let time pass; the watch looks as often as it does by itself."""
    for _ in range(round(minutes * 60_000 / EVERY)):
        clock.seconds += EVERY / 1000
        office.window.guard.idle.look()


def test_ten_minutes_without_a_key_lock_it(empty_office: Office, clock: SetTime) -> None:
    passes(empty_office, clock, 9.9)
    assert not cover(empty_office).is_over
    QTest.keyClick(empty_office.window.windowHandle(), Qt.Key.Key_Shift)
    passes(empty_office, clock, 9.9)
    assert not cover(empty_office).is_over
    passes(empty_office, clock, 0.2)
    empty_office.until(lambda: is_asked(empty_office))
    unlocked(empty_office)


@pytest.mark.parametrize(("minutes", "locks"), [(5, True), (30, False), (0, False)])
def test_the_time_is_this_computers_choice(
    empty_office: Office, clock: SetTime, minutes: int, locks: bool
) -> None:
    remember_lock_after(minutes)
    passes(empty_office, clock, 6)
    assert cover(empty_office).is_over is locks


def test_a_call_that_is_timed_is_never_locked(empty_office: Office, clock: SetTime) -> None:
    window = empty_office.window
    window.fulfil(StartCall(CUSTOMER))
    screen = window.screen_shown
    assert isinstance(screen, CallScreen)
    empty_office.until(lambda: screen.in_hand.timer.is_running)
    window.go_to("customers")
    passes(empty_office, clock, 45)
    assert not cover(empty_office).is_over
    screen.in_hand.timer.turn()
    passes(empty_office, clock, 9.9)
    assert not cover(empty_office).is_over
    passes(empty_office, clock, 0.2)
    assert cover(empty_office).is_over


def test_after_a_sleep_it_is_locked_whatever_was_chosen(
    empty_office: Office, clock: SetTime
) -> None:
    remember_lock_after(0)
    passes(empty_office, clock, 1)
    clock.seconds += 90
    empty_office.window.guard.idle.look()
    assert cover(empty_office).is_over


@pytest.mark.parametrize("slot", ["on_locked", "on_turned"])
def test_the_systems_lock_locks_it(empty_office: Office, books: Path, slot: str) -> None:
    session = empty_office.window.guard._session
    assert session is not None
    if slot == "on_locked":
        QMetaObject.invokeMethod(session, "on_locked")
    else:
        session.on_turned(False)
        assert not cover(empty_office).is_over
        session.on_turned(True)
    assert cover(empty_office).is_over


def test_an_unprotected_ledger_is_not_watched(office: Office) -> None:
    assert "idle" not in vars(office.window.guard)


def test_the_lock_is_in_find_or_do_and_in_the_menu(empty_office: Office, books: Path) -> None:
    shell = empty_office.window.shell
    (command,) = [one for one in shell.commands.of_window() if one.title == "Lock now"]
    assert command.keys == "Ctrl+L"
    assert any(action.text().startswith("Lock now") for action in shell.menu.actions())
    command.act()
    empty_office.until(lambda: is_asked(empty_office))
    unlocked(empty_office)
