"""What is typed after ``pay``, turned into a payment: amounts, numbers of invoices, shares."""

from collections.abc import Sequence

from creditmate.cli.session import Session
from creditmate.domain.currencies import CODES
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.proposals import PayableItem, Proposal, ProposedItem
from creditmate.domain.receipts import Extra, Method, NewPayment, Part, Share
from creditmate.i18n.day_parsing import Towards
from creditmate.i18n.parsing import parse_money
from creditmate.services.allocating import MoneyWanted

_EXTRAS = {
    "discount": EntryKind.DISCOUNT,
    "withheld": EntryKind.TAX_WITHHELD,
    "charge": EntryKind.BANK_CHARGE,
}
_Typed = tuple[str, Money]
"""A number and an amount; the number is empty where only an amount was typed."""


class PaymentOptions:
    """The options of one ``pay CODE AMOUNT``, read in the user's locale."""

    def __init__(self, session: Session, code: str, amount: str) -> None:
        self._session, self._code = session, code
        arguments = session.arguments
        self._currency = self._read_currency()
        self._amount = self._money(amount, "AMOUNT")
        text = arguments.received
        self._received = (
            session.today if text is None else session.day(text, "--received", Towards.PAST)
        )
        self._allocate: list[str] = arguments.allocate or ["auto"]
        self._extras = [
            (kind, *self._typed(one, f"--{name}"))
            for name, kind in _EXTRAS.items()
            for one in getattr(arguments, name)
        ]

    def payment(self) -> NewPayment:
        """Return the payment; on the database thread, since proposals are asked for.

        Raises:
            UserError: ``PAYMENT_FIELD``, ``UNKNOWN_CUSTOMER``.
        """
        arguments = self._session.arguments
        wanted = [
            (self._code, self._amount),
            *(self._typed(one, "--and") for one in arguments.others),
        ]
        if self._by_hand_wanted:
            shares = self._by_hand([self._propose(code, amount) for code, amount in wanted])
        else:
            shares = [*self._shares(self._code, self._amount, self._extras)]
            for code, amount in wanted[1:]:
                shares += self._shares(code, amount, ())
        reached = arguments.reached_bank
        return NewPayment(
            received=self._received,
            method=Method(arguments.method),
            shares=tuple(shares),
            payer=arguments.payer,
            reference=arguments.reference,
            reached_bank=None if reached is None else self._money(reached, "--reached-bank"),
            any_discount=arguments.allow_discount,
        )

    @property
    def _by_hand_wanted(self) -> bool:
        held = self._session.arguments.deposit_for.strip()
        return self._allocate not in (["none"], ["auto"]) and not held

    def _shares(
        self, code: str, amount: Money, extras: Sequence[tuple[EntryKind, str, Money]]
    ) -> Sequence[Share]:
        job = self._session.arguments.deposit_for.strip()
        if job:
            return [Share(code, amount, deposit_for=job)]
        if self._allocate == ["none"]:
            return [Share(code, amount)]
        beside = sum(extra.minor for _, _, extra in extras)
        proposal = self._propose(code, Money(amount.minor + beside, amount.currency))
        return self._beside(proposal, amount, extras) if extras else proposal.shares

    def _propose(self, code: str, amount: Money) -> Proposal:
        arguments = self._session.arguments
        wanted = MoneyWanted(
            code, amount, self._received, f"{arguments.reference} {arguments.payer}"
        )
        return self._session.program.allocating.propose(wanted)

    def _by_hand(self, proposals: Sequence[Proposal]) -> list[Share]:
        """Shares of the customers whose items were named; each keeps what is over of its own.

        What is for a branch is taken from the payer's.
        """
        rows = [row for proposal in proposals for row in proposal.items]
        paid = [
            (_item(number, rows), money)
            for number, money in (self._typed(one, "--allocate") for one in self._allocate)
        ]
        beside = [(kind, _item(number, rows), money) for kind, number, money in self._extras]
        left = {proposal.code: proposal.amount.minor for proposal in proposals}
        for item, money in paid:
            left[item.code if item.code in left else proposals[0].code] -= money.minor
        found = []
        for code in dict.fromkeys((*left, *(item.code for item, _ in paid))):
            parts = tuple(Part(item.entry_id, money) for item, money in paid if item.code == code)
            extras = tuple(
                Extra(kind, item.entry_id, money)
                for kind, item, money in beside
                if item.code == code
            )
            minor = sum(part.amount.minor for part in parts) + left.get(code, 0)
            if minor or extras:
                found.append(Share(code, Money(minor, self._currency), parts, extras))
        return found

    def _beside(
        self, proposal: Proposal, amount: Money, extras: Sequence[tuple[EntryKind, str, Money]]
    ) -> Sequence[Share]:
        """What comes beside the money pays its item, and the money pays the rest of it.

        An amount without a number is for the one item that all of it together pays.
        """
        paid = [row.item for row in proposal.items if row.amount]
        if any(not number for _, number, _ in extras) and len(paid) != 1:
            raise UserError(Problem.PAYMENT_FIELD, field="number", found="?")
        items = {
            (kind, number): _item(number, proposal.items) if number else paid[0]
            for kind, number, _ in extras
        }
        taken = [Extra(kind, items[kind, number].entry_id, money) for kind, number, money in extras]
        parts, left = [], amount
        for item in dict.fromkeys(items.values()):
            beside = sum(one.amount.minor for one in taken if one.entry_id == item.entry_id)
            part = min(Money(item.open.minor - beside, amount.currency), left)
            if part.minor > 0:
                parts.append(Part(item.entry_id, part))
                left -= part
        return [Share(self._code, amount, tuple(parts), tuple(taken))]

    def _typed(self, text: str, field: str) -> _Typed:
        """Read ``NUMBER=AMOUNT``, or an amount alone."""
        number, _, amount = text.rpartition("=")
        return number, self._money(amount, field)

    def _money(self, text: str, field: str) -> Money:
        return parse_money(text, self._currency, self._session.locale, field=field)

    def _read_currency(self) -> str:
        session, code = self._session, self._code
        given = session.arguments.currency
        if given is None:
            today = session.today
            return session.ask(lambda: session.program.calls.currency_owed(code, today))
        if given.upper() not in CODES:
            raise UserError(Problem.UNKNOWN_CURRENCY, found=given)
        return str(given.upper())


def _item(number: str, rows: Sequence[ProposedItem]) -> PayableItem:
    """Return the open item of a number; of several parts the one due first.

    Raises:
        UserError: ``PAYMENT_FIELD``: none has it.
    """
    wanted = number.strip().casefold()
    for row in rows:
        if row.item.number.casefold() == wanted:
            return row.item
    raise UserError(Problem.PAYMENT_FIELD, field="number", found=number)
