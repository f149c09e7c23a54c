"""Applications for credit: the form that goes out, and the customer that comes of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from creditmate.db import applications as db
from creditmate.db import decisions
from creditmate.db.business import business
from creditmate.db.contact_records import contact_records, save_contact
from creditmate.db.customer_records import create_record, edit_record
from creditmate.db.customers import ids_by_code_key, terms_id
from creditmate.db.gateway import Gateway, Writing
from creditmate.documents.application_paper import ApplicationPaper
from creditmate.documents.voice import is_spoken
from creditmate.domain.acceptance import Capacity
from creditmate.domain.application import Values
from creditmate.domain.application_form import Item, Unread, Who
from creditmate.domain.application_merge import merged, merged_contacts
from creditmate.domain.application_rows import ApplicationRow
from creditmate.domain.attachments import LARGEST
from creditmate.domain.changes import Done, Touched
from creditmate.domain.contact_form import ContactForm
from creditmate.domain.currencies import CODES
from creditmate.domain.customer_codes import proposed_code
from creditmate.domain.customer_form import CustomerForm
from creditmate.domain.customer_status import Status
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.services.acceptance_entries import AcceptedEntry, ProofFile
from creditmate.services.acceptance_writing import put_down
from creditmate.services.application_acceptance import Agreement, agreement, checked_agreement
from creditmate.services.application_candidates import Candidate, candidates
from creditmate.services.application_papers import application_paper
from creditmate.services.application_reading import ApplicationEntry, Understood, understand
from creditmate.services.application_writing import keep_application
from creditmate.services.contacts_editing import checked_contact
from creditmate.services.customer_checks import checked
from creditmate.services.customer_editing import CustomerEditing, whole_form
from creditmate.services.customers import require_customer
from creditmate.services.stored_terms import stored

_TOUCHED = Touched.CUSTOMERS | Touched.TASKS


@dataclass(frozen=True, slots=True)
class ApplicationPreview:
    """What would come of an application.

    Attributes:
        code: Of the customer that it would be put into; of a new one, the code it would get.
        name: Of that customer.
        new: Whether it would be a new one.
        understood: The fields, what they say, and how that compares.
        candidates: Customers that it may be of as well, the surest first.
        agreement: The terms that it accepts, if it is signed; None where it does not say so.
    """

    code: str
    name: str
    new: bool
    understood: Understood
    candidates: tuple[Candidate, ...]
    agreement: Agreement | None = None

    @property
    def usual(self) -> frozenset[Item]:
        """The fields that are taken over unless somebody says otherwise."""
        return frozenset(each.item for each in self.understood.fields if each.usual)


@dataclass(frozen=True, slots=True)
class Ready:
    """What of an application is written: checked, the customer's form and people among it."""

    found: Understood
    form: CustomerForm
    contacts: list[ContactForm]
    accepted: AcceptedEntry | None


