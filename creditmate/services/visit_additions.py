"""What is added to a visit's report: what was forgotten, has come since, or was told wrong."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date

from creditmate.db.contact_again import last_word
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.disputes import NewDispute
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.rows import CustomerRow
from creditmate.domain.visit_report import Commitment, Findings
from creditmate.services.contact_again import require_contact, told_again
from creditmate.services.contact_writing import NewContact, When, new_contact
from creditmate.services.visit_report_notes import ReportFile, parted


@dataclass(frozen=True, slots=True)
class Said:
    """What was said and agreed on a visit and is not in its report yet.

    ``note`` comes below the words that are there; the rest stands beside what was agreed.
    """

    note: str = ""
    commitments: tuple[Commitment, ...] = ()
    plan: PlanTerms | None = None
    queries: tuple[NewDispute, ...] = ()
    opportunity: str = ""
    feedback: str = ""

    @property
    def says_anything(self) -> bool:
        """Whether the conversation is told otherwise by it."""
        words = (self.note, self.opportunity, self.feedback)
        agreed = self.commitments or self.queries or self.plan is not None
        return bool(agreed) or any(one.strip() for one in words)


@dataclass(frozen=True, slots=True)
class Addition:
    """What is added to a report later: what was told before stays beside it."""

    findings: Findings = field(default_factory=Findings)
    files: tuple[ReportFile, ...] = ()
    said: Said = field(default_factory=Said)

    @property
    def tells_anything(self) -> bool:
        """Whether there is anything to be added."""
        review = replace(self.findings.review, note=self.findings.review.note.strip())
        found = replace(self.findings, review=review) != Findings()
        return bool(self.files) or found or self.said.says_anything


def said_since(
    customer: CustomerRow, talk: int, said: Said, today: date, open_now: Collection[int]
) -> NewContact:
    """Return a visit's conversation as it is told with what was forgotten of it.

    It puts the conversation right: its words stand, what is added comes to them, and no next step
    is changed. What was promised in it before stands.

    Args:
        customer: Who was visited.
        talk: The contact that the visit is.
        said: What is added.
        today: What is known of the customer is as at this day.
        open_now: The entries that are open: what was paid since is not spoken of by itself.

    Raises:
        UserError: ``CALL_STANDS``: there is no such contact; ``CALL_FIELD``; ``FIELD_REFUSED``;
            ``NOTHING_OPEN``.
    """
    before = require_contact(last_word(talk))
    sides, queries = parted(said.commitments), said.queries
    call = replace(
        told_again(before),
        note="\n".join(part for part in (before.notes, said.note.strip()) if part),
        purpose=Purpose(before.purpose) if before.purpose else None,
        plan=said.plan,
        dispute=next(iter(queries), None),
        further=queries[1:],
        opportunity=said.opportunity.strip(),
        feedback=said.feedback.strip(),
        entries=tuple(one for one in before.entries if one in open_now),
        replaces_promises=False,  # what was promised in the same talk is not older
        corrects=before.id,
    )
    if sides.pay:
        call = replace(call, promised=sides.pay[0].amount, promised_by=sides.pay[0].by)
    if sides.ours:
        call = replace(call, deed=sides.ours[0].words.strip(), deed_by=sides.ours[0].by)
    when = When(before.day, before.at, today)
    contact = replace(new_contact(customer, call, when, keeps_steps=True), claim=None)
    return replace(contact, detail=replace(contact.detail, entries=before.entries))
