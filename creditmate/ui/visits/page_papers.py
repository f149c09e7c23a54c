"""The papers of the visit whose page is shown, by button, key and menu alike."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from creditmate.domain.visits import VisitState
from creditmate.i18n.catalogue import words
from creditmate.services.visits import VisitPage
from creditmate.ui.kit.screen import Screen
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller
from creditmate.ui.visits.entry_deeds import EntryDeeds
from creditmate.ui.visits.paper_deeds import VisitPaperDeeds
from creditmate.ui.visits.route_deeds import RouteDeeds


class PagePapers(Teller):
    """A key that makes no sense as the visit stands says why."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._page: VisitPage | None = None
        self._ = words(around.language).gettext
        self._papers, self._routes = VisitPaperDeeds(around, over), RouteDeeds(around, over)
        self._entries = EntryDeeds(around, over)

    def pass_on_to(self, other: Teller | Screen) -> None:
        """Let ``other`` tell whatever is told of any of them."""
        super().pass_on_to(other)
        for one in (self._papers, self._routes, self._entries):
            one.pass_on_to(other)

    def show_page(self, page: VisitPage) -> None:
        """Make the papers of this visit from now on."""
        self._page = page

    # ------------------------------------------------------------- what goes to them
    def agenda(self) -> None:
        """Show the agenda, to be printed, saved or mailed, before the visit."""
        late = self._("An agenda is for a visit that is still to come.")
        self._if(lambda state: state is VisitState.PLANNED, late, self._papers.agenda)

    def thanks(self) -> None:
        """Show the letter of thanks, once the visit is reported."""
        early = self._("A letter of thanks follows the report.")
        self._if(lambda state: state is VisitState.REPORTED, early, self._papers.thanks)

    def calendar(self) -> None:
        """Ask where its entry for a calendar is saved."""
        if self._page is not None:
            self._entries.ask_file(self._page)

    def call_off(self) -> None:
        """Open the message that calls it off."""
        if self._page is not None:
            self._entries.call_off(self._page)

    # ------------------------------------------------------------- what stays with us
    def pack(self) -> None:
        """Show what we take along."""
        if self._page is not None:
            self._papers.pack(self._page)

    def route(self) -> None:
        """Show the route sheet of its day."""
        if self._page is not None:
            self._routes.show_day(self._page.file.visit.day)

    def _if(
        self,
        makes_sense: Callable[[VisitState], bool],
        why_not: str,
        work: Callable[[VisitPage], object],
    ) -> None:
        if self._page is None:
            return
        if makes_sense(self._page.row.standing.state):
            work(self._page)
        else:
            self.told.emit(why_not)
