"""What a visit took, and what that costs us: worked out as it is typed, or said otherwise."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.errors import UserError
from creditmate.domain.visit_cost import visit_cost
from creditmate.domain.visit_report import Review
from creditmate.i18n.catalogue import words
from creditmate.i18n.distances import distance_words, duration_words
from creditmate.i18n.formats import money
from creditmate.services.visits import VisitPage
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.kit.typed_fields import MoneyField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type
from creditmate.ui.visits.minutes_field import DistanceField, MinutesField
from creditmate.ui.visits.report_values import ReportValues


class ReportCost(QWidget):
    """What is left empty is as it was planned, or as it was told before.

    Attributes:
        took: Minutes, way and visit together.
        distance: There and back.
        cost: What it cost, where that is not what the rates make of it.
        sum: How the rates make it up.
    """

    told_anew = Signal()

    def __init__(self, around: Surroundings, page: VisitPage, before: Review | None) -> None:
        super().__init__()
        self._around, self._ = around, words(around.language).gettext
        visit, inner, self._rates = page.file.visit, page.file.inner, page.worth.cost.rates
        planned = Review(
            minutes=visit.minutes + 2 * (inner.travel_minutes or 0),
            distance_tenths=inner.distance_tenths,
        )
        self._known = before or planned
        _ = self._
        self.took = MinutesField(around, _("It took, way and visit, in minutes"))
        self.distance = DistanceField(around, _("There and back"), inner.unit.value)
        self.cost = MoneyField(around, _("Or it cost, in all"), self._rates.hour.currency)
        self.sum = Paragraph(around.theme, "", Type.SMALL, Ink.MUTED)
        fields = ColumnGrid(3, gap=SPACE.l)
        fields.add(self.took, self.distance, self.cost)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(fields)
        column.addWidget(self.sum)
        for field in (self.took, self.distance, self.cost):
            field.input.textChanged.connect(self._on_typed)
        self._on_typed()

    def be_known(self, values: ReportValues) -> None:
        """Have the fields kept as they are typed."""
        values.know("cost.took", self.took.input)
        values.know("cost.distance", self.distance.input)
        values.know("cost.sum", self.cost.input)

    @property
    def is_told(self) -> bool:
        """Whether anything stands in it."""
        return any(field.input.text().strip() for field in (self.took, self.distance, self.cost))

    def read(self, review: Review) -> tuple[Review, bool]:
        """Return a review with what the visit took, and whether that could be understood."""
        took, is_took = self.took.read_or_refuse()
        far, is_far = self.distance.read_or_refuse()
        cost, is_cost = self.cost.read_or_refuse()
        told = replace(review, minutes=took, distance_tenths=far, cost=cost)
        return told, is_took and is_far and is_cost

    def _on_typed(self) -> None:
        """Say what the rates make of it; of what is half typed nothing is said."""
        self.told_anew.emit()
        try:
            took, far, cost = self.took.read(), self.distance.read(), self.cost.read()
        except UserError:
            return
        known = self._known
        minutes = (known.minutes if took is None else took) or 0
        tenths = (known.distance_tenths if far is None else far) or 0
        worked_out = visit_cost(minutes, 0, tenths, self._rates)
        locale = self._around.locale
        if cost is not None:
            self.sum.set_text(self._("It is kept as {amount}.").format(
                amount=money(cost, locale, symbol=True)
            ))  # fmt: skip
            return
        text = self._("{time} at {hourly} and {way} at {each} make {amount}.")
        self.sum.set_text(
            text.format(
                time=duration_words(minutes, locale),
                hourly=money(self._rates.hour, locale, symbol=True),
                way=distance_words(tenths, self._rates.unit.value, locale),
                each=money(self._rates.distance, locale, symbol=True),
                amount=money(worked_out.total, locale, symbol=True),
            )
        )
