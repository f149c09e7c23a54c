"""Whom to call: replay a ledger's history with the facts of each day, and compare policies.

    python -m bench.replay HISTORY [--from DATE] [--to DATE] [--calls 1,2,3,5] [--seed N]

Every working day each policy chooses k customers among those with an open invoice that is
overdue or due within 7 days, none twice within 5 days. Printed are, over the invoices that
ended late, the share of late money-days (amount x days late) still ahead at the first contact
after the invoice came into that window, and the share of late money contacted by its due day.

``HISTORY`` is a CSV file (``bench.histories``) or a ledger, which is read and left as it is. An
invoice is known from its day and open until the day before settlement; its days late are known
from settlement on. Whether it was disputed is left out: few files say when that became known.

Our own list is Today's, the policy of contacts asked: each contact is one of our own initiatives.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bench.histories import Invoice, read_history
from creditmate.domain.chasing import OpenEntry
from creditmate.domain.contact_budget import Purpose, Touch
from creditmate.domain.contacting import Contacting
from creditmate.domain.dates import Calendar
from creditmate.domain.lateness import Book, lateness, learn_book
from creditmate.domain.priority import Contact
from creditmate.domain.workcase import Case
from creditmate.domain.worklist import work_list

WINDOW = 7
REST = 5


@dataclass(frozen=True, slots=True)
class Morning:
    """What is known at the start of a day about the customers who may be called.

    ``wanted`` are their invoices overdue or due within the window, ``open`` all open ones.
    """

    day: date
    wanted: dict[int, list[Invoice]]
    open: dict[int, list[Invoice]]
    history: dict[int, list[int]]
    book: Book
    contacts: dict[int, date]


Choose = Callable[[Morning, int], Sequence[int]]


def span(invoices: Sequence[Invoice]) -> tuple[date, date]:
    """Return the days to replay if not told: half a year to learn from, and whole weeks after.

    The last one is the Friday before the week of the latest invoice.
    """
    latest = max(invoice.day for invoice in invoices)
    first = min(invoice.day for invoice in invoices) + timedelta(181)
    return first, latest - timedelta(latest.weekday() + 3)


def oldest_first(morning: Morning, count: int) -> Sequence[int]:
    """Choose who has the oldest due day."""
    return _largest(morning, count, lambda found: max((morning.day - i.due).days for i in found))


def largest_first(morning: Morning, count: int) -> Sequence[int]:
    """Choose who owes the largest sum in the window."""
    return _largest(morning, count, lambda found: sum(i.minor for i in found))


def _largest(
    morning: Morning, count: int, worth: Callable[[list[Invoice]], float]
) -> Sequence[int]:
    return sorted(morning.wanted, key=lambda c: (worth(morning.wanted[c]), c), reverse=True)[:count]


def at_random(seed: int) -> Choose:
    """Return a policy that chooses blindly, the same way for the same seed."""
    dice = random.Random(seed)

    def choose(morning: Morning, count: int) -> Sequence[int]:
        able = sorted(morning.wanted)
        return dice.sample(able, min(count, len(able)))

    return choose


def plain_score(morning: Morning, count: int) -> Sequence[int]:
    """Choose by amount x expected late days still ahead, from the customer's last 20.

    Invoices that a contact has covered already count no more.
    """

    def worth(found: list[Invoice]) -> float:
        last = morning.contacts.get(found[0].customer)
        return sum(
            i.minor * _plain_ahead(morning.history[i.customer][-20:], (morning.day - i.due).days)
            for i in found
            if last is None or i.day > last or (i.due - last).days > WINDOW
        )

    return _largest(morning, count, worth)


def _plain_ahead(recent: list[int], days_late: int) -> float:
    ahead = [max(days, 0) - max(days_late, 0) for days in recent if days > days_late]
    return sum(ahead) / len(ahead) if ahead else 0.0


def our_list(morning: Morning, count: int) -> Sequence[int]:
    """Choose the first customers of CreditMate's work list."""
    lines = work_list((_case(morning, customer) for customer in morning.wanted), morning.day)
    return [line.customer for line in lines[:count]]


