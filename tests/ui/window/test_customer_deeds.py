"""People, decisions, groups, merges, files and putting away, on a customer's page."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from creditmate.domain.attachments import LARGEST
from creditmate.domain.contact_form import Authority
from creditmate.domain.customer_facts import CustomerFacts
from creditmate.domain.customer_list import Narrow
from creditmate.domain.customer_status import Status
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.outcomes import Outcome
from creditmate.domain.wishes import WishKind
from creditmate.services.call_notes import CallNote
from creditmate.services.contacts_editing import ContactCard
from creditmate.ui.customer.tabs_area import DOCUMENTS, GROUP, PEOPLE
from creditmate.ui.decisions.group_dialog import GroupDialog
from creditmate.ui.decisions.hold_dialog import HoldDialog, ReviewDialog
from creditmate.ui.decisions.merge_dialog import MergeDialog
from creditmate.ui.decisions.status_dialog import LimitDialog, StatusDialog
from creditmate.ui.kit.menu import actions_of
from creditmate.ui.people.person_card import PersonCard
from creditmate.ui.people.person_dialog import PersonDialog
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.wishes import OpenCustomer
from tests.builders import a_customer, a_gateway
from tests.ui.window.conftest import TODAY, Office

CTRL = Qt.KeyboardModifier.ControlModifier
CODE = "BRAC01"
Dialog = TypeVar("Dialog", bound=QDialog)


def opened(office: Office, code: str = CODE) -> CustomerScreen:
    """Open a customer's page and wait until it is there."""
    office.window.fulfil(OpenCustomer(code))
    screen = office.window.screen_shown
    assert isinstance(screen, CustomerScreen)
    office.until(lambda: screen.deeds.code == code)
    return screen


