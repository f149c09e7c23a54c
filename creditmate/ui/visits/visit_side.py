"""Beside a visit: what is to be done before it, what it costs, and who is near."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from creditmate.domain.visits import Preparation, PreparationStep, VisitState
from creditmate.i18n.catalogue import words
from creditmate.services.visits import VisitPage
from creditmate.ui.kit.panel import Hairline, SidePanel
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES
from creditmate.ui.visits.near_block import NearBlock
from creditmate.ui.visits.prepare_block import PrepareBlock
from creditmate.ui.visits.visit_state import VisitRead
from creditmate.ui.visits.worth_block import WorthBlock

_OFF = frozenset({VisitState.CANCELLED, VisitState.REFUSED})


class VisitSide(SidePanel):
    """For us only, all of it."""

    wanted = Signal(object)

    def __init__(self, around: Surroundings) -> None:
        super().__init__(words(around.language).gettext("Preparation and cost"))
        self._theme = around.theme
        self.prepare = PrepareBlock(around)
        self._most = self._theme.wide(SIZES.panel_small)
        self.worth = WorthBlock(around)
        self.near = NearBlock(around)
        self.near.wanted.connect(self.wanted)
        self._between, self._above = Hairline(), Hairline()
        for part in (self.prepare, self._between, self.worth, self._above, self.near):
            self.body.addWidget(part)
        self._renew()
        around.theme.changed.connect(self._renew)

    def begin(self) -> None:
        """Work begins at the first tick."""
        first = next(iter(self.prepare.ticks.values()), None)
        if first is not None and first.isEnabled():
            first.setFocus()

    def show_visit(self, read: VisitRead) -> None:
        """Show what belongs to a visit."""
        page, standing = read.page, read.page.row.standing
        is_open, steps = standing.is_open, _steps(page)
        self.prepare.setEnabled(is_open)
        self.prepare.show_steps(steps, read.names)
        inner = page.file.inner
        known = inner.travel_minutes is not None or bool(inner.distance_tenths)
        self.worth.show_worth(page.worth.cost, page.worth.stakes, way_known=known)
        self.near.show_near(read.near, page.file.visit.day)
        for part in (self._above, self.near):
            part.setVisible(is_open and bool(read.near))
        self._show_ended(bool(steps) or is_open, standing.state not in _OFF)

    def _show_ended(self, prepared: bool, went: bool) -> None:
        """Of one that was called off there is nothing to be weighed."""
        self.prepare.setVisible(prepared)
        self._between.setVisible(prepared and went)
        self.worth.setVisible(went)

    def fit(self, page: int) -> None:
        """Leave the visit itself half of the page's width at least, however large letters are."""
        self._most = page // 2
        self._renew()

    def _renew(self) -> None:
        self.setFixedWidth(min(self._theme.wide(SIZES.panel_small), self._most))


def _steps(page: VisitPage) -> Sequence[PreparationStep]:
    """The steps; of a visit that has ended, those that somebody had done by then.

    Of one that took place what was left undone is said too.
    """
    steps, state = page.file.steps, page.row.standing.state
    if page.row.standing.is_open:
        return steps
    before = [step for step in steps if step.kind is not Preparation.REPORT]
    return before if state not in _OFF else [step for step in before if step.is_done]
