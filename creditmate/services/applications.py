"""Applications for credit: the form that goes out, and the customer that comes of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from creditmate.db import applications as db
from creditmate.db import decisions, likeness
from creditmate.db.attachments import add_attachment
from creditmate.db.business import business
from creditmate.db.contact_records import contact_records, save_contact
from creditmate.db.customer_records import create_record, edit_record
from creditmate.db.customers import customer_names, ids_by_code_key, terms_id
from creditmate.db.gateway import Gateway, Writing
from creditmate.documents.application_paper import ApplicationPaper
from creditmate.documents.voice import is_spoken
from creditmate.domain.application import Values
from creditmate.domain.application_form import Item, Unread, Who
from creditmate.domain.application_merge import merged, merged_contacts
from creditmate.domain.application_rows import ApplicationRow
from creditmate.domain.attachments import LARGEST, Subject, media_type, safe_name
from creditmate.domain.changes import Done, Touched
from creditmate.domain.contact_form import ContactForm
from creditmate.domain.currencies import CODES
from creditmate.domain.customer_codes import proposed_code
from creditmate.domain.customer_form import CustomerForm
from creditmate.domain.customer_status import Status
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.folding import fold
from creditmate.domain.merging import alike, bare
from creditmate.domain.ports import Clock
from creditmate.services.acceptance_entries import ProofFile
from creditmate.services.acceptance_writing import put_down
from creditmate.services.application_acceptance import Agreement, agreement, checked_agreement
from creditmate.services.application_papers import application_paper
from creditmate.services.application_reading import ApplicationEntry, Understood, understand
from creditmate.services.contacts_editing import checked_contact
from creditmate.services.customer_checks import checked
from creditmate.services.customer_editing import CustomerEditing, whole_form
from creditmate.services.customers import require_customer
from creditmate.services.stored_terms import stored

_TOUCHED = Touched.CUSTOMERS | Touched.TASKS


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer that an application may be of; ``by`` is the field in which they agree."""

    code: str
    name: str
    by: Item


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
            candidates=tuple(_candidates(form, found.values)),
            agreement=agreement(entry, found),
        )

    def apply(
        self,
        entry: ApplicationEntry,
        taken: Collection[Item],
        roles: Mapping[Who, str],
        code: str = "",
        signed: bool = False,
    ) -> Done:
        """Make a customer of an application, or put it into one that is there, all at once.

        The application itself and its file are kept whatever is taken over. A new customer is a
        prospect until somebody decides otherwise.

        Args:
            entry: As it came in.
            taken: The fields that are taken over.
            roles: What new contacts are noted to do, in words.
            code: The customer it is of; '' for a new one.
            signed: Whether somebody has seen that it is signed: the terms that it accepts are put
                down as accepted, with the file as their proof.

        Raises:
            UserError: As ``preview``; ``FIELD_REFUSED`` naming the field, ``CHANGED_MEANWHILE``.
        """
        _check(entry)
        form, people = self._customer(entry, code)
        found = understand(entry, form, people, self._clock.today)
        accepted = checked_agreement(entry, found) if signed else None
        values = {item: said for item, said in found.values.items() if item in taken}
        changed = merged(form, values) if form.id else self._new(form, values)
        clean = checked(changed)
        contacts = [
            checked_contact(each, clean.country) for each in merged_contacts(people, values, roles)
        ]
        with self._gateway.write("credit-application") as writing:
            customer = self._put(writing, clean)
            for contact in contacts:
                save_contact(writing, customer, contact, self._clock.today)
            id_ = self._keep(writing, customer, entry, found, clean.currency)
            if accepted is not None:
                proof = ProofFile(entry.file_name, entry.content) if entry.content else None
                put_down(writing, customer, accepted, proof, self._clock.today)
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

    def _keep(
        self,
        writing: Writing,
        customer: int,
        entry: ApplicationEntry,
        found: Understood,
        currency: str,
    ) -> int:
        limit = found.limit
        id_ = db.add_application(
            writing,
            customer,
            {item.value: said for item, said in entry.given.items()},
            day=self._clock.today,
            way=entry.way.value,
            currency=currency if limit is None else limit.currency,
            limit_minor=None if limit is None else limit.minor,
            terms_version_id=entry.terms if entry.terms and db.has_terms(entry.terms) else None,
            signed_day=found.signed_day,
        )
        if entry.content:
            add_attachment(
                writing,
                entry.content,
                customer_id=customer,
                name=safe_name(entry.file_name),
                media_type=media_type(entry.file_name),
                subject=Subject.APPLICATION.value,
                subject_id=id_,
                note="",
            )
        return id_


def _check(entry: ApplicationEntry) -> None:
    name = entry.file_name
    if entry.ledger and entry.ledger != business().ledger_uid:
        raise UserError(Problem.APPLICATION_UNREAD, why=Unread.OTHER_BUSINESS.value, name=name)
    if len(entry.content) > LARGEST:
        most = LARGEST // 1024 // 1024
        raise UserError(Problem.APPLICATION_UNREAD, why=Unread.LARGE.value, name=name, most=most)


def _candidates(form: CustomerForm, values: Values) -> list[Candidate]:
    """Who else it may be: by number, by the very name, by a name like it."""
    name = values.get(Item.LEGAL_NAME, "")
    company, tax = values.get(Item.COMPANY_NUMBER, ""), values.get(Item.TAX_NUMBER, "")
    found: dict[str, Item] = {}
    for field, code in likeness.same_numbered(form.id, company, tax):
        found.setdefault(code, Item(field))
    for code in likeness.same_named(form.id, name):
        found.setdefault(code, Item.LEGAL_NAME)
    names, plain = customer_names(), bare(fold(name))
    for id_, other in likeness.named():
        if id_ != form.id and plain and alike(plain, bare(other)):
            found.setdefault(names[id_][0], Item.LEGAL_NAME)
    by_code = dict(names.values())
    return [Candidate(code, by_code.get(code, ""), by) for code, by in found.items()]
