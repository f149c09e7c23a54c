"""Customers entered and edited, put away and taken back."""

from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import available_timezones

from creditmate.db import customer_records as records
from creditmate.db import decisions
from creditmate.db.business import business
from creditmate.db.customers import (
    ids_by_code_key,
    payment_terms,
    take_back_archived,
    terms_id,
)
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.merging import is_merged
from creditmate.db.open_business import open_business
from creditmate.db.our_people import our_people
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.credit_limits import Scope
from creditmate.domain.currencies import CODES
from creditmate.domain.customer_codes import proposed_code
from creditmate.domain.customer_facts import NO_FACTS, CustomerFacts
from creditmate.domain.customer_form import CustomerForm
from creditmate.domain.customer_status import Status
from creditmate.domain.doubts import Doubt
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.merging import NoMerge
from creditmate.domain.money import LIMIT, Money
from creditmate.domain.our_people import StaffRow
from creditmate.domain.payment_runs import promise_day
from creditmate.domain.payment_terms import due_parts
from creditmate.domain.ports import Clock
from creditmate.domain.refusals import Why, refused
from creditmate.domain.worked_terms import WorkedTerms, examples
from creditmate.services.calendars import customer_calendar, regions_of
from creditmate.services.customer_checks import checked
from creditmate.services.customer_doubts import customer_doubts
from creditmate.services.customers import Customers, require_customer
from creditmate.services.stored_terms import read_terms, stored


@dataclass(frozen=True, slots=True)
class Usable:
    """What a field may be given: tags in use, and codes of time zones."""

    tags: tuple[str, ...]
    zones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditSheet:
    """All that an editing page shows: the form, what may be chosen, and what was decided."""

    form: CustomerForm
    usable: Usable
    people: tuple[StaffRow, ...]
    facts: CustomerFacts = NO_FACTS