def _case(morning: Morning, customer: int) -> Case:
    last = morning.contacts.get(customer)
    touches = () if last is None else (Touch(last, Purpose.OWN, "call"),)
    return Case(
        customer,
        tuple(OpenEntry(i.id, i.currency, i.day, i.due, i.minor) for i in morning.open[customer]),
        lateness(morning.history[customer], morning.book),
        last_contact=None if last is None else Contact(last),
        contacting=Contacting(touches=touches, calendar=Calendar()),
    )


def mornings(
    invoices: Sequence[Invoice], first: date, last: date, contacts: dict[int, date]
) -> Iterator[Morning]:
    """Yield each working day with what is known on it; read ``contacts`` as they grow."""
    settling = sorted((i for i in invoices if i.is_settled), key=lambda i: (i.settled, i.id))
    history: dict[int, list[int]] = defaultdict(list)
    settled: list[int] = []
    for offset in range((last - first).days + 1):
        day = first + timedelta(offset)
        if day.weekday() >= 5:
            continue
        while len(settled) < len(settling) and settling[len(settled)].settled <= day:
            invoice = settling[len(settled)]
            settled.append(invoice.days_late)
            history[invoice.customer].append(invoice.days_late)
        known = _by_customer(i for i in invoices if i.day <= day < i.settled)
        wanted = {
            customer: near
            for customer, found in known.items()
            if customer not in contacts or (day - contacts[customer]).days >= REST
            if (near := [i for i in found if (i.due - day).days <= WINDOW])
        }
        yield Morning(day, wanted, known, history, learn_book(settled), contacts)


def _by_customer(invoices: Iterator[Invoice]) -> dict[int, list[Invoice]]:
    found: dict[int, list[Invoice]] = defaultdict(list)
    for invoice in invoices:
        found[invoice.customer].append(invoice)
    return found


def replay(
    invoices: Sequence[Invoice], choose: Choose, count: int, first: date, last: date
) -> tuple[float, float]:
    """Return the two shares for a policy with ``count`` calls a day.

    Raises:
        ZeroDivisionError: No invoice that could be called about ended late.
    """
    contacts: dict[int, date] = {}
    first_contact: dict[int, date] = {}
    for morning in mornings(invoices, first, last, contacts):
        for customer in choose(morning, count):
            contacts[customer] = morning.day
            for invoice in morning.wanted[customer]:
                first_contact.setdefault(invoice.id, morning.day)
    return _shares(invoices, first_contact, first, last)


def _shares(
    invoices: Sequence[Invoice], first_contact: dict[int, date], first: date, last: date
) -> tuple[float, float]:
    ended = (i for i in invoices if i.is_settled and i.days_late > 0)
    late = [i for i in ended if first + timedelta(WINDOW) <= i.due <= last]
    all_days = sum(i.minor * i.days_late for i in late)
    ahead = in_time = 0
    for invoice in late:
        contact = first_contact.get(invoice.id)
        if contact is not None:
            ahead += invoice.minor * (invoice.settled - max(contact, invoice.due)).days
            in_time += invoice.minor if contact <= invoice.due else 0
    return ahead / all_days, in_time / sum(i.minor for i in late)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Replay whom to call on a settled history.")
    parser.add_argument("history", type=Path)
    parser.add_argument("--from", dest="first", type=date.fromisoformat)
    parser.add_argument("--to", dest="last", type=date.fromisoformat)
    parser.add_argument("--calls", default="1,2,3,5")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    invoices = read_history(given.history)
    first, last = span(invoices)
    first, last = given.first or first, given.last or last
    print(f"every working day from {first} to {last}")
    policies: dict[str, Callable[[], Choose]] = {
        "oldest due first": lambda: oldest_first,
        "largest sum first": lambda: largest_first,
        f"random (seed {given.seed})": lambda: at_random(given.seed),
        "plain score": lambda: plain_score,
        "our work list": lambda: our_list,
    }
    print("calls a day  " + "  ".join(f"{name:>17}" for name in policies))
    for count in map(int, given.calls.split(",")):
        row = [replay(invoices, make(), count, first, last) for make in policies.values()]
        print(
            f"{count:>11}  " + "  ".join(f"{f'{a:.3f} / {b:.3f}':>17}" for a, b in row), flush=True
        )


if __name__ == "__main__":
    main()
