"""One visit in the window by keys: suggested, planned, announced, moved, held, told, thanked."""

from collections.abc import Iterator
from datetime import date, time
from email.message import EmailMessage, Message
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from creditmate.bootstrap import build
from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_observations import Topic
from creditmate.domain.visit_report import IssueResult
from creditmate.domain.visits import VisitState
from creditmate.i18n.call_words import outcome_title
from creditmate.i18n.visit_report_words import result_words, topic_words
from creditmate.services.program import Program
from creditmate.services.visits import VisitPage
from creditmate.ui.papers.paper_dialog import PaperDialog
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.screens.visits import VisitsScreen
from creditmate.ui.theme.theme import Theme
from creditmate.ui.visits.paper_dialogs import OutgoingDialog
from creditmate.ui.visits.part_dialogs import IssueDialog, PointDialog, RequestDialog
from creditmate.ui.visits.plan_dialog import PlanVisitDialog
from creditmate.ui.visits.report_dialog import ReportDialog
from creditmate.ui.visits.when_dialogs import ConfirmVisitDialog, MoveVisitDialog
from creditmate.ui.visits.where_dialog import InnerDialog
from tests.scenarios.hands import CONTROL, Hands, MailProgram
from tests.scenarios.page_pictures import looked_at
from tests.services.visit_paper_desk import read_mail, text_of, text_of_mail
from tests.ui.conftest import PatientBot, theme
from tests.ui.window.conftest import (
    TODAY,
    _collected_here,
    _home,
    ledger,
    make_office,
    program,
    sample,
)

__all__ = ["_collected_here", "_home", "ledger", "program", "sample", "theme"]

CODE, NAME = "BRIN01", "Brindle Row Interiors Ltd"
FIRST_DAY, DAY = date(2026, 12, 3), date(2026, 12, 8)
PURPOSE = "To agree together how the open invoices can be settled."
OURS = ("ZQXWANTED", "ZQXFALLBACK", "ZQXLIMITS", "ZQXNOTE")
"""Words that are ours alone: on the pack, and on nothing that anybody else reads."""
SEEN = ("ZQXTALK", "ZQXSEEN", "ZQXRESULT")
"""The same for the report."""


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def mails() -> Iterator[MailProgram]:
    made = MailProgram()
    QDesktopServices.setUrlHandler("file", made, "open")  # type: ignore[arg-type]  # the stub is wrong
    yield made
    QDesktopServices.unsetUrlHandler("file")


def seat(qtbot: QtBot, program: Program, theme: Theme, ledger: Path) -> Hands:
    """Sit down at a window with the ledger open."""
    office = make_office(qtbot, program, theme, place="customers")
    office.open(ledger)
    return Hands(office)


def page_of(hands: Hands, number: str) -> VisitPage:
    program, today = hands.office.around.program, hands.office.around.program.clock.today
    return program.ask(lambda: program.visits.show(number, today))


def shown_visit(hands: Hands) -> VisitScreen:
    """The page of a visit, once it is read."""
    hands.until(lambda: isinstance(hands.office.window.screen_shown, VisitScreen))
    screen = hands.office.window.screen_shown
    assert isinstance(screen, VisitScreen)
    hands.until(lambda: screen.number and not screen.is_asking)
    hands.back()
    return screen


def tagged(hands: Hands, screen: VisitScreen, words: str) -> None:
    hands.until(lambda: not screen.is_asking and screen.head.tag.accessibleName() == words)


def lists_of(hands: Hands, chip: str) -> VisitsScreen:
    """Go to the place by its number, and to the list of a chip by arrows."""
    hands.press(Qt.Key.Key_8, CONTROL)
    hands.until(lambda: isinstance(hands.office.window.screen_shown, VisitsScreen))
    screen = hands.office.window.screen_shown
    assert isinstance(screen, VisitsScreen)
    hands.until(lambda: not screen.is_asking)
    chosen = next(one for one in screen.chips.findChildren(type(screen.chips._chips[0]))
                  if one.isChecked())  # fmt: skip
    hands.reach(chosen)
    while getattr(hands.at, "says").key != chip:  # noqa: B009 - a chip says what it is
        hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Space)
    hands.until(lambda: screen.show_now == chip and not screen.is_asking)
    return screen


