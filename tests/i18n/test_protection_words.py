"""Whoever is shut out reads what happened, that nothing is lost, and what to do."""

import re

import pytest

from creditmate.domain.data_key import DataKey, read_recovery_code, recovery_code
from creditmate.domain.disk_room import Bytes
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.problems import problem_words
from creditmate.i18n.protection_problems import _FAULTS, PROTECTION_MESSAGES
from creditmate.i18n.remembering_words import _WHY, remembering_words
from creditmate.system.key_cache import Why

FACTS = {
    "path": "/books/rook.creditmate",
    "why": "no such file",
    "least": 8,
    "most": 4,
    "found": "*",
    "group": 7,
    "other": 9,
    "needed": Bytes(64 * 1024 * 1024),
}
SHUT_OUT = (
    Problem.WRONG_PASSWORD,
    Problem.KEY_FILE_MISSING,
    Problem.KEY_FILE_DAMAGED,
    Problem.KEY_FILE_OTHER,
    Problem.KEY_OTHER,
)
CALM = re.compile(r"nothing is lost|untouched|nothing was changed|not touched", re.IGNORECASE)
WAY_OUT = re.compile(r"recovery sheet|newest sheet", re.IGNORECASE)


def said(problem: Problem, **facts: object) -> str:
    return problem_words(UserError(problem, **FACTS, **facts), "en_GB", "en_GB")


@pytest.mark.parametrize("problem", sorted(PROTECTION_MESSAGES))
def test_every_problem_is_said_with_all_its_facts(problem: Problem) -> None:
    text = said(problem)
    assert "{" not in text
    assert "–" not in text


@pytest.mark.parametrize(
    ("problem", "fault"), [(each, fault) for each, faults in _FAULTS.items() for fault in faults]
)
def test_every_fault_is_said_with_all_its_facts(problem: Problem, fault: str) -> None:
    text = said(problem, fault=fault.removesuffix("-group"))
    assert "{" not in text
    assert "–" not in text


@pytest.mark.parametrize("problem", SHUT_OUT)
def test_whoever_is_shut_out_is_calmed_and_led_on(problem: Problem) -> None:
    text = said(problem)
    assert CALM.search(text)
    assert WAY_OUT.search(text)
    assert "!" not in text


def test_the_five_refusals_are_five_sentences() -> None:
    assert len({said(problem) for problem in (*SHUT_OUT, Problem.LEDGER_DAMAGED)}) == 6


def test_what_is_mistyped_is_said_by_its_group() -> None:
    groups = list(recovery_code(DataKey(bytes(range(32)))))
    slips = {
        "Group 3 is not quite": [*groups[:2], "0M31", *groups[3:]],
        "Groups 1 and 2": [groups[1], groups[0], *groups[2:]],
        "Group 5 has not 4": [*groups[:4], "185", *groups[5:]],
        "these are 52": groups[1:],
        "Group 14: “*”": [*groups[:13], "5W*7"],
    }
    for expected, typed in slips.items():
        with pytest.raises(UserError) as caught:
            read_recovery_code(" ".join(typed))
        assert expected in problem_words(caught.value, "en_GB", "en_GB")


@pytest.mark.parametrize("why", sorted(Why))
def test_every_reason_of_the_store_is_said_and_calms(why: Why) -> None:
    assert "Nothing is lost" in remembering_words(why.value, "en_GB")
    assert set(_WHY) == {each.value for each in Why}
