"""Help sheets: shipped, edited, sent with a day to ask again, and a hold that is only proposed."""

from datetime import timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.proof import prove_all
from creditmate.domain.contact_channels import Way
from creditmate.domain.errors import UserError
from creditmate.domain.help_sheets import SHIPPED, HelpSheet
from creditmate.domain.holds import HoldKind, Stop
from creditmate.services.calls import Calls
from creditmate.services.decisions import Decisions
from creditmate.services.help_sheets import HelpSheets
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, MONDAY, owing


@pytest.fixture
def sheets(office: Office) -> HelpSheets:
    return HelpSheets(office.gateway, office.clock)


def test_every_country_shipped_has_a_sheet_that_nobody_has_looked_through(
    sheets: HelpSheets,
) -> None:
    found = sheets.all()
    assert [sheet.country for sheet in found] == ["AU", "GB", "IE", "NZ", "US"]
    assert all(sheet.is_as_shipped and "www." in sheet.wording for sheet in found)


def test_edited_it_is_ours(office: Office, sheets: HelpSheets) -> None:
    owing(office, "ACME", 100)
    mine = HelpSheet("gb", " Help ", "Ring  0808 808 4000\nany day", 0)
    sheets.edit(mine)
    found = sheets.for_customer("ACME")
    assert (found.title, found.wording, found.is_as_shipped) == (
        "Help", "Ring  0808 808 4000\nany day", False,
    )  # fmt: skip
    sheets.edit(HelpSheet("GB", "Help", "Ring us", found.version))
    with pytest.raises(UserError, match="changed-meanwhile"):
        sheets.edit(HelpSheet("GB", "Help", "Ring them", found.version))
    sheets.edit(HelpSheet("DE", "Hilfe", "Schuldnerberatung"))
    assert [sheet.country for sheet in sheets.all()] == ["AU", "DE", "GB", "IE", "NZ", "US"]
    assert SHIPPED["GB"].wording != sheets.of("gb").wording
    assert prove_all() == []


def test_put_back_it_is_as_it_was_before(sheets: HelpSheets) -> None:
    shipped = sheets.of("GB")
    sheets.edit(HelpSheet("GB", "Help", "Ring us"))
    mine = sheets.of("GB")
    sheets.edit(HelpSheet("GB", "Help", "Ring them", mine.version))
    sheets.put_back("GB", mine)
    assert sheets.of("GB").wording == "Ring us"
    sheets.put_back("GB", shipped)
    assert sheets.of("GB") == shipped
    sheets.edit(HelpSheet("GB", "Help", "Ring again"))  # after that it is edited as ever
    assert sheets.of("GB").wording == "Ring again"
    sheets.edit(HelpSheet("DE", "Hilfe", "Schuldnerberatung"))
    sheets.put_back("DE", None)
    with pytest.raises(UserError, match="agreement-stands"):
        sheets.of("DE")
    sheets.put_back("DE", None)  # nothing is there any more
    assert prove_all() == []


@pytest.mark.parametrize(
    "sheet", [HelpSheet("GBR", "Help", "x"), HelpSheet("GB", "", "x"), HelpSheet("GB", "Help", " ")]
)
def test_what_says_nothing_is_refused(sheets: HelpSheets, sheet: HelpSheet) -> None:
    with pytest.raises(UserError, match="field-refused"):
        sheets.edit(sheet)


def test_sent_it_is_an_answer_with_a_day_to_ask_again_and_a_hold_proposed(
    office: Office, sheets: HelpSheets
) -> None:
    owing(office, "ACME", 50_000)
    sent = sheets.send("ACME", "Ann Lee", FRIDAY, way=Way.EMAIL)
    row = execute("SELECT channel, direction, heard_name, next_day FROM interaction").fetchall()
    assert row == [("email", "out", "Ann Lee", FRIDAY.isoformat())]
    assert execute("SELECT purpose FROM interaction_detail").fetchall() == [("reply",)]
    assert execute("SELECT about, day, kind FROM task").fetchall() == [
        ("help_sheet", FRIDAY.isoformat(), "call_back")
    ]
    assert sent.hold is not None
    assert (sent.hold.kind, sent.hold.from_day) == (HoldKind.HARDSHIP, MONDAY)
    assert Stop.LETTERS in sent.hold.stops
    assert execute("SELECT count(*) FROM hold").fetchone() == (0,)
    Decisions(office.gateway, office.clock).hold("ACME", sent.hold)
    assert sheets.send("ACME", "", FRIDAY).hold is None
    assert prove_all() == []


def test_taken_back_the_contact_the_day_to_ask_again_and_the_peace_go_with_it(
    office: Office, sheets: HelpSheets
) -> None:
    owing(office, "ACME", 50_000)
    before, today = office.brief("ACME"), office.today()
    sent = sheets.send("ACME", "Ann Lee", FRIDAY, in_peace=True)
    held = execute("SELECT kind, action_id FROM hold WHERE void_action_id IS NULL").fetchall()
    assert held == [("hardship", sent.done.action)]
    assert office.today() != today
    touched = Calls(office.gateway, office.clock).undo(sent.done.id)
    assert touched == sent.done.touched
    assert office.brief("ACME") == before
    assert office.today() == today
    assert prove_all() == []


def test_what_was_looked_at_since_is_not_taken_back(office: Office, sheets: HelpSheets) -> None:
    owing(office, "ACME", 50_000)
    sent = sheets.send("ACME", "Ann Lee", FRIDAY, in_peace=True)
    (hold,) = office.brief("ACME").facts.holds
    Decisions(office.gateway, office.clock).review_hold("ACME", hold.id, FRIDAY)
    with pytest.raises(UserError, match="call-stands"):
        Calls(office.gateway, office.clock).undo(sent.done.id)


def test_it_is_not_sent_where_there_is_none_or_the_day_has_passed(
    office: Office, sheets: HelpSheets
) -> None:
    owing(office, "ACME", 50_000)
    with pytest.raises(UserError, match="field-refused"):
        sheets.send("ACME", "", MONDAY - timedelta(days=1))
    with pytest.raises(UserError, match="agreement-stands"):
        sheets.of("FR")
