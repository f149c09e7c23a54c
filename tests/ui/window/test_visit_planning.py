"""Planning a visit as whoever does it for the first time: Enter where one is, a day forgotten."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from creditmate.db.models import Site
from creditmate.domain.visit_hints import HintWhy
from creditmate.domain.visit_plan import PlanIssue, VisitPlan
from creditmate.domain.visits import Side
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.visits.plan_dialog import PlanVisitDialog
from creditmate.ui.visits.when_dialogs import MoveVisitDialog
from creditmate.ui.wishes import OpenVisit, PlanVisit
from tests.builders import a_gateway
from tests.scenarios.hands import CONTROL, NONE, Hands
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.visiting import page_of

PURPOSE = "To hear how our deliveries work for you."


def planning(office: Office) -> tuple[Hands, PlanVisitDialog]:
    hands = Hands(office)
    office.window.fulfil(PlanVisit("BRIN01"))
    dialog = hands.dialog(PlanVisitDialog)
    hands.until(dialog.with_whom.input.count)
    return hands, dialog


@pytest.mark.parametrize("modifier", [NONE, CONTROL])
def test_enter_behind_the_purpose_plans_it(office: Office, modifier: Qt.KeyboardModifier) -> None:
    hands, dialog = planning(office)
    hands.fill(
        {"Day": "8/12/2026", "Hour": "10:30", dialog.purpose.input.accessibleName(): PURPOSE}
    )
    hands.press(Qt.Key.Key_Return, modifier)
    office.until(lambda: QApplication.activeModalWidget() is None)
    office.until(lambda: isinstance(office.window.screen_shown, VisitScreen))


def test_a_day_that_is_not_said_is_asked_for(office: Office) -> None:
    hands, dialog = planning(office)
    hands.press(Qt.Key.Key_Return)
    office.until(lambda: dialog.day.input.accessibleDescription() == "Say on which day.")


def test_before_anything_is_typed_nothing_is_pointed_out(office: Office) -> None:
    hands, dialog = planning(office)
    assert not any(line.isVisible() for line in warnings_in(dialog.purpose))
    hands.fill({dialog.purpose.input.accessibleName(): "pay or else!"})
    hands.until(lambda: any(line.isVisible() for line in warnings_in(dialog.purpose)))


def test_of_a_day_that_has_passed_no_hour_is_free(office: Office) -> None:
    hands, dialog = planning(office)
    hands.fill({"Day": "20/11/2026"})
    hands.until(lambda: [line for line in dialog.says.lines if "that day has passed" in line])
    assert not [line for line in dialog.says.lines if "Free" in line]
    hands.fill({"Day": "8/12/2026"})
    hands.until(lambda: [line for line in dialog.says.lines if "Free" in line])


def test_it_says_where_and_another_place_is_chosen_with_its_clock(office: Office) -> None:
    program = office.around.program
    customer = program.ask(lambda: program.customers.brief("BRIN01", TODAY)).customer.id

    def a_yard() -> None:
        with a_gateway().write("test") as writing:
            writing.create(
                Site, customer_id=customer, kind="delivery", address="12 Quai du Rhin, Calais",
                postcode="62100", country="FR",
            )  # fmt: skip

    program.ask(a_yard)
    hands, dialog = planning(office)
    assert dialog.place.input.count() > 1
    assert "Quai" not in dialog.place.input.currentText()
    assert "our clock" in dialog.place.input.accessibleDescription()
    dialog.place.input.setFocus()
    hands.press(Qt.Key.Key_End)
    hands.until(lambda: "Paris" in dialog.place.input.accessibleDescription())
    hands.fill(
        {"Day": "8/12/2026", "Hour": "10:30", dialog.purpose.input.accessibleName(): PURPOSE}
    )
    hands.press(Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, VisitScreen))
    (row,) = program.ask(lambda: program.visits.of_customer("BRIN01", TODAY))
    assert (row.file.visit.address[:12], row.file.visit.zone) == ("12 Quai du R", "Europe/Paris")


def test_whom_it_is_to_is_said_by_name(office: Office) -> None:
    """From the customer's menu, Ctrl+K and who is near only the code is known."""
    hands, dialog = planning(office)
    hands.until(lambda: dialog.customer.text() == "Brindle Row Interiors Ltd")
    assert dialog.customer.code == "BRIN01"


def test_before_it_is_planned_it_says_why_they_are_left_in_peace(office: Office) -> None:
    hands = Hands(office)
    office.window.fulfil(PlanVisit("CARR01"))
    dialog = hands.dialog(PlanVisitDialog)
    hands.until(lambda: [line for line in dialog.host.lines if "hardship" in line])