def nothing_of_ours(text: str) -> None:
    """What somebody else reads has our letterhead, and no word that is ours alone."""
    assert "Rookmere" in text
    assert [word for word in (*OURS, *SEEN, "ZQX") if word in text] == []


def pdf_in(part: Message) -> bytes:
    """A file of a message, as it was put there."""
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


def events(mail: EmailMessage) -> tuple[Any, Any]:
    (part,) = [one for one in mail.iter_attachments() if one.get_content_type() == "text/calendar"]
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


@pytest.mark.timeout(300)
def test_a_visit_from_suggestion_to_thanks(  # noqa: PLR0917 - what pytest provides
    qtbot: QtBot,
    program: Program,
    theme: Theme,
    ledger: Path,
    mails: MailProgram,
    tmp_path: Path,
) -> None:
    hands = seat(qtbot, program, theme, ledger)
    number = plan_it(hands)
    write_down_what_is_ours(hands)
    send_the_agenda(hands, mails, number)
    they_confirm_and_it_is_moved(hands, number)
    send_the_new_agenda(hands, mails, number, tmp_path)
    take_what_is_needed(hands, tmp_path)
    hands.office.window.stop()
    program.stop()

    on_the_day = build(DAY)
    hands = seat(qtbot, on_the_day, theme, ledger)
    tell_of_it(hands, number)
    thank_them(hands, mails, number, tmp_path)
    hands.office.window.stop()
    on_the_day.stop()


def plan_it(hands: Hands) -> str:
    """The first who is suggested is worth a visit; the visit's number."""
    lists = lists_of(hands, "suggestions")
    hands.until(lambda: lists.lists.suggestions.items)
    assert lists.lists.suggestions.items[0].code == CODE
    hands.reach(lists.lists.table)
    hands.press(Qt.Key.Key_Return)
    dialog = hands.dialog(PlanVisitDialog)
    hands.until(lambda: dialog.issues)
    way, purpose = "Way there, in minutes", "Purpose, as the customer will read it"
    hands.fill({"Day": "3/12/2026", "Hour": "10:30", way: "50", purpose: PURPOSE})
    hands.until(lambda: any("Free" in line for line in dialog.says.lines))
    hands.reach(dialog.travel.input)
    hands.press(Qt.Key.Key_Return)
    screen = shown_visit(hands)
    tagged(hands, screen, "Agenda not sent yet")
    visit = page_of(hands, screen.number).file.visit
    assert (visit.day, visit.at, visit.words) == (FIRST_DAY, time(10, 30), PURPOSE)
    assert visit.issues
    return screen.number


def write_down_what_is_ours(hands: Hands) -> None:
    """What we want and may grant, one point of theirs, one paper to have ready, one step done."""
    screen = shown_visit(hands)
    number = screen.number
    query = next(one for one in screen.body.issues.lines if "Short" in one.accessibleName())
    hands.click(query)
    hands.dialog(IssueDialog)
    wanted, fall_back = "Wanted result, for us only", "Fall-back, for us only"
    hands.fill(
        {
            wanted: OURS[0],
            fall_back: OURS[1],
            "Papers to bring, as on the agenda": "The signed delivery note",
        }
    )
    hands.press(Qt.Key.Key_Return)
    hands.back()
    hands.until(lambda: OURS[0] in repr(page_of(hands, number).file.inner))
    hands.until(lambda: not screen.is_asking)
    hands.click(screen.body.points.add)
    hands.dialog(PointDialog)
    hands.fill({"In their words": "Deliveries on Fridays"})
    hands.press(Qt.Key.Key_Return)
    hands.back()
    hands.until(lambda: len(screen.body.points.lines) == 1 and not screen.is_asking)
    hands.click(screen.body.requests.add)
    hands.dialog(RequestDialog)
    hands.fill({"What we ask them to have ready": "Your goods-in book"})
    hands.press(Qt.Key.Key_Return)
    hands.back()
    hands.until(lambda: len(screen.body.requests.lines) == 1 and not screen.is_asking)
    hands.click(screen.body.inner.edit)
    hands.dialog(InnerDialog)
    hands.fill({"What whoever goes may grant": OURS[2], "Note": OURS[3]})
    hands.reach(hands.dialog(InnerDialog).verb)
    hands.press(Qt.Key.Key_Return)
    hands.back()
    hands.until(lambda: OURS[3] in repr(page_of(hands, number).file.inner))
    hands.until(lambda: not screen.is_asking)
    step = page_of(hands, number).file.steps[0]
    hands.reach(screen.side.prepare.ticks[step.id])
    hands.press(Qt.Key.Key_Space)
    hands.until(lambda: page_of(hands, number).file.steps[0].done_day == TODAY)
    hands.until(lambda: not screen.is_asking)


