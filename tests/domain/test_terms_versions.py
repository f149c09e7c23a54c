import hashlib
from datetime import date
from decimal import Decimal

import pytest

from creditmate.domain.terms import (
    Clause,
    ClauseKind,
    Per,
    TermsVersion,
    current,
    fingerprint,
    in_order,
    proposed,
    wording_sha256,
)

JAN, MAR, OCT = date(2026, 1, 1), date(2026, 3, 1), date(2026, 10, 1)
SHA = "7f3a91c0d25e4b18" + "0" * 48


def version(
    number: int, day: date, title: str = "Terms of trade", language: str = "en", id_: int = 0
) -> TermsVersion:
    return TermsVersion(id_ or number, title, language, number, day, SHA)


def test_the_same_words_have_the_same_fingerprint() -> None:
    assert wording_sha256("# Payment\nYou  pay.") == wording_sha256("# Payment\n\nYou pay.\n")
    assert wording_sha256("You pay.") == hashlib.sha256(b"You pay.").hexdigest()
    assert wording_sha256("You pay.") != wording_sha256("You **pay**.")


def test_it_is_printed_in_four_groups() -> None:
    assert fingerprint(SHA) == version(1, JAN).fingerprint == "7F3A 91C0 D25E 4B18"


def test_a_rate_belongs_to_interest_and_to_a_time() -> None:
    Clause(ClauseKind.INTEREST, "1 % a month", "5.1", Decimal(1), Per.MONTH)
    Clause(ClauseKind.INTEREST, "as the law has it")
    for kind, rate, per in (
        (ClauseKind.INTEREST, Decimal(1), None),
        (ClauseKind.INTEREST, None, Per.YEAR),
        (ClauseKind.COSTS, Decimal(1), Per.YEAR),
        (ClauseKind.INTEREST, Decimal(0), Per.YEAR),
    ):
        with pytest.raises(ValueError, match=r"rate|at"):
            Clause(kind, "so much", "", rate, per)


def test_clauses_as_papers_show_them_and_those_that_are_ticked() -> None:
    guarantee, interest, other = (
        Clause(kind, "so") for kind in (ClauseKind.GUARANTEE, ClauseKind.INTEREST, ClauseKind.OTHER)
    )
    assert in_order([other, guarantee, interest]) == [interest, guarantee, other]
    made = TermsVersion(1, "T", "en", 1, JAN, SHA, (other, guarantee, interest))
    assert made.ticked == (ClauseKind.INTEREST, ClauseKind.GUARANTEE)
    assert made.clause(ClauseKind.COSTS) is None
    assert not made.is_file
    assert TermsVersion(1, "T", "en", 1, JAN, SHA, file_name="t.pdf", pages=3).is_file


def test_the_version_in_effect_on_a_day() -> None:
    versions = [version(2, MAR), version(1, JAN), version(3, OCT)]
    assert current(versions, date(2025, 12, 31)) == {}
    document = versions[0].document
    assert current(versions, date(2026, 2, 28))[document].number == 1
    assert current(versions, MAR)[document].number == 2
    assert current(versions, OCT)[document].number == 3


def test_each_language_has_numbers_of_its_own_and_titles_any_case() -> None:
    assert version(1, JAN).document == version(1, JAN, "TERMS OF TRADE").document
    assert version(1, JAN).document != version(1, JAN, language="de").document


def test_what_is_proposed_to_a_customer() -> None:
    english, german = version(1, JAN, id_=1), version(1, JAN, "AGB", "de", 2)
    newer, later = version(2, MAR, id_=3), version(3, OCT, id_=4)
    every = [english, german, newer, later]
    assert proposed(every, "de", MAR) is german
    assert proposed(every, "en", MAR) is newer
    assert proposed(every, "fr", MAR) is newer
    assert proposed(every, "en", MAR, german.document) is german
    assert proposed(every, "en", JAN, ("gone", "en")) is english
    assert proposed([later], "en", MAR) is later
    assert proposed([], "en", MAR) is None
