"""Scenes of papers that are looked at before they are printed: a history, the day's sheet."""

from creditmate.ui.main_window import MainWindow
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.today import TodayScreen
from creditmate.ui.wishes import OpenCustomer, OpenPlace
from tools.scene_steps import close_dialogs, dialog_shown, dialog_there, go
from tools.scenes import CUSTOMER, Scene


def paper_scenes() -> tuple[Scene, ...]:
    """Return the scenes of the sample ledger."""
    there, today = go(OpenCustomer(CUSTOMER)), go(OpenPlace("today"))
    return (
        Scene("history", (there, _history, dialog_there), dialog_shown),
        Scene("call-sheet", (close_dialogs, today, _sheet, dialog_there), dialog_shown),
    )


def _history(window: MainWindow) -> None:
    shown = window.screen_shown
    if not isinstance(shown, CustomerScreen):
        raise TypeError(shown)
    shown.deeds.history()


def _sheet(window: MainWindow) -> None:
    shown = window.screen_shown
    if not isinstance(shown, TodayScreen):
        raise TypeError(shown)
    shown.menu.print_asked.emit()
