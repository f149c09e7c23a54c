"""Planning a visit as whoever does it for the first time: Enter where one is, a day forgotten."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from creditmate.ui.kit.text import Paragraph
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.visits.plan_dialog import PlanVisitDialog
from creditmate.ui.wishes import PlanVisit
from tests.scenarios.hands import CONTROL, NONE, Hands
from tests.ui.window.conftest import Office

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
    hands.until(lambda: dialog.says.lines)
    assert not [line for line in dialog.says.lines if "Free" in line]
    assert [line for line in dialog.says.lines if "that day has passed" in line]
    hands.fill({"Day": "8/12/2026"})
    hands.until(lambda: [line for line in dialog.says.lines if "Free" in line])


def warnings_in(part: QWidget) -> list[Paragraph]:
    return [one for one in part.findChildren(Paragraph) if one.text()]
