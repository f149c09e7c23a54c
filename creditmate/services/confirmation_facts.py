"""What a message confirms: gathered from a contact, in all its words, and what came of it."""

from dataclasses import replace
from datetime import date

from creditmate.db.claims import claim_by_id
from creditmate.db.contact_again import (
    StoredContact,
    claims_made_in,
    pledges_made_in,
    words_before,
)
from creditmate.db.customers import contacts_of
from creditmate.db.dispute_register import dispute_row
from creditmate.db.entries import entry_rows, open_entries
from creditmate.db.extensions import extension_by_id
from creditmate.db.made_in_contact import (
    entries_about,
    made_in,
    next_step_of,
    papers_of_entries,
    plan_paper,
)
from creditmate.db.plans import plan_by_id
from creditmate.domain.barriers import Barrier
from creditmate.domain.confirmation import (
    Confirmation,
    Copy,
    CopyKind,
    Deed,
    MoreTime,
    Part,
    Question,
    wants_copies,
)
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.outcomes import Outcome
from creditmate.domain.receipts import Method
from creditmate.domain.rows import CustomerRow


def addressed(customer: CustomerRow, stored: StoredContact) -> Confirmation:
    """Return to whom a message about a contact goes: the person spoken to."""
    people = contacts_of([customer.id]).get(customer.id, [])
    asked = next((row for row in people if row.name == stored.with_name), None)
    address = asked.email if asked is not None else ""
    return Confirmation(
        interaction=stored.id,
        code=customer.code,
        customer=customer.name,
        locale=customer.locale,
        to=stored.with_name,
        address=address,
        day=stored.day,
        channel=stored.channel,
        incoming=stored.direction == "in",
    )


def agreed(stored: StoredContact, told: Confirmation, today: date) -> Confirmation:
    """Return a confirmation with what either side agreed to in a contact."""
    chain = words_before(stored.id)
    pledges = [one for talk in chain for one in pledges_made_in([talk]) if not one.ended]
    theirs = next((one for one in pledges if one.theirs and one.minor is not None), None)
    deeds = tuple(Deed(one.deed, one.due_day) for one in pledges if not one.theirs)
    if theirs is not None and theirs.minor is not None and theirs.currency is not None:
        method = Method(theirs.method) if theirs.method else None
        part = Part(Money(theirs.minor, theirs.currency), theirs.due_day, method)
        told = replace(told, promised=part)
    told = replace(told, deeds=deeds)
    for id_ in claims_made_in(chain):
        claim = claim_by_id(id_, today)
        if claim is not None:
            amount = None if claim.minor is None else Money(claim.minor, claim.currency)
            told = replace(told, paid_on=claim.paid_day, paid=amount)
    for talk in chain:
        told = _arranged(talk, told, today)
    step = next_step_of(chain[-1])
    return told if step is None else replace(told, again=step[0], again_at=step[1])


def _arranged(talk: int, told: Confirmation, today: date) -> Confirmation:
    """What else came of a contact: a plan, more time, questions."""
    for id_ in made_in(talk, "plan"):
        plan = plan_by_id(id_, today)
        if plan is not None:
            parts = tuple(
                Part(Money(one.minor, plan.currency), one.due_day) for one in plan.instalments
            )
            told = replace(told, plan=plan.number, instalments=parts, plan_interest=plan.interest)
    for id_ in made_in(talk, "extension"):
        extension = extension_by_id(id_, today)
        if extension is not None:
            rows = entry_rows(extension.entries, extension.day)
            promised = None if told.more_time else told.promised  # of one of a group's alone
            given = MoreTime(
                day=extension.to_day,
                numbers=tuple(row.number for row in rows),
                amounts=_less_promised([row.open for row in rows], promised, extension.to_day),
                interest=extension.interest,
            )
            told = replace(told, more_time=(*told.more_time, given))
    disputes = (dispute_row(id_, today) for id_ in made_in(talk, "dispute"))
    questions = tuple(
        Question(
            row.reason,
            tuple(item.number for item in row.items),
            row.questioned,
            row.answer_by,
        )
        for row in disputes
        if row is not None
    )
    return replace(told, questions=(*told.questions, *questions))


def _less_promised(open_: list[Money], promised: Part | None, to_day: date) -> tuple[Money, ...]:
    """What more time is about: not what they pay by an earlier day, as was agreed as well."""
    found = totals_by_currency(open_)
    if promised is None or promised.day > to_day:
        return tuple(found)
    less = promised.amount
    return tuple(
        one - less if one.currency == less.currency and less < one else one for one in found
    )


def copies_of(
    customer: CustomerRow, stored: StoredContact, plan: str, today: date
) -> tuple[tuple[Copy, ...], tuple[str, ...]]:
    """Return what can go along: papers of what is open, ticked if it was spoken of and missing.

    And the numbers of those that would be ticked if there were a copy of them here.
    """
    barrier = Barrier(stored.barrier) if stored.barrier else None
    wanted = wants_copies(Outcome(stored.outcome), barrier)
    rows = [row for row in open_entries([customer.id], today) if row.due_day is not None]
    about = entries_about(words_before(stored.id))
    overdue = [row for row in rows if row.due_day is not None and row.due_day < today]
    meant = [row for row in rows if row.id in about] or (overdue or rows)[:1]
    ticked = {papers.document for papers in papers_of_entries(meant)} if wanted else set()
    copies, missing = [], []
    for papers in papers_of_entries(rows):
        tick = papers.document in ticked
        if papers.own:
            copies.append(Copy(CopyKind.DOCUMENT, papers.document, papers.number, tick))
        elif papers.files:
            copies.append(Copy(CopyKind.FILE, papers.files[0], papers.number, tick))
        elif tick:
            missing.append(papers.number)
    agreement = plan_paper(plan) if plan else None
    if agreement is not None:
        copies.append(Copy(CopyKind.PLAN, agreement, plan, ticked=True))
    return tuple(copies), tuple(missing)
