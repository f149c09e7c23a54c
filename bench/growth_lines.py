"""What must not grow with closed history: the same open items after four times as much of it.

The longer book has 40,000 contacts as well, the other a quarter of them: the latest ones.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bench.book import TODAY, BenchClock, Shape, copied, made_book, opened
from bench.measure import Goal, Line, Timings, Work, spent
from creditmate.db.aged import aged_sums
from creditmate.db.connection import execute
from creditmate.db.gateway import Gateway
from creditmate.db.models import Interaction
from creditmate.domain.outcomes import Outcome
from creditmate.services.calls import CallNote, Calls
from creditmate.services.customers import Customers
from creditmate.services.statements import Statements
from creditmate.services.visit_suggestions import VisitSuggestions
from creditmate.services.worklists import WorkLists

GOAL = Goal(1.1)
_SHORT, _LONG = 500, 1700  # days
_TALKS = 40_000
_ASKED = 20  # customers asked about
_CODES = [f"C{number:05}" for number in range(_ASKED)]
_CALL = CallNote("Ann", Outcome.CALL_BACK, "Asked to be rung again.", next_day=TODAY)


def short_history(customers: int) -> Shape:
    """The smaller of the two books: a year of settled invoices, and what is open."""
    return Shape(customers, customers * 11 // 100 * _SHORT, _SHORT)


def growth_lines(customers: int, rounds: int) -> list[Line]:
    """Compare two books that differ in their closed history only."""
    short = short_history(customers)
    a_day = short.invoices // short.days
    long = replace(short, invoices=a_day * _LONG, days=_LONG)
    paths = {
        "short": copied(made_book(short), "short.creditmate"),
        "long": copied(made_book(long), "long.creditmate"),
    }
    for name, talks in (("short", _TALKS // 4), ("long", _TALKS)):
        with opened(paths[name]) as gateway:
            _talk(gateway, talks)
            execute("UPDATE customer SET legal_form = 'company'")  # or nobody is visited
    closed: dict[str, int] = {}
    seconds: dict[str, dict[str, list[float]]] = {}
    for _ in range(rounds):
        for name, path in paths.items():
            with opened(path) as gateway:
                closed[name] = _closed()
                for what, taken in _ask(gateway).items():
                    seconds.setdefault(what, {}).setdefault(name, []).append(taken)
    for path in paths.values():
        path.unlink()
    more = closed["long"] / closed["short"]
    note = f"of the same with 1/{more:.1f} of its {closed['long']:,} closed invoices"
    return [
        Line(what, times.ratios("long", "short"), times.median("long"), note, GOAL)
        for what, times in ((what, Timings(found)) for what, found in seconds.items())
    ]


def _talk(gateway: Gateway, talks: int) -> None:
    """Put down contacts of the months before, with every customer in turn."""
    customers = [id_ for (id_,) in execute("SELECT id FROM customer ORDER BY id").fetchall()]
    columns = ("customer_id", "contact_id", "heard_name", "staff_id", "channel", "direction",
               "number", "day", "at", "at_offset", "seconds", "outcome", "notes", "next_day",
               "none_because", "corrects_id", "mood", "signals")  # fmt: skip
    rows = []
    for place in range(talks):
        turn, who = divmod(place, len(customers))
        customer, day = customers[who], TODAY - timedelta(40 + 30 * turn)
        outcome = "no_answer" if turn % 3 else "all_well"
        rows.append(
            (customer, None, "Ann", None, "call", "out", "", day.isoformat(),
             f"{day}T09:30:00+00:00", 0, 60, outcome, "Spoke of it.", None, "Nothing agreed.",
             None, "", "")
        )  # fmt: skip
    with gateway.write("bench") as writing:
        writing.add_many(Interaction, columns, rows)


def _closed() -> int:
    query = "SELECT count(*) FROM entry WHERE due_day IS NOT NULL AND open_minor = 0"
    return int(execute(query).fetchone()[0])


def _ask(gateway: Gateway) -> Mapping[str, float]:
    """Return the seconds that each question takes."""
    works: dict[str, Work] = {
        "Today, top 100": lambda: WorkLists().today(TODAY, 100),
        f"{_ASKED} briefs": lambda: [Customers().brief(code, TODAY) for code in _CODES],
        f"{_ASKED} statements drafted": lambda: Statements(gateway).drafts(TODAY, _CODES),
        "aged debtors today": lambda: aged_sums(TODAY),
        "who is worth a visit": lambda: VisitSuggestions().suggest(TODAY),
        "recording one call": lambda: Calls(gateway, BenchClock()).record(_CODES[0], _CALL),
    }
    return {what: _best_of_five(work) for what, work in works.items()}


def _best_of_five(work: Work) -> float:
    """The least of five: what is left after a busy machine's share is the work's own."""
    work()
    return min(spent(work) for _ in range(5))