def send_the_agenda(hands: Hands, mails: MailProgram, number: str) -> None:
    """It goes with the statement and an entry for their calendar."""
    screen = shown_visit(hands)
    hands.click(screen.agenda)
    draft = hands.mail(hands.dialog(OutgoingDialog), mails)
    tagged(hands, screen, "Not confirmed yet")
    mail = read_mail(draft)
    files = {str(one.get_filename()): one for one in mail.iter_attachments()}
    assert f"{number}-{CODE}.pdf" in files
    assert f"{number}-{CODE}.ics" in files
    papers = {name: pdf_in(one) for name, one in files.items() if name.endswith(".pdf")}
    (statement,) = (text_of(pdf) for name, pdf in papers.items() if name.startswith("S-"))
    assert [looked_at(pdf) for pdf in papers.values()] == [1] * len(papers)
    for words in (NAME, "Statement", "2083", "Receipt 2037", "6,435.10", "86.40"):
        assert words in statement, statement
    found = text_of(papers[f"{number}-{CODE}.pdf"])
    assert "6,435.10" in found, "agenda and statement name the same balance"
    for words in (
        "Our visit to you on Thursday 3 December 2026", "10:30 to 11:30", NAME,
        "We should like to agree together how the open invoices can be settled.",
        "The signed delivery note", "Deliveries on Fridays", "Your goods-in book", "Statement S-",
    ):  # fmt: skip
        assert words in found, found
    nothing_of_ours(text_of_mail(draft))
    _calendar, event = events(mail)
    assert event["dtstart"].dt.date() == FIRST_DAY


def they_confirm_and_it_is_moved(hands: Hands, number: str) -> None:
    """What they confirmed was for the old day: it is to be asked for anew."""
    screen = shown_visit(hands)
    hands.reach(screen.body.when)
    hands.press(Qt.Key.Key_W)
    hands.dialog(ConfirmVisitDialog)
    hands.press(Qt.Key.Key_Return)
    tagged(hands, screen, "Confirmed")
    hands.back()
    hands.reach(screen.body.when)
    hands.press(Qt.Key.Key_M)
    hands.dialog(MoveVisitDialog)
    hands.fill({"Day": "8/12/2026", "Why": "Their works are closed"})
    hands.press(Qt.Key.Key_Return)
    tagged(hands, screen, "Agenda to send again")
    hands.back()
    standing = page_of(hands, number).row.standing
    assert standing.confirmed is None
    assert standing.agenda_outdated


def send_the_new_agenda(hands: Hands, mails: MailProgram, number: str, folder: Path) -> None:
    """It says which it replaces, and moves the entry in their calendar."""
    screen = shown_visit(hands)
    hands.reach(screen.body.when)
    hands.press(Qt.Key.Key_A)
    pdf = hands.save(hands.dialog(OutgoingDialog), folder / "Agenda.pdf")
    tagged(hands, screen, "Not confirmed yet")
    assert looked_at(pdf) == 1
    found = text_of(pdf)
    assert f"This replaces our agenda {number} of 23 November." in found
    assert "Our visit to you on Tuesday 8 December 2026" in found
    assert f"{number}/2" in found
    nothing_of_ours(found)
    hands.click(screen.agenda)
    draft = hands.mail(hands.dialog(OutgoingDialog), mails)
    nothing_of_ours(text_of_mail(draft))
    _calendar, event = events(read_mail(draft))
    assert event["dtstart"].dt.date() == DAY
    assert event["sequence"] == 1
    hands.reach(screen.body.when)
    hands.press(Qt.Key.Key_W)
    hands.dialog(ConfirmVisitDialog)
    hands.press(Qt.Key.Key_Return)
    tagged(hands, screen, "Confirmed")
    hands.back()


