"""Who was put away since, and that nobody could answer, is said before an agenda goes out."""

from datetime import time
from pathlib import Path

import pytest

from creditmate.db.business import business_version
from creditmate.db.models import Business, Staff
from creditmate.db.our_people import our_people
from creditmate.domain.visit_hints import HintWhy
from creditmate.domain.visit_plan import PlanPerson
from creditmate.domain.visits import Side
from creditmate.services.program import Program
from tests.cli.conftest import Run
from tests.cli.test_visit_reports import (
    TODAY,
    VISITED,
    ask,
    ledger,  # noqa: F401 - a fixture
    said,
)
from tests.cli.visit_plans import an_hour, opened, planned

CODE, NAME = "BRIN01", "Piers Langdon"
GONE = f"{NAME} is no longer among their people: name somebody else."


@pytest.fixture
def visit(ledger: Path) -> str:  # noqa: F811
    """A visit at which Piers Langdon decides, who leaves them afterwards."""
    with opened(ledger, TODAY) as program:
        contacts = program.ask(lambda: program.contacts_editing.of(CODE))
        (piers,) = (form for form in contacts if form.name == NAME)
    people = (PlanPerson(Side.THEIRS, NAME, decides=True, contact=piers.id),)
    number = planned(ledger, TODAY, CODE, an_hour(VISITED, time(10), people=people))
    with opened(ledger, TODAY) as program:
        program.ask(lambda: program.contacts_editing.archive(piers.id, piers.version))
    return number


def be_silent(program: Program) -> None:
    """Take out every telephone and e-mail of ours."""
    with program.visits._gateway.write("test") as writing:
        writing.edit(Business, 1, business_version(), phone="", email="")
        for one in our_people():
            writing.edit(Staff, one.id, one.version, phone="", email="")


def test_who_left_them_is_named_and_nobody_decides(run: Run, ledger: Path, visit: str) -> None:  # noqa: F811
    lines = ask(run, ledger, "visit", "show", visit, on=TODAY).out
    assert GONE in lines
    assert "Nobody of theirs is known to be able to decide." in lines
    told = said(ask(run, ledger, "visit", "show", visit, "--json", on=TODAY))["warnings"]
    assert {"person_gone", "nobody_decides_there"} <= set(told)


@pytest.mark.parametrize("draft", [(), ("--draft",)])
def test_the_agenda_says_so_before_it_goes_out(
    run: Run,
    ledger: Path,  # noqa: F811
    visit: str,
    tmp_path: Path,
    draft: tuple[str, ...],
) -> None:
    paper = tmp_path / "a.pdf"
    made = ask(run, ledger, "visit", "agenda", visit, "--out", paper, *draft, on=TODAY)
    assert made.status == 0, made.err
    assert GONE in made.err
    assert "no telephone and no e-mail" not in made.err


def test_where_nobody_could_answer_it_is_said_wherever_one_plans(
    run: Run,
    ledger: Path,  # noqa: F811
    visit: str,
    tmp_path: Path,
) -> None:
    silent = "The agenda names no telephone and no e-mail of ours: they could not answer it."
    with opened(ledger, TODAY) as program:
        before = program.ask(lambda: program.visits.host_hints(CODE))
        program.ask(lambda: be_silent(program))
        after = program.ask(lambda: program.visits.host_hints(CODE))
    assert [one.why for one in after if one not in before] == [HintWhy.NO_ANSWER]
    assert silent in ask(run, ledger, "visit", "show", visit, on=TODAY).out
    paper = tmp_path / "a.pdf"
    assert silent in ask(run, ledger, "visit", "agenda", visit, "--out", paper, on=TODAY).err
