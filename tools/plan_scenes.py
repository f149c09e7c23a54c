"""What is drawn of plans and more time: agreeing one, giving time, and how a plan stands."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from creditmate.i18n.formats import day_short
from creditmate.ui.customer.tabs_area import PROMISES
from creditmate.ui.main_window import MainWindow
from creditmate.ui.plans.deeds import PlanDeeds
from creditmate.ui.plans.plan_dialog import PlanDialog
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.wishes import OpenCustomer
from tools.scene_steps import close_dialogs, dialog_shown, dialog_there, dialogs, go, until
from tools.scenes import CUSTOMER, Scene

_LONG = 14


def plan_scenes() -> tuple[Scene, ...]:
    """Return the scenes, one after another."""
    there = go(OpenCustomer(CUSTOMER))
    return (
        Scene("plan", (there, _agree, dialog_there, _type_three), dialog_shown),
        Scene("plan-long", (_type_long,), dialog_shown),
        Scene("more-time", (close_dialogs, there, _give, dialog_there), dialog_shown),
        Scene("plan-agreed", (close_dialogs, there, _agree, dialog_there, _type_three, _put_down)),
    )


def _screen(window: MainWindow) -> CustomerScreen:
    shown = window.screen_shown
    if not isinstance(shown, CustomerScreen):
        raise TypeError(shown)
    return shown


def _deeds(window: MainWindow) -> PlanDeeds:
    return _screen(window).deeds.plans


def _agree(window: MainWindow) -> None:
    _deeds(window).agree(CUSTOMER)


def _give(window: MainWindow) -> None:
    _deeds(window).give_time(CUSTOMER)


def _dialog(window: MainWindow) -> PlanDialog:
    shown = dialogs(window)[-1]
    if not isinstance(shown, PlanDialog):
        raise TypeError(shown)
    return shown


def _type_three(window: MainWindow) -> None:
    """In three parts, the first in a month."""
    _type(window, 3)


def _type_long(window: MainWindow) -> None:
    _type(window, _LONG)


def _type(window: MainWindow, parts: int) -> None:
    found = _dialog(window)
    fields, around = found.fields, found.around
    first = around.program.clock.today + timedelta(days=25)
    fields.parts.input.setText(str(parts))
    fields.first.input.setText(day_short(first, around.locale))
    shown = fields.preview
    until(lambda: shown.shown is not None and len(shown.shown.parts) == parts)


def _put_down(window: MainWindow) -> None:
    QTest.keyClick(_dialog(window).fields.first.input, Qt.Key.Key_Return)
    screen = _screen(window)
    until(lambda: screen.area.promises.arranged.buttons)
    screen.area.tabs.choose(PROMISES)