def warnings_in(part: QWidget) -> list[Paragraph]:
    """What is pointed out below a part's head, which stands first."""
    _head, *others = part.findChildren(Paragraph)
    return [one for one in others if one.text()]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Qt.Key.Key_B, "The visit is still to come."),
        (Qt.Key.Key_E, "The visit is still to come."),
        (Qt.Key.Key_T, "A letter of thanks follows the report."),
    ],
)
def test_the_keys_of_its_page_work_as_soon_as_it_is_planned(
    office: Office, key: Qt.Key, said: str
) -> None:
    hands, dialog = planning(office)
    hands.fill(
        {"Day": "8/12/2026", "Hour": "10:30", dialog.purpose.input.accessibleName(): PURPOSE}
    )
    hands.press(Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, VisitScreen))
    office.come_to_the_front()
    QTest.keyClick(office.window.windowHandle(), key)
    office.until(lambda: said in office.window.telling.toast._text.text())


def test_a_key_is_for_the_visit_that_was_opened_not_for_the_one_shown_before(
    office: Office,
) -> None:
    program = office.around.program

    def planned(code: str) -> str:
        plan = VisitPlan(date(2026, 12, 8), time(10, 30), PURPOSE, issues=(PlanIssue("A thing"),))
        done = program.ask(lambda: program.visits.plan(code, plan))
        return program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)

    page_of(office, planned("BRIN01"))
    office.window.fulfil(OpenVisit(planned("CAWD01")))
    QTest.keyClick(office.window.windowHandle(), Qt.Key.Key_M)
    dialog = Hands(office).dialog(MoveVisitDialog)
    name = program.ask(lambda: program.customers.brief("CAWD01", TODAY).customer.name)
    assert name in dialog.accessibleDescription()


def test_of_a_holiday_no_hour_is_free_and_why_is_said(office: Office) -> None:
    hands, dialog = planning(office)
    hands.fill({"Day": "28/12/2026"})
    hands.until(lambda: [line for line in dialog.says.lines if "is a holiday" in line])
    assert not [line for line in dialog.says.lines if "Free on" in line or "No room" in line]


def test_a_day_of_last_week_is_asked_about_once(office: Office) -> None:
    hands, dialog = planning(office)
    hands.fill({"Day": "22/11", dialog.purpose.input.accessibleName(): PURPOSE})
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: "Enter again" in dialog.day.input.accessibleDescription())
    assert QApplication.activeModalWidget() is dialog
    hands.press(Qt.Key.Key_Return)
    office.until(lambda: QApplication.activeModalWidget() is None)


def test_whether_one_of_ours_can_decide_is_proposed_as_it_was_said_and_not_warned_of(
    office: Office,
) -> None:
    program = office.around.program
    hands, dialog = planning(office)
    assert dialog.who_goes.input.currentText() == "Ellen Rook"
    ticks = dialog.who
    assert ticks.ours.decides.isChecked(), "she was said to, for the visits of the sample"
    assert "Langdon" in dialog.with_whom.input.currentText(), "not who is usually rung"
    assert ticks.theirs.decides.isChecked()
    hands.reach(dialog.with_whom.input)
    hands.press(Qt.Key.Key_Home)
    assert ticks.theirs.decides.isHidden(), "of nobody it is not asked"
    hands.press(Qt.Key.Key_Down)
    assert "Langdon" in dialog.with_whom.input.currentText()
    assert ticks.theirs.decides.isChecked(), "the record of the director says it"
    hands.fill(
        {"Day": "8/12/2026", "Hour": "10:30", dialog.purpose.input.accessibleName(): PURPOSE}
    )
    hands.press(Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, VisitScreen))
    (row,) = program.ask(lambda: program.visits.of_customer("BRIN01", TODAY))
    assert [(one.name, one.decides) for one in row.file.visit.people] == [
        ("Piers Langdon", True), ("Ellen Rook", True),
    ]  # fmt: skip
    hints = program.ask(lambda: program.visits.show(row.number, TODAY)).hints
    nobody = {HintWhy.NOBODY_DECIDES_HERE, HintWhy.NOBODY_DECIDES_THERE}
    assert not nobody & {hint.why for hint in hints}


def test_who_is_said_not_to_decide_is_not_proposed_the_next_time(office: Office) -> None:
    program = office.around.program
    hands, dialog = planning(office)
    hands.reach(dialog.who.ours.decides)
    hands.press(Qt.Key.Key_Space)
    hands.fill(
        {"Day": "8/12/2026", "Hour": "10:30", dialog.purpose.input.accessibleName(): PURPOSE}
    )
    hands.press(Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, VisitScreen))
    (row,) = program.ask(lambda: program.visits.of_customer("BRIN01", TODAY))
    assert [one.decides for one in row.file.visit.of_side(Side.OURS)] == [False]
    office.window.fulfil(PlanVisit("CARR01"))
    dialog = hands.dialog(PlanVisitDialog)
    hands.until(dialog.who_goes.input.count)
    assert not dialog.who.ours.decides.isChecked()
