"""What the visit costs against what is at stake; nobody adds the stakes up."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.money import Money
from creditmate.domain.visit_cost import SAVED_DAYS, Stakes, VisitCost, is_worth_it
from creditmate.i18n.catalogue import words
from creditmate.i18n.distances import distance_words, duration_words
from creditmate.i18n.formats import day_short, money
from creditmate.ui.kit.emptying import empty
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.panel import Hairline, SectionHead
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import ICON, SPACE, Ink, Type


class WorthBlock(QWidget):
    """For us only, as all of the panel is.

    Attributes:
        lines: What is said, line by line.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self.lines = around, list[str]()
        theme, _ = around.theme, words(around.language).gettext
        self._verdict = QWidget()
        row = QHBoxLayout(self._verdict)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        row.addWidget(GlyphLabel(theme, Glyph.WORTH, Ink.POSITIVE, ICON.small))
        row.addWidget(Text(theme, _("Worth going"), Type.SMALL, Ink.POSITIVE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(SectionHead(theme, _("Cost against benefit"), self._verdict))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE.xs)
        column.addLayout(self._rows)

    def show_worth(self, cost: VisitCost, stakes: Stakes, *, way_known: bool = True) -> None:
        """Show other figures; a way that nobody entered is said to be left out of them."""
        _, locale = words(self._around.language).gettext, self._around.locale
        empty(self._rows)
        self.lines = []
        self._verdict.setVisible(is_worth_it(cost.total, stakes))
        rates = cost.rates
        each = _("{time} at {rate}").format(
            time=duration_words(cost.minutes, locale), rate=self._sum(rates.hour)
        )
        self._row(each, money(cost.time, locale), Type.BODY_MEDIUM, Ink.MUTED)
        if cost.distance_tenths:
            far = distance_words(cost.distance_tenths, rates.unit.value, locale)
            each = _("{time} at {rate}").format(time=far, rate=self._sum(rates.distance))
            self._row(each, money(cost.way, locale), Type.BODY_MEDIUM, Ink.MUTED)
        if not way_known:
            said = _("The way is not known and left out.")
            self._rows.addWidget(Paragraph(self._around.theme, said, Type.SMALL, Ink.MUTED))
            self.lines.append(said)
        self._rows.addWidget(Hairline())
        self._row(_("Costs"), self._sum(cost.total), Type.BODY_STRONG)
        for title, sum_ in (
            (_("At stake: overdue"), stakes.overdue),
            (_("Interest saved in {days} days").format(days=SAVED_DAYS), stakes.interest),
            (_("Limit at stake"), stakes.limit),
            (_("Yearly margin"), stakes.margin),
        ):
            if sum_:  # what is nought is not at stake
                self._row(title, self._sum(sum_), Type.BODY_STRONG)
        if stakes.rate_day is not None:
            day = day_short(stakes.rate_day, locale)
            said = _("Other currencies are worked out, at the rate of {day}.").format(day=day)
            self._rows.addWidget(Paragraph(self._around.theme, said, Type.SMALL, Ink.MUTED))
            self.lines.append(said)

    def _row(self, title: str, figure: str, style: Type, ink: Ink = Ink.TEXT) -> None:
        theme, line = self._around.theme, QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(Paragraph(theme, title, Type.BODY, ink), 1)
        row.addWidget(Text(theme, figure, style))
        line.setAccessibleName(f"{title}: {figure}")
        self.lines.append(line.accessibleName())
        self._rows.addWidget(line)

    def _sum(self, sum_: Money) -> str:
        return money(sum_, self._around.locale, symbol=True)