def dialog(office: Office, kind: type[Dialog]) -> Dialog:
    """The dialog that is open."""
    office.until(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def choose(screen: CustomerScreen, words: str) -> None:
    """Choose something in the menu of the page."""
    menu = QMenu()
    screen.deeds.fill(menu)
    action = next(action for action in actions_of(menu) if action.text() == words)
    action.trigger()


def keys(found: QDialog, text: str) -> None:
    """Type into the field of a dialog that has the focus."""
    QTest.keyClicks(found.focusWidget(), text)


def press(found: QDialog, key: Qt.Key) -> None:
    QTest.keyClick(found.focusWidget(), key)


def undo(office: Office) -> None:
    """Take back what the toast tells, as soon as it does."""
    office.until(lambda: office.window.telling._undo is not None)
    office.come_to_the_front()
    office.press(Qt.Key.Key_Z, CTRL)


def facts(office: Office, code: str = CODE) -> CustomerFacts:
    program = office.around.program
    return program.ask(lambda: program.customers.brief(code, TODAY)).facts


def people(office: Office) -> list[ContactCard]:
    program = office.around.program
    return program.ask(lambda: program.contacts_editing.cards(CODE))


# ------------------------------------------------------------------ people
def test_somebody_is_added_with_a_number_and_a_wish(office: Office) -> None:
    screen = opened(office)
    screen.area.tabs.choose(PEOPLE)
    screen.area.begin()
    office.press(Qt.Key.Key_A)
    found = dialog(office, PersonDialog)
    keys(found, "Kim Hale")
    found.phones.rows[0].input.setFocus()
    keys(found, "020 7946 0099")
    assert len(found.phones.rows) == 2
    assert found.phones.rows[0].input.accessibleDescription() == "+44 20 7946 0099"
    found.emails.rows[0].input.setFocus()
    keys(found, "kim@")
    found.wishes[WishKind.NO_CALLS].setFocus()
    press(found, Qt.Key.Key_Space)
    press(found, Qt.Key.Key_Return)
    office.until(lambda: "kim@" in found.emails.rows[0].input.accessibleDescription())
    keys(found, "brackenford.example")
    press(found, Qt.Key.Key_Return)
    office.until(lambda: len(people(office)) == 3)
    kim = next(card for card in people(office) if card.form.name == "Kim Hale")
    assert kim.telephones[0].e164 == "+442079460099"
    assert [wish.kind for wish in kim.wishes] == [WishKind.NO_CALLS]


def test_a_telephone_number_has_room_and_the_dialog_is_whole(office: Office) -> None:
    office.window.resize(1280, 800)
    screen = opened(office)
    screen.area.tabs.choose(PEOPLE)
    office.press(Qt.Key.Key_A)
    found = dialog(office, PersonDialog)
    number = found.phones.rows[0].input
    QTest.keyClicks(number, "+44 (0)1632 960 123 ext. 4567")
    wide = QFontMetrics(number.font()).horizontalAdvance(number.text())
    assert number.width() > wide + 2 * SPACE.m
    number.clear()
    office.until(lambda: found.height() <= office.window.height())
    assert found.confirmed.visibleRegion().boundingRect() == found.confirmed.rect()
    found.reject()


def test_who_decides_stands_first_and_can_be_confirmed_and_put_away(office: Office) -> None:
    screen = opened(office)
    screen.area.tabs.choose(PEOPLE)
    area = screen.area.people
    office.until(lambda: len(area.findChildren(PersonCard)) == 2)
    first = area.findChildren(PersonCard)[0]
    assert first.card.form.authority is Authority.DECIDES
    first.confirm_wanted.emit()
    office.until(lambda: people(office)[0].form.confirmed_day == TODAY)
    office.until(lambda: area.findChildren(PersonCard)[0].card.form.confirmed_day == TODAY)
    area.findChildren(PersonCard)[0].archive_wanted.emit()
    office.until(lambda: len(people(office)) == 1)
    undo(office)
    office.until(lambda: len(people(office)) == 2)


# ------------------------------------------------------------------ decisions
def test_a_stop_needs_its_reason_stands_over_the_page_and_is_undone(office: Office) -> None:
    screen = opened(office)
    choose(screen, "Status…")
    found = dialog(office, StatusDialog)
    keys(found, "on")
    press(found, Qt.Key.Key_Return)
    office.until(found.reason.input.accessibleDescription)
    keys(found, "cheque came back")
    press(found, Qt.Key.Key_Return)
    office.until(lambda: screen.banner.lines)
    assert "cheque came back" in screen.banner.lines[0].title
    assert screen.head.tag.accessibleName() == "On stop"
    undo(office)
    office.until(lambda: facts(office).status is Status.ACTIVE)
    office.until(lambda: not screen.banner.lines)


def test_a_limit_is_echoed_and_lifted_by_leaving_it_empty(office: Office) -> None:
    screen = opened(office)
    choose(screen, "Credit limit…")
    found = dialog(office, LimitDialog)
    found.amount.input.selectAll()
    keys(found, "5,000")
    assert "over by £4,098.40 now" in found.amount.input.accessibleDescription()
    press(found, Qt.Key.Key_Return)
    office.until(lambda: screen.banner.lines)
    assert "over by £4,098.40" in screen.banner.lines[0].title
    screen.deeds.act(screen.banner.lines[0])
    found = dialog(office, LimitDialog)
    found.amount.input.selectAll()
    press(found, Qt.Key.Key_Delete)
    press(found, Qt.Key.Key_Return)
    office.until(lambda: facts(office).limit is None)


def test_a_pause_proposes_what_is_usual_and_is_looked_at_again(office: Office) -> None:
    screen = opened(office)
    choose(screen, "Leave in peace…")
    found = dialog(office, HoldDialog)
    offered = [found.kind.input.itemData(at) for at in range(found.kind.input.count())]
    assert HoldKind.DECEASED.value not in offered  # a company
    keys(found, "h")
    assert not found.stops[Stop.STATEMENTS].isChecked()
    found.review.setFocus()
    found.review.input.selectAll()
    keys(found, "20/11")
    press(found, Qt.Key.Key_Return)
    office.until(lambda: facts(office).holds)
    (hold,) = facts(office).holds
    assert hold.kind is HoldKind.HARDSHIP
    office.until(lambda: screen.banner.lines)
    screen.deeds.act(screen.banner.lines[0])
    again = dialog(office, ReviewDialog)
    again.end.click()
    office.until(lambda: not facts(office).holds)


def test_a_pause_that_is_odd_for_them_is_doubted_but_may_stand(office: Office) -> None:
    screen = opened(office, "BARN01")  # a partnership
    choose(screen, "Leave in peace…")
    found = dialog(office, HoldDialog)
    kind = found.kind.input
    kind.setCurrentIndex(kind.findData(HoldKind.BREATHING_SPACE.value))
    office.until(lambda: "business debts of a partnership" in kind.accessibleDescription())
    found.reason.setFocus()
    press(found, Qt.Key.Key_Return)
    office.until(lambda: facts(office, "BARN01").holds)
    kinds = {hold.kind for hold in facts(office, "BARN01").holds}
    assert kinds == {HoldKind.BREATHING_SPACE}


# ------------------------------------------------------------------ groups and merges
def test_a_branch_joins_its_head_office_by_typing(office: Office) -> None:
    screen = opened(office)
    choose(screen, "Head office…")
    found = dialog(office, GroupDialog)
    keys(found, "kestrel")
    office.until(lambda: found.head.input.is_offering)
    press(found, Qt.Key.Key_Return)
    office.until(lambda: found.head.input.code == "KEST01")
    press(found, Qt.Key.Key_Return)
    office.until(lambda: facts(office).head_office is not None)
    screen.area.tabs.choose(GROUP)
    office.until(lambda: screen.area.group.model.rowCount() == 4)
    undo(office)
    office.until(lambda: facts(office).head_office is None)


def test_two_that_are_one_are_merged_and_taken_apart_again(office: Office) -> None:
    screen = opened(office)
    choose(screen, "Merge with another…")
    found = dialog(office, MergeDialog)
    keys(found, "ashlar")
    office.until(lambda: found.other.input.is_offering)
    press(found, Qt.Key.Key_Return)
    office.until(found.verb.isEnabled)
    found.verb.click()
    program = office.around.program

    def owed() -> int:
        brief = program.ask(lambda: program.customers.brief(CODE, TODAY))
        return sum(account.ageing.owed.minor for account in brief.accounts)

    office.until(lambda: owed() == 924_840 + 555_500)
    undo(office)
    office.until(lambda: owed() == 924_840)


# ------------------------------------------------------------------ files and putting away
def test_a_file_is_kept_and_one_too_large_is_said_beside(office: Office, tmp_path: Path) -> None:
    screen = opened(office)
    letter, film = tmp_path / "signed terms.pdf", tmp_path / "film.mp4"
    letter.write_bytes(b"%PDF-1.7 signed")
    with film.open("wb") as large:
        large.truncate(LARGEST + 1)
    screen._drop.dropped.emit(letter)
    office.until(lambda: screen.area.documents.model.rowCount() == 1)
    assert screen.area.tabs.key == DOCUMENTS
    screen._drop.dropped.emit(film)
    office.until(lambda: "larger than 20 MB" in screen.area.documents.said.words)
    assert screen.area.documents.model.rowCount() == 1


def drop(on: QWidget, path: Path) -> None:
    """Let go of a file over a part of the window: whoever takes files there gets it."""
    target: QWidget | None = on
    while target is not None and not target.acceptDrops():
        target = target.parentWidget()
    assert target is not None
    files, left = QMimeData(), Qt.MouseButton.LeftButton
    files.setUrls([QUrl.fromLocalFile(str(path))])
    at, copy, none = QPoint(30, 30), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(at, copy, files, left, none)
    QApplication.sendEvent(target, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(target, QDropEvent(at.toPointF(), copy, files, left, none))


def test_a_file_let_go_over_the_story_is_kept_opened_put_away_and_back(
    office: Office, tmp_path: Path
) -> None:
    screen = opened(office)
    order = tmp_path / "order 88021.pdf"
    order.write_bytes(b"%PDF-1.7 order")
    drop(screen.area.story.view, order)
    documents = screen.area.documents
    office.until(lambda: documents.model.rowCount() == 1)
    documents.table.setFocus()
    program = office.around.program

    def kept() -> int:
        code = screen.deeds.code
        return len(program.ask(lambda: program.customer_pages.page(code, TODAY)).files)

    assert kept() == 1
    documents._on_menu(QPoint())
    office.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    office.until(lambda: documents.model.rowCount() == 0)
    assert kept() == 0
    undo(office)
    office.until(lambda: documents.model.rowCount() == 1)
    assert kept() == 1


def test_what_is_open_keeps_a_customer_and_the_rest_is_put_away(office: Office) -> None:
    def write() -> None:
        with a_gateway().write("test") as writing:
            a_customer(writing, "NEW")

    office.around.program.ask(write)
    screen = opened(office)
    choose(screen, "Put away")
    office.until(office.window.telling.toast.isVisible)
    assert not facts(office).archived
    screen = opened(office, "NEW")
    office.until(lambda: screen.deeds.code == "NEW")
    choose(screen, "Put away")
    office.until(lambda: screen.banner.lines)
    office.window.go_to("customers")
    office.customers._on_chip(Narrow.ARCHIVED)
    office.until(lambda: office.customers.model.rowCount() == 1)
    office.window.fulfil(OpenCustomer("NEW"))
    screen.deeds.act(screen.banner.lines[0])
    office.until(lambda: not facts(office, "NEW").archived)


@pytest.mark.parametrize("words", ["Status…", "Leave in peace…"])
def test_escape_leaves_everything_as_it_is(office: Office, words: str) -> None:
    screen = opened(office)
    before = facts(office)
    choose(screen, words)
    found = dialog(office, QDialog)
    press(found, Qt.Key.Key_Escape)
    office.until(lambda: QApplication.activeModalWidget() is None)
    assert facts(office) == before


def test_who_is_said_to_have_ceased_trading_is_decided_about_at_the_head_of_the_page(
    office: Office,
) -> None:
    program, note = office.around.program, CallNote("Ann", Outcome.CEASED_TRADING, "shut")
    told = replace(note, none_because="nobody is there")
    program.ask(lambda: program.calls.record("OTTE01", told))
    screen = opened(office, "OTTE01")
    office.until(lambda: screen.banner.lines)
    line = screen.banner.lines[0]
    assert "said to have ceased trading; decide how to go on" in line.title
    assert "OTTE01" not in {row.code for row in program.ask(lambda: program.worklists.today(TODAY))}
    screen.deeds.act(line)
    found = dialog(office, HoldDialog)
    assert found.kind.input.currentData() == HoldKind.INSOLVENT.value
    press(found, Qt.Key.Key_Return)
    office.until(lambda: facts(office, "OTTE01").holds)
    office.until(lambda: screen.banner.lines and "ceased" not in screen.banner.lines[0].title)