@dataclass(frozen=True, slots=True)
class Begins:
    """What is decided about a customer as it is made, from today on."""

    status: Status = Status.ACTIVE
    limit: Money | None = None


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What follows from a form as it stands.

    ``refused`` is what keeps it from being saved, if anything does; ``due_days`` when the parts
    of an invoice of today would be due; ``next_run`` the first payment run after today.
    ``worked`` are the terms tried on a few invoices, ``regions`` the parts of the country whose
    holidays are known, by code and name.
    """

    doubts: tuple[Doubt, ...]
    refused: UserError | None
    due_days: tuple[date, ...]
    next_run: date | None
    worked: tuple[WorkedTerms, ...] = ()
    regions: tuple[tuple[str, str], ...] = ()


_EXAMPLE = Money(1_000_000, "GBP")
"""Of which the parts are due on the days that terms name; only the days are looked at."""


class CustomerEditing:
    """Makes, edits and puts away customers."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    # ------------------------------------------------------------- what to begin with
    def blank(self) -> CustomerForm:
        """Return the form of a customer to be made: country, money and language are ours."""
        home = business()
        return CustomerForm(
            code="",
            name="",
            country=home.country,
            currency=home.currency,
            locale=home.locale,
            zone=home.zone,
        )

    def proposed_code(self, name: str) -> str:
        """Return a code for a name that no customer has, ``BRIN01``."""
        return proposed_code(name, ids_by_code_key().keys())

    def usable(self) -> Usable:
        """Return what may be chosen from."""
        return Usable(tuple(records.all_tags()), tuple(sorted(available_timezones())))

    def form(self, code: str) -> CustomerForm:
        """Return a customer as it is, ready to be edited.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return whole_form(require_customer(code).id)

    def sheet(self, code: str) -> EditSheet:
        """Return what is edited of a customer; of one to be made without a code.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        people = tuple(our_people())
        if not code:
            return EditSheet(self.blank(), self.usable(), people)
        facts = Customers().brief(code, self._clock.today).facts
        return EditSheet(self.form(code), self.usable(), people, facts)

    # ------------------------------------------------------------- checked and saved
    def look_at(self, form: CustomerForm) -> LookedAt:
        """Return what follows from a form that is being typed; nothing is written."""
        today, why, terms = self._clock.today, None, form.terms
        try:
            checked(form)
        except UserError as error:
            why = error
            if error.facts.get("field") == "customer.country":  # nothing can be said of it
                return LookedAt((), why, (), None)
        calendar = customer_calendar(form.country, today, form.region)
        parts = () if terms is None else due_parts(terms, today, _EXAMPLE, calendar)
        run, is_money = form.payment_run, form.currency in CODES
        return LookedAt(
            doubts=tuple(customer_doubts(form, self._clock.today)),
            refused=why,
            due_days=tuple(part.shifted_day for part in parts),
            next_run=None if run is None else promise_day(run, today, calendar),
            worked=examples(terms, today, form.currency, calendar) if terms and is_money else (),
            regions=regions_of(form.country),
        )

    def doubts(self, form: CustomerForm) -> list[Doubt]:
        """Return what looks odd about a form: shown beside the fields, before and after saving.

        Nothing of it keeps the form from being saved.
        """
        return list(customer_doubts(form, self._clock.today))

    def save(self, form: CustomerForm, begins: Begins | None = None) -> Saved:
        """Make a customer, or save one that was read as this form.

        Head office, archive and what was decided are not the form's to change.

        Args:
            form: As typed.
            begins: What is decided about one that is made; one that is there keeps what was.

        Raises:
            UserError: ``FIELD_REFUSED`` naming the field, ``CHANGED_MEANWHILE``.
        """
        clean = checked(form)
        decided = Begins() if begins is None or form.id else begins
        _check_limit(decided.limit, clean.currency)
        use_case = "edit-customer" if form.id else "add-customer"
        with self._gateway.write(use_case) as writing:
            terms = None if clean.terms is None else terms_id(writing, *stored(clean.terms))
            id_ = self._put(writing, clean, terms)
            self._decide(writing, id_, decided)
        return Saved(id_, Touched.CUSTOMERS)

    def _put(self, writing: Writing, form: CustomerForm, terms: int | None) -> int:
        if not form.id:
            return records.create_record(writing, form, terms)
        records.edit_record(writing, form, terms, self._clock.today)
        return form.id

    def _decide(self, writing: Writing, customer: int, begins: Begins) -> None:
        about = {"customer_id": customer, "day": self._clock.today, "reason": ""}
        if begins.status is not Status.ACTIVE:
            status = begins.status.value
            decisions.add_decision(writing, "customer_status", **about, status=status)
        if begins.limit is not None:
            limit = {"currency": begins.limit.currency, "amount_minor": begins.limit.minor}
            scope = Scope.CUSTOMER.value
            decisions.add_decision(writing, "credit_limit", **about, **limit, scope=scope)

    # ------------------------------------------------------------- put away
    def archive(self, code: str) -> Touched:
        """Put a customer away: kept with all its history, and in no list any more.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``CUSTOMER_OPEN`` with ``open``, what is still open.
        """
        customer = require_customer(code)
        waiting = open_business(customer.id)
        if waiting:
            raise UserError(Problem.CUSTOMER_OPEN, code=customer.code, open=waiting)
        with self._gateway.write("archive-customer") as writing:
            records.edit_customer(writing, customer.id, archived_day=self._clock.today)
        return Touched.CUSTOMERS

    def restore(self, code: str) -> Touched:
        """Take a customer back that was put away.

        One that was merged comes back only with the merge undone. A branch brings its head office.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``MERGE_REFUSED``: it was merged.
        """
        if is_merged(code):
            raise UserError(Problem.MERGE_REFUSED, why=NoMerge.MERGED.value)
        customer = require_customer(code)
        with self._gateway.write("restore-customer") as writing:
            take_back_archived(writing, [customer.id])
        return Touched.CUSTOMERS


def whole_form(customer: int) -> CustomerForm:
    """Return a customer as it is, with its terms spelt out."""
    form, terms = records.customer_record(customer)
    return form if terms is None else replace(form, terms=read_terms(*payment_terms(terms)))


def _check_limit(limit: Money | None, currency: str) -> None:
    if limit is not None and (limit.currency != currency or not 0 <= limit.minor <= LIMIT):
        raise refused("limit.amount", Why.NOT_POSSIBLE, found=limit)
