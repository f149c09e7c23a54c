"""Amounts promised on a visit: each in its currency, and doubted where they go beyond the debt."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import UserError
from creditmate.domain.money import Money
from creditmate.domain.promised_sums import Account, Beyond, beyond, left_beside
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.services.plan_agreeing import PlanDraft
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


Promised = tuple[Money, date | None]
"""A sum and by which day, as far as that was said."""


class PromiseDoubts:
    """Says where more is promised than is owed, or than a plan leaves of it.

    Args:
        around: Of the window.
        owed: In each currency.
        account: What is open, with what of it plans hold.
        before: What was promised on the visit already.
        agreed: Returns the plan that is being agreed beside it; None where there is none.
    """

    def __init__(
        self,
        around: Surroundings,
        owed: Sequence[Money],
        account: Account | None,
        before: Sequence[Promised],
        agreed: Callable[[], PlanDraft | None],
    ) -> None:
        self._around, self._owed, self._account = around, owed, account
        self._before, self._agreed = before, agreed
        self._ = words(around.language).gettext

    def words(self, typed: Sequence[Promised], currency: str) -> str:
        """Return in words what is odd about the sums of a currency; '' where nothing is."""
        promised = [one for one in (*self._before, *typed) if one[0].currency == currency]
        said = [one for one, _ in promised]
        text, found = self._("more than the {owed} that is owed: right currency?"), list[Beyond]()
        if self._owed:
            found = beyond(said, self._owed)
        if not found and self._account is not None:
            text = self._("more than the {owed} that the plan leaves to be asked for by then")
            left = self._left(self._account, [by for _, by in promised if by is not None])
            planned = any(one.currency == currency for one in left)
            found = beyond(said, left) if planned else []
        if not found:
            return ""
        return text.format(owed=money(found[0].owed, self._around.locale, symbol=True))

    def _left(self, account: Account, days: Sequence[date]) -> list[Money]:
        by = max(days, default=self._around.program.clock.today)
        plan = self._agreed()
        if plan is None:
            return left_beside(account, by)
        held = {item.row.id: item.amount.minor for item in plan.items}
        return left_beside(account, by, held, replaces=plan.terms.replaces is not None)
