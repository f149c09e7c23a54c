"""A person at a customer's as typed, and which wishes that changes; knows no toolkit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from creditmate.domain.contact_form import (
    Authority,
    ContactForm,
    Discuss,
    EmailForm,
    PhoneForm,
    PhoneKind,
    Preferred,
)
from creditmate.domain.refusals import Why, refused
from creditmate.domain.wishes import SET, Wish, WishKind, hours_of, hours_text
from creditmate.i18n.locales import typed
from creditmate.services.decision_entries import WishEntry

ASKED = (
    WishKind.NO_CALLS,
    WishKind.NO_EMAILS,
    WishKind.NO_LETTERS,
    WishKind.NO_TEXTS,
    WishKind.NO_VISITS,
)
"""Wishes that are ticked or not."""


@dataclass(frozen=True, slots=True)
class TypedPerson:
    """Every field of the dialog as it is seen."""

    name: str = ""
    role: str = ""
    authority: str = Authority.UNKNOWN.value
    discuss: str = Discuss.UNKNOWN.value
    channel: str = Preferred.CALL.value
    best_time: str = ""
    notes: str = ""
    phones: tuple[tuple[str, str], ...] = ()
    emails: tuple[str, ...] = ()
    wishes: frozenset[WishKind] = frozenset()
    from_hour: str = ""
    to_hour: str = ""
    confirmed: bool = False


def typed_person(form: ContactForm, wishes: Sequence[Wish]) -> TypedPerson:
    """Return a person as the fields show them."""
    known = {wish.kind: wish for wish in wishes}
    first = last = ""
    if WishKind.HOURS in known:
        begin, end = hours_of(known[WishKind.HOURS].value)
        first, last = f"{begin:%H:%M}", f"{end:%H:%M}"
    return TypedPerson(
        name=form.name,
        role=form.role,
        authority=form.authority.value,
        discuss=form.discuss.value,
        channel=form.channel.value,
        best_time=form.best_time,
        notes=form.notes,
        phones=tuple((phone.number, phone.kind.value) for phone in form.phones),
        emails=tuple(email.address for email in form.emails),
        wishes=frozenset(known) & frozenset(ASKED),
        from_hour=first,
        to_hour=last,
    )


def form_of(given: TypedPerson, base: ContactForm, today: date) -> ContactForm:
    """Return the form of a person as typed; numbers that are there keep their rows."""
    return replace(
        base,
        name=given.name,
        role=given.role,
        authority=Authority(given.authority),
        discuss=Discuss(given.discuss),
        channel=Preferred(given.channel),
        best_time=given.best_time,
        notes=given.notes,
        confirmed_day=today if given.confirmed else base.confirmed_day,
        phones=tuple(_phones(given, base)),
        emails=tuple(_emails(given, base)),
    )


def changed_wishes(given: TypedPerson, known: Sequence[Wish], locale: str) -> list[WishEntry]:
    """Return the wishes that are new, or lifted.

    Raises:
        UserError: ``FIELD_REFUSED``: the hours are none.
    """
    before = {wish.kind: wish.value for wish in known}
    now: dict[WishKind, str] = dict.fromkeys(given.wishes, SET)
    hours = _hours(given, locale)
    if hours:
        now[WishKind.HOURS] = hours
    return list(_differences(before, now))


def _differences(
    before: Mapping[WishKind, str], now: Mapping[WishKind, str]
) -> Iterator[WishEntry]:
    for kind in WishKind:
        if before.get(kind, "") != now.get(kind, ""):
            hours = now.get(kind, "") if kind is WishKind.HOURS else ""
            yield WishEntry(kind, lifted=kind not in now, hours=hours)


def _phones(given: TypedPerson, base: ContactForm) -> Iterator[PhoneForm]:
    rows = {phone.number: phone for phone in base.phones}
    for number, kind in given.phones:
        if number.strip():
            row = rows.get(number, PhoneForm(number))
            yield replace(row, number=number, kind=PhoneKind(kind))


def _emails(given: TypedPerson, base: ContactForm) -> Iterator[EmailForm]:
    rows = {email.address: email for email in base.emails}
    for address in given.emails:
        if address.strip():
            yield rows.get(address, EmailForm(address))


def _hours(given: TypedPerson, locale: str) -> str:
    first, last = typed(given.from_hour, locale), typed(given.to_hour, locale)
    if not first and not last:
        return ""
    try:
        return hours_text(_time(first), _time(last))
    except ValueError as error:
        raise refused("wish.hours", Why.NOT_POSSIBLE, found=f"{first}–{last}") from error


def _time(text: str) -> time:
    """The hour that is typed: ``9``, ``9:30``, ``0930``.

    Raises:
        ValueError: It is none.
    """
    digits = "".join(letter for letter in text if letter.isdigit())
    if not digits or len(digits) > 4:
        raise ValueError(text)
    if len(digits) <= 2:
        return time(int(digits))
    return time(int(digits[:-2]), int(digits[-2:]))
