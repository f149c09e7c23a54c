"""What is drawn of visits: each list, a visit's page as it stands, its dialogs and its papers."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from creditmate.ui.main_window import MainWindow
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.screens.visits import VisitsScreen
from creditmate.ui.visits.list_state import Show
from creditmate.ui.visits.plan_dialog import PlanVisitDialog
from creditmate.ui.visits.report_dialog import ReportDialog
from creditmate.ui.wishes import OpenPlace
from tools.scene_steps import Step, close_dialogs, dialog_shown, dialog_there, dialogs, go, until
from tools.scenes import Scene

_PURPOSE = "To agree together how the open invoices can be settled."
_LETTER = "To hear how the spring went; payment is the last warning."
"""Words that are pointed out."""
_FAR = 6
"""Of what may be seen, one far down."""


def visit_scenes() -> tuple[Scene, ...]:
    """Return the scenes, one after another."""
    lists = (Scene(f"visits-{show.value}", (_turn(show),)) for show in Show)
    upcoming, told = _open(Show.UPCOMING), _open(Show.DONE)
    to_report = _open(Show.TO_REPORT)
    return (
        Scene("visits", (go(OpenPlace("visits")),)),
        *lists,
        Scene("visit-plan", (close_dialogs, *_plan(_PURPOSE)), dialog_shown),
        Scene("visit-plan-hard-words", (close_dialogs, *_plan(_LETTER)), dialog_shown),
        Scene("visit", (close_dialogs, *upcoming)),
        Scene("visit-issue", (_issue, dialog_there), dialog_shown),
        Scene("visit-move", (close_dialogs, _move, dialog_there), dialog_shown),
        Scene("visit-confirm", (close_dialogs, _click("confirm"), dialog_there), dialog_shown),
        Scene("visit-agenda", (close_dialogs, _click("agenda"), dialog_there), dialog_shown),
        Scene("visit-pack", (close_dialogs, _click("pack"), dialog_there), dialog_shown),
        Scene("visit-route", (close_dialogs, _route, dialog_there), dialog_shown),
        Scene("visit-to-report", (close_dialogs, *to_report)),
        Scene("visit-report", (_click("report"), dialog_there), dialog_shown),
        Scene("visit-report-seen", (_unfold("seen"), _on_topic), dialog_shown),
        Scene(
            "visit-report-review",
            (_unfold("seen", False), _unfold("review"), _on_note),
            dialog_shown,
        ),
        Scene("visit-told", (close_dialogs, *told)),
        Scene("visit-thanks", (_click("thanks"), dialog_there), dialog_shown),
        Scene("visits-no-match", (close_dialogs, go(OpenPlace("visits")), _type("zzz"))),
    )


def _lists(window: MainWindow) -> VisitsScreen:
    shown = window.screen_shown
    if not isinstance(shown, VisitsScreen):
        raise TypeError(shown)
    return shown


def _page(window: MainWindow) -> VisitScreen:
    shown = window.screen_shown
    if not isinstance(shown, VisitScreen):
        raise TypeError(shown)
    return shown


def _turn(show: Show) -> Step:
    """Choose a chip, and go into its list."""

    def turn(window: MainWindow) -> None:
        screen = _lists(window)
        screen.turn_to(show)
        until(lambda: not screen.is_asking)
        screen.begin()

    return turn


def _open(show: Show) -> tuple[Step, ...]:
    """The first visit of a list."""

    def opened(window: MainWindow) -> None:
        until(lambda: isinstance(window.screen_shown, VisitScreen))
        screen = _page(window)
        until(lambda: screen.number and not screen.is_asking)

    return go(OpenPlace("visits")), _turn(show), _press(Qt.Key.Key_Return), opened


def _plan(purpose: str) -> tuple[Step, ...]:
    """Plan a visit to the first who is suggested, as it is typed."""

    def typed(window: MainWindow) -> None:
        dialog = dialogs(window)[-1]
        if not isinstance(dialog, PlanVisitDialog):
            raise TypeError(dialog)
        until(lambda: dialog.issues)
        fields = ((dialog.day.input, "4/12/2026"), (dialog.at.input, "11:30"))
        for field, text in (*fields, (dialog.travel.input, "50"), (dialog.purpose.input, purpose)):
            field.setFocus()
            QTest.keyClicks(field, text)
        until(lambda: dialog.says.lines)

    enter = _press(Qt.Key.Key_Return)
    return go(OpenPlace("visits")), _turn(Show.SUGGESTIONS), enter, dialog_there, typed


def _issue(window: MainWindow) -> None:
    """Open the first thing that is to be settled."""
    _page(window).body.issues.lines[0].click()


def _move(window: MainWindow) -> None:
    """Pressed, what says when it is moves it."""
    _page(window).body.when.click()


def _route(window: MainWindow) -> None:
    """The sheet of its day."""
    _page(window).papers.route()


def _report(window: MainWindow) -> ReportDialog:
    dialog = dialogs(window)[-1]
    if not isinstance(dialog, ReportDialog):
        raise TypeError(dialog)
    return dialog


def _unfold(name: str, opened: bool = True) -> Step:
    """A section of the report that is begun."""

    def unfold(window: MainWindow) -> None:
        section = _report(window).parts.sections[name]
        section.unfold(opened)
        _look_at(window, section)

    return unfold


def _on_topic(window: MainWindow) -> None:
    """Go down to something that is seen."""
    note = _report(window).parts.topics[_FAR].note
    note.setFocus()
    _look_at(window, note)


def _on_note(window: MainWindow) -> None:
    """Go down to the note on what is made of it."""
    _look_at(window, _report(window).parts.review.note)


def _look_at(window: MainWindow, part: QWidget) -> None:
    """Tab would scroll there; a step that goes there at once has to."""
    area = _report(window).findChild(QScrollArea)
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(part, 0, part.height())


def _click(button: str) -> Step:
    """A button at the head of the page."""
    return lambda window: getattr(_page(window), button).click()


def _press(key: Qt.Key) -> Step:
    return lambda window: QTest.keyClick(_focused(window), key)


def _type(text: str) -> Step:
    return lambda window: QTest.keyClicks(_focused(window), text)


def _focused(window: MainWindow) -> QWidget:
    return window.focusWidget() or window
