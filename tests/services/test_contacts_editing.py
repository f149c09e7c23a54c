"""The people at a customer's: entered, edited, confirmed, put away."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.db.proof import prove_all
from creditmate.domain.contact_form import (
    Authority,
    ContactForm,
    Discuss,
    EmailForm,
    PhoneForm,
    PhoneKind,
    Preferred,
)
from creditmate.domain.doubts import Odd
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.refusals import Why
from creditmate.domain.wishes import WishKind
from creditmate.services.contacts_editing import ContactsEditing
from creditmate.services.decision_entries import WishEntry
from tests.builders import a_customer
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)


@pytest.fixture
def people(office: Office) -> ContactsEditing:
    with office.gateway.write("customers") as writing:
        a_customer(writing, "ACME")
        a_customer(writing, "BIRCH")
    return ContactsEditing(office.gateway, office.clock)


def refusal(people: ContactsEditing, form: ContactForm) -> tuple[object, object]:
    with pytest.raises(UserError) as caught:
        people.save("ACME", form)
    assert caught.value.problem is Problem.FIELD_REFUSED
    return caught.value.facts["field"], caught.value.facts["why"]


def test_everything_that_was_typed_comes_back(office: Office, people: ContactsEditing) -> None:
    form = ContactForm(
        "Ann Lee",
        role="Purchase ledger",
        authority=Authority.PAYS,
        channel=Preferred.EMAIL,
        discuss=Discuss.YES,
        best_time="Mon to Thu",
        notes="Likes numbers read out",
        confirmed_day=TODAY,
        phones=(PhoneForm("020 7946 0018"), PhoneForm("07700 900123", PhoneKind.MOBILE)),
        emails=(EmailForm("ann@acme.example"),),
    )
    people.save("acme", form)
    (found,) = people.of("ACME")
    plain = replace(
        found,
        id=0,
        version=0,
        phones=tuple(replace(phone, id=0, version=0) for phone in found.phones),
        emails=tuple(replace(email, id=0, version=0) for email in found.emails),
    )
    assert plain == form
    (shown,) = office.brief("ACME").people
    assert (shown.name, shown.phone, shown.discuss) == ("Ann Lee", "020 7946 0018", "yes")
    assert prove_all() == []


def test_a_number_is_written_alike_wherever_it_stands(
    office: Office, people: ContactsEditing
) -> None:
    typed = ("+44 (0)20 79460018", "Mill 020 79460018", "00492079460018 ext. 7")
    people.save("ACME", ContactForm("Ann", phones=tuple(map(PhoneForm, typed))))
    (card,) = people.cards("ACME")
    numbers = [phone.number for phone in card.form.phones]
    assert numbers[:2] == ["020 7946 0018", "Mill 020 79460018"]
    assert [known.shown for known in card.telephones] == numbers
    assert office.brief("ACME").people[0].phone == numbers[0]


def test_numbers_left_out_are_put_away_and_the_next_one_is_used(
    office: Office, people: ContactsEditing
) -> None:
    form = ContactForm("Ann", phones=(PhoneForm("020 7946 0018"), PhoneForm("020 7946 0019")))
    people.save("ACME", form)
    (found,) = people.of("ACME")
    people.save("ACME", replace(found, phones=found.phones[1:]))
    assert office.brief("ACME").people[0].phone == "020 7946 0019"
    with pytest.raises(UserError) as caught:
        people.save("ACME", replace(found, name="Anna"))
    assert caught.value.problem is Problem.CHANGED_MEANWHILE


def test_a_person_read_before_a_number_was_added_is_not_saved_over(
    people: ContactsEditing,
) -> None:
    first = PhoneForm("01632 960961")
    people.save("ACME", ContactForm("Ann", phones=(first,)))
    (old,) = people.of("ACME")
    more = (*old.phones, PhoneForm("01632 960962"))
    people.save("ACME", replace(old, phones=more, emails=(EmailForm("ann@acme.example"),)))
    with pytest.raises(UserError) as caught:
        people.save("ACME", replace(old, role="Boss"))
    assert caught.value.problem is Problem.CHANGED_MEANWHILE
    (now,) = people.of("ACME")
    assert [phone.number for phone in now.phones] == ["01632 960961", "01632 960962"]
    people.save("ACME", replace(now, phones=now.phones[:1]))
    with pytest.raises(UserError):
        people.save("ACME", now)
    assert prove_all() == []


def test_a_number_that_is_gone_meanwhile_is_not_saved_over(people: ContactsEditing) -> None:
    people.save("ACME", ContactForm("Ann", phones=(PhoneForm("020 7946 0018"),)))
    (found,) = people.of("ACME")
    people.save("ACME", replace(found, phones=()))
    (now,) = people.of("ACME")
    with pytest.raises(UserError) as caught:
        people.save("ACME", replace(now, phones=found.phones))
    assert caught.value.problem is Problem.CHANGED_MEANWHILE


@pytest.mark.parametrize(
    ("form", "field", "why"),
    [
        (ContactForm(" "), "name", Why.EMPTY),
        (ContactForm("N" * 121), "name", Why.TOO_LONG),
        (ContactForm("Ann", notes="n" * 2001), "notes", Why.TOO_LONG),
        (ContactForm("Ann", phones=(PhoneForm("ring me"),)), "phone", Why.WRONG_FORM),
        (ContactForm("Ann", phones=(PhoneForm("1" * 41),)), "phone", Why.TOO_LONG),
        (ContactForm("Ann", emails=(EmailForm("ann@acme"),)), "email", Why.NOT_AN_EMAIL),
        (ContactForm("Ann", confirmed_day=date(2026, 11, 24)), "confirmed_day", Why.DAY_AHEAD),
    ],
)
def test_what_cannot_be_right_is_refused(
    people: ContactsEditing, form: ContactForm, field: str, why: Why
) -> None:
    assert refusal(people, form) == (f"contact.{field}", why.value)
    assert people.of("ACME") == []


def test_an_odd_number_is_told_and_saved(people: ContactsEditing) -> None:
    form = ContactForm("Ann", phones=(PhoneForm("020 7946 0018"), PhoneForm("12")))
    (doubt,) = people.doubts("ACME", form)
    assert (doubt.odd, doubt.place, doubt.expected) == (Odd.NO_SUCH_NUMBER, 1, "0121 234 5678")
    people.save("ACME", form)
    assert people.doubts("ACME", people.of("ACME")[0]) == [doubt]


def test_empty_rows_are_no_numbers(people: ContactsEditing) -> None:
    people.save("ACME", ContactForm("Ann", phones=(PhoneForm(" "),), emails=(EmailForm(""),)))
    (found,) = people.of("ACME")
    assert (found.phones, found.emails) == ((), ())


def test_a_number_is_shown_as_it_is_written_here(people: ContactsEditing) -> None:
    assert people.telephone("ACME", "+44 20 7946 0018").shown == "020 7946 0018"
    assert people.telephone("ACME", "+49 30 23125007").uri == "tel:+493023125007"


def test_a_person_is_confirmed_put_away_and_taken_back(
    office: Office, people: ContactsEditing
) -> None:
    people.save("ACME", ContactForm("Ann"))
    (found,) = people.of("ACME")
    people.confirm(found.id, found.version)
    (found,) = people.of("ACME")
    assert found.confirmed_day == TODAY
    people.archive(found.id, found.version)
    assert people.of("ACME") == []
    assert office.brief("ACME").people == ()
    (away,) = people.of("ACME", archived=True)
    assert away.archived
    with pytest.raises(UserError) as caught:
        people.restore(away.id, found.version)
    assert caught.value.problem is Problem.CHANGED_MEANWHILE
    people.restore(away.id, away.version)
    assert [person.name for person in people.of("ACME")] == ["Ann"]
    assert prove_all() == []


def test_a_contact_of_another_is_not_saved_here(people: ContactsEditing) -> None:
    people.save("BIRCH", ContactForm("Ben"))
    (ben,) = people.of("BIRCH")
    with pytest.raises(UserError) as caught:
        people.save("ACME", replace(ben, name="Taken"))
    assert caught.value.problem is Problem.CHANGED_MEANWHILE


def test_cards_have_who_decides_first_with_numbers_and_wishes(people: ContactsEditing) -> None:
    people.save("ACME", ContactForm("Ann", authority=Authority.PAYS))
    phone = PhoneForm("020 7946 0018")
    form = ContactForm("Bob", authority=Authority.DECIDES, phones=(phone,))
    people.save("ACME", form, [WishEntry(WishKind.NO_CALLS)])
    bob, ann = people.cards("ACME")
    assert (bob.form.name, ann.form.name) == ("Bob", "Ann")
    assert bob.telephones[0].e164 == "+442079460018"
    assert [wish.kind for wish in bob.wishes] == [WishKind.NO_CALLS]
    people.save("ACME", bob.form, [WishEntry(WishKind.NO_CALLS, lifted=True)])
    assert people.cards("ACME")[0].wishes == ()
    assert prove_all() == []


def test_a_wish_that_cannot_be_keeps_the_person_from_being_saved(people: ContactsEditing) -> None:
    with pytest.raises(UserError) as caught:
        people.save("ACME", ContactForm("Ann"), [WishEntry(WishKind.HOURS, hours="17:00-09:00")])
    assert caught.value.facts["field"] == "wish.hours"
    assert people.of("ACME") == []
