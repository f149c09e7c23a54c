"""Fields in which a day or an amount is typed: what was understood is echoed below."""

from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar

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


Typed = TypeVar("Typed")


class TypedField(Field[LineInput], Generic[Typed]):
    """What is typed is understood as soon as it can be; what cannot be is told when it is left."""

    def __init__(self, around: Surroundings, label: str, line: LineInput) -> None:
        super().__init__(around.theme, label, line)
        self._around, self._label = around, label
        self.input.textChanged.connect(self._on_typed)
        self.input.editingFinished.connect(self._on_left)

    def read(self) -> Typed | None:
        """Return what is typed; None where nothing is.

        Raises:
            UserError: It cannot be understood.
        """
        text = self.input.text().strip()
        return self._understood(text) if text else None

    def read_or_refuse(self) -> tuple[Typed | None, bool]:
        """Return what is typed, and whether it could be read; if not, that is said and gone to."""
        try:
            return self.read(), True
        except UserError as error:
            self._tell_of(error)
            self.setFocus()
            return None, False

    def _understood(self, text: str) -> Typed:
        raise NotImplementedError

    def _echo_read(self, value: Typed) -> None:
        raise NotImplementedError

    def _on_typed(self) -> None:
        self.clear()
        try:
            value = self.read()
        except UserError:
            return  # half typed
        if value is not None:
            self._echo_read(value)

    def _on_left(self) -> None:
        try:
            self.read()
        except UserError as error:
            self._tell_of(error)

    def _tell_of(self, error: UserError) -> None:
        self.refuse(problem_words(error, self._around.language, self._around.locale))


class DayField(TypedField[date]):
    """A day in the words people type; it may be left empty."""

    def __init__(self, around: Surroundings, label: str, towards: Towards = Towards.FUTURE) -> None:
        super().__init__(around, label, LineInput(around.theme, label))
        self._towards = towards

    def show_day(self, day: date | None) -> None:
        """Show a day, or none."""
        self.input.setText("" if day is None else day_short(day, self._around.locale))
        self.clear()

    def _understood(self, text: str) -> date:
        today = self._around.program.clock.today
        return parse_day(text, self._around.locale, today, towards=self._towards, field=self._label)

    def _echo_read(self, value: date) -> None:
        self.echo(day_echoed(value, self._around.locale))


class MoneyField(TypedField[Money]):
    """An amount in a currency; it may be left empty."""

    def __init__(
        self, around: Surroundings, label: str, currency: str, follows: Follows | None = None
    ) -> None:
        super().__init__(around, label, LineInput(around.theme, label, amount=True))
        self._currency, self._follows = currency, follows

    def take_currency(self, currency: str) -> None:
        """Understand what is typed in another currency from now on."""
        self._currency = currency
        self._on_typed()

    def show_amount(self, amount: Money | None) -> None:
        """Show an amount, or none."""
        self.input.setText("" if amount is None else money(amount, self._around.locale))

    def _understood(self, text: str) -> Money:
        return parse_money(text, self._currency, self._around.locale, field=self._label)

    def _echo_read(self, value: Money) -> None:
        shown = money(value, self._around.locale, symbol=True)
        self.echo(shown, self._follows(value) if self._follows else "")
