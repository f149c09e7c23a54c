"""Whom to turn to at a customer's."""

from datetime import date

import pytest

from creditmate.domain.rows import ContactRow
from creditmate.domain.whom import is_stranger, may_hear, who_decides, whom
from creditmate.domain.wishes import WishKind
from creditmate.domain.worklist import Channel
from creditmate.i18n.brief_words import person_words


def person(
    number: int, authority: str, phone: str = "1", email: str = "", channel: str = "call"
) -> ContactRow:
    return ContactRow(number, 1, f"P{number}", "", authority, channel, "", phone, email)


HELEN = person(11, "decides", email="helen@")
DANIEL = person(10, "pays", email="daniel@")
DESK = person(3, "none")


def test_who_pays_is_asked_before_who_decides_and_both_before_others() -> None:
    assert whom([DESK, HELEN, DANIEL]) == DANIEL
    assert whom([DESK, HELEN], Channel.CALL) == HELEN
    assert whom([DESK], Channel.BANK) == DESK
    assert whom([]) is None


@pytest.mark.parametrize(("channel", "asked"), [
    (Channel.CALL, 11),
    (Channel.EMAIL, 10),
    (Channel.LETTER, 10),
    (None, 10),
])  # fmt: skip
def test_whoever_can_be_reached_that_way_comes_first(channel: Channel | None, asked: int) -> None:
    silent = person(10, "pays", phone="", email="daniel@")
    found = whom([person(11, "decides"), silent], channel)
    assert found is not None
    assert found.id == asked


def test_who_wishes_to_be_written_to_is_not_called_while_another_can_be() -> None:
    writes = person(1, "pays", email="a@", channel="email")
    assert whom([writes, HELEN], Channel.CALL) == HELEN
    assert whom([writes], Channel.CALL) == writes


@pytest.mark.parametrize("channel", [Channel.CALL, None])
def test_nobody_is_turned_to_at_a_wrong_number_while_another_is_right(
    channel: Channel | None,
) -> None:
    wrong = DANIEL._replace(wrong_since=date(2026, 11, 23))
    assert whom([wrong, HELEN], channel) == HELEN
    assert whom([wrong], channel) == wrong
    assert whom([wrong, HELEN], Channel.EMAIL) == wrong  # he is written to as ever


def test_who_decides_is_named_beside_another_only() -> None:
    assert who_decides([HELEN, DANIEL], DANIEL) == HELEN
    assert who_decides([HELEN, DANIEL], HELEN) is None
    assert who_decides([DANIEL], None) is None


def test_nobody_with_whom_the_account_may_not_be_discussed_is_asked_first() -> None:
    silent = DANIEL._replace(discuss="no")
    assert whom([silent, HELEN], Channel.CALL) == HELEN
    mute = HELEN._replace(phone="")
    assert whom([silent, mute], Channel.CALL) == mute
    assert whom([silent], Channel.CALL) == silent
    assert "may not discuss the account" in person_words(silent, "en_GB")
    assert "may not" not in person_words(HELEN, "en_GB")


@pytest.mark.parametrize(("kind", "channel"), [
    (WishKind.NO_CALLS, Channel.CALL),
    (WishKind.NO_EMAILS, Channel.EMAIL),
    (WishKind.NO_LETTERS, Channel.LETTER),
])  # fmt: skip
def test_who_refuses_a_way_is_not_met_in_it_while_another_can_be(
    kind: WishKind, channel: Channel
) -> None:
    refusing = DANIEL._replace(refuses=frozenset({kind}))
    assert whom([refusing, HELEN], channel) == HELEN
    assert whom([refusing], channel) == refusing


def test_a_number_that_is_not_to_be_rung_is_not_told() -> None:
    refusing = DANIEL._replace(phone="01632 960961", refuses=frozenset({WishKind.NO_CALLS}))
    assert person_words(refusing, "en_GB") == "P10, daniel@"


def test_only_who_is_on_file_may_hear_of_the_account_unasked() -> None:
    """A stranger who takes the call hears a name and a number; so does who was ruled out."""
    gail = person(1, "pays")._replace(name="Gail Ashworth")
    tim = person(2, "none")._replace(name="Tim Ashworth", discuss="no")
    for name in ("", "  ", "Gail Ashworth", "gail ashworth", "Gail", "gail "):
        assert may_hear(name, [gail, tim])
    for name in ("Tim", "Tim Ashworth", "Ashworth", "Reception", "Ga", "Gail Marsh", "Gailyn"):
        assert not may_hear(name, [gail, tim])
    assert not may_hear("Reception", [])


def test_a_stranger_is_who_is_not_on_file_at_all() -> None:
    tim = person(2, "none")._replace(name="Tim Ashworth", discuss="no")
    assert is_stranger("Reception", [tim])
    assert not is_stranger("Tim", [tim])
    assert not is_stranger(" ", [tim])
