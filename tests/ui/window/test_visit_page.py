"""A visit's page: what to think of is all there, the gravest first; what suggestions would cost."""

import re
from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from creditmate.db.business import business_version
from creditmate.db.models import Business, Staff
from creditmate.db.our_people import our_people
from creditmate.domain.money import Money
from creditmate.domain.visit_plan import PlanIssue, PlanPerson, VisitPlan
from creditmate.domain.visits import IssueKind, Side, VisitPurpose
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.screens.settings import SettingsScreen
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.screens.visits import VisitsScreen
from creditmate.ui.visits.list_state import Show
from creditmate.ui.visits.part_dialogs import IssueDialog
from creditmate.ui.visits.people_dialog import PersonDialog
from creditmate.ui.visits.when_dialogs import MoveVisitDialog
from creditmate.ui.visits.where_dialog import WhereDialog
from creditmate.ui.wishes import OpenPlace
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.visiting import choose_more, page_of, press_in, shown_dialog, type_in

CHRISTMAS, BOXING = date(2026, 12, 25), date(2026, 12, 26)
OUTDATED = "The visit was moved or changed since: send a new agenda."


@pytest.fixture
def number(office: Office) -> str:
    """A visit that was moved to a day on which nobody works, with much left open."""
    program = office.around.program
    ours = PlanPerson(Side.OURS, "Bo Rook")
    plan = VisitPlan(
        CHRISTMAS, time(6), "To see it.", people=(ours,), issues=(PlanIssue("First thing"),)
    )
    done = program.ask(lambda: program.visits.plan("BRIN01", plan))
    number = program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)
    program.ask(lambda: program.visits.agenda_sent(number, "email"))
    program.ask(lambda: program.visits.move(number, BOXING, time(6), "they asked"))
    return number


def test_the_gravest_hint_is_seen_first_and_the_others_are_counted(
    office: Office, number: str
) -> None:
    hints = page_of(office, number).body.hints
    assert len(hints.lines) > len(hints.shown) == 3
    assert hints.shown[0] == OUTDATED
    left = len(hints.lines) - 3
    assert hints.more.text() == f"And {left} more to think of"
    hints.more.setFocus()
    office.press(Qt.Key.Key_Return)
    assert list(hints.shown) == hints.lines
    assert not hints.more.isVisible()


def test_another_visit_begins_with_the_gravest_again(office: Office, number: str) -> None:
    screen = page_of(office, number)
    screen.body.hints.more.click()
    assert len(screen.body.hints.shown) > 3
    program = office.around.program
    plan = VisitPlan(CHRISTMAS, time(6), "To see it.", issues=(PlanIssue("First thing"),))
    done = program.ask(lambda: program.visits.plan("CAWD01", plan))
    other = program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)
    assert len(page_of(office, other).body.hints.shown) <= 4
    office.until(lambda: screen.number == other and not screen.is_asking)
    assert OUTDATED not in screen.body.hints.lines


def test_moving_it_says_what_is_against_the_day_that_is_typed(office: Office, number: str) -> None:
    screen = page_of(office, number)
    screen.begin()
    office.press(Qt.Key.Key_M)
    dialog = shown_dialog(office, MoveVisitDialog)
    assert dialog.says.lines == []
    dialog.day.input.selectAll()
    type_in(dialog.day.input, "28/12/2026")
    office.until(lambda: any("is a holiday there" in line for line in dialog.says.lines))
    dialog.day.input.selectAll()
    type_in(dialog.day.input, "28/")
    office.until(lambda: dialog.says.lines == [])


def test_what_going_there_would_cost_stands_beside_what_is_at_stake(office: Office) -> None:
    office.window.fulfil(OpenPlace("visits"))
    screen = office.window.screen_shown
    assert isinstance(screen, VisitsScreen)
    screen.turn_to(Show.SUGGESTIONS)
    office.until(lambda: screen.lists.suggestions.items)
    (first, *_more) = screen.lists.suggestions.items
    table = screen.lists.suggestions.table
    model = table.model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    at = titles.index("Costs, £")
    said = model.index(0, at).data(Qt.ItemDataRole.AccessibleTextRole)
    assert f"{first.worth.cost.total.minor / 100:.2f}" in said
    assert ("worth going" in said) == first.worth.worth_it