def take_what_is_needed(hands: Hands, folder: Path) -> None:
    """The pack has what is ours and says that it stays with us; the route sheet leads there."""
    screen = shown_visit(hands)
    hands.reach(screen.body.when)
    hands.press(Qt.Key.Key_P)
    pack = hands.save(hands.dialog(PaperDialog), folder / "Pack.pdf")
    looked_at(pack, fills=0.6)  # who stands before the door has it on one sheet
    found = text_of(pack)
    assert [word for word in OURS if word not in found] == []
    assert "Tue 8 Dec 2026, 10:30" in found
    assert "not for the customer" in found
    hands.reach(screen.body.when)
    hands.press(Qt.Key.Key_S)
    route = hands.save(hands.dialog(PaperDialog), folder / "Route.pdf")
    assert looked_at(route) == 1
    found = text_of(route)
    for words in ("Tuesday 8 December 2026", NAME, "10:30", "50 min", "The signed delivery note"):
        assert words in found, found
    assert "INTERNAL" in found


def tell_of_it(hands: Hands, number: str) -> None:
    """The same day, in the car: what came of it is told at once."""
    lists = lists_of(hands, "upcoming")
    hands.until(lambda: lists.lists.visits.items)
    hands.reach(lists.lists.table)
    for _row in lists.lists.visits.items:
        current = lists.lists.visits.current
        if current is not None and current.number == number:
            break
        hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    screen = shown_visit(hands)
    assert screen.number == number
    hands.click(screen.report)
    hands.dialog(ReportDialog)
    hands.pick("How it ended", outcome_title(Outcome.WILL_PAY, "en_GB"))
    hands.unfold("What came of each issue")
    for issue in page_of(hands, number).file.visit.issues:
        hands.pick(issue.what, result_words(IssueResult.WANTED, "en_GB"))
        hands.press(Qt.Key.Key_Tab)
        hands.write(SEEN[2])
    hands.unfold("What each side will do")
    hands.fill({"They pay": "500"})
    hands.press(Qt.Key.Key_Tab)
    hands.write("18/12/2026")
    hands.fill({"What we will do": "Credit note for the short delivery"})
    hands.press(Qt.Key.Key_Tab)
    hands.write("11/12/2026")
    hands.unfold("What you saw, for us only")
    stock = topic_words(Topic.STOCK, "en_GB")
    hands.reach(hands.named(f"{stock}: what you noticed"))
    hands.write(SEEN[1])
    hands.fill({"What was said": SEEN[0], "Next step": "21/12/2026"})
    hands.press(Qt.Key.Key_Return, CONTROL)
    tagged(hands, screen, "Reported")
    assert page_of(hands, number).row.standing.state is VisitState.REPORTED
    program = hands.office.around.program
    told = program.ask(lambda: program.visit_reports.show(number, DAY))
    assert [word for word in SEEN[1:] if word not in repr(told)] == []  # the talk is a contact


def thank_them(hands: Hands, mails: MailProgram, number: str, folder: Path) -> None:
    """The letter says what was agreed, with days."""
    hands.back()
    screen = shown_visit(hands)
    hands.click(screen.thanks)
    draft = hands.mail(hands.dialog(OutgoingDialog), mails)
    nothing_of_ours(text_of_mail(draft))
    hands.click(screen.thanks)
    letter = hands.save(hands.dialog(OutgoingDialog), folder / "Thanks.pdf")
    assert looked_at(letter) == 1
    found = text_of(letter)
    for words in (
        "Thank you for your time on Tuesday 8 December 2026.",
        "You pay £500.00 by Friday 18 December 2026.",
        "Credit note for the short delivery, by Friday 11 December 2026.",
    ):
        assert words in found, found
    nothing_of_ours(found)
