"""Putting an application for credit down within an action: what it says, with its file."""

from datetime import date

from creditmate.db import applications as db
from creditmate.db.attachments import add_attachment
from creditmate.db.gateway import Writing
from creditmate.domain.attachments import About, Subject
from creditmate.services.application_reading import ApplicationEntry, Understood


def keep_application(  # noqa: PLR0913, PLR0917 - whose it is, what it says and when it came
    writing: Writing,
    customer: int,
    entry: ApplicationEntry,
    found: Understood,
    currency: str,
    today: date,
) -> int:
    """Put an application down as it came in, and return its id.

    Args:
        writing: The action under way.
        customer: Whose it is, by the id.
        entry: As it came in, with its file where there is one.
        found: What it says.
        currency: The customer's, where it names none.
        today: The day on which it is put down.
    """
    limit = found.limit
    id_ = db.add_application(
        writing,
        customer,
        {item.value: said for item, said in entry.given.items()},
        day=today,
        way=entry.way.value,
        currency=currency if limit is None else limit.currency,
        limit_minor=None if limit is None else limit.minor,
        terms_version_id=entry.terms if entry.terms and db.has_terms(entry.terms) else None,
        signed_day=found.signed_day,
    )
    if entry.content:
        about = About(Subject.APPLICATION, id_)
        add_attachment(writing, entry.content, customer, entry.file_name, about)
    return id_
