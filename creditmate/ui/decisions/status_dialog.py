"""How we trade with a customer from today on, and how much it may owe."""

from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.credit_limits import LimitUse
from creditmate.domain.customer_status import Status
from creditmate.domain.money import Money
from creditmate.i18n.account_words import limit_line, status_line
from creditmate.i18n.catalogue import words
from creditmate.services.customers import Brief
from creditmate.ui.decisions.decision_words import (
    follows_from,
    limit_follows,
    limit_told,
    needs_reason,
    status_offers,
    status_told,
)
from creditmate.ui.decisions.told import Told
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.typed_fields import MoneyField
from creditmate.ui.surroundings import Surroundings


class StatusDialog(EditDialog):
    """A status and its reason; what follows is said as it is chosen."""

    def __init__(self, around: Surroundings, window: QWidget, brief: Brief, told: Told) -> None:
        _ = words(around.language).gettext
        self._brief, self._told = brief, told
        now = status_line(brief.facts, around.language, around.locale, brief.as_at)
        title = _("How we trade with {name}").format(name=brief.customer.name)
        detail = _("Until now: {status}").format(status=now)
        super().__init__(around, window, title, _("Decide"), detail=detail)
        theme = around.theme
        self.status = Field(theme, _("From today on"), Choice(theme, ""))
        for code, said in status_offers(around.language):
            self.status.input.addItem(said, code)
        self.reason = Field(theme, _("Reason"), LineInput(theme, ""))
        self.add("decision.reason", self.reason)
        self.put(self.status, self.reason)
        self.status.input.currentIndexChanged.connect(self._on_chosen)
        self.status.input.setCurrentIndex(self.status.input.findData(brief.facts.status.value))
        self._on_chosen()
        self.open_at(self.status)

    def on_verb(self) -> None:
        """Decide; some need their reason."""
        status = self._status
        decide = self.around.program.decisions.set_status
        code, reason = self._brief.customer.code, self.reason.input.text()
        self.submit(partial(decide, code, status, reason), self._on_decided)

    @property
    def _status(self) -> Status:
        return Status(str(self.status.input.currentData()))

    def _on_chosen(self) -> None:
        _, language = words(self.around.language).gettext, self.around.language
        self.status.note(follows_from(self._status, language))
        self.reason.clear()
        hint = _("needed") if needs_reason(self._status) else ""
        self.reason.input.setPlaceholderText(hint)
        self.refit()

    def _on_decided(self, done: Done) -> None:
        said = status_told(self._brief.customer.name, self._status, self.around.language)
        self._told(said, done)


class LimitDialog(EditDialog):
    """A limit and its reason; none where the amount is left empty."""

    def __init__(self, around: Surroundings, window: QWidget, brief: Brief, told: Told) -> None:
        _ = words(around.language).gettext
        self._brief, self._told = brief, told
        facts, language, locale = brief.facts, around.language, around.locale
        now = limit_line(facts.limit, language, locale)
        title = _("What {name} may owe").format(name=brief.customer.name)
        detail = _("Until now: {limit}").format(limit=now)
        super().__init__(around, window, title, _("Set the limit"), detail=detail)
        theme = around.theme
        self.amount = MoneyField(
            around,
            _("Credit limit, {currency}; empty for none").format(currency=self._currency),
            self._currency,
            lambda limit: limit_follows(facts, limit, language, locale),
        )
        self.group = CheckRow(theme, _("For the head office and all its branches together"))
        self.group.setVisible(bool(facts.branches))
        self.reason = Field(theme, _("Reason"), LineInput(theme, ""))
        self.add("limit.amount", self.amount)
        self.add("decision.reason", self.reason)
        self.put(self.amount, self.group, self.reason)
        self.amount.show_amount(self._limit_of(facts.limit))
        self.group.toggled.connect(self._on_group)
        self.open_at(self.amount)

    @property
    def _currency(self) -> str:
        return self._brief.customer.currency

    def on_verb(self) -> None:
        """Set it from today on."""
        amount, is_read = self.amount.read_or_refuse()
        if not is_read:
            return
        work = partial(
            self.around.program.decisions.set_limit,
            self._brief.customer.code,
            amount,
            self._currency,
            self.reason.input.text(),
            group=self.group.isChecked(),
        )
        self.submit(work, partial(self._on_decided, amount))

    def _on_group(self, is_group: bool) -> None:
        facts = self._brief.facts
        self.amount.show_amount(self._limit_of(facts.group_limit if is_group else facts.limit))

    def _limit_of(self, use: LimitUse | None) -> Money | None:
        return use.limit if use and use.limit.currency == self._currency else None

    def _on_decided(self, amount: Money | None, done: Done) -> None:
        name = self._brief.customer.name
        self._told(limit_told(name, amount, self.around.language, self.around.locale), done)
