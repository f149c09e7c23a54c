"""Reading customers' cases: everything the rules of chasing ask about, as at one day."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from creditmate.db.answers_due import answers_of
from creditmate.db.bounces import returned_since
from creditmate.db.conversation import Talk, last_answers, last_talks
from creditmate.db.disputes import disputed_entries
from creditmate.db.entries import open_entries
from creditmate.db.grace import grace_of
from creditmate.db.next_steps import open_tasks
from creditmate.db.noted import notes_due
from creditmate.db.promises import deeds_of, promises_made_in
from creditmate.db.receipts import held_deposits
from creditmate.domain.arranged import Arranged
from creditmate.domain.at_rest import Rest
from creditmate.domain.chasing import OpenEntry
from creditmate.domain.holds import Stop
from creditmate.domain.lateness import Book, lateness
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.outcomes import Outcome
from creditmate.domain.priority import Contact
from creditmate.domain.rows import ContactRow, DisputedRow, OpenEntryRow
from creditmate.domain.wishes import WishKind
from creditmate.domain.workcase import Case
from creditmate.services.arrangements import arrangements_of
from creditmate.services.case_contacts import contactings
from creditmate.services.case_steps import AgreedSteps, talks_with_money_to_check
from creditmate.services.circles import Circles
from creditmate.services.claim_standings import claims_like_money, said_paid
from creditmate.services.fellows import Said, fellows_of
from creditmate.services.looked_up import LookedUp
from creditmate.services.manners import (
    decided,
    manners,
    peaces,
    people_of,
    reach_of,
    rests_of,
    wished,
)
from creditmate.services.promise_standings import posted_to, promise_standings
from creditmate.services.settings import current_settings
from creditmate.services.visits_ahead import visits_ahead

Row = TypeVar("Row", OpenEntryRow, DisputedRow)

_REACHED = frozenset(outcome.value for outcome in Outcome if outcome.reached)
_ANSWERS = frozenset(outcome.value for outcome in Outcome if outcome.answers(incoming=True))
_NO_LETTERS = frozenset({WishKind.NO_LETTERS})
"""What a hold that stops letters comes to, where somebody could only be written to."""


_LATELY = timedelta(days=30)
"""For so long it is news that a payment came back."""
_NONE_HELD: Mapping[int, str] = MappingProxyType({})


class CustomerFile(NamedTuple):
    """A customer's case with the rows it was made from, for whoever shows them.

    ``held`` are the entries of deposits not released yet, with the jobs they are held for;
    ``rest`` is why the customer is not followed up at present, if it is not.
    """

    case: Case
    entries: tuple[OpenEntryRow, ...]
    disputed: tuple[DisputedRow, ...]
    contacts: tuple[ContactRow, ...]
    held: Mapping[int, str] = _NONE_HELD
    rest: Rest | None = None


def read_files(
    customers: Sequence[int],
    as_at: date,
    book: Book,
    *,
    holidays: bool = True,
    known: LookedUp | None = None,
) -> list[CustomerFile]:
    """Read the files of these customers, in their order.

    Args:
        customers: Ids; a few hundred at a time.
        as_at: Facts dated later are not known.
        book: The book's lateness, learnt once for all.
        holidays: Whether public holidays count, which takes a while to learn.
        known: What a list of many has looked up as at this day already. Lists show no numbers of
            papers and no rule asks for them: the entries come without.
    """
    circles = Circles(customers)
    everybody = circles.everybody
    entries = _grouped(open_entries(everybody, as_at, numbered=known is None))
    known = known or LookedUp(as_at)
    known.look_up(customers)
    disputed = _grouped(disputed_entries(as_at, everybody))
    held = _held(entries, as_at)
    agreed = arrangements_of(everybody, as_at, posted_to(as_at), entries)
    standings = promise_standings(circles, as_at, entries, agreed)
    said = said_paid(everybody, as_at, entries)
    alike = claims_like_money(said, as_at)
    deeds = deeds_of(customers, as_at)
    tasks = open_tasks(customers, as_at)
    notes = notes_due(as_at, customers)
    steps = AgreedSteps(promises_made_in(talks_with_money_to_check(tasks)))
    ahead, reached = visits_ahead(tasks, as_at), last_talks(customers, as_at)
    last = {id_: contact_of(known.talks.get(id_, ())) for id_ in customers}
    answered = _answered(last, as_at)
    contacting, answers = (
        contactings(customers, circles.heads, as_at, holidays=holidays),
        answers_of(customers, as_at),
    )
    decisions, wishes = decided(as_at, everybody), wished(customers, as_at)
    met = manners(customers, decisions.changes)
    contacts = people_of(customers, wishes)
    stops = [Stop.STEPS, Stop.LETTERS]
    rests = rests_of(stops, as_at, everybody, circles.heads, decisions)
    peace = peaces(decisions.holds, as_at)
    came_back = returned_since(customers, as_at - _LATELY, as_at)
    grace = grace_of(everybody, current_settings().follow_up_after)
    refused = {id_: wishes.refused(id_) for id_ in customers}
    refused |= {id_: refused[id_] | _NO_LETTERS for id_ in rests[Stop.LETTERS] if id_ in refused}
    debits = {
        id_: _debits(
            entries.get(id_, []),
            disputed.get(id_, []),
            grace[id_],
            agreed.arranged(
                id_, entries.get(id_, ()), disputed.get(id_, ()), standings.get(id_, ())
            ),
        )
        for id_ in everybody
    }
    fellows = fellows_of(circles, debits, Said(standings, said), rests[Stop.STEPS])
    return [
        CustomerFile(
            case=Case(
                customer=id_,
                entries=debits[id_],
                lateness=lateness(known.habits.get(id_, ()), book),
                unallocated=_unallocated(entries.get(id_, []), held.keys()),
                standings=tuple(standings.get(id_, ())),
                deeds=tuple(deeds.get(id_, ())),
                said=tuple(said.get(id_, ())),
                alike=alike,
                call_backs=steps.call_backs(tasks.get(id_, ()), standings.get(id_, ())),
                last_contact=last[id_],
                last_talk=reached.get(id_),
                last_answer=answered.get(id_),
                reach=reach_of(contacts.get(id_, []), refused[id_]),
                manner=met[id_],
                contacting=contacting[id_],
                answers=tuple(answers.get(id_, ())),
                errands=steps.errands(tasks.get(id_, ())) + steps.noted(notes.get(id_, ())),
                plans=tuple(agreed.plans.get(id_, ())),
                extensions=tuple(agreed.extensions.get(id_, ())),
                fellows=fellows.get(id_, ()),
                peace=peace.get(id_),
                came_back=tuple(came_back.get(id_, ())),
                looked_for=steps.looked_for(tasks.get(id_, ()), standings.get(id_, ()), as_at),
                looks=steps.looks(tasks.get(id_, ()), standings.get(id_, ())),
                visit=ahead.get(id_),
            ),
            entries=tuple(entries.get(id_, ())),
            disputed=tuple(disputed.get(id_, ())),
            contacts=tuple(contacts.get(id_, ())),
            rest=rests[Stop.STEPS].get(id_),
            held={row.id: held[row.id] for row in entries.get(id_, ()) if row.id in held}
            if held
            else _NONE_HELD,
        )
        for id_ in customers
    ]


def _grouped(rows: Sequence[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.customer_id, []).append(row)
    return found


def _debits(
    entries: Sequence[OpenEntryRow],
    disputed: Sequence[DisputedRow],
    grace_days: int,
    agreed: Mapping[int, Arranged],
) -> tuple[OpenEntry, ...]:
    if not disputed and not agreed:  # as with most: there are hundreds of them
        return tuple([_whole(row, row.due_day, grace_days) for row in entries if row.due_day])
    questioned: dict[int, int] = {}
    credited: dict[int, int] = {}
    for row in disputed:
        questioned[row.entry_id] = questioned.get(row.entry_id, 0) + row.disputed.minor
        if row.to_credit:
            credited[row.entry_id] = credited.get(row.entry_id, 0) + row.disputed.minor
    return tuple(
        OpenEntry(
            id=row.id,
            currency=row.open.currency,
            day=row.day,
            due_day=row.due_day,
            open_minor=row.open.minor,
            disputed_minor=questioned.get(row.id, 0),
            planned_minor=agreed[row.id].minor if row.id in agreed else 0,
            grace_days=grace_days,
            planned_by=agreed[row.id].day if row.id in agreed else None,
            credit_minor=credited.get(row.id, 0),
        )
        for row in entries
        if row.due_day is not None
    )


def _whole(row: OpenEntryRow, due_day: date, grace_days: int) -> OpenEntry:
    """A debit of which nothing is in question or arranged."""
    return OpenEntry(row.id, row.open.currency, row.day, due_day, row.open.minor, 0, 0, grace_days)


def _unallocated(entries: Sequence[OpenEntryRow], held: Collection[int]) -> tuple[Money, ...]:
    """What may be set against items: deposits that are held may not."""
    free = [row.open for row in entries if row.due_day is None and row.id not in held]
    return tuple(totals_by_currency(free)) if free else ()


def _held(entries: Mapping[int, Sequence[OpenEntryRow]], as_at: date) -> dict[int, str]:
    """The jobs of the deposits among these entries that are held as at a day."""
    credits_ = [row.id for rows in entries.values() for row in rows if row.due_day is None]
    found = held_deposits(as_at, credits_) if credits_ else {}
    return {entry: deposit.job for entry, deposit in found.items()}


def contact_of(talks: Sequence[Talk]) -> Contact | None:
    """Return the last contact, of the contacts of the last day on which there was one."""
    if not talks:
        return None
    said = [(outcome, incoming) for _, outcome, incoming in talks if outcome in _REACHED]
    answers = any(not incoming or outcome in _ANSWERS for outcome, incoming in said)
    return Contact(talks[0][0], bool(said), answers or not said)


def _answered(last: Mapping[int, Contact | None], as_at: date) -> dict[int, date]:
    """The last day on which what each customer owes was spoken of."""
    known = {id_: one.day for id_, one in last.items() if one and one.reached and one.answers}
    others = [id_ for id_, one in last.items() if one is not None and id_ not in known]
    return known | last_answers(others, as_at) if others else known
