"""How the issues of a visit stand on a day: what is open of them, since when it was asked."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from creditmate.db.dispute_register import dispute_row
from creditmate.db.entries import open_entries
from creditmate.domain.money import Money
from creditmate.domain.visits import IssueKind, VisitFile, VisitIssue


class IssueStands(NamedTuple):
    """What the ledger knows of an issue.

    Attributes:
        open: What its items have open, in each currency; of a query, what is in question of them.
        days_late: How late the oldest of them is; 0 where none is.
        raised: When the query that it is was raised.
        is_query: Whether it is a query that waits for an answer.
    """

    open: tuple[Money, ...] = ()
    days_late: int = 0
    raised: date | None = None
    is_query: bool = False


def issues_of(file: VisitFile, as_at: date) -> Mapping[int, IssueStands]:
    """Return how each issue of a visit stands on a day, by its id.

    One about the account that names no items is about all that is overdue.
    """
    issues = file.visit.issues
    asks = any(issue.entries or issue.kind is IssueKind.ACCOUNT for issue in issues)
    rows = {row.id: row for row in open_entries([file.visit.customer], as_at)} if asks else {}

    def stands(issue: VisitIssue) -> IssueStands:
        here = [rows[id_] for id_ in issue.entries if id_ in rows]
        if issue.kind is IssueKind.ACCOUNT and not issue.entries:
            here = [row for row in rows.values() if row.due_day and row.due_day < as_at]
        sums: dict[str, Money] = {}
        for row in here:
            known = sums.get(row.open.currency)
            sums[row.open.currency] = row.open if known is None else known + row.open
        late = [(as_at - row.due_day).days for row in here if row.due_day and row.open.minor > 0]
        asked = None if issue.dispute is None else dispute_row(issue.dispute, as_at)
        raised = None if asked is None or asked.day_presumed else asked.standing.raised_day
        if asked is not None and asked.is_open:  # nothing of it is late while it is in question
            return IssueStands((asked.questioned,), 0, raised, is_query=True)
        return IssueStands(tuple(sums.values()), max([0, *late]), raised)

    return {issue.id: stands(issue) for issue in issues}
