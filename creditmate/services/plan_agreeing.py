"""A plan on its way into the ledger: worked out, and put down alone or with a call."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from creditmate.db import plans as stored
from creditmate.db.business import business
from creditmate.db.extensions import end_extensions
from creditmate.db.gateway import Writing
from creditmate.db.promises import withdraw_promises
from creditmate.domain.changes import Touched
from creditmate.domain.extensions import ExtensionEnd, replaced_by
from creditmate.domain.legal_forms import legal_form
from creditmate.domain.money import Money
from creditmate.domain.numbering import NumberPattern
from creditmate.domain.plan_draft import Account, Covered, covered
from creditmate.domain.plan_in_place import in_place
from creditmate.domain.plan_refusals import PlanWhy, plan_refused
from creditmate.domain.plan_schedule import Part, cut, meant_days, schedule
from creditmate.domain.plan_terms import Every, PlanTerms, Rhythm
from creditmate.domain.plan_warnings import Around, PlanWarning, PlanWarningKind, plan_warnings
from creditmate.domain.plans import PlanEvent, PlanEventKind
from creditmate.domain.rows import CustomerRow, OpenEntryRow
from creditmate.services.calendars import calendar_over
from creditmate.services.cases import CustomerFile
from creditmate.services.plan_beginnings import begun
from creditmate.services.promises_about import promises_about
from creditmate.services.settings import current_settings
from creditmate.services.typed_texts import one_line, some_lines
from creditmate.services.whose_word import spoken_for

ARRANGED = Touched.PROMISES | Touched.INVOICES
"""What arranging anything touches: what is asked for is not what it was."""
_NUMBERS = NumberPattern("P-{yy}{mm}-{n:03}")
_LINE, _TEXT = 120, 1000


@dataclass(frozen=True, slots=True)
class DraftItem:
    """An item that a plan would pay, as it stands, and how much of it."""

    row: OpenEntryRow
    amount: Money


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan that nobody has agreed yet: what it pays, its parts, and what to think of.

    ``terms`` are those told, with the plan whose place it takes. ``received`` is the money, matched
    to nothing, that was taken off what is open.
    """

    code: str
    terms: PlanTerms
    amount: Money
    items: tuple[DraftItem, ...]
    received: Money
    in_question: Money
    parts: tuple[Part, ...]
    warnings: tuple[PlanWarning, ...]

    @property
    def needs_reason(self) -> bool:
        """Whether it goes beyond what may be agreed alone: then only with a reason, kept."""
        return any(one.kind is PlanWarningKind.BEYOND for one in self.warnings)

    @property
    def begins(self) -> bool:
        """Whether what was promised in the same talk is paid first."""
        return self.terms.begins is not None and self.terms.down is not None

    @property
    def rhythm(self) -> Rhythm:
        """How often it is paid."""
        terms = self.terms
        of_month = terms.every in {Every.MONTH, Every.TWICE_A_MONTH}
        return Rhythm(terms.every, tuple(sorted(terms.days)) if of_month else ())


def draft_plan(
    customer: CustomerRow, file: CustomerFile, terms: PlanTerms, today: date
) -> PlanDraft:
    """Return a plan as it would be, from the customer's file as it stands.

    Raises:
        UserError: ``PLAN_REFUSED``.
    """
    rows = {row.id: row for row in file.entries}
    account = _account(file, today)
    terms = in_place(account, terms, today)
    found = covered(account, terms, today)
    terms = begun(file, terms, found, today)
    meant = meant_days(terms, len(cut(found.amount, terms)), today)
    calendar = calendar_over(customer.country, customer.region, today, meant[-1])
    parts = schedule(found.amount, terms, today, calendar)
    around = Around(
        country=business().country,
        form=legal_form(customer.legal_form),
        parts_alone=current_settings().plan_parts_alone,
        promises=len(promises_about(file, _paid_by(found))),
        branches=_of_branches(file, found.amount.currency, today),
    )
    return PlanDraft(
        code=customer.code,
        terms=terms,
        amount=found.amount,
        items=tuple(
            DraftItem(rows[item.entry], Money(item.minor, found.amount.currency))
            for item in found.items
        ),
        received=found.received,
        in_question=found.in_question,
        parts=parts,
        warnings=(*_replaced(account, terms), *plan_warnings(found, parts, terms, around, today)),
    )