def at_stake(office: Office, code: str) -> tuple[Money, list[str]]:
    """What is overdue of somebody whom a visit is planned to, and the figures beside its cost."""
    program = office.around.program
    plan = VisitPlan(CHRISTMAS, time(6), "To see it.", issues=(PlanIssue("First thing"),))
    done = program.ask(lambda: program.visits.plan(code, plan))
    page = program.ask(lambda: program.visits.show(str(done.id), TODAY))
    screen = page_of(office, page.row.number)
    office.until(lambda: screen.number == page.row.number and not screen.is_asking)
    said = screen.side.worth.lines
    return page.worth.stakes.overdue, [one for one in said if one.startswith("At stake: overdue: ")]


def test_what_is_overdue_is_at_stake_only_where_something_is(office: Office) -> None:
    program = office.around.program
    suggested = program.ask(lambda: program.visit_suggestions.suggest(TODAY)).visits
    late = next(one.code for one in suggested if one.worth.stakes.overdue)
    overdue, said = at_stake(office, late)
    assert said == [f"At stake: overdue: £{overdue.minor / 100:,.2f}"]
    well = next(one.code for one in suggested if not one.worth.stakes.overdue)
    assert at_stake(office, well) == (Money(0, overdue.currency), [])


def test_an_issue_says_what_is_open_and_how_late(office: Office) -> None:
    """The account names no items here: it is all that is overdue; the other is known as it was."""
    program = office.around.program
    account = PlanIssue("The open invoices", kind=IssueKind.ACCOUNT)
    plan = VisitPlan(BOXING, time(10), "To see it.", issues=(account, PlanIssue("Another")))
    done = program.ask(lambda: program.visits.plan("BRIN01", plan))
    page = program.ask(lambda: program.visits.show(str(done.id), TODAY))
    lines = page_of(office, page.row.number).body.issues.lines
    said, other = (line.accessibleName() for line in lines)
    assert re.search(r"The open invoices; £[\d,]+\.\d\d, oldest \d+ days late; ", said)
    assert other == "Another; Wanted result: –; Fall-back: –"


def test_what_is_noted_of_a_person_is_said_to_be_for_us_only(office: Office) -> None:
    program = office.around.program
    people = (PlanPerson(Side.THEIRS, "Ann Lee", "Buyer", inner_note="likes tea"),)
    plan = VisitPlan(BOXING, time(10), "To see it.", people=people, issues=(PlanIssue("One"),))
    done = program.ask(lambda: program.visits.plan("BRIN01", plan))
    page = program.ask(lambda: program.visits.show(str(done.id), TODAY))
    (line,) = page_of(office, page.row.number).body.theirs.lines
    assert line.accessibleName() == "Ann Lee, Buyer, for us only: likes tea"


def test_nobody_takes_part_twice(office: Office) -> None:
    """Whoever takes part is not offered again, and typed again is said to take part already."""
    program = office.around.program
    brief = program.ask(lambda: program.customers.brief("BRIN01", TODAY))
    known, *others = brief.people
    people = (PlanPerson(Side.THEIRS, known.name, known.role, contact=known.id),)
    plan = VisitPlan(BOXING, time(10), "To see it.", people=people, issues=(PlanIssue("One"),))
    done = program.ask(lambda: program.visits.plan("BRIN01", plan))
    page = program.ask(lambda: program.visits.show(str(done.id), TODAY))
    screen = page_of(office, page.row.number)
    screen.body.theirs.add.setFocus()
    office.press(Qt.Key.Key_Return)
    dialog = shown_dialog(office, PersonDialog)
    offered = [dialog.who.input.itemData(at) for at in range(dialog.who.input.count())]
    assert offered == [None, *(one.id for one in others)]
    type_in(dialog.name, known.name)
    type_in(dialog.role, known.role)
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: "takes part already" in dialog.name.input.accessibleDescription())


def test_an_issue_says_whether_the_customer_reads_its_words(office: Office, number: str) -> None:
    """Of open items, orders and the limit the agenda has words of its own."""
    screen = page_of(office, number)
    screen.body.issues.add.setFocus()
    office.press(Qt.Key.Key_Return)
    dialog = shown_dialog(office, IssueDialog)
    said = dialog.what.input.accessibleName
    kinds = list(IssueKind)
    for kind, item in (
        (IssueKind.ACCOUNT, "The account"),
        (IssueKind.ORDERS, "Deliveries, orders and invoices"),
        (IssueKind.LIMIT, "How we go on together"),
    ):
        dialog.kind.input.setCurrentIndex(kinds.index(kind))
        assert said() == "In words, for us only"
        assert f"“{item}”" in dialog.what.input.accessibleDescription()
    dialog.kind.input.setCurrentIndex(kinds.index(IssueKind.OTHER))
    assert (said(), dialog.what.input.accessibleDescription()) == ("In words, as on the agenda", "")


