"""What is drawn of the agreements: each of its lists, and the dialogs over them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from creditmate.ui.agreements.list_state import Show
from creditmate.ui.main_window import MainWindow
from creditmate.ui.screens.agreements import AgreementsScreen
from creditmate.ui.wishes import OpenPlace
from tools.scene_steps import Step, close_dialogs, dialog_shown, dialog_there, go, until
from tools.scenes import Scene


def agreement_scenes() -> tuple[Scene, ...]:
    """Return the scenes, one after another."""
    lists = (Scene(f"agreements-{show.value}", (_turn(show),)) for show in Show)
    queries, noted = _turn(Show.QUERIES), _turn(Show.NOTED)
    return (
        Scene("agreements", (go(OpenPlace("agreements")),)),
        *lists,
        Scene("agreements-withdraw", (_turn(Show.PROMISES), _theirs, *_ask("a")), dialog_shown),
        Scene("agreements-answer", (close_dialogs, queries, *_ask("a")), dialog_shown),
        Scene("agreements-in-part", (_down, _down), dialog_shown),
        Scene("agreements-hand-over", (close_dialogs, queries, *_ask("h")), dialog_shown),
        Scene("agreements-put-off", (close_dialogs, noted, *_ask("p")), dialog_shown),
        Scene("agreements-no-match", (close_dialogs, queries, _type("zzz"))),
    )


def _screen(window: MainWindow) -> AgreementsScreen:
    shown = window.screen_shown
    if not isinstance(shown, AgreementsScreen):
        raise TypeError(shown)
    return shown


def _turn(show: Show) -> Step:
    """Choose a chip, and go into its list."""

    def turn(window: MainWindow) -> None:
        screen = _screen(window)
        screen.turn_to(show)
        until(lambda: not screen.is_asking)
        screen.begin()

    return turn


def _theirs(window: MainWindow) -> None:
    """Go to a promise of theirs."""
    _screen(window).lists.promises.go_to(lambda row: row.money is not None)


def _ask(key: str) -> tuple[Step, Step]:
    return _type(key), dialog_there


def _type(text: str) -> Step:
    return lambda window: QTest.keyClicks(window.focusWidget() or window, text)


def _down(window: MainWindow) -> None:
    dialog = dialog_shown(window)
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Down)
