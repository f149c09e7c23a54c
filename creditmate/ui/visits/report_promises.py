"""Amounts promised on a visit: each in its currency, and doubted where they go beyond the debt."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import UserError
from creditmate.domain.money import Money
from creditmate.domain.promised_sums import beyond
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.kit.typed_fields import MoneyField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE


class PromisedAmount(ColumnGrid):
    """An amount; where the customer owes in several currencies, beside it in which.

    Attributes:
        amount: What is typed.
        currency: Which it is; None where only one is owed.
    """

    edited = Signal()

    def __init__(
        self,
        around: Surroundings,
        label: str,
        currencies: Sequence[str],
        follows: Callable[[Money], str],
    ) -> None:
        several = len(currencies) > 1
        super().__init__(2 if several else 1, gap=SPACE.s)
        _ = words(around.language).gettext
        self.amount = MoneyField(around, label, currencies[0], follows)
        self.currency: Field[Choice] | None = None
        self.add(self.amount)
        if several:
            choice = Choice(around.theme, _("Currency"))
            for code in currencies:
                choice.addItem(code, code)
            self.currency = Field(around.theme, _("Currency"), choice, echoes=False)
            self.add(self.currency)
            choice.currentIndexChanged.connect(self._on_chosen)

    def stops(self) -> list[QWidget]:
        """Where Tab stops in it, in order."""
        return [one.input for one in (self.amount, self.currency) if one is not None]

    @property
    def said(self) -> Money | None:
        """What is typed, as far as it can be understood."""
        try:
            return self.amount.read()
        except UserError:
            return None

    def _on_chosen(self) -> None:
        if self.currency is not None:
            self.amount.take_currency(str(self.currency.input.currentData()))
            self.edited.emit()


def doubt(around: Surroundings, said: Sequence[Money], owed: Sequence[Money], currency: str) -> str:
    """Return in words that more is promised in a currency than is owed in it; '' where not."""
    if not owed:
        return ""
    found = next((one for one in beyond(said, owed) if one.promised.currency == currency), None)
    if found is None:
        return ""
    text = words(around.language).gettext("more than the {owed} that is owed: right currency?")
    return text.format(owed=money(found.owed, around.locale, symbol=True))
