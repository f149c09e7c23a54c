"""What visits brought, read back: what holds of it, what was told when, and what was seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from creditmate.db import visit_reports as db
from creditmate.domain.visit_observations import Picture, picture
from creditmate.domain.visit_report import Findings, Told, together
from creditmate.domain.visits import VisitEvent, VisitEventKind, VisitFile
from creditmate.services.visit_lists import visit_file


@dataclass(frozen=True, slots=True)
class ReportPage:
    """What is known of a visit that was reported; nothing of it is for the customer.

    Attributes:
        file: The visit.
        findings: What holds of all that was told.
        told: What was told, in its order; the first is the report, the rest was added.
        picture: What was seen beside the visits before; None where nothing was told of it.
        files: The attachments that papers came as, by the ids of the papers asked for.
    """

    file: VisitFile
    findings: Findings
    told: tuple[Told, ...]
    picture: Picture | None
    files: Mapping[int, int]


def report_page(named: str, as_at: date) -> ReportPage:
    """Return what a visit brought, as far as it was told by a day.

    Raises:
        UserError: ``VISIT_REFUSED``: there is none.
    """
    file = visit_file(named)
    visit, held = file.visit, held_event(file)
    told = db.told_of([visit.id], as_at).get(visit.id, [])
    until = as_at if held is None else min(as_at, held.day)
    seen = any(one.findings.observations for one in told)
    return ReportPage(
        file=file,
        findings=together(told),
        told=tuple(told),
        picture=picture(db.observed_with(visit.customer, until, as_at)) if seen else None,
        files=db.files_of(visit.id, as_at),
    )


def trend_of(customer: int, as_at: date) -> Picture | None:
    """Return what the last visit to a customer showed beside those before it; None without any."""
    return picture(db.observed_with(customer, as_at, as_at))


def held_event(file: VisitFile) -> VisitEvent | None:
    """Return when, and in which contact, a visit was held; None if it was not."""
    return next((one for one in file.events if one.kind is VisitEventKind.HELD), None)
