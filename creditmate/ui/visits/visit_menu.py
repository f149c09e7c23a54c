"""The menu of a visit's page: its papers with their keys, and what is seldom done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QMenu

from creditmate.domain.visit_report import REBOOKED
from creditmate.domain.visits import VisitEventKind, VisitState
from creditmate.i18n.catalogue import words
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.visits.attempt_words import take_back_words
from creditmate.ui.visits.deeds import VisitDeeds
from creditmate.ui.visits.page_papers import PagePapers
from creditmate.ui.visits.visit_state import VisitRead
from creditmate.ui.wishes import OpenCustomer, PlanVisit, StartCall

MOVE_KEY, CONFIRM_KEY = "M", "W"
NOBODY_KEY, DEPUTY_KEY, REFUSED_KEY, REPORT_KEY = "B", "D", "R", "E"
AGENDA_KEY, PACK_KEY, THANKS_KEY, ROUTE_KEY = "A", "P", "T", "S"
_OFF = frozenset({VisitState.CANCELLED, VisitState.REFUSED})


class VisitMenu:
    """Offers what makes sense as the visit stands.

    Args:
        around: Of the window.
        deeds: Does what changes the visit.
        papers: Shows its papers.
        wanted: Takes where to go next.
    """

    def __init__(
        self, around: Surroundings, deeds: VisitDeeds, papers: PagePapers, wanted: SignalInstance
    ) -> None:
        self._around, self._deeds, self._papers, self._wanted = around, deeds, papers, wanted
        self._ = words(around.language).gettext

    def fill(self, menu: QMenu, read: VisitRead) -> None:
        """Offer what can be done with a visit as it was read."""
        row = read.page.row
        if row.standing.is_open:
            self._offer_changes(menu, read)
        self._offer_papers(menu, read)
        _, wanted = self._, self._wanted
        customer, call, again = OpenCustomer(row.code), StartCall(row.code), PlanVisit(row.code)
        self._offer(menu, Glyph.CUSTOMERS, _("Open the customer"), partial(wanted.emit, customer))
        self._offer(menu, Glyph.CALL, _("Call"), partial(wanted.emit, call))
        if row.standing.is_open:
            plan = partial(wanted.emit, again)
            self._offer(menu, Glyph.VISIT, _("Plan another visit…"), plan)
        self._offer_ways_back(menu, read)

    def _offer_changes(self, menu: QMenu, read: VisitRead) -> None:
        _, deeds = self._, self._deeds
        self._offer(menu, Glyph.DIARY, _("Move the visit…"), deeds.move, MOVE_KEY)
        self._offer(menu, Glyph.VISIT, _("Place and way…"), deeds.where)
        self._offer(menu, Glyph.VISIT, _("Place on the map…"), deeds.on_the_map)
        self._offer(menu, Glyph.PRIVATE, _("For us only…"), deeds.inner)
        self._offer(menu, Glyph.CLOSE, _("Cancel the visit…"), deeds.cancel)
        menu.addSeparator()
        if read.page.file.visit.day > self._around.program.clock.today:
            return
        text = _("Go on with the report…") if read.is_begun else _("Write the report…")
        self._offer(menu, Glyph.EDIT, text, deeds.report, REPORT_KEY)
        in_vain = read.page.row.standing.state is VisitState.TO_REBOOK
        for text, kind, keys in (  # whoever was not met who decides: from the day of the visit on
            (_("Nobody there"), VisitEventKind.NOBODY, NOBODY_KEY),
            (_("Only a deputy there…"), VisitEventKind.DEPUTY, DEPUTY_KEY),
            (_("Not wished"), VisitEventKind.REFUSED, REFUSED_KEY),
        ):
            if not (in_vain and kind in REBOOKED):  # that was put down of it already
                self._offer(menu, Glyph.STOP, text, partial(deeds.not_met, kind), keys)
        menu.addSeparator()

    def _offer_papers(self, menu: QMenu, read: VisitRead) -> None:
        """Each paper prints with Enter and mails with Ctrl+E once it is seen."""
        _, papers, standing = self._, self._papers, read.page.row.standing
        if standing.state is VisitState.PLANNED:
            text = _("Print or e-mail the agenda…")
            self._offer(menu, Glyph.INVOICE, text, papers.agenda, AGENDA_KEY)
        if standing.is_open:
            self._offer(menu, Glyph.FOLDER, _("Print the visit pack…"), papers.pack, PACK_KEY)
            text = _("Print the route sheet of the day…")
            self._offer(menu, Glyph.TRAVEL, text, papers.route, ROUTE_KEY)
        if standing.state is VisitState.REPORTED:
            add = self._deeds.reports.add
            self._offer(menu, Glyph.ADD, _("Add to the report…"), add, REPORT_KEY)
            text = _("Print or e-mail the letter of thanks…")
            self._offer(menu, Glyph.LETTER, text, papers.thanks, THANKS_KEY)
        has_hour = read.page.file.visit.at is not None
        is_off = standing.state in _OFF and standing.agenda is not None
        is_over = read.page.file.visit.day < self._around.program.clock.today
        if has_hour and is_off and not is_over:
            text = _("Call it off by e-mail…")
            self._offer(menu, Glyph.EMAIL, text, papers.call_off)
        if has_hour and (is_off or standing.state is VisitState.PLANNED):
            text = _("Save its entry for a calendar…")
            self._offer(menu, Glyph.DIARY, text, papers.calendar)
        menu.addSeparator()

    def _offer_ways_back(self, menu: QMenu, read: VisitRead) -> None:
        """What was told is taken back as long as nothing rests on it."""
        reports, text = self._deeds.reports, self._("Take the report back…")
        if read.attempt is not None:
            text = take_back_words(read.attempt.kind, self._around.language)
            self._offer(menu, Glyph.UNDO, text, reports.take_back_attempt)
        elif read.cancelled is not None:
            text = self._("Take back that it was cancelled")
            work = partial(self._deeds.reports.take_back_cancelled, read.cancelled.action)
            self._offer(menu, Glyph.UNDO, text, work)
        elif read.added is not None:
            text = self._("Take back what was added last")
            self._offer(menu, Glyph.UNDO, text, partial(reports.take_back_added, read.added))
        elif read.page.row.standing.state is VisitState.REPORTED:
            self._offer(menu, Glyph.UNDO, text, reports.take_back_report)

    def _offer(
        self, menu: QMenu, glyph: Glyph, text: str, work: Callable[[], object], keys: str = ""
    ) -> None:
        said = f"{text}\t{keys}" if keys else text
        action = menu.addAction(self._around.theme.icon(glyph), said)
        action.triggered.connect(lambda _checked: work())
