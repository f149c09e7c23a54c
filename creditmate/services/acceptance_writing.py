"""Putting an acceptance down within an action: with its proof, and what asked for it is done."""

from datetime import date

from creditmate.db import acceptances as db
from creditmate.db.attachments import add_attachment
from creditmate.db.gateway import Writing
from creditmate.db.groups import heads
from creditmate.db.terms import versions
from creditmate.domain.acceptance import clauses_text
from creditmate.domain.attachments import About, Subject
from creditmate.domain.terms_standing import awaited
from creditmate.services.acceptance_entries import AcceptedEntry, ProofFile
from creditmate.services.agreed_terms import counting


def put_down(
    writing: Writing, customer: int, entry: AcceptedEntry, proof: ProofFile | None, today: date
) -> int:
    """Put down that a customer accepted terms and return the acceptance's id.

    Args:
        writing: The action under way.
        customer: Whose acceptance it is.
        entry: What was accepted, checked already.
        proof: The paper, kept in the ledger.
        today: The day on which what asked for it is done.
    """
    id_ = db.add_acceptance(
        writing,
        customer_id=customer,
        terms_version_id=entry.version,
        day=entry.day,
        method=entry.method.value,
        contact_id=entry.contact,
        by_whom=" ".join(entry.by_whom.split()),
        capacity=entry.capacity.value,
        clauses=clauses_text(entry.clauses),
        reference=" ".join(entry.reference.split()),
        note=entry.note.strip(),
    )
    if proof is not None:
        add_attachment(writing, proof.content, customer, proof.name, About(Subject.ACCEPTANCE, id_))
    _close_answered(writing, customer, today)
    return id_


def _close_answered(writing: Writing, customer: int, today: date) -> None:
    """Do away with the tasks that ask for what came back now, here and at branches."""
    every, above = versions(), heads()
    members = [customer, *(branch for branch, head in above.items() if head == customer)]
    ids = {*members, *(above[one] for one in members if one in above)}
    known = db.acceptances_of(today, every, sorted(ids))
    for member, papers in db.sent_of(today, every, members).items():
        accepted = counting(member, above, known)
        answered = [one.id for one in papers if awaited([one], accepted, today) is None]
        db.close_follow_ups(writing, answered, today)