class Applications:
    """Reads applications into customers."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway, self._clock = gateway, clock

    def paper(self, code: str = "") -> ApplicationPaper:
        """Return the form to hand out, ready to be drawn.

        Args:
            code: Of a customer whose form has in it what is known already, in its language; ''
                for a blank form in ours.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return application_paper(code, self._clock.today)

    def of(self, code: str) -> list[ApplicationRow]:
        """Return a customer's applications, the latest first.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return db.applications_of(require_customer(code).id, self._clock.today)

    def preview(self, entry: ApplicationEntry, code: str = "") -> ApplicationPreview:
        """Return what would come of an application; nothing is written.

        Args:
            entry: As it came in.
            code: The customer it is of; '' for a new one.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``APPLICATION_UNREAD``: the form is of another
                business, or the file too large to be kept.
        """
        _check(entry)
        form, people = self._customer(entry, code)
        found = understand(entry, form, people, self._clock.today)
        shown = form if form.id else self._new(form, found.values)
        return ApplicationPreview(
            code=shown.code,
            name=shown.name,
            new=not form.id,
            understood=found,
            candidates=tuple(candidates(form.id, found.values)),
            agreement=agreement(entry, found),
        )

    def ready(
        self,
        entry: ApplicationEntry,
        taken: Collection[Item],
        roles: Mapping[Who, str],
        code: str = "",
        signed: Capacity | None = None,
    ) -> Ready:
        """Return what ``apply`` would write of an application; nothing is written.

        Raises:
            UserError: As ``apply``, whose arguments it has.
        """
        _check(entry)
        form, people = self._customer(entry, code)
        found = understand(entry, form, people, self._clock.today)
        accepted = None if signed is None else checked_agreement(entry, found, signed)
        values = {item: said for item, said in found.values.items() if item in taken}
        clean = checked(merged(form, values) if form.id else self._new(form, values))
        wanted = merged_contacts(people, values, roles)
        contacts = [checked_contact(each, clean.country) for each in wanted]
        return Ready(found, clean, contacts, accepted)

    def apply(
        self,
        entry: ApplicationEntry,
        taken: Collection[Item],
        roles: Mapping[Who, str],
        code: str = "",
        signed: Capacity | None = None,
    ) -> Done:
        """Make a customer of an application, or put it into one that is there, all at once.

        The application itself and its file are kept whatever is taken over. A new customer is a
        prospect until somebody decides otherwise.

        Args:
            entry: As it came in.
            taken: The fields that are taken over.
            roles: What new contacts are noted to do, in words.
            code: The customer it is of; '' for a new one.
            signed: As what it was signed, where somebody has seen that it is: the terms that it
                accepts are put down as accepted, with the file as their proof. None where nobody
                has: nothing is accepted.

        Raises:
            UserError: As ``preview``; ``FIELD_REFUSED`` naming the field, ``CHANGED_MEANWHILE``.
        """
        ready, today = self.ready(entry, taken, roles, code, signed), self._clock.today
        with self._gateway.write("credit-application") as writing:
            customer = self._put(writing, ready.form)
            for contact in ready.contacts:
                save_contact(writing, customer, contact, today)
            id_ = keep_application(
                writing, customer, entry, ready.found, ready.form.currency, today
            )
            if ready.accepted is not None:
                proof = ProofFile(entry.file_name, entry.content) if entry.content else None
                put_down(writing, customer, ready.accepted, proof, today)
        return Done(writing.id, _TOUCHED, id_)

    def take_back(self, code: str, application: int) -> Touched:
        """Say that an application was put down by mistake; the customer stays as it is.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``DECISION_STANDS``: it was taken back already.
        """
        if application not in {row.id for row in self.of(code)}:
            raise UserError(Problem.DECISION_STANDS)
        with self._gateway.write("take-back-application") as writing:
            db.void_application(writing, application)
        return _TOUCHED

    # ------------------------------------------------------------- the customer
    def _customer(
        self, entry: ApplicationEntry, code: str
    ) -> tuple[CustomerForm, list[ContactForm]]:
        if code:
            id_ = require_customer(code).id
            return whole_form(id_), contact_records(id_)
        blank = CustomerEditing(self._gateway, self._clock).blank()
        currency = entry.given.get(Item.LIMIT_CURRENCY, "").upper()
        locale = entry.locale if is_spoken(entry.locale) else blank.locale
        known = currency if currency in CODES else blank.currency
        return replace(blank, currency=known, locale=locale), []

    def _new(self, blank: CustomerForm, values: Values) -> CustomerForm:
        form = merged(blank, values)
        return replace(form, code=proposed_code(form.name, ids_by_code_key().keys()))

    def _put(self, writing: Writing, form: CustomerForm) -> int:
        terms = None if form.terms is None else terms_id(writing, *stored(form.terms))
        if form.id:
            edit_record(writing, form, terms, self._clock.today)
            return form.id
        customer = create_record(writing, form, terms)
        about = {"customer_id": customer, "day": self._clock.today, "reason": ""}
        prospect = Status.PROSPECT.value
        decisions.add_decision(writing, "customer_status", **about, status=prospect)
        return customer


def _check(entry: ApplicationEntry) -> None:
    name = entry.file_name
    if entry.ledger and entry.ledger != business().ledger_uid:
        raise UserError(Problem.APPLICATION_UNREAD, why=Unread.OTHER_BUSINESS.value, name=name)
    if len(entry.content) > LARGEST:
        most = LARGEST // 1024 // 1024
        raise UserError(Problem.APPLICATION_UNREAD, why=Unread.LARGE.value, name=name, most=most)
