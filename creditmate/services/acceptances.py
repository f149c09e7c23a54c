"""The register of acceptances: which terms a customer was sent and accepted, and how it is proved.

What the head office accepted counts for its branches; what was recorded of a customer that was
merged is the other one's now. Nothing is edited: what was put down wrongly is taken back, and
never was.
"""

from dataclasses import dataclass
from datetime import date

from creditmate.db import acceptances as db
from creditmate.db.attachments import attachments_of
from creditmate.db.customers import contacts_of
from creditmate.db.gateway import Gateway
from creditmate.db.terms import versions
from creditmate.domain.acceptance import Acceptance, Governing, Sent
from creditmate.domain.attachments import AttachmentRow, Subject
from creditmate.domain.changes import Done, Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.domain.rows import CustomerRow
from creditmate.domain.terms import TermsVersion, proposed
from creditmate.domain.terms_standing import Standing, standing
from creditmate.services.acceptance_entries import (
    AcceptedEntry,
    ProofFile,
    check_accepted,
    known_version,
)
from creditmate.services.acceptance_writing import put_down
from creditmate.services.agreed_terms import governing_terms, with_head
from creditmate.services.attachments import check_file
from creditmate.services.customers import require_customer

_TOUCHED = Touched.CUSTOMERS | Touched.TASKS


@dataclass(frozen=True, slots=True)
class CustomerTerms:
    """Everything about a customer's terms, as at a day; both lists with the latest first.

    ``acceptances`` are its own and its head office's, with the ``files`` that prove them;
    ``to_send`` is the version to send it now, None while the library has none; ``versions`` all
    that were published, in that order; ``people`` are the names of whom is known at the customer's
    and at its head office, those who decide first.
    """

    customer: CustomerRow
    as_at: date
    standing: Standing
    acceptances: tuple[Acceptance, ...]
    sent: tuple[Sent, ...]
    files: tuple[AttachmentRow, ...]
    to_send: TermsVersion | None
    versions: tuple[TermsVersion, ...]
    people: tuple[str, ...] = ()

    @property
    def library(self) -> bool:
        """Whether there are any terms to be accepted."""
        return bool(self.versions)

    def is_inherited(self, one: Acceptance) -> bool:
        """Whether it was the head office that accepted."""
        return one.customer != self.customer.id


class Acceptances:
    """Puts down and shows what customers were sent and accepted."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    # ------------------------------------------------------------- asking
    def of(self, code: str, as_at: date) -> CustomerTerms:
        """Return everything about a customer's terms, as at a day.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        every, ids = versions(), with_head(customer)
        known = db.acceptances_of(as_at, every, ids)
        accepted = sorted((one for id_ in ids for one in known.get(id_, ())), key=_by_day)
        sent = db.sent_of(as_at, every, [customer.id]).get(customer.id, [])
        published = list(every.values())
        stands = standing(accepted, sent, published, as_at)
        document = None if stands.governing is None else stands.governing.version.document
        files = [row for id_ in ids for row in attachments_of(id_)]
        there = contacts_of(ids)
        return CustomerTerms(
            customer=customer,
            as_at=as_at,
            standing=stands,
            acceptances=tuple(reversed(accepted)),
            sent=tuple(reversed(sent)),
            files=tuple(row for row in files if row.subject is Subject.ACCEPTANCE),
            to_send=proposed(published, customer.locale.partition("_")[0], as_at, document),
            versions=tuple(published),
            people=tuple(dict.fromkeys(row.name for id_ in ids for row in there.get(id_, ()))),
        )

    def governing(self, code: str, supply_day: date) -> Governing | None:
        """Return what governs what is supplied to a customer on a day.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return governing_terms(require_customer(code), supply_day)

    # ------------------------------------------------------------- putting down
    def accept(self, code: str, entry: AcceptedEntry, proof: ProofFile | None = None) -> Done:
        """Put down that a customer accepted terms; what asks for them back is done with it.

        Args:
            code: The customer's.
            entry: What it accepted.
            proof: The paper, kept in the ledger.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``, ``UNKNOWN_TERMS``, ``FIELD_REFUSED``,
                ``ATTACHMENT_REFUSED``.
        """
        customer, every = require_customer(code), versions()
        version = known_version(every, entry.version)
        check_accepted(customer, entry, version, self._clock.today)
        if proof is not None:
            check_file(proof.name, proof.content)
        with self._gateway.write("accept-terms") as writing:
            id_ = put_down(writing, customer.id, entry, proof, self._clock.today)
        return Done(writing.id, _TOUCHED, id_)

    def take_back(self, acceptance: int) -> Touched:
        """Take an acceptance back that was put down wrongly: it never was.

        Raises:
            UserError: ``ACCEPTANCE_STANDS``: it was taken back already.
        """
        if db.customer_of_acceptance(acceptance) is None:
            raise UserError(Problem.ACCEPTANCE_STANDS)
        with self._gateway.write("take-acceptance-back") as writing:
            db.void_acceptance(writing, acceptance)
        return _TOUCHED

    def take_back_sent(self, sent: int) -> Touched:
        """Take a sending back that was put down wrongly: it never was.

        Raises:
            UserError: ``ACCEPTANCE_STANDS``: it was taken back already.
        """
        if db.customer_of_sent(sent) is None:
            raise UserError(Problem.ACCEPTANCE_STANDS)
        with self._gateway.write("take-sent-terms-back") as writing:
            db.void_sent(writing, sent, self._clock.today)
        return _TOUCHED


def _by_day(one: Acceptance) -> tuple[date, int]:
    return one.day, one.id
