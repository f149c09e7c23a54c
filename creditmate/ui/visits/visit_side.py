"""Beside a visit: what is to be done before it, what it costs, and who is near."""

from PySide6.QtCore import Signal

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.panel import Hairline, SidePanel
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES
from creditmate.ui.visits.near_block import NearBlock
from creditmate.ui.visits.prepare_block import PrepareBlock
from creditmate.ui.visits.visit_state import VisitRead
from creditmate.ui.visits.worth_block import WorthBlock


class VisitSide(SidePanel):
    """For us only, all of it."""

    wanted = Signal(object)

    def __init__(self, around: Surroundings) -> None:
        super().__init__(words(around.language).gettext("Preparation and cost"))
        self._theme = around.theme
        self.prepare = PrepareBlock(around)
        self.worth = WorthBlock(around)
        self.near = NearBlock(around)
        self.near.wanted.connect(self.wanted)
        self._above = Hairline()
        for part in (self.prepare, Hairline(), self.worth, self._above, self.near):
            self.body.addWidget(part)
        self._renew()
        around.theme.changed.connect(self._renew)

    def begin(self) -> None:
        """Work begins at the first tick."""
        first = next(iter(self.prepare.ticks.values()), None)
        if first is not None:
            first.setFocus()

    def show_visit(self, read: VisitRead) -> None:
        """Show what belongs to a visit."""
        page = read.page
        self.prepare.show_steps(page.file.steps, read.names)
        self.worth.show_worth(page.worth.cost, page.worth.stakes)
        self.near.show_near(read.near, page.file.visit.day)
        for part in (self._above, self.near):
            part.setVisible(bool(read.near))

    def _renew(self) -> None:
        self.setFixedWidth(self._theme.wide(SIZES.panel_small))
