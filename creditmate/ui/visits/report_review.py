"""What we make of a visit, for us only: mood, satisfaction, limit and risk, and a new limit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.feeling import Mood
from creditmate.domain.money import Money
from creditmate.domain.visit_report import SCORES, LimitView, Review, RiskView
from creditmate.i18n.call_words import mood_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.i18n.visit_report_words import limit_view_words, risk_view_words
from creditmate.services.visit_report_notes import NewLimit
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.chip_flow import ChipFlow
from creditmate.ui.kit.chips import ChipText
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.kit.typed_fields import MoneyField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type
from creditmate.ui.visits.report_choice import choice_of
from creditmate.ui.visits.report_values import ReportValues

_DECIDED = frozenset({LimitView.RAISE.value, LimitView.LOWER.value})
"""What a new limit may be decided with at once."""


class ReportReview(QWidget):
    """Satisfaction is asked only when it may be, as in a call; a limit is decided where it changes.

    Attributes:
        mood: Of the talk.
        satisfaction: From 1 to 5.
        limit: What the visit says of the limit.
        new_limit: The one that counts from today on.
        risk: What it says of the risk.
        note: In our words.
    """

    told_anew = Signal()

    def __init__(
        self,
        around: Surroundings,
        currency: str,
        now: Money | None,
        *,
        may_ask: bool,
        decides: bool,
    ) -> None:
        """Make it; ``now`` is the limit that counts, ``decides`` that a new one may be set here."""
        super().__init__()
        self._currency, self._decides, self._may_ask = currency, decides, may_ask
        self._has_limit = now is not None
        _, theme, language = words(around.language).gettext, around.theme, around.language
        moods = [ChipText(one.value, mood_words(one, language)) for one in Mood]
        self.mood = ChipFlow(theme, _("The mood"), moods, one=True)
        scores = [ChipText(str(score), str(score)) for score in SCORES]
        self.satisfaction = ChipFlow(theme, _("How satisfied, 1 to 5"), scores, one=True)
        asked = _("How satisfied are they with how we dealt with it? 5 is best")
        self._asked = Field(theme, asked, self.satisfaction, echoes=False)
        later = _("Not said")
        self.limit = choice_of(around, _("The credit limit"), LimitView, limit_view_words, later)
        self.risk = choice_of(around, _("The risk"), RiskView, risk_view_words, later)
        self.new_limit = MoneyField(around, _("New limit, from today on"), currency)
        self.because = Field(theme, _("Why"), LineInput(theme, ""), echoes=False)
        self.none = CheckRow(theme, _("No limit any more"))
        self.note = Field(theme, _("Note, for us"), LineInput(theme, ""), echoes=False)
        said = (
            _("No limit is set.")
            if now is None
            else _("The limit is {amount}.").format(amount=money(now, around.locale, symbol=True))
        )
        self._now = Paragraph(theme, said, Type.SMALL, Ink.MUTED)
        self._lay_out(Field(theme, _("The mood"), self.mood, echoes=False))
        self.limit.input.currentIndexChanged.connect(self._follow)
        self.none.toggled.connect(self._follow)
        for chips in (self.mood, self.satisfaction):
            chips.turned.connect(self.told_anew)
        self.risk.input.currentIndexChanged.connect(self.told_anew)
        self._asked.setVisible(may_ask)
        self._follow()

    def _lay_out(self, mood: QWidget) -> None:
        views, self._new = ColumnGrid(2, gap=SPACE.l), ColumnGrid(2, gap=SPACE.l)
        views.add(self.limit, self.risk)
        self._new.add(self.new_limit, self.because)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        for part in (mood, self._asked, views, self._now, self._new, self.none, self.note):
            column.addWidget(part)

    def be_known(self, values: ReportValues) -> None:
        """Have the fields kept as they are typed."""
        for name, field in (
            ("mood", self.mood),
            ("satisfaction", self.satisfaction),
            ("limit", self.limit.input),
            ("risk", self.risk.input),
            ("new_limit", self.new_limit.input),
            ("because", self.because.input),
            ("none", self.none),
            ("note", self.note.input),
        ):
            values.know(f"review.{name}", field)

    @property
    def told(self) -> Review:
        """What is told; what the visit took is beside."""
        limit, risk = self.limit.input.currentData(), self.risk.input.currentData()
        mood, score = "".join(self.mood.on), "".join(self.satisfaction.on)
        return Review(
            limit=LimitView(limit) if limit else None,
            risk=RiskView(risk) if risk else None,
            mood=Mood(mood) if mood else None,
            satisfaction=int(score) if score and self._may_ask else None,
            note=self.note.input.text().strip(),
        )

    def read_limit(self) -> tuple[NewLimit | None, bool]:
        """Return the new limit, if one was decided, and whether it could be understood."""
        if not self._is_decided:
            return None, True
        because = self.because.input.text().strip()
        if self.none.isChecked():
            return NewLimit(None, self._currency, because), True
        amount, is_read = self.new_limit.read_or_refuse()
        if amount is None:
            return None, is_read
        return NewLimit(amount, self._currency, because), True

    @property
    def _is_decided(self) -> bool:
        return self._decides and self.limit.input.currentData() in _DECIDED

    def _follow(self) -> None:
        """A limit is asked for only where it changes."""
        for part in (self._now, self._new):
            part.setVisible(self._is_decided)
        self.none.setVisible(self._is_decided and self._has_limit)
        self.new_limit.input.setEnabled(not self.none.isChecked())
        self.told_anew.emit()
