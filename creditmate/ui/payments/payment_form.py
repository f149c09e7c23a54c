"""What is typed of a payment: who, how much, when, how; the seldom things folded away."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.receipts import Method
from creditmate.i18n.catalogue import words
from creditmate.i18n.payment_words import method_words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.panel import SidePanel
from creditmate.ui.payments.also_rows import AlsoRows
from creditmate.ui.payments.entry_state import EXTRA_FIELDS, Paying, TypedPayment
from creditmate.ui.search.customer_input import CustomerInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground


class PaymentForm(SidePanel):
    """Keeps day and method for the next one, as receipts come in rows from one bank statement."""

    edited = Signal()
    left = Signal()
    """One has gone to another field: what cannot be read may be said now."""
    who_picked = Signal()

    def __init__(self, around: Surroundings) -> None:
        _ = words(around.language).gettext
        super().__init__(_("Payment"), SPACE.xl)
        self._around, self._words = around, _
        self.setProperty("ground", Ground.SURFACE.value)
        self.setFixedWidth(SIZES.panel)
        self._currency = ""
        who = CustomerInput(around, _("Customer"))
        self.who = Field(around.theme, _("Customer"), who, echoes=False)
        self.amount = self._line(_("Amount"), amount=True, echoes=True)
        self.received = self._line(_("Received on"), echoes=True)
        self.received.input.setPlaceholderText(_("today"))
        paid_by = Choice(around.theme, _("Paid by"))
        self.method = Field(around.theme, _("Paid by"), paid_by, echoes=False)
        for method in Method:
            self.method.input.addItem(method_words(method, around.language), method)
        self.reference = self._line(_("Reference"))
        self.payer = self._line(_("Payer, if it is another name"))
        self._build_more()
        self._fill_body()
        self._connect()
        inside = self._scroll.widget()
        if inside is not None:
            inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as wide as what it holds: larger text and longer words are not cut."""
        if event.type() == QEvent.Type.LayoutRequest and isinstance(watched, QWidget):
            self.setFixedWidth(max(SIZES.panel, watched.minimumSizeHint().width()))
        return super().eventFilter(watched, event)

    def _line(self, label: str, *, amount: bool = False, echoes: bool = False) -> Field[LineInput]:
        theme = self._around.theme
        return Field(theme, label, LineInput(theme, label, amount=amount), echoes=echoes)

    def _build_more(self) -> None:
        _ = self._words
        self.discount = self._line(_("Discount taken"), amount=True)
        self.withheld = self._line(_("Tax withheld"), amount=True)
        self.charge = self._line(_("Bank charge on the way"), amount=True)
        self.reached = self._line(_("Reached our bank"), amount=True)
        self.deposit = self._line(_("What is left is a deposit for the job"))
        self.also = AlsoRows(self._around)
        self.more = Button(self._around.theme, _("Discount, tax, charge, deposit…"), Kind.LINK)
        self.fold = QWidget()
        self.fold.hide()

    def _fill_body(self) -> None:
        self.body.setSpacing(SPACE.l)
        self.body.setAlignment(Qt.AlignmentFlag(0))
        self.body.addWidget(self.who)
        self.body.addLayout(_pair(self.amount, self.received))
        self.body.addLayout(_pair(self.method, self.reference))
        self.body.addWidget(self.payer)
        line = QHBoxLayout()
        line.addWidget(self.more)
        line.addStretch()
        seldom = QVBoxLayout()
        seldom.setSpacing(SPACE.xs)
        seldom.addWidget(self.also)
        seldom.addLayout(line)
        self.body.addLayout(seldom)
        self.body.addWidget(self.fold)
        column = QVBoxLayout(self.fold)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.l)
        column.addLayout(_pair(self.discount, self.withheld))
        column.addLayout(_pair(self.charge, self.reached))
        column.addWidget(self.deposit)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.who.input.picked.connect(self._on_who)
        self.method.input.currentIndexChanged.connect(self.edited)
        self.also.edited.connect(self.edited)
        self.more.clicked.connect(lambda: self.unfold(wanted=self.fold.isHidden()))
        for field in self._lines():
            field.input.textChanged.connect(self.edited)
            field.input.editingFinished.connect(self.left)

    def _lines(self) -> tuple[Field[LineInput], ...]:
        return (
            self.amount, self.received, self.reference, self.payer,
            self.discount, self.withheld, self.charge, self.reached, self.deposit,
        )  # fmt: skip

    # ------------------------------------------------------------- what is in it
    @property
    def typed(self) -> TypedPayment:
        """What stands in it."""
        who = self.who.input
        first = (Paying(who.code, who.text(), self._currency),) if who.code else ()
        return TypedPayment(
            paying=(*first, *self.also.paying) if first else (),
            amount=self.amount.input.text(),
            received=self.received.input.text(),
            method=Method(self.method.input.currentData()),
            reference=self.reference.input.text(),
            payer=self.payer.input.text(),
            discount=self.discount.input.text(),
            withheld=self.withheld.input.text(),
            charge=self.charge.input.text(),
            deposit_for=self.deposit.input.text(),
            reached_bank=self.reached.input.text(),
        )

    def know_currency(self, currency: str) -> None:
        """Understand amounts in the currency of whoever pays."""
        self._currency = currency

    def begin_next(self) -> None:
        """Begin another one; day and method stay."""
        self._currency = ""
        self.also.clear()
        for field in self._lines():
            if field is not self.received:
                field.input.clear()
            field.clear()
        self.who.input.choose("", "")
        self.who.clear()
        self.unfold(wanted=False)

    def show_typed(self, typed: TypedPayment) -> None:
        """Show a payment again that was taken back; its further customers are typed anew."""
        if typed.paying:
            self.who.input.choose(typed.paying[0].code, typed.paying[0].name)
        self.method.input.setCurrentIndex(self.method.input.findData(typed.method))
        for field, text in zip(
            self._lines(),
            (
                typed.amount, typed.received, typed.reference, typed.payer, typed.discount,
                typed.withheld, typed.charge, typed.reached_bank, typed.deposit_for,
            ),
            strict=True,
        ):  # fmt: skip
            field.input.setText(text)

    def unfold(self, *, wanted: bool) -> None:
        """Show what is seldom needed, or fold it away."""
        self.fold.setVisible(wanted)
        if wanted:
            self.discount.setFocus()

    def _on_who(self, code: str, _name: str) -> None:
        self._currency = ""
        self.edited.emit()
        if code:
            self.who_picked.emit()

    # ------------------------------------------------------------- what is wrong
    def quiet(self) -> None:
        """Say nothing below the fields."""
        self.who.clear()
        for field in self._lines():
            field.clear()
        self.also.quiet()

    def refuse(self, problems: Mapping[str, str]) -> None:
        """Say below each field what is wrong with it."""
        for name, words_ in problems.items():
            self.field(name).refuse(words_)

    def go_to(self, name: str) -> None:
        """Put the focus into a field; one that is folded away is shown."""
        field = self.field(name)
        if self.fold.isAncestorOf(field):
            self.unfold(wanted=True)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(field)

    def field(self, name: str) -> Field[CustomerInput] | Field[LineInput]:
        """The field of a name, as the service names it."""
        if name.startswith("also-"):
            row = self.also.field(int(name.removeprefix("also-")))
            return self.amount if row is None else row.amount
        fields: dict[str, Field[CustomerInput] | Field[LineInput]] = {
            "customer": self.who,
            "received": self.received,
            "reference": self.reference,
            "payer": self.payer,
            "reached-bank": self.reached,
            "deposit": self.deposit,
            "extra": self.discount,
            **dict(zip(EXTRA_FIELDS, (self.discount, self.withheld, self.charge), strict=True)),
        }
        return fields.get(name, self.amount)


def _pair(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.m)
    row.addWidget(first, 1)
    row.addWidget(second, 1)
    return row
