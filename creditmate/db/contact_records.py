"""People at customers' as edited, with their telephone numbers and addresses."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from creditmate.db.connection import database
from creditmate.db.days import maybe_day
from creditmate.db.fields import among
from creditmate.db.gateway import Writing
from creditmate.db.models import Contact, Email, Phone
from creditmate.domain.contact_form import (
    Authority,
    ContactForm,
    Discuss,
    EmailForm,
    PhoneForm,
    PhoneKind,
    Preferred,
)
from creditmate.domain.errors import Problem, UserError


def contact_records(customer: int, *, archived: bool = False) -> list[ContactForm]:
    """Return the people of a customer in the order they were entered, or those put away."""
    away = Contact.archived_day.is_null(not archived)
    rows = list(
        Contact.select().where((Contact.customer_id == customer) & away).order_by(Contact.id)
    )
    ids = [row.id for row in rows]
    phones, emails = _phones(ids), _emails(ids)
    return [_form(row, phones.get(row.id, ()), emails.get(row.id, ())) for row in rows]


def contact_customer(contact: int) -> int | None:
    """Return whose contact it is; None where there is none."""
    found = Contact.select(Contact.customer_id).where(Contact.id == contact).scalar()
    return None if found is None else int(found)


def _form(row: Any, phones: Sequence[PhoneForm], emails: Sequence[EmailForm]) -> ContactForm:  # noqa: ANN401 - a model's row
    confirmed = row.confirmed_day
    return ContactForm(
        name=row.name,
        id=row.id,
        version=row.version,
        role=row.role,
        authority=Authority(row.authority),
        channel=Preferred(row.channel),
        discuss=Discuss(row.discuss),
        best_time=row.best_time,
        notes=row.notes,
        confirmed_day=maybe_day(confirmed),
        phones=tuple(phones),
        emails=tuple(emails),
        archived=row.archived_day is not None,
    )


def _phones(contacts: Sequence[int]) -> dict[int, list[PhoneForm]]:
    query = (
        Phone.select(Phone.contact_id, Phone.number, Phone.kind, Phone.id, Phone.version)
        .where(Phone.contact_id.in_(among(contacts)) & Phone.archived_day.is_null())
        .order_by(Phone.id)
    )
    found: dict[int, list[PhoneForm]] = {}
    for contact, number, kind, id_, version in database.execute(query):
        found.setdefault(contact, []).append(PhoneForm(number, PhoneKind(kind), id_, version))
    return found


def _emails(contacts: Sequence[int]) -> dict[int, list[EmailForm]]:
    query = (
        Email.select(Email.contact_id, Email.address, Email.id, Email.version)
        .where(Email.contact_id.in_(among(contacts)) & Email.archived_day.is_null())
        .order_by(Email.id)
    )
    found: dict[int, list[EmailForm]] = {}
    for contact, address, id_, version in database.execute(query):
        found.setdefault(contact, []).append(EmailForm(address, id_, version))
    return found


# ---------------------------------------------------------------- writing
def save_contact(writing: Writing, customer: int, form: ContactForm, day: date) -> int:
    """Make a contact, or save one that was read at the form's version; return its id.

    Numbers and addresses that the form does not name any more are put away on ``day``. The
    version rises with them: a form that was read before names only what there was then.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    values = {
        "name": form.name,
        "role": form.role,
        "authority": form.authority.value,
        "channel": form.channel.value,
        "best_time": form.best_time,
        "notes": form.notes,
        "confirmed_day": form.confirmed_day,
        "discuss": form.discuss.value,
    }
    changed = []
    if form.id:
        writing.edit(Contact, form.id, form.version, **values)
        changed.append(_drop(writing, form, day))
    contact = form.id or writing.create(Contact, customer_id=customer, **values)
    for phone in form.phones:
        reach: dict[str, object] = {"number": phone.number, "kind": phone.kind.value}
        changed.append(_write(writing, Phone, contact, phone, reach))
    for email in form.emails:
        changed.append(_write(writing, Email, contact, email, {"address": email.address}))
    if any(changed):
        writing.raise_version(Contact, contact)
    return contact


def _write(
    writing: Writing,
    model: type[Phone] | type[Email],
    contact: int,
    form: PhoneForm | EmailForm,
    values: dict[str, object],
) -> bool:
    if form.id:
        return writing.edit(model, form.id, form.version, **values)
    return bool(writing.create(model, contact_id=contact, **values))


def _drop(writing: Writing, form: ContactForm, day: date) -> bool:
    dropped = False
    for model, known, kept in (
        (Phone, _phones([form.id]).get(form.id, []), form.phones),
        (Email, _emails([form.id]).get(form.id, []), form.emails),
    ):
        ids = {row.id for row in kept if row.id}
        if not ids <= {row.id for row in known}:
            raise UserError(Problem.CHANGED_MEANWHILE, entity="contact", id=form.id)
        for row in known:
            if row.id not in ids:
                dropped |= writing.edit(model, row.id, row.version, archived_day=day)
    return dropped


def edit_contact(writing: Writing, contact: int, version: int, **values: object) -> None:
    """Change columns of a contact that was read at a version.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    writing.edit(Contact, contact, version, **values)
