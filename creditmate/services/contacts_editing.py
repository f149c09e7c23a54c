"""The people at a customer's: entered, edited, confirmed, put away; and how they wish to be met."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from creditmate.db import contact_records as records
from creditmate.db import decisions
from creditmate.db.business import business
from creditmate.db.gateway import Gateway
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.contact_form import Authority, ContactForm, EmailForm, PhoneForm
from creditmate.domain.doubts import Doubt, Odd
from creditmate.domain.email_syntax import is_email
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.domain.refusals import Why, refused
from creditmate.domain.telephone import MOST, Telephone, example_number, telephone
from creditmate.domain.wishes import Wish
from creditmate.services.customers import require_customer
from creditmate.services.decision_entries import WishEntry, wished_value
from creditmate.services.typed_texts import one_line, some_lines

_LONGEST = {"name": 120, "role": 120, "best_time": 120}
_LONGEST_NOTES = 2000
_GRAVITY = {
    who: place
    for place, who in enumerate(
        (Authority.DECIDES, Authority.PAYS, Authority.UNKNOWN, Authority.NONE)
    )
}


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A person as shown: the form, its numbers as they are dialled here, and what is wished."""

    form: ContactForm
    telephones: tuple[Telephone, ...] = ()
    wishes: tuple[Wish, ...] = ()


class ContactsEditing:
    """Makes, edits and puts away the people at customers'."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def of(self, code: str, *, archived: bool = False) -> list[ContactForm]:
        """Return the people of a customer, ready to be edited; or those that were put away.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return records.contact_records(require_customer(code).id, archived=archived)

    def cards(self, code: str, *, archived: bool = False) -> list[ContactCard]:
        """Return the people of a customer as they are shown: who decides first, then who pays.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer, home, today = require_customer(code), business().country, self._clock.today
        forms = records.contact_records(customer.id, archived=archived)
        known = decisions.wishes_of(today, [customer.id]).get(customer.id, [])
        return [
            ContactCard(
                form,
                tuple(telephone(phone.number, customer.country, home) for phone in form.phones),
                tuple(wish for wish in known if wish.contact == form.id),
            )
            for form in sorted(forms, key=_by_authority)
        ]

    def telephone(self, code: str, number: str) -> Telephone:
        """Return a number of a customer's as it is shown and dialled here.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return telephone(number, require_customer(code).country, business().country)

    def doubts(self, code: str, form: ContactForm) -> list[Doubt]:
        """Return what looks odd about a person's numbers; nothing of it keeps them from saving.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return list(_doubts(form, require_customer(code).country))

    def save(self, code: str, form: ContactForm, wishes: Sequence[WishEntry] = ()) -> Saved:
        """Make a contact of a customer, or save one that was read as this form.

        Telephones are put down as they are written here, so that they look alike everywhere.

        Args:
            code: The customer's.
            form: As typed.
            wishes: What the person wishes from today on, or not any more.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``, ``FIELD_REFUSED``, ``CHANGED_MEANWHILE``.
        """
        customer = require_customer(code)
        clean = checked_contact(form, customer.country)
        if clean.confirmed_day is not None and clean.confirmed_day > self._clock.today:
            raise refused("contact.confirmed_day", Why.DAY_AHEAD, day=clean.confirmed_day)
        if form.id and records.contact_customer(form.id) != customer.id:
            raise UserError(Problem.CHANGED_MEANWHILE, entity="contact", id=form.id)
        wished = [(entry, wished_value(entry)) for entry in wishes]
        use_case = "edit-contact" if form.id else "add-contact"
        with self._gateway.write(use_case) as writing:
            id_ = records.save_contact(writing, customer.id, clean, self._clock.today)
            for entry, value in wished:
                decisions.add_decision(
                    writing,
                    "wish",
                    customer_id=customer.id,
                    contact_id=id_,
                    day=self._clock.today,
                    kind=entry.kind.value,
                    value=value,
                    note=entry.note,
                )
        return Saved(id_, Touched.CUSTOMERS)

    def confirm(self, contact: int, version: int) -> Touched:
        """Put down that a person's details were found to be right today.

        Raises:
            UserError: ``CHANGED_MEANWHILE``.
        """
        return self._edit("confirm-contact", contact, version, confirmed_day=self._clock.today)

    def archive(self, contact: int, version: int) -> Touched:
        """Put a person away who is not there any more: what was said with them stays.

        Raises:
            UserError: ``CHANGED_MEANWHILE``.
        """
        return self._edit("archive-contact", contact, version, archived_day=self._clock.today)

    def restore(self, contact: int, version: int) -> Touched:
        """Take a person back who was put away.

        Raises:
            UserError: ``CHANGED_MEANWHILE``.
        """
        return self._edit("restore-contact", contact, version, archived_day=None)

    def _edit(self, use_case: str, contact: int, version: int, **values: object) -> Touched:
        with self._gateway.write(use_case) as writing:
            records.edit_contact(writing, contact, version, **values)
        return Touched.CUSTOMERS


def _by_authority(form: ContactForm) -> tuple[int, int]:
    return (_GRAVITY[form.authority], form.id)


def checked_contact(form: ContactForm, country: str) -> ContactForm:
    """Return a person as it is stored: blanks tidied, what cannot be right refused.

    Args:
        form: As typed.
        country: Whose telephone numbers are meant: the customer's.

    Raises:
        UserError: ``FIELD_REFUSED`` naming the field.
    """
    name, role, best_time = (_line(form, field) for field in _LONGEST)
    return replace(
        form,
        name=name,
        role=role,
        best_time=best_time,
        notes=some_lines("contact.notes", form.notes, _LONGEST_NOTES),
        phones=tuple(_phones(form.phones, country)),
        emails=tuple(_emails(form.emails)),
    )


def _line(form: ContactForm, field: str) -> str:
    text, required = str(getattr(form, field)), field == "name"
    return one_line(f"contact.{field}", text, _LONGEST[field], required=required)


def _phones(phones: tuple[PhoneForm, ...], country: str) -> Iterator[PhoneForm]:
    home = business().country
    for phone in phones:
        number = " ".join(phone.number.split())
        if len(number) > MOST:
            raise refused("contact.phone", Why.TOO_LONG, most=MOST)
        if number and not any(map(str.isdigit, number)):
            raise refused("contact.phone", Why.WRONG_FORM, found=number)
        if number:
            yield replace(phone, number=telephone(number, country, home).shown)


def _emails(emails: tuple[EmailForm, ...]) -> Iterator[EmailForm]:
    for email in emails:
        address = email.address.strip()
        if address and not is_email(address):
            raise refused("contact.email", Why.NOT_AN_EMAIL, found=address)
        if address:
            yield replace(email, address=address)


def _doubts(form: ContactForm, country: str) -> Iterator[Doubt]:
    for place, phone in enumerate(form.phones):
        if phone.number.strip() and not telephone(phone.number, country).valid:
            expected = example_number(country)
            yield Doubt("phones", Odd.NO_SUCH_NUMBER, phone.number, expected, place)
