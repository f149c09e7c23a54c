from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.acceptance import (
    Acceptance,
    Method,
    Sent,
    Way,
    clauses_of,
    clauses_text,
    governing,
)
from creditmate.domain.interest_basis import AcceptedTerms
from creditmate.domain.terms import Clause, ClauseKind, Per, TermsVersion
from creditmate.domain.terms_standing import NO_STANDING, UNPROVED, State, awaited, standing

FIRST = date(2025, 1, 1)
SIGNED, BY_MAIL, CONDUCT = Method.SIGNED_TERMS, Method.EMAIL, Method.CONDUCT
INTEREST = Clause(ClauseKind.INTEREST, "1 % a month", "5.1", Decimal(1), Per.MONTH)
FIXED = Clause(ClauseKind.FIXED_SUMS, "the statutory ones", "5.2")
_CLAUSES = (INTEREST, FIXED, Clause(ClauseKind.RETENTION_OF_TITLE, "ours until paid", "7.1"))


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def version(number: int, effective: int = 0, language: str = "en") -> TermsVersion:
    id_ = number if language == "en" else number + 100
    return TermsVersion(id_, "Terms", language, number, day(effective), "0" * 64, _CLAUSES)


V1, V2, V3 = version(1), version(2, 100), version(3, 200)
VERSIONS = (V1, V2, V3)


def accepted(
    of: TermsVersion, on: int, method: Method = SIGNED, id_: int = 1, *clauses: ClauseKind
) -> Acceptance:
    return Acceptance(id_, 7, of, day(on), method, clauses=frozenset(clauses))


def sent(of: TermsVersion, on: int, id_: int = 1) -> Sent:
    return Sent(id_, 7, of, day(on), Way.POST)


def test_the_strength_order() -> None:
    methods = [accepted(V1, 0, method).strength for method in Method]
    assert methods == sorted(methods, reverse=True)
    assert methods[-1] == 0
    assert next(iter(Method)) is Method.SIGNED_APPLICATION


def test_nothing_governs_what_was_supplied_before_the_acceptance() -> None:
    known = [accepted(V1, 10)]
    assert governing(known, day(9)) is None
    found = governing(known, day(10))
    assert found is not None
    assert (found.version, found.accepted_day, found.by_conduct) == (V1, day(10), False)


def test_an_older_version_governs_older_invoices() -> None:
    known = [accepted(V2, 120, id_=2), accepted(V1, 10)]
    governed = [governing(known, day(on)) for on in (119, 120, 500)]
    assert [one.version if one else None for one in governed] == [V1, V2, V2]


def test_what_is_accepted_beforehand_counts_from_the_day_it_takes_effect() -> None:
    known = [accepted(V1, 10), accepted(V2, 90, id_=2)]
    for on, expected in ((99, V1), (100, V2)):
        found = governing(known, day(on))
        assert found is not None
        assert found.version is expected
    coming = standing(known, [], VERSIONS, day(95)).to_come
    assert coming is not None
    assert coming.version is V2


def test_the_strongest_acceptance_of_a_version_is_its_proof() -> None:
    known = [
        accepted(V1, 10, SIGNED, 1, ClauseKind.INTEREST),
        accepted(V1, 20, BY_MAIL, 2, ClauseKind.FIXED_SUMS),
        accepted(V1, 30, CONDUCT, 3, ClauseKind.FIXED_SUMS),
    ]
    found = governing(known, day(30))
    assert found is not None
    assert found.proof.id == 1
    assert found.clauses == {ClauseKind.INTEREST, ClauseKind.FIXED_SUMS}


def test_what_may_be_charged_rests_on_the_clauses_agreed_to_by_name() -> None:
    known = [accepted(V1, 10, SIGNED, 1, ClauseKind.INTEREST, ClauseKind.GUARANTEE)]
    found = governing(known, day(10))
    assert found is not None
    terms: AcceptedTerms = found
    assert (terms.title, terms.number, terms.method) == ("Terms", 1, "signed_terms")
    assert (terms.interest_percent, terms.interest_monthly) == (Decimal(1), True)
    assert (terms.about_interest, terms.about_fixed_sums) == (True, False)
    assert found.clauses == {ClauseKind.INTEREST}  # the version asks for no guarantee


def test_conduct_agrees_to_no_clause_by_name() -> None:
    found = governing([accepted(V1, 10, CONDUCT, 1, ClauseKind.INTEREST)], day(10))
    assert found is not None
    assert found.by_conduct
    assert not found.clauses
    assert found.interest_percent is None


def test_terms_without_a_word_on_interest() -> None:
    bare = replace(V1, clauses=())
    found = governing([accepted(bare, 10, SIGNED, 1, ClauseKind.INTEREST)], day(10))
    assert found is not None
    assert (found.about_interest, found.interest_percent, found.interest_monthly) == (
        False,
        None,
        False,
    )


