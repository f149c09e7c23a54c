"""What is typed after ``pay``, turned into a payment: amounts, numbers of invoices, shares."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

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


class _Typed(NamedTuple):
    """A number and an amount as ``text`` has them; the number is empty for an amount alone."""

    number: str
    amount: Money
    text: str


class _Beside(NamedTuple):
    """What comes beside the money, as it was typed."""

    kind: EntryKind
    typed: _Typed


class _Paid(NamedTuple):
    """An item with what of the money is for it."""

    item: PayableItem
    amount: Money


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
            _Beside(kind, self._typed(one, f"--{name}"))
            for name, kind in _EXTRAS.items()
            for one in getattr(arguments, name)
        ]
        if self._extras and self._allocate == ["none"]:
            raise UserError(Problem.PAYMENT_FIELD, field="extra-alone", found=self._names())
        self._job = self._read_job()

    def payment(self) -> NewPayment:
        """Return the payment; on the database thread, since proposals are asked for.

        Raises:
            UserError: ``PAYMENT_FIELD``, ``UNKNOWN_CUSTOMER``.
        """
        arguments = self._session.arguments
        others = [self._typed(one, "--and") for one in arguments.others]
        wanted = self._added(others)
        if self._allocate not in (["none"], ["auto"]):
            shares = self._by_hand([self._propose(code, amount) for code, amount in wanted])
        else:
            shares = [*self._shares(*wanted[0], self._extras)]
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

    def _added(self, others: Sequence[_Typed]) -> list[tuple[str, Money]]:
        """Whose money it is and how much: who is named twice, in whatever letters, has the sum."""
        codes = {self._code.casefold(): self._code}
        sums = {self._code: self._amount}
        for one in others:
            code = codes.setdefault(one.number.strip().casefold(), one.number)
            sums[code] = sums.get(code, Money(0, self._currency)) + one.amount
        return list(sums.items())

    def _shares(self, code: str, amount: Money, extras: Sequence[_Beside]) -> Sequence[Share]:
        if self._job:
            return [Share(code, amount, deposit_for=self._job)]
        if self._allocate == ["none"]:
            return [Share(code, amount)]
        beside = sum(extra.typed.amount.minor for extra in extras)
        proposal = self._propose(code, Money(amount.minor + beside, amount.currency))
        return self._beside(proposal, amount, extras) if extras else proposal.shares

    def _propose(self, code: str, amount: Money, but: Collection[int] = ()) -> Proposal:
        arguments = self._session.arguments
        text = f"{arguments.reference} {arguments.payer}"
        wanted = MoneyWanted(code, amount, self._received, text, but=frozenset(but))
        return self._session.program.allocating.propose(wanted)

    def _by_hand(self, proposals: Sequence[Proposal]) -> list[Share]:
        """Shares of the customers whose items were named; each keeps what is over of its own.

        What is for a branch is taken from the payer's.
        """
        rows = [row for proposal in proposals for row in proposal.items]
        typed = [self._typed(one, "--allocate") for one in self._allocate]
        paid = [_Paid(_item(one, rows), one.amount) for one in typed]
        beside = [(extra.kind, _Paid(_item(extra.typed, rows), extra.typed.amount))
                  for extra in self._extras]  # fmt: skip
        left = {proposal.code: proposal.amount.minor for proposal in proposals}
        for item, money in paid:
            left[item.code if item.code in left else proposals[0].code] -= money.minor
        return self._grouped(paid, beside, left)

    def _grouped(
        self,
        paid: Sequence[_Paid],
        beside: Sequence[tuple[EntryKind, _Paid]],
        left: Mapping[str, int],
    ) -> list[Share]:
        """One share for each customer, with what is left of its money."""
        found = []
        codes = (*left, *(one.item.code for one in paid), *(one.item.code for _, one in beside))
        for code in dict.fromkeys(codes):
            parts = tuple(Part(item.entry_id, money) for item, money in paid if item.code == code)
            extras = tuple(
                Extra(kind, item.entry_id, money)
                for kind, (item, money) in beside
                if item.code == code
            )
            minor = sum(part.amount.minor for part in parts) + left.get(code, 0)
            if minor or extras:
                found.append(Share(code, Money(minor, self._currency), parts, extras))
        return found

    def _beside(
        self, proposal: Proposal, amount: Money, extras: Sequence[_Beside]
    ) -> Sequence[Share]:
        """What comes beside the money pays its item, and the money pays the rest of it.

        An amount without a number is for the one item that all of it together pays. What is left
        of the money is for other items, as far as it seems to be for any.
        """
        only = [row.item for row in proposal.items if row.amount]
        beside = [
            (
                kind,
                _Paid(
                    only[0]
                    if not typed.number and len(only) == 1
                    else _item(typed, proposal.items),
                    typed.amount,
                ),
            )
            for kind, typed in extras
        ]
        paid, left = [], amount
        for item in dict.fromkeys(one.item for _, one in beside):
            taken = sum(one.amount.minor for _, one in beside if one.item == item)
            part = min(Money(item.open.minor - taken, amount.currency), left)
            if part.minor > 0:
                paid.append(_Paid(item, part))
                left -= part
        if left:
            rest = self._propose(self._code, left, {one.item.entry_id for _, one in beside})
            paid += [_Paid(row.item, row.amount) for row in rest.items if row.amount]
            beside += [
                (EntryKind.DISCOUNT, _Paid(row.item, row.discount))
                for row in rest.items
                if row.discount
            ]
            left = rest.left
        return self._grouped(paid, beside, {proposal.code: left.minor})

    def _typed(self, text: str, field: str) -> _Typed:
        """Read ``NUMBER=AMOUNT``, or an amount alone."""
        number, _, amount = text.rpartition("=")
        return _Typed(number, self._money(amount, field), text)

    def _read_job(self) -> str:
        """The job that all of it is held for, with nothing that would use it.

        Raises:
            UserError: ``BAD_OPTION``, or ``PAYMENT_FIELD`` naming the other option.
        """
        arguments = self._session.arguments
        job = arguments.deposit_for
        if job is None:
            return ""
        if not job.strip():
            raise UserError(Problem.BAD_OPTION, option="--deposit-for", found=job)
        given = arguments.allocate not in (None, ["none"])
        others = "--allocate" if given else self._names()
        if others:
            raise UserError(Problem.PAYMENT_FIELD, field="deposit-alone", found=others)
        return str(job.strip())

    def _names(self) -> str:
        """The options of what comes beside the money, as far as they were given."""
        given = (f"--{name}" for name in _EXTRAS if getattr(self._session.arguments, name))
        return ", ".join(given)

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


def _item(typed: _Typed, rows: Sequence[ProposedItem]) -> PayableItem:
    """Return the open item of a number; of several parts the one due first.

    Raises:
        UserError: ``PAYMENT_FIELD``: none has it, or no number was typed.
    """
    wanted = typed.number.strip().casefold()
    if not wanted:
        raise UserError(Problem.PAYMENT_FIELD, field="number-missing", found=typed.text)
    for row in rows:
        if row.item.number.casefold() == wanted:
            return row.item
    raise UserError(Problem.PAYMENT_FIELD, field="number", found=typed.number)
