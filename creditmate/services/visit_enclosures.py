"""What goes along with an agenda: statements, and copies of the invoices its issues are about.

Copies only of papers of ours that the customer had before. What was put beside a question as
evidence may have been written for us, so that it goes along only where somebody chooses it.
"""

from datetime import date

from creditmate.db.dispute_register import dispute_row
from creditmate.db.entries import entry_rows
from creditmate.db.made_in_contact import Papers, papers_of_entries
from creditmate.db.papers import latest_of_day
from creditmate.documents.visit_agenda_paper import Enclosed, EnclosedKind
from creditmate.domain.visits import Visit
from creditmate.services.statement_periods import KIND as STATEMENT


def papers_enclosed(visit: Visit, as_at: date) -> list[Papers]:
    """Return our own papers of what a visit is to settle, in the order of its issues.

    Args:
        visit: As the customer may read it.
        as_at: What was put down for a later day is not known.
    """
    entries: list[int] = []
    for issue in visit.issues:
        entries += issue.entries
        row = None if issue.dispute is None else dispute_row(issue.dispute, as_at)
        entries += [] if row is None else [item.entry for item in row.items]
    found = {row.id: row for row in entry_rows(entries, as_at)} if entries else {}
    rows = [found[id_] for id_ in dict.fromkeys(entries) if id_ in found]
    return [papers for papers in papers_of_entries(rows) if papers.own]


def enclosed_with(visit: Visit, day: date, as_at: date) -> tuple[Enclosed, ...]:
    """Return what an agenda says goes along: the statements of its day, and the copies.

    Args:
        visit: As the customer may read it.
        day: Of the agenda.
        as_at: What was put down for a later day is not known.
    """
    stated = latest_of_day(STATEMENT, visit.customer, day)
    return (
        *(Enclosed(EnclosedKind.STATEMENT, row.number) for row in stated),
        *(Enclosed(EnclosedKind.DOCUMENT, one.number) for one in papers_enclosed(visit, as_at)),
    )
