"""Random histories of money, by the use-cases themselves: whatever is refused changes nothing.

Invoices in one part, in instalments or with a part held back; charges; credit notes and
write-offs; money over several customers, in part, too much, before its invoice, held for a job,
with what comes beside it; bounced, refunded, voided, released, taken back, claimed, and undone;
interest charged, waived and decided again; terms sent, accepted and taken back; customers merged,
and parted again.
Days are drawn at random, so everything may be keyed in any order.
"""

from contextlib import suppress

from creditmate.db import imports
from creditmate.db.connection import execute
from creditmate.db.contact_records import save_contact
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.habits import keep_habits
from creditmate.db.models import Customer
from creditmate.db.settlements import free_allocations, settle
from creditmate.domain.allocation_plan import Setting, TooMuch
from creditmate.domain.claims import SaidPaid
from creditmate.domain.contact_form import ContactForm
from creditmate.domain.errors import UserError
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.domain.receipts import Extra, Method, NewPayment, Part, Share
from creditmate.services.acceptances import Acceptances
from creditmate.services.allocating import Allocating, MoneyWanted
from creditmate.services.claims import Claims
from creditmate.services.extensions import Extensions
from creditmate.services.interest import Interest
from creditmate.services.merging import Merging
from creditmate.services.payments import Payments
from creditmate.services.plans import Plans
from creditmate.services.terms_sending import TermsSending
from tests.builders import SOURCE, SetClock, a_batch, a_credit_note, a_customer, an_entry, day
from tests.db.agreed_history import TODAY, AgreedDeeds, terms_of
from tests.db.history_deeds import Deed, pick

CURRENCIES = ("GBP", "EUR")
CODES = ("HEAD", "NORTH", "SOUTH")


