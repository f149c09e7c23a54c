"""The register of acceptances: which terms a customer was sent and accepted, and how it is proved.

What the head office accepted counts for its branches; what was recorded of a customer that was
merged is the other one's now. Nothing is edited: what was put down wrongly is taken back, and
never was.
"""

from dataclasses import dataclass
from datetime import date

from creditmate.db import acceptances as db
from creditmate.db.attachments import add_attachment, attachments_of
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.groups import heads
from creditmate.db.terms import versions
from creditmate.domain.acceptance import (
    Acceptance,
    Governing,
    Sent,
    Standing,
    awaited,
    clauses_text,
    standing,
)
from creditmate.domain.attachments import AttachmentRow, Subject, media_type, safe_name
from creditmate.domain.changes import Done, Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.domain.rows import CustomerRow
from creditmate.domain.terms import TermsVersion, proposed
from creditmate.services.acceptance_entries import (
    AcceptedEntry,
    ProofFile,
    check_accepted,
    known_version,
)
from creditmate.services.agreed_terms import counting, governing_terms, with_head
from creditmate.services.attachments import check_file
from creditmate.services.customers import require_customer

_TOUCHED = Touched.CUSTOMERS | Touched.TASKS


@dataclass(frozen=True, slots=True)
class CustomerTerms:
    """Everything about a customer's terms, as at a day; both lists with the latest first.

    ``acceptances`` are its own and its head office's, with the ``files`` that prove them;
    ``to_send`` is the version to send it now, None while the library has none; ``versions`` all
    that were published, in that order.
    """

    customer: CustomerRow
    as_at: date
    standing: Standing
    acceptances: tuple[Acceptance, ...]
    sent: tuple[Sent, ...]
    files: tuple[AttachmentRow, ...]
    to_send: TermsVersion | None
    versions: tuple[TermsVersion, ...]

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
        return CustomerTerms(
            customer=customer,
            as_at=as_at,
            standing=stands,
            acceptances=tuple(reversed(accepted)),
            sent=tuple(reversed(sent)),
            files=tuple(row for row in files if row.subject is Subject.ACCEPTANCE),
            to_send=proposed(published, customer.locale.partition("_")[0], as_at, document),
            versions=tuple(published),
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
            id_ = db.add_acceptance(
                writing,
                customer_id=customer.id,
                terms_version_id=version.id,
                day=entry.day,
                method=entry.method.value,
                contact_id=entry.contact,
                by_whom=" ".join(entry.by_whom.split()),
                capacity=entry.capacity.value,
                clauses=clauses_text(entry.clauses),
                reference=" ".join(entry.reference.split()),
                note=entry.note.strip(),
            )
            if proof is not None:
                _keep_proof(writing, customer.id, id_, proof)
            self._close_answered(writing, customer.id)
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

    def _close_answered(self, writing: Writing, customer: int) -> None:
        """Do away with the tasks that ask for what came back now, here and at branches."""
        today, every, above = self._clock.today, versions(), heads()
        members = [customer, *(branch for branch, head in above.items() if head == customer)]
        ids = {*members, *(above[one] for one in members if one in above)}
        known = db.acceptances_of(today, every, sorted(ids))
        for member, papers in db.sent_of(today, every, members).items():
            accepted = counting(member, above, known)
            answered = [one.id for one in papers if awaited([one], accepted, today) is None]
            db.close_follow_ups(writing, answered, today)


def _by_day(one: Acceptance) -> tuple[date, int]:
    return one.day, one.id


def _keep_proof(writing: Writing, customer: int, acceptance: int, proof: ProofFile) -> None:
    add_attachment(
        writing,
        proof.content,
        customer_id=customer,
        name=safe_name(proof.name),
        media_type=media_type(proof.name),
        subject=Subject.ACCEPTANCE.value,
        subject_id=acceptance,
        note="",
    )