def put_down_plan(  # noqa: PLR0913 - what a contact has to hand
    writing: Writing,
    customer: CustomerRow,
    file: CustomerFile,
    terms: PlanTerms,
    today: date,
    *,
    interaction: int | None = None,
) -> int:
    """Put down that a plan was agreed, within an action, and return its id.

    Promises that run and are about nothing else end with it, and so does time given for the same
    items. The plan whose place it takes is replaced, also where nobody said that it is one.

    Raises:
        UserError: ``PLAN_REFUSED``, also where it goes beyond what may be agreed alone and no
            reason is given; ``FIELD_REFUSED``.
    """
    draft = draft_plan(customer, file, terms, today)
    terms = draft.terms
    because = some_lines("plan.because", terms.because, _TEXT)
    if draft.needs_reason and not because:
        raise plan_refused(PlanWhy.BEYOND, parts=current_settings().plan_parts_alone)
    note = some_lines("plan.note", terms.note, _TEXT)
    number = _next_number(today)
    found = covered(_account(file, today), terms, today)
    plan = stored.add_plan(
        writing,
        found.items,
        draft.parts,
        customer_id=customer.id,
        interaction_id=interaction,
        day=today,
        number=number,
        contact_id=terms.contact,
        by_whom=one_line("plan.by_whom", terms.by_whom, _LINE),
        staff_id=writing.staff_id,
        currency=draft.amount.currency,
        amount_minor=draft.amount.minor,
        rhythm=draft.rhythm.code,
        method=terms.method.value,
        reference=one_line("plan.reference", terms.reference, _LINE) or number,
        interest=terms.interest.value,
        cure_days=terms.cure_days,
        note="\n".join(filter(None, (note, because))),
    )
    entries = _paid_by(found)
    withdraw_promises(writing, promises_about(file, entries), today)
    ended = replaced_by(file.case.extensions, entries)
    end_extensions(writing, ended, ExtensionEnd.REPLACED, today)
    if terms.replaces is not None:
        replaced = PlanEvent(PlanEventKind.REPLACED, today, by_plan=plan)
        stored.add_plan_event(writing, terms.replaces, replaced)
    return plan


def _account(file: CustomerFile, today: date) -> Account:
    case = file.case
    return Account(
        portions=case.portions(today),
        plans=case.plans,
        unallocated={money.currency: money.minor for money in case.unallocated},
        numbers={row.id: row.number for row in file.entries},
    )


def _of_branches(file: CustomerFile, currency: str, today: date) -> Money:
    """What branches of a head office have overdue that may be asked for."""
    own = {entry.id for entry in file.case.entries}
    minor = sum(
        one.chaseable_minor
        for one in spoken_for(file, today).portions(today)
        if one.entry.id not in own and one.entry.currency == currency and one.days_late(today) > 0
    )
    return Money(minor, currency)


def _replaced(account: Account, terms: PlanTerms) -> Iterator[PlanWarning]:
    """Say which plan ends with it."""
    for one in account.plans:
        if one.plan.id == terms.replaces:
            yield PlanWarning(PlanWarningKind.REPLACES, plan=one.plan.number)


def _paid_by(found: Covered) -> list[int]:
    """What a plan pays, by ids."""
    return [item.entry for item in found.items]


def _next_number(day: date) -> str:
    """The number of the next plan of a month; those taken back keep theirs."""
    beginning = _NUMBERS.number(day, 1).removesuffix("001")
    return _NUMBERS.number(day, stored.numbers_like(beginning) + 1)
