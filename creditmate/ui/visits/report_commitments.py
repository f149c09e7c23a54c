"""What each side will do by when: as many lines as were agreed, the last always an empty one."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.visit_report import Commitment
from creditmate.domain.visits import Side
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.typed_fields import DayField, MoneyField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.visits.report_far import typed_day
from creditmate.ui.visits.report_promises import Promised, PromisedAmount, PromiseDoubts
from creditmate.ui.visits.report_values import ReportValues

_MOST = 20
"""Lines: nobody agrees to more in an hour."""


class CommitmentRow(QWidget):
    """What will be done, or paid, and by which day.

    Attributes:
        what: The words, or the amount.
        by: The day.
        promised: The amount with its currency; None of what is done otherwise.
    """

    def __init__(
        self,
        around: Surroundings,
        label: str,
        side: Side,
        currencies: Sequence[str] = (),
        follows: Callable[[Money], str] = lambda _amount: "",
    ) -> None:
        super().__init__()
        self._ = _ = words(around.language).gettext
        self._side = side
        self.what: MoneyField | Field[LineInput]
        self.promised: PromisedAmount | None = None
        if currencies:
            self.promised = PromisedAmount(around, label, currencies, follows)
            self.what = self.promised.amount
        else:
            self.what = Field(around.theme, label, LineInput(around.theme, ""), echoes=False)
        self.by = DayField(around, _("By"))
        fields = ColumnGrid(2, gap=SPACE.l)
        fields.add(self.promised or self.what, self.by)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(fields)

    @property
    def is_begun(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.what.input.text().strip() or self.by.input.text().strip())

    @property
    def by_when(self) -> date | None:
        """The day, as far as it can be understood."""
        return typed_day(self.by)

    def read(self) -> tuple[Commitment | None, bool]:
        """Return what it says, and whether that could be understood."""
        amount, is_read = self._amount()
        said = "" if isinstance(self.what, MoneyField) else self.what.input.text().strip()
        if not is_read or not self.is_begun:
            return None, is_read
        if amount is None and not said:
            self.what.refuse(self._("Say what is to be done by then."))
            self.what.setFocus()
            return None, False
        day, is_read = self._day()
        if day is None or not is_read:
            return None, False
        return Commitment(self._side, day, said, amount), True

    def _amount(self) -> tuple[Money | None, bool]:
        return self.what.read_or_refuse() if isinstance(self.what, MoneyField) else (None, True)

    def _day(self) -> tuple[date | None, bool]:
        day, is_read = self.by.read_or_refuse()
        if is_read and day is None:
            self.by.refuse(self._("Say by which day."))
            self.by.setFocus()
            return None, False
        return day, is_read


class CommitmentRows(QWidget):
    """The last line is always an empty one.

    Attributes:
        rows: All of them.
    """

    grown = Signal()

    def __init__(  # noqa: PLR0913, PLR0917 - what such lines have to be told
        self,
        around: Surroundings,
        values: ReportValues,
        name: str,
        labels: tuple[str, str],
        side: Side,
        currencies: Sequence[str] = (),
        doubts: PromiseDoubts | None = None,
    ) -> None:
        """Make the first; ``labels`` are of the first line and of those after it.

        With ``currencies`` they are amounts, of which ``doubts`` says what is odd.
        """
        super().__init__()
        self._around, self._values, self._name = around, values, name
        self._labels, self._side, self._currencies = labels, side, currencies
        self._doubts, self._doubted = doubts, frozenset[tuple[Money, str]]()
        self.rows: list[CommitmentRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)
        self._grow()

    @property
    def told(self) -> int:
        """How many are begun."""
        return sum(row.is_begun for row in self.rows)

    def read(self) -> tuple[list[Commitment], bool]:
        """Return what they say, and whether all of it could be understood."""
        found = []
        for row in self.rows:
            commitment, is_read = row.read()
            if not is_read:
                return [], False
            found += [] if commitment is None else [commitment]
        return found, True

    @property
    def days(self) -> list[DayField]:
        """By which day each of them is."""
        return [row.by for row in self.rows]

    def _grow(self) -> None:
        place = len(self.rows)
        label = self._labels[min(place, 1)]
        row = CommitmentRow(self._around, label, self._side, self._currencies, self._doubt)
        before: QWidget | None = self.rows[-1].by.input if self.rows else None
        self.rows.append(row)
        self._column.addWidget(row)
        self._values.know(f"{self._name}.{place}.what", row.what.input)
        self._values.know(f"{self._name}.{place}.by", row.by.input)
        if row.promised is not None and row.promised.currency is not None:
            self._values.know(f"{self._name}.{place}.currency", row.promised.currency.input)
        row.what.input.textChanged.connect(self._on_typed)
        if before is not None:
            stops = [row.what.input] if row.promised is None else row.promised.stops()
            for stop in (*stops, row.by.input):
                QWidget.setTabOrder(before, stop)
                before = stop
        self.grown.emit()

    @property
    def _said(self) -> list[Promised]:
        rows = ((row, row.promised) for row in self.rows if row.promised is not None)
        return [(said, row.by_when) for row, one in rows if (said := one.said) is not None]

    def _doubt(self, amount: Money) -> str:
        """What is to be said of an amount, with those of the other lines, beside what is owed."""
        return "" if self._doubts is None else self._doubts.words(self._said, amount.currency)

    def is_asked(self, unfold: Callable[[], object]) -> bool:
        """Ask once whether sums are meant that are odd, where the last of them stands."""
        sums = totals_by_currency(said for said, _ in self._said)
        odd = {one: said for one in sums if (said := self._doubt(one))}
        fresh = frozenset(odd.items()) - self._doubted
        self._doubted = frozenset(odd.items())
        for row in reversed(self.rows):
            sum_ = None if row.promised is None else row.promised.said
            if sum_ is None or not any(sum_.currency == one.currency for one, _ in fresh):
                continue
            unfold()
            text = words(self._around.language).gettext(
                "{doubt}. Save once more if that is what they mean."
            )
            doubt = self._doubt(sum_)
            row.what.refuse(text.format(doubt=doubt[:1].upper() + doubt[1:].rstrip("?")))
            row.what.setFocus()
            return True
        return False

    def _on_typed(self) -> None:
        if self.rows[-1].is_begun and len(self.rows) < _MOST:
            self._grow()