class MoneyBook(AgreedDeeds):
    """Three customers, one the head office of the others, with accounts in two currencies."""

    def __init__(self, gateway: Gateway, clock: SetClock) -> None:
        clock.today = day(TODAY)
        self.gateway, self.clock = gateway, clock
        self.plans, self.extensions = Plans(gateway, clock), Extensions(gateway, clock)
        self.payments = Payments(gateway, clock)
        self.allocating = Allocating(gateway, clock)
        self.claims = Claims(gateway, clock)
        self.merging = Merging(gateway, clock)
        self.interest = Interest(gateway, clock)
        self.acceptances = Acceptances(gateway, clock)
        self.sending = TermsSending(gateway, clock)
        with gateway.write("add-customers") as writing:
            self.customers = [a_customer(writing, code) for code in CODES]
            for branch in self.customers[1:]:
                writing.edit(Customer, branch, 1, head_office_id=self.customers[0])
            for id_ in self.customers:
                version = 1 if id_ == self.customers[0] else 2
                writing.edit(Customer, id_, version, legal_form=LegalForm.COMPANY.value)
            self._batch = a_batch(writing)
            self.terms = [terms_of(writing, number) for number in (1, 2)]
            self.people = [
                save_contact(writing, id_, ContactForm("Ms Ash"), day(0)) for id_ in self.customers
            ]
        self.count = 0

    def take(self, deed: Deed) -> None:
        """Do what a deed says; where there is nothing to pick, or it is refused, do nothing."""
        before = _everything()
        try:
            getattr(self, f"_{deed.kind}")(deed)
        except UserError:
            assert _everything() == before

    # ------------------------------------------------------------- papers
    def whose(self, deed: Deed) -> tuple[int, str, str]:
        place = deed.whose % 3
        return self._standing(place), CODES[place], CURRENCIES[deed.whose // 3]

    def _standing(self, place: int) -> int:
        """Whoever a code leads to: the customer, or the one it was merged into."""
        id_ = self.customers[place]
        while into := execute(
            "SELECT merged_into_id FROM customer WHERE id = ?", (id_,)
        ).fetchone()[0]:
            id_ = int(into)
        return id_

    def _invoice(self, deed: Deed) -> None:
        """In one part, in two instalments, or with a third held back for long."""
        customer, _, currency = self.whose(deed)
        parts = {0: (1, 1), 1: (2, 1)}.get(deed.way, (1,))
        whole = deed.minor
        self.count += 1
        with self.gateway.write("invoice") as writing:
            document = self.document(writing, customer, whole, currency, deed.on)
            left = whole
            for place, share in enumerate(parts):
                last = place == len(parts) - 1
                minor = left if last else whole * share // sum(parts)
                left -= minor
                due = day(deed.on + deed.later * (1 + 3 * place))
                an_entry(writing, customer, EntryKind.INVOICE, day(deed.on),
                         Money(minor, currency), due=due, document=document)  # fmt: skip

    def _charge(self, deed: Deed) -> None:
        """A charge for paying late, due on its day."""
        customer, _, currency = self.whose(deed)
        self.count += 1
        with self.gateway.write("charge") as writing:
            kind = DocumentKind.CHARGE_NOTE
            document = self.document(writing, customer, deed.minor, currency, deed.on, kind)
            an_entry(writing, customer, EntryKind.CHARGE, day(deed.on),
                     Money(deed.minor, currency), due=day(deed.on), document=document)  # fmt: skip

    def document(  # noqa: PLR0917 - the columns that differ
        self, writing: Writing, customer: int, minor: int, currency: str, on: int,
        kind: DocumentKind = DocumentKind.INVOICE,
    ) -> int:  # fmt: skip
        number = f"N-{self.count:04}"
        row = (customer, kind.value, "imported", "issued", SOURCE, number,
               imports.number_key(number), 1, day(on), "", None, currency, None, None, minor,
               self._batch, 2)  # fmt: skip
        return imports.add_documents(writing, [row])[0]

    def _credit_note(self, deed: Deed) -> None:
        customer, _, currency = self.whose(deed)
        self.count += 1
        with self.gateway.write("note") as writing:
            a_credit_note(writing, customer, f"C-{self.count}", day(deed.on), deed.minor,
                          currency=currency)  # fmt: skip

    def _write_off(self, deed: Deed) -> None:
        """What is open of an item is given up, by a credit of its own."""
        customer, _, currency = self.whose(deed)
        rows = _open(customer, currency, ">")
        if rows:
            debit, left = rows[deed.which % len(rows)]
            with self.gateway.write("write-off") as writing, suppress(TooMuch):
                money = Money(-left, currency)
                credit = an_entry(writing, customer, EntryKind.WRITE_OFF, day(TODAY), money)
                settle(writing, [Setting(credit, debit, -money)])
                keep_habits([customer])

    # ------------------------------------------------------------- money
    def _pay(self, deed: Deed) -> None:
        """By proposal, held for a job, unallocated, by hand with tax withheld, or for several."""
        _, code, currency = self.whose(deed)
        amount = Money(deed.minor * (1 + deed.way), currency)
        shares: tuple[Share, ...] = (Share(code, amount),)
        if deed.way == 1:
            shares = (Share(code, amount, deposit_for="Loft"),)
        elif deed.way == 2:
            shares = self._by_hand(deed, code, amount)
        elif deed.way == 3:
            shares = (*shares, Share(CODES[(deed.whose + 1) % 3], amount))
        elif deed.way != 0:
            text = f"N-{deed.which % 10:04}" if deed.way == 4 else ""
            wanted = MoneyWanted(code, amount, day(deed.on), text)
            shares = self.allocating.propose(wanted).shares
        self.payments.record(NewPayment(day(deed.on), Method.TRANSFER, shares))

    def _by_hand(self, deed: Deed, code: str, amount: Money) -> tuple[Share, ...]:
        rows = _open(self._standing(CODES.index(code)), amount.currency, ">")
        if not rows:
            return (Share(code, amount),)
        entry, left = rows[deed.which % len(rows)]
        part = Money(max(min(left - 1, amount.minor), 1), amount.currency)
        beside = Money(1, amount.currency)
        extra = Extra(EntryKind.TAX_WITHHELD, entry, beside)
        return (Share(code, amount, (Part(entry, part),), (extra,)),)

    def _match(self, deed: Deed) -> None:
        _, code, _ = self.whose(deed)
        rows = [row for row in self.allocating.worksheet(code) if row.proposal]
        if rows:
            row = rows[deed.which % len(rows)]
            assert row.proposal is not None
            self.allocating.apply(
                [
                    Setting(row.credit.entry_id, one.item.entry_id, one.amount)
                    for one in row.proposal.items
                    if one.amount
                ]
            )

    def _bounce(self, deed: Deed) -> None:
        if receipt := pick("receipt", deed.which):
            self.payments.bounce(receipt, day(deed.on + deed.later))

    def _refund(self, deed: Deed) -> None:
        _, code, currency = self.whose(deed)
        self.payments.refund(code, Money(deed.minor // 2, currency), day(deed.on + deed.later))

    def _void(self, deed: Deed) -> None:
        if receipt := pick("receipt", deed.which):
            self.payments.void(receipt, "typed wrong")

    def _release(self, deed: Deed) -> None:
        if deposit := pick("deposit", deed.which):
            self.payments.release(deposit, day(deed.on + deed.later))

    def _take_back(self, deed: Deed) -> None:
        rows = execute("SELECT id FROM allocation WHERE amount_minor > 0 ORDER BY id").fetchall()
        free = sorted(free_allocations([id_ for (id_,) in rows]))
        if free:
            self.allocating.take_back([free[deed.which % len(free)]])

    def _match_again(self, deed: Deed) -> None:
        """Taken back and set once more, all on one day; then what had set it first is undone."""
        rows = execute(
            "SELECT id, credit_entry_id, debit_entry_id, amount_minor, currency, action_id"
            " FROM allocation WHERE amount_minor > 0 ORDER BY id DESC"
        ).fetchall()
        free = free_allocations([row[0] for row in rows])
        rows = [row for row in rows if row[0] in free]
        if rows:
            id_, credit, debit, minor, currency, first = rows[deed.which % len(rows)]
            self.allocating.take_back([id_])
            self.allocating.apply([Setting(credit, debit, Money(minor, currency))])
            before = _everything()
            with suppress(UserError):
                self.payments.undo(first)
                return
            assert _everything() == before

    def _undo_match(self, deed: Deed) -> None:
        """Any action that set something against something, however long ago."""
        actions = execute(
            "SELECT DISTINCT action_id FROM allocation WHERE amount_minor > 0 ORDER BY 1 DESC"
        ).fetchall()
        if actions:
            self.payments.undo(actions[deed.which % len(actions)][0])

    # ------------------------------------------------------------- who is whom
    def _merge(self, deed: Deed) -> None:
        """A branch into the other one, or into the head office."""
        giver = 1 + deed.whose % 2
        self.merging.merge(CODES[giver], CODES[0 if deed.way == 1 else 3 - giver])

    def _unmerge(self, deed: Deed) -> None:
        if merges := self.merging.merges():
            self.merging.undo(merges[deed.which % len(merges)].id)

    # ------------------------------------------------------------- said to be paid
    def _claim(self, deed: Deed) -> None:
        _, code, currency = self.whose(deed)
        amount = Money(deed.minor, currency) if deed.way else None
        self.claims.make(code, SaidPaid(paid_on=day(deed.on), amount=amount))

    def _find(self, deed: Deed) -> None:
        claims, receipt = self.claims.open(day(TODAY)), pick("receipt", deed.on)
        if claims and receipt:
            claim = claims[deed.which % len(claims)].standing.claim.id
            ending = (self.claims.not_found, self.claims.withdraw)
            if deed.way < 2:
                ending[deed.way](claim)
            else:
                self.claims.found(claim, receipt)

    def _undo(self, deed: Deed) -> None:
        """Any action may be named; what is no deed with money is refused."""
        last = execute("SELECT max(id) FROM action").fetchone()[0]
        self.payments.undo(max(1, last - deed.which % 8))


def _open(customer: int, currency: str, sign: str) -> list[tuple[int, int]]:
    return execute(  # type: ignore[no-any-return]
        "SELECT id, open_minor FROM entry WHERE customer_id = ? AND currency = ?"
        f" AND open_minor {sign} 0 ORDER BY id",
        (customer, currency),
    ).fetchall()


def _everything() -> tuple[int, ...]:
    """What tells that something was written: how many rows of what there are."""
    tables = ("action", "entry", "allocation", "receipt", "deposit", "claim", "claim_event",
              "interest_event", "terms_sent", "acceptance", "task", "plan", "plan_event",
              "extension", "extension_event", "promise_event")  # fmt: skip
    return tuple(execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)
