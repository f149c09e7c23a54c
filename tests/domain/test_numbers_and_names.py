"""Codes, company and tax numbers, telephones, e-mail addresses, and names that are alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.customer_codes import proposed_code
from creditmate.domain.customer_facts import Named
from creditmate.domain.doubts import Odd
from creditmate.domain.email_syntax import email_key, is_email
from creditmate.domain.folding import fold
from creditmate.domain.identifiers import (
    company_number_doubt,
    number_key,
    same_number,
    tax_number_doubt,
)
from creditmate.domain.merging import Likely, Shared, alike, bare, named_alike
from creditmate.domain.telephone import example_number, telephone


@pytest.mark.parametrize(
    ("number", "country", "odd"),
    [
        ("GB 980 7806 84", "GB", None),
        ("980780684", "GB", None),
        ("GB 980 7806 85", "GB", Odd.CHECK_DIGIT),
        ("GB 98", "GB", Odd.LENGTH),
        ("GB98078068X", "GB", Odd.FORM),
        ("DE136695976", "DE", None),
        ("DE136695978", "DE", Odd.CHECK_DIGIT),
        ("FR 40 303 265 045", "FR", None),
        ("NL4495445B01", "NL", None),
        ("whatever", "ZW", None),
        ("", "GB", None),
    ],
)
def test_tax_numbers_are_checked_by_their_country(
    number: str, country: str, odd: Odd | None
) -> None:
    doubt = tax_number_doubt(number, country)
    assert (doubt and doubt.odd) == odd


@pytest.mark.parametrize(
    ("number", "country", "odd"),
    [
        ("01234567", "GB", None),
        ("SC123456", "GB", None),
        ("oc 301234", "GB", None),
        ("1234567", "GB", Odd.FORM),
        ("552 008 443", "FR", None),
        ("552 008 444", "FR", Odd.CHECK_DIGIT),
        ("7", "US", None),
    ],
)
def test_company_numbers_are_checked_by_their_register(
    number: str, country: str, odd: Odd | None
) -> None:
    doubt = company_number_doubt(number, country)
    assert (doubt and doubt.odd) == odd


def test_every_country_s_checks_are_there() -> None:
    """A module that python-stdnum renames would fail when somebody types a number."""
    from creditmate.domain import identifiers  # noqa: PLC0415

    for country in identifiers._TAX:
        assert tax_number_doubt("x", country) is not None
    for country in identifiers._COMPANY:
        assert company_number_doubt("x", country) is not None


def test_numbers_are_the_same_however_they_are_written() -> None:
    assert same_number("GB 980-7806 84", "gb980780684")
    assert not same_number("", " ")
    assert number_key(" 12-34 a ") == "1234A"


@pytest.mark.parametrize(
    ("typed", "country", "home", "shown", "uri", "valid"),
    [
        ("02079460018", "GB", "GB", "020 7946 0018", "tel:+442079460018", True),
        ("02079460018", "GB", "DE", "+44 20 7946 0018", "tel:+442079460018", True),
        ("0044 20 7946 0018", "GB", "GB", "020 7946 0018", "tel:+442079460018", True),
        ("030 23125 007", "DE", "GB", "+49 30 23125007", "tel:+493023125007", True),
        ("+1 207 555 0123", "GB", "GB", "+1 207-555-0123", "tel:+12075550123", True),
        ("01632 960961", "GB", "GB", "01632 960961", "tel:+441632960961", False),
        ("020 7946 0018", "GB", "FR", "+44 20 7946 0018", "tel:+442079460018", True),
        ("+44 20 7946 0018", "DE", "GB", "+44 20 7946 0018", "tel:+442079460018", True),
        ("020 7946 0018 ext. 12", "GB", "GB", "020 7946 0018 x12", "tel:+442079460018", True),
        ("Desk 02079460018", "GB", "GB", "Desk 02079460018", "tel:+442079460018", True),
        ("ext.  12", "GB", "GB", "ext. 12", "tel:12", False),
        ("ask Ann", "GB", "GB", "ask Ann", "", False),
    ],
)
def test_telephone_numbers(  # noqa: PLR0917 - a table
    typed: str, country: str, home: str, shown: str, uri: str, valid: bool
) -> None:
    found = telephone(typed, country, home)
    assert (found.shown, found.uri, found.valid) == (shown, uri, valid)


def test_an_example_is_valid_where_there_is_one() -> None:
    assert telephone(example_number("DE"), "DE").valid
    assert example_number("ZZ") == ""


@given(st.text(max_size=45), st.sampled_from(["GB", "DE", "US", "XX", ""]))
def test_whatever_is_typed_as_a_number_is_shown(typed: str, country: str) -> None:
    found = telephone(typed, country, "GB")
    assert found.typed == typed
    assert not found.uri or found.uri.startswith("tel:")


@given(
    st.from_regex(r"(\+(44|49|1|33)|0)[0-9 ()-]{6,14}( ext\. [0-9]{1,4})?", fullmatch=True),
    st.sampled_from(["GB", "DE", "US", "IM"]),
    st.sampled_from(["GB", "DE", "US"]),
)
def test_what_is_shown_is_the_same_number_again(typed: str, country: str, home: str) -> None:
    once = telephone(typed, country, home)
    again = telephone(once.shown, country, home)
    assert (again.shown, again.e164) == (once.shown, once.e164)


@pytest.mark.parametrize(
    "good",
    ["a@b.co", "ann.lee+x@mail.acme.example", "o'neil@acme.example", "ü@bücher.example",
     "x@xn--bcher-kva.example"],
)  # fmt: skip
def test_an_address_that_can_be(good: str) -> None:
    assert is_email(good)


@pytest.mark.parametrize(
    "bad",
    ["", "a", "a@b", "@b.co", "a@", "a b@c.de", "a@b..c", ".a@b.co", "a.@b.co", "a..b@c.de",
     "a@b.1c", "a@-b.co", "a@b-.co", "a@b.co,", "a@b@c.de", "x" * 65 + "@b.co",
     "a@" + "b" * 250 + ".co", "a@b.co\n"],
)  # fmt: skip
def test_an_address_that_cannot_be(bad: str) -> None:
    assert not is_email(bad)


def test_addresses_are_compared_without_capitals() -> None:
    assert email_key(" Ann@ACME.example ") == "ann@acme.example"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Brindle Row Interiors Ltd", "BRIN01"),
        ("The Old Mill", "OLDM01"),
        ("The", "THE01"),
        ("A1 Cars", "A1CA01"),
        ("Żuraw", "ZURA01"),
        ("株式会社", "CUST01"),
        ("", "CUST01"),
    ],
)
def test_codes_come_from_names(name: str, code: str) -> None:
    assert proposed_code(name, set()) == code


def test_a_taken_code_counts_on() -> None:
    taken = {f"brin{n:02}" for n in range(1, 100)}
    assert proposed_code("Brindle", taken) == "BRIN100"


# ---------------------------------------------------------------- alike
@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hawthorn Kitchens Ltd", "Hawthorne Kitchens Limited", True),
        ("Kitchens Hawthorn", "HAWTHORN KITCHENS LTD", True),
        ("Hawthorn Kitchens", "Hawthorn Bathrooms", False),
        ("Ltd", "Limited", False),
        ("Müller GmbH", "Mueller GmbH", True),
        ("A", "B", False),
    ],
)
def test_names_that_are_alike(one: str, other: str, same: bool) -> None:
    pairs = list(named_alike([(1, fold(one)), (2, fold(other))]))
    assert pairs == ([(1, 2)] if same else [])


def test_what_tells_only_the_form_does_not_count() -> None:
    assert bare("hawthorn kitchens ltd") == "hawthorn kitchens"
    assert bare("limited company") == "limited company"
    assert alike("abcd", "abcd")


def test_a_trade_is_no_likeness() -> None:
    """More names that begin alike than anybody would look through are not compared."""
    many = [(number, fold(f"Smith {number:04} Builders")) for number in range(201)]
    assert list(named_alike(many)) == []


def test_names_without_a_word_are_like_none() -> None:
    assert list(named_alike([(1, ""), (2, ""), (3, fold("Ash"))])) == []


def test_what_is_shared_ranks_the_surest_first() -> None:
    keeper, giver = Named(1, "A", "Ash"), Named(2, "B", "ASH")
    sure = Likely(keeper, giver, (Shared.TAX_NUMBER,))
    surer = Likely(keeper, giver, (Shared.TAX_NUMBER, Shared.NAME))
    weak = Likely(keeper, giver, (Shared.NAME,))
    assert sorted([weak, sure, surer], key=lambda one: one.rank) == [surer, sure, weak]
