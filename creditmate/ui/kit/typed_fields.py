"""Fields in which a day or an amount is typed: what was understood is echoed below."""

from collections.abc import Callable
from datetime import date

from creditmate.domain.errors import UserError
from creditmate.domain.money import Money
from creditmate.i18n.formats import day_echoed, day_short, money
from creditmate.i18n.parsing import Towards, parse_day, parse_money
from creditmate.i18n.problems import problem_words
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.surroundings import Surroundings

Follows = Callable[[Money], str]
"""Says what follows from an amount."""


class DayField(Field[LineInput]):
    """A day in the words people type; it may be left empty."""

    def __init__(self, around: Surroundings, label: str, towards: Towards = Towards.FUTURE) -> None:
        super().__init__(around.theme, label, LineInput(around.theme, label))
        self._around, self._label, self._towards = around, label, towards
        self.input.textChanged.connect(self._on_typed)
        self.input.editingFinished.connect(self._on_left)

    def show_day(self, day: date | None) -> None:
        """Show a day, or none."""
        self.input.setText("" if day is None else day_short(day, self._around.locale))
        self.clear()

    def read(self) -> date | None:
        """Return the day that is typed; None where nothing is.

        Raises:
            UserError: ``BAD_DATE``.
        """
        text, today = self.input.text().strip(), self._around.program.clock.today
        if not text:
            return None
        return parse_day(text, self._around.locale, today, towards=self._towards, field=self._label)

    def read_or_refuse(self) -> tuple[date | None, bool]:
        """Return the day, and whether it could be read; if not, that is said and gone to."""
        try:
            return self.read(), True
        except UserError as error:
            _tell(self, error, self._around)
            self.setFocus()
            return None, False

    def _on_typed(self) -> None:
        self.clear()
        try:
            day = self.read()
        except UserError:
            return  # half typed
        if day is not None:
            self.echo(day_echoed(day, self._around.locale))

    def _on_left(self) -> None:
        try:
            self.read()
        except UserError as error:
            _tell(self, error, self._around)


class MoneyField(Field[LineInput]):
    """An amount in a currency; it may be left empty."""

    def __init__(
        self, around: Surroundings, label: str, currency: str, follows: Follows | None = None
    ) -> None:
        super().__init__(around.theme, label, LineInput(around.theme, label, amount=True))
        self._around, self._label, self._currency = around, label, currency
        self._follows = follows
        self.input.textChanged.connect(self._on_typed)
        self.input.editingFinished.connect(self._on_left)

    def show_amount(self, amount: Money | None) -> None:
        """Show an amount, or none."""
        self.input.setText("" if amount is None else money(amount, self._around.locale))

    def read(self) -> Money | None:
        """Return the amount that is typed; None where nothing is.

        Raises:
            UserError: ``BAD_MONEY``.
        """
        text = self.input.text().strip()
        if not text:
            return None
        return parse_money(text, self._currency, self._around.locale, field=self._label)

    def read_or_refuse(self) -> tuple[Money | None, bool]:
        """Return the amount, and whether it could be read; if not, that is said and gone to."""
        try:
            return self.read(), True
        except UserError as error:
            _tell(self, error, self._around)
            self.setFocus()
            return None, False

    def _on_typed(self) -> None:
        self.clear()
        try:
            amount = self.read()
        except UserError:
            return  # half typed
        if amount is not None:
            shown = money(amount, self._around.locale, symbol=True)
            self.echo(shown, self._follows(amount) if self._follows else "")

    def _on_left(self) -> None:
        try:
            self.read()
        except UserError as error:
            _tell(self, error, self._around)


def _tell(field: Field[LineInput], error: UserError, around: Surroundings) -> None:
    field.refuse(problem_words(error, around.language, around.locale))
