"""The call sheet of the day, looked at before it is printed."""

from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_with_weekday
from creditmate.services.call_sheet_papers import SheetWanted
from creditmate.services.program import Program
from creditmate.ui.papers.paper_dialog import PaperDialog, Shown, Told
from creditmate.ui.surroundings import Surroundings


def show_day_sheet(
    around: Surroundings, window: QWidget, told: Told, wanted: SheetWanted
) -> PaperDialog:
    """Show the sheet of today, with the lines that the screen shows."""
    _ = words(around.language).gettext
    today = around.program.clock.today
    shown = Shown(
        _("Call sheet, {day}").format(day=day_with_weekday(today, around.locale)),
        _("For ourselves: do not leave it behind. Put down afterwards what came of the calls."),
        f"{_('Call sheet')} {today.isoformat()}.pdf",
    )
    return PaperDialog(around, window, shown, partial(_drawn, around.program, wanted), told)


def _drawn(program: Program, wanted: SheetWanted) -> bytes:
    from creditmate.documents.call_sheet import (  # noqa: PLC0415 - see docs/decisions/0006
        draw_call_sheet,
    )

    papers = program.call_sheet_papers
    return draw_call_sheet(program.ask(lambda: papers.paper(wanted))).drawn.pdf