@pytest.mark.parametrize(
    ("acceptances", "papers", "on", "state"),
    [
        ([], [], 50, State.NONE),
        ([], [sent(V1, 20)], 50, State.SENT_NOT_RETURNED),
        ([], [sent(V1, 60)], 50, State.NONE),
        ([accepted(V1, 60)], [], 50, State.NONE),
        ([accepted(V1, 10)], [], 99, State.GOOD),
        ([accepted(V1, 10)], [], 100, State.ON_OLD_VERSION),
        ([accepted(V1, 10), accepted(V2, 150)], [], 150, State.GOOD),
        ([accepted(V1, 10, CONDUCT)], [], 50, State.CONDUCT_ONLY),
        ([accepted(V1, 10, CONDUCT)], [], 300, State.CONDUCT_ONLY),
        ([accepted(version(1, language="de"), 10)], [], 300, State.GOOD),
    ],
)
def test_how_a_customer_stands(
    acceptances: list[Acceptance], papers: list[Sent], on: int, state: State
) -> None:
    found = standing(acceptances, papers, VERSIONS, day(on))
    assert found.state is state
    assert (found.governing is None) is (state in UNPROVED)


def test_a_newer_version_is_named_beside_the_one_that_governs() -> None:
    found = standing([accepted(V1, 10, CONDUCT)], [], VERSIONS, day(150))
    assert (found.newer, found.state) == (V2, State.CONDUCT_ONLY)
    assert standing([accepted(V2, 110)], [], VERSIONS, day(150)).newer is None
    assert standing([], [], VERSIONS, day(150)) == NO_STANDING
    withdrawn = version(4)
    assert standing([accepted(withdrawn, 10)], [], VERSIONS, day(50)).newer is None


@pytest.mark.parametrize(
    ("acceptances", "waits"),
    [
        ([], True),
        ([accepted(V2, 130)], False),
        ([accepted(V2, 130, CONDUCT)], True),
        ([accepted(V1, 110)], True),
        ([accepted(V1, 130)], False),
        ([accepted(V3, 110)], False),
        ([accepted(V2, 110)], False),
        ([accepted(version(5, language="de"), 110)], True),
        ([accepted(V2, 170)], True),
    ],
)
def test_what_was_sent_and_has_not_come_back(acceptances: list[Acceptance], waits: bool) -> None:
    papers = [sent(V1, 5, 1), sent(V2, 120, 2)]
    found = awaited(papers, acceptances, day(160))
    assert found == (papers[1] if waits else None)


def test_clauses_are_kept_as_text() -> None:
    kinds = {ClauseKind.COSTS, ClauseKind.INTEREST}
    assert clauses_text(kinds) == "interest costs"
    assert clauses_of("interest costs") == kinds
    assert clauses_of("") == frozenset()
    with pytest.raises(ValueError, match="wages"):
        clauses_of("wages")


_HISTORIES = st.lists(
    st.builds(
        lambda of, on, method, id_, kinds: accepted(of, on, method, id_, *kinds),
        st.sampled_from(VERSIONS),
        st.integers(0, 300),
        st.sampled_from(Method),
        st.integers(1, 99),
        st.sets(st.sampled_from((ClauseKind.INTEREST, ClauseKind.FIXED_SUMS))),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@given(_HISTORIES, st.integers(0, 400), st.integers(0, 400))
def test_what_comes_later_changes_nothing_that_was_supplied(
    history: list[Acceptance], supplied: int, seen: int
) -> None:
    then = [one for one in history if one.day <= day(max(supplied, seen))]
    assert governing(then, day(supplied)) == governing(history, day(supplied))


@given(_HISTORIES, st.integers(0, 400), st.randoms(use_true_random=False))
def test_what_governs_is_among_what_was_accepted(
    history: list[Acceptance], on: int, random: st.DataObject
) -> None:
    found = governing(history, day(on))
    shuffled = list(history)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert governing(shuffled, day(on)) == found
    known: Sequence[Acceptance] = [one for one in history if one.counts_from <= day(on)]
    assert (found is None) is (not known)
    if found is not None:
        assert found.proof in known
        assert all(
            one.strength <= found.proof.strength for one in known if one.version == found.version
        )
        assert max(one.counts_from for one in known) in {
            one.counts_from for one in known if one.version == found.version
        }


@given(_HISTORIES, st.lists(st.builds(sent, st.sampled_from(VERSIONS), st.integers(0, 300),
                                      st.integers(1, 9)), max_size=4, unique_by=lambda s: s.id),
       st.integers(0, 400))  # fmt: skip
def test_the_state_says_what_is_known(
    history: list[Acceptance], papers: list[Sent], on: int
) -> None:
    found = standing(history, papers, VERSIONS, day(on))
    if found.state is State.GOOD:
        assert found.newer is None
        assert found.governing is not None
        assert not found.governing.by_conduct
    assert (found.state is State.SENT_NOT_RETURNED) is (
        found.governing is None and found.awaited is not None
    )
    assert found.awaited is None or found.awaited.day <= day(on)
