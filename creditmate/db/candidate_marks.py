"""Which customers may stand above those who are ranked by their worth, by set queries alone.

Each answer may name a customer too many, never one too few: whoever is named is read earlier.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from peewee import JOIN, fn

from creditmate.db.answers_due import owed_answers
from creditmate.db.business import cash_posted_to
from creditmate.db.claims import claims_past
from creditmate.db.conversation import last_answers
from creditmate.db.models import (
    Allocation,
    Contact,
    Entry,
    Instalment,
    Interaction,
    Phone,
    Plan,
    PlanItem,
    Promise,
    PromiseItem,
    Task,
)
from creditmate.db.noted import notes_due
from creditmate.db.prepared import Argument, Query, about_customers, listed, prepared
from creditmate.db.promises import standing_promises
from creditmate.domain.groups import Heads, with_their_groups
from creditmate.domain.money import Money


def agreed_by(as_at: date) -> set[int]:
    """Customers with whom a day was agreed that has come.

    Call-backs and other next steps, promises of ours, answers that we owe, parts of plans, and what
    was noted to be come back to.
    """
    steps = _customers(_calls(as_at, as_at + timedelta(days=1)))
    promised = _customers(_deeds(as_at)) | _customers(_instalments(as_at))
    return promised | steps | owed_answers(as_at) | notes_due(as_at).keys()


@prepared
def _deeds(as_at: Argument) -> Query:
    return standing_promises(as_at, "ours").where(Promise.due_day <= as_at)


@prepared
def _instalments(as_at: Argument) -> Query:
    """Whose plans have a part due; of those that are paid nothing is open any more."""
    open_ = (Entry.open_minor != 0) | Entry.closed_day.is_null() | (Entry.closed_day > as_at)
    left = (
        PlanItem.select(PlanItem.id)
        .join(Entry, on=Entry.id == PlanItem.entry_id)
        .where((PlanItem.plan_id == Plan.id) & open_)
    )
    due = Instalment.select(Instalment.id).where(
        (Instalment.plan_id == Plan.id) & (Instalment.due_day <= as_at)
    )
    return Plan.select(Plan.customer_id).where(
        (Plan.day <= as_at) & Plan.void_action_id.is_null() & fn.EXISTS(due) & fn.EXISTS(left)
    )


@prepared
def _calls(as_at: Argument, tomorrow: Argument) -> Query:
    undone = Task.done_day.is_null() | (Task.done_day > as_at)
    # An hour of tomorrow, far in the east, may be one of today here.
    come = (Task.day <= as_at) | (Task.at.is_null(False) & (Task.day <= tomorrow))
    due = undone & come & Task.archived_day.is_null()
    # To look whether money came is the promise's own business once its time is up; a day that was
    # set before that is kept. Put right, it is a promise of another contact than the one that set
    # the step.
    running = fn.EXISTS(
        Promise.select(Promise.id).where(
            (Promise.customer_id == Task.customer_id) & (Promise.until_day >= as_at)
        )
    )
    return (
        Task.select(Task.customer_id)
        .join(Interaction, JOIN.LEFT_OUTER, on=Interaction.id == Task.from_interaction_id)
        .where(Interaction.day.is_null() | (Interaction.day <= as_at))
        .where(
            due
            & (
                (Task.kind == "call_back")
                | (Task.about != "")
                | ((Task.kind == "check_money") & running)
            )
        )
    )


def promises_past(as_at: date, heads: Heads) -> tuple[dict[int, list[Money]], set[int]]:
    """Promises to pay whose day has passed while something they meant is open.

    Args:
        as_at: The day; facts dated later are not known.
        heads: Who belongs to whom: a head office that owes nothing itself promises for its
            branches.

    Returns:
        The full amounts, by customer, of those that may be missed and that nobody has spoken of
        since; and the customers with one whose money may not have been posted yet.
    """
    posted = cash_posted_to()
    missed: dict[int, list[Money]] = {}
    to_check: set[int] = set()
    found = list(_past(as_at))
    promised = {customer for customer, *_ in found}
    owing = _with_debits(with_their_groups(promised, heads), as_at) if promised else set()
    leaders = {heads.get(customer, customer) for customer in owing}
    spoken, today = _spoken_on(promised, as_at), as_at.isoformat()
    for customer, currency, minor, until in found:
        if heads.get(customer, customer) not in leaders:
            continue
        if posted is None or min(posted, today) < until:
            to_check.add(customer)
        elif until >= spoken[customer]:
            missed.setdefault(customer, []).append(Money(minor, currency))
    return missed, to_check


def claims_lost(as_at: date) -> dict[int, list[Money]]:
    """Return what customers said to have paid and what may not be found, by customer.

    Of a claim of no amount nothing is told: what it is about is among what is owed.
    """
    lost: dict[int, list[Money]] = {}
    for customer, currency, minor in claims_past(as_at):
        lost.setdefault(customer, []).append(Money(minor or 0, currency))
    return lost


@prepared
def _past(as_at: Argument) -> Query:
    """Customer, currency, amount and last day of grace; those that meant no item among them."""
    meant = PromiseItem.select(PromiseItem.id).where(PromiseItem.promise_id == Promise.id)
    still = (Entry.open_minor != 0) | Entry.closed_day.is_null() | (Entry.closed_day > as_at)
    left = meant.clone().join(Entry, on=Entry.id == PromiseItem.entry_id).where(still)
    return (
        standing_promises(as_at, "theirs")
        .select(Promise.customer_id, Promise.currency, Promise.amount_minor, Promise.until_day)
        .where((Promise.until_day < as_at) & (fn.EXISTS(left) | ~fn.EXISTS(meant)))
    )


def _with_debits(customers: Collection[int], as_at: date) -> set[int]:
    """Which of these have a debit open as at the day, whenever it is due."""
    ids = list(customers)
    return _customers(_owing_now(ids, as_at)) | _customers(_owing_then(ids, as_at))


@prepared
def _owing_now(customers: Argument, as_at: Argument) -> Query:
    return (
        Entry.select(Entry.customer_id)
        .where((Entry.open_minor != 0) & Entry.due_day.is_null(False) & (Entry.day <= as_at))
        .where(Entry.customer_id.in_(listed(customers)))
        .distinct()
    )


@prepared
def _owing_then(customers: Argument, as_at: Argument) -> Query:
    return (
        Allocation.select(Allocation.customer_id)
        .where((Allocation.day > as_at) & (Allocation.debit_day <= as_at))
        .where(Allocation.customer_id.in_(listed(customers)))
        .distinct()
    )


def _spoken_on(customers: Collection[int], as_at: date) -> dict[int, str]:
    """The last day on which what each customer owes was spoken of, or it promised to pay."""
    found: dict[int, str] = dict(_promised_on(list(customers), as_at))
    for customer, day in last_answers(list(customers), as_at).items():
        found[customer] = max(found[customer], day.isoformat())
    return found


@prepared
def _promised_on(customers: Argument, as_at: Argument) -> Query:
    return (
        Promise.select(Promise.customer_id, fn.MAX(Promise.made_day))
        .where(Promise.customer_id.in_(listed(customers)) & (Promise.side == "theirs"))
        .where((Promise.made_day <= as_at) & Promise.void_action_id.is_null())
        .group_by(Promise.customer_id)
    )


def not_to_ring(customers: Collection[int] | None = None) -> set[int]:
    """Customers at whom somebody is known, but nobody who is rung and has a number.

    Args:
        customers: Only among these; None for all.
    """
    return _customers(_without_number(customers))


@about_customers(Contact.customer_id)
def _without_number() -> Query:
    numbered = (Phone.contact_id == Contact.id) & Phone.archived_day.is_null()
    rung = (Contact.channel == "call") & fn.EXISTS(Phone.select(Phone.id).where(numbered))
    return (
        Contact.select(Contact.customer_id)
        .where(Contact.archived_day.is_null())
        .group_by(Contact.customer_id)
        .having(~fn.MAX(rung))
    )


def _customers(rows: Iterable[tuple[int]]) -> set[int]:
    return {customer for (customer,) in rows}
