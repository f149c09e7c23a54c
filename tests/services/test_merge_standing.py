"""What of a merged customer's group, holds and wishes counts for the one that stays."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.db.proof import prove_all
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.merging import Conflict
from creditmate.domain.wishes import WishKind
from creditmate.services.customer_editing import CustomerEditing
from creditmate.services.decisions import Decisions, HoldEntry, WishEntry
from creditmate.services.groups import Groups
from creditmate.services.merging import Merging
from tests.builders import a_customer
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)
STEPS = frozenset({Stop.STEPS})


@pytest.fixture
def merging(office: Office) -> Merging:
    """``GIVER`` is to be ``KEEPER``; ``HEAD`` and ``OTHER`` stand beside them."""
    with office.gateway.write("two") as writing:
        for code in ("GIVER", "KEEPER", "HEAD", "OTHER"):
            a_customer(writing, code)
    return Merging(office.gateway, office.clock)


@pytest.fixture
def decisions(office: Office) -> Decisions:
    return Decisions(office.gateway, office.clock)


def conflicts(merging: Merging) -> dict[str, Conflict]:
    found = {one.field: one for one in merging.preview("GIVER", "KEEPER").conflicts}
    del found["name"]
    return found


def set_form(office: Office, code: str, form: LegalForm) -> None:
    editing = CustomerEditing(office.gateway, office.clock)
    editing.save(replace(editing.form(code), legal_form=form))


def head_of(office: Office, code: str) -> str | None:
    head = office.brief(code).facts.head_office
    return None if head is None else head.code


# ---------------------------------------------------------------- the group
def test_the_head_office_comes_along_where_it_is_taken(office: Office, merging: Merging) -> None:
    Groups(office.gateway).join("GIVER", "HEAD")
    assert conflicts(merging) == {"head_office": Conflict("head_office", "Head Ltd", None, True)}
    made = merging.merge("GIVER", "KEEPER")
    assert head_of(office, "KEEPER") is None
    merging.undo(made.id)
    made = merging.merge("GIVER", "KEEPER", ["head_office"])
    assert head_of(office, "KEEPER") == "HEAD"
    merging.undo(made.id)
    assert (head_of(office, "KEEPER"), head_of(office, "GIVER")) == (None, "HEAD")
    Groups(office.gateway).join("KEEPER", "OTHER")
    assert not conflicts(merging)["head_office"].suggested
    assert prove_all() == []


def test_a_head_office_does_not_become_a_branch(office: Office, merging: Merging) -> None:
    groups = Groups(office.gateway)
    groups.join("GIVER", "HEAD")
    groups.join("OTHER", "KEEPER")
    assert conflicts(merging) == {}
    groups.leave("GIVER")
    groups.join("GIVER", "KEEPER")
    assert conflicts(merging) == {}


# ---------------------------------------------------------------- holds
def kinds(office: Office, code: str) -> list[HoldKind]:
    return [hold.kind for hold in office.brief(code).facts.holds]


def test_a_hold_comes_along_where_it_is_taken(
    office: Office, merging: Merging, decisions: Decisions
) -> None:
    decisions.hold("GIVER", HoldEntry(HoldKind.HARDSHIP, TODAY, STEPS))
    to_come = HoldEntry(HoldKind.OURS, TODAY + timedelta(days=3), STEPS)
    decisions.hold("GIVER", to_come)
    (conflict,) = conflicts(merging).values()
    given = (HoldKind.HARDSHIP, HoldKind.OURS)
    assert conflict == Conflict("holds", given, (), suggested=True)
    made = merging.merge("GIVER", "KEEPER", ["holds"])
    assert kinds(office, "KEEPER") == [HoldKind.HARDSHIP]
    merging.undo(made.id)
    made = merging.merge("GIVER", "KEEPER")
    assert kinds(office.on(TODAY + timedelta(days=4)), "KEEPER") == []
    assert prove_all() == []
    merging.undo(made.id)
    assert kinds(office, "GIVER") == [HoldKind.HARDSHIP, HoldKind.OURS]
    assert prove_all() == []


def test_a_company_does_not_die_by_a_merge(
    office: Office, merging: Merging, decisions: Decisions
) -> None:
    decisions.hold("GIVER", HoldEntry(HoldKind.DECEASED, TODAY, STEPS))
    set_form(office, "KEEPER", LegalForm.COMPANY)
    assert not conflicts(merging)["holds"].suggested
    made = merging.merge("GIVER", "KEEPER", ["holds"])
    assert kinds(office, "KEEPER") == []
    merging.undo(made.id)
    merging.merge("GIVER", "KEEPER", ["holds", "legal_form"])
    assert kinds(office, "KEEPER") == [HoldKind.DECEASED]


# ---------------------------------------------------------------- wishes
def wishes(office: Office, code: str) -> dict[WishKind, str]:
    return {wish.kind: wish.value for wish in office.brief(code).facts.wishes}


def test_wishes_come_along_where_they_are_taken(
    office: Office, merging: Merging, decisions: Decisions
) -> None:
    decisions.wish("KEEPER", WishEntry(WishKind.HOURS, hours="09:00-12:00"))
    decisions.wish("GIVER", WishEntry(WishKind.NO_CALLS))
    gives, keeps = (WishKind.NO_CALLS,), ("09:00-12:00",)
    assert conflicts(merging) == {"wishes": Conflict("wishes", gives, keeps, suggested=True)}
    decisions.wish("GIVER", WishEntry(WishKind.HOURS, hours="14:00-15:00"))
    assert not conflicts(merging)["wishes"].suggested
    made = merging.merge("GIVER", "KEEPER")
    assert wishes(office, "KEEPER") == {WishKind.HOURS: "09:00-12:00"}
    assert prove_all() == []
    merging.undo(made.id)
    assert wishes(office, "KEEPER") == {WishKind.HOURS: "09:00-12:00"}
    merging.merge("GIVER", "KEEPER", ["wishes"])
    both = {WishKind.NO_CALLS: "yes", WishKind.HOURS: "14:00-15:00"}
    assert wishes(office, "KEEPER") == both
    assert prove_all() == []


def test_what_the_preview_does_not_name_cannot_be_taken(merging: Merging) -> None:
    for name in ("holds", "colour", "remember"):
        with pytest.raises(UserError) as caught:
            merging.merge("GIVER", "KEEPER", [name])
        assert caught.value.problem is Problem.CHANGED_MEANWHILE
    assert merging.merges() == []