def test_what_is_next_is_the_button_that_is_never_folded_away(office: Office) -> None:
    """Narrow as the window can be: first the agenda, once they have it that they confirm."""
    program = office.around.program
    plan = VisitPlan(CHRISTMAS, time(6), "To see it.", issues=(PlanIssue("First thing"),))
    done = program.ask(lambda: program.visits.plan("CAWD01", plan))
    number = program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)
    screen = page_of(office, number)
    assert primary_and_seen(screen) == ([screen.agenda], [screen.agenda])
    program.ask(lambda: program.visits.agenda_sent(number, "email"))
    screen.reload()
    office.until(lambda: primary_and_seen(screen)[0] == [screen.confirm])
    assert primary_and_seen(screen)[1] == [screen.confirm]


def primary_and_seen(screen: VisitScreen) -> tuple[list[Button], list[Button]]:
    """Which buttons ask for most, and which are seen in the narrowest head."""
    head = screen.head
    head.resize(head.minimumSizeHint().width(), head.height())
    primary = [one for one in head.buttons if one._kind is Kind.PRIMARY]
    return primary, [one for one in head.buttons if one.isVisible()]


def test_what_somebody_buys_in_a_year_is_not_at_stake(office: Office) -> None:
    office.window.fulfil(OpenPlace("visits"))
    screen = office.window.screen_shown
    assert isinstance(screen, VisitsScreen)
    screen.turn_to(Show.SUGGESTIONS)
    office.until(lambda: screen.lists.suggestions.items)
    model = screen.lists.suggestions.table.model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    at = titles.index("At stake, £")
    for row, one in enumerate(screen.lists.suggestions.items):
        cell, said = model.index(row, at), f"{one.made.stake.minor / 100:,.2f}"
        stays = one.made.purpose is VisitPurpose.STAY_WELL
        assert (cell.data() == said) is not stays
        assert cell.data(Qt.ItemDataRole.AccessibleTextRole).endswith("nothing") is stays
    assert {one.made.purpose for one in screen.lists.suggestions.items} == set(VisitPurpose)


def test_the_place_is_read_whole(office: Office) -> None:
    screen = page_of(office, "V-2611-001")
    choose_more(office, screen, "Place and way…")
    dialog = shown_dialog(office, WhereDialog)
    address = dialog.address.input
    assert len(address.toPlainText().splitlines()) > 2
    assert address.verticalScrollBar().maximum() == 0


def test_next_door_is_said_and_no_way_that_nobody_said(office: Office) -> None:
    program = office.around.program

    def fact(travel: int | None) -> tuple[str, list[str], VisitScreen]:
        plan = VisitPlan(
            CHRISTMAS, time(10), "To see it.", issues=(PlanIssue("A thing"),),
            travel_minutes=travel,
        )  # fmt: skip
        done = program.ask(lambda: program.visits.plan("CAWD01", plan))
        number = program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)
        screen = page_of(office, number)
        office.until(lambda: screen.number == number and not screen.is_asking)
        return screen.body.way.accessibleName(), screen.side.worth.lines, screen

    said, lines, screen = fact(0)
    assert said.startswith("Next door")
    assert not [line for line in lines if "not known" in line]
    choose_more(office, screen, "Place and way…")
    dialog = shown_dialog(office, WhereDialog)
    assert dialog.travel.input.text() == "0"
    press_in(dialog, Qt.Key.Key_Escape)
    said, lines, _ = fact(None)
    assert said.startswith("The way is not known yet")
    assert [line for line in lines if "not known" in line]


def test_who_could_not_answer_the_agenda_leads_to_where_a_telephone_is_entered(
    office: Office, number: str
) -> None:
    screen = page_of(office, number)
    assert screen.body.hints.settings.isHidden()
    program = office.around.program

    def take_out() -> None:
        gateway = program.visits._gateway
        with gateway.write("test") as writing:
            writing.edit(Business, 1, business_version(), phone="", email="")
            for one in our_people():
                writing.edit(Staff, one.id, one.version, phone="", email="")

    program.ask(take_out)
    screen.reload()
    office.until(lambda: not screen.body.hints.settings.isHidden())
    assert "no telephone and no e-mail of ours" in " ".join(screen.body.hints.shown)
    screen.body.hints.settings.setFocus()
    office.press(Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, SettingsScreen))
    settings = office.window.screen_shown
    assert isinstance(settings, SettingsScreen)
    assert settings.list.key == "business"
