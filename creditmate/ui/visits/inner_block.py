"""What stays with us: why we go, what whoever goes may grant, and what to do if nobody decides."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.visit_plan import VisitPlan
from creditmate.domain.visits import VisitPurpose
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.emptying import empty
from creditmate.ui.kit.facts import FactGrid
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE


class InnerBlock(QWidget):
    """Says at its head that it is for us only.

    Attributes:
        edit: Edits all of it.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        theme, _ = around.theme, words(around.language).gettext
        self.edit = Button(theme, _("Edit…"), Kind.QUIET, glyph=Glyph.EDIT, small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(SectionHead(theme, _("For us only"), self.edit))
        self._column = QVBoxLayout()
        column.addLayout(self._column)

    def show_plan(self, plan: VisitPlan) -> None:
        """Show what is said; nothing where nothing is."""
        _ = words(self._around.language).gettext
        empty(self._column)
        grid = FactGrid(self._around.theme)
        stays = plan.purpose is VisitPurpose.STAY_WELL
        grid.add_text(_("Why"), _("To stay well") if stays else _("To put something right"))
        grid.add_text(_("May grant"), plan.limits)
        grid.add_text(_("If a deputy"), plan.if_deputy)
        grid.add_text(_("Note"), plan.note)
        self._column.addWidget(grid)
