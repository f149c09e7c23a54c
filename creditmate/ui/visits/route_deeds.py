"""The route sheet of a day's visits: looked at first, then printed or saved."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.documents.route_sheet_paper import RouteSheet
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_with_weekday
from creditmate.ui.held_keys import Opening
from creditmate.ui.papers.paper_dialog import PaperDialog, Shown
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller


class RouteDeeds(Teller):
    """One sheet for each of us who goes; a day on which nobody does is said."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._around, self._over = around, over
        self._day = around.program.clock.today
        failed = around.desk.failed.emit
        self._sheets: Opening[list[RouteSheet]] = Opening(around.desk, self._show, failed, self)

    def show_day(self, day: date) -> None:
        """Show the sheets of a day."""
        self._day = day
        self._sheets.ask(partial(self._around.program.route_papers.papers, day))

    def _show(self, sheets: list[RouteSheet]) -> None:
        _ = words(self._around.language).gettext
        said = day_with_weekday(self._day, self._around.locale)
        if not sheets:
            text = _("No visit with an hour is planned for {day}.")
            self.told.emit(text.format(day=said))
            return
        shown = Shown(
            _("Route sheet, {day}").format(day=said),
            _("For ourselves: addresses with codes for the telephone's map, and the gaps."),
            f"{_('Route sheet')} {self._day.isoformat()}.pdf",
        )
        PaperDialog(self._around, self._over, shown, partial(_drawn, sheets), self.told.emit)


def _drawn(sheets: Sequence[RouteSheet]) -> bytes:
    from creditmate.documents.binder import bound  # noqa: PLC0415 - see docs/decisions/0006
    from creditmate.documents.route_sheet import draw_route  # noqa: PLC0415

    return bound([draw_route(sheet).drawn.pdf for sheet in sheets])
