"""The business edited: what is refused, what is doubted, and that papers carry it."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from creditmate.db.business import business
from creditmate.db.connection import execute
from creditmate.db.proof.everything import prove_all
from creditmate.documents.statement import draw_statement
from creditmate.domain.business_form import BusinessEntry
from creditmate.domain.doubts import Odd
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.settings import Settings
from creditmate.services.business_editing import BusinessEditing, checked, logo, preview
from creditmate.services.settings import BusinessSettings
from creditmate.services.statements import Statements
from tests.builders import BUSINESS, a_customer, an_invoice, day
from tests.documents.reading import drawn, texts
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)


@pytest.fixture
def editing(office: Office) -> BusinessEditing:
    return BusinessEditing(office.gateway)


def a_logo() -> bytes:
    target = BytesIO()
    Image.new("RGB", (300, 100), "#1F4B57").save(target, "PNG")
    return logo(target.getvalue())


def an_entry(editing: BusinessEditing, **changed: object) -> BusinessEntry:
    return replace(editing.sheet().entry, **changed)  # type: ignore[arg-type]


def test_everything_typed_is_kept_and_the_identity_stays(editing: BusinessEditing) -> None:
    entry = an_entry(
        editing, name=" Rook & Daughter ", address=("Mill Lane ", "", "Hollin Bridge"),
        iban="gb82west12345698765432", bic="westgb22", accent="#1f4b57",
        email="post@rook.example", books_kept="",
    )  # fmt: skip
    editing.save(entry, editing.sheet().version, None)
    row = business()
    assert (row.name, row.address) == ("Rook & Daughter", ("Mill Lane", "Hollin Bridge"))
    assert (row.iban, row.bic, row.accent) == (
        "GB82 WEST 1234 5698 7654 32", "WESTGB22", "#1F4B57",
    )  # fmt: skip
    assert row.ledger_uid == BUSINESS.ledger_uid
    assert prove_all() == []


def test_an_edit_from_an_older_reading_is_refused(editing: BusinessEditing) -> None:
    sheet = editing.sheet()
    editing.save(an_entry(editing, name="One"), sheet.version, None)
    with pytest.raises(UserError) as error:
        editing.save(an_entry(editing, name="Two"), sheet.version, None)
    assert error.value.problem is Problem.CHANGED_MEANWHILE
    assert business().name == "One"


@pytest.mark.parametrize(
    ("field", "text", "why"),
    [
        ("name", " ", "empty"),
        ("email", "accounts at rookmere", "not-an-email"),
        ("iban", "GB82 WEST 1234 5698 7654 33", "check-digits"),
        ("bic", "WEST", "wrong-form"),
        ("accent", "#00B8D4", "too-pale"),
        ("accent", "teal", "not-a-colour"),
        ("accent", "#12345G", "not-a-colour"),
        ("country", "gb", "not-possible"),
        ("currency", "QQQ", "not-possible"),
        ("country", "QQ", "not-possible"),
        ("zone", "", "empty"),
        ("zone", "Mars/Olympus", "not-possible"),
        ("locale", "xx_bad!", "not-possible"),
        ("name", "N" * 201, "too-long"),
        ("name", "Rook\x00mere", "unseen"),
        ("name", "\u200b\u200b", "empty"),
        ("locale", "", "empty"),
    ],
)
def test_what_cannot_be_right_is_refused_by_field(
    editing: BusinessEditing, field: str, text: str, why: str
) -> None:
    with pytest.raises(UserError) as error:
        editing.save(an_entry(editing, **{field: text}), editing.sheet().version, None)
    assert error.value.problem is Problem.FIELD_REFUSED
    assert (error.value.facts["field"], error.value.facts["why"]) == (f"business.{field}", why)
    assert business() == BUSINESS


def test_what_looks_odd_is_said_and_saved(editing: BusinessEditing) -> None:
    odd = an_entry(editing, tax_number="GB 123 4567 89", bank_sort_code="00-11", bank_account="1")
    assert [(doubt.field, doubt.odd) for doubt in editing.doubts(odd)] == [
        ("tax_number", Odd.CHECK_DIGIT),
        ("bank_sort_code", Odd.LENGTH),
        ("bank_account", Odd.LENGTH),
    ]
    assert editing.doubts(an_entry(editing, tax_number="GB 999 9999 73")) == ()
    editing.save(odd, editing.sheet().version, None)
    assert business().tax_number == "GB 123 4567 89"


def test_a_logo_is_kept_once_and_stands_on_the_next_statement(
    office: Office, editing: BusinessEditing
) -> None:
    with office.gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing), "1", day(200), 1000)
    statements = Statements(office.gateway)
    (before,) = statements.drafts(TODAY)[0]
    picture = a_logo()
    for _ in range(2):
        editing.save(an_entry(editing), editing.sheet().version, picture)
    assert editing.sheet().logo == picture
    assert execute("SELECT count(*) FROM blob").fetchone() == (1,)
    (after,) = statements.drafts(TODAY)[0]
    assert b"/Subtype /Image" not in draw_statement(before.paper).pdf
    assert b"/Subtype /Image" in draw_statement(after.paper).pdf
    assert before.content_sha256 == after.content_sha256, "what it says is the same"
    editing.save(an_entry(editing), editing.sheet().version, None)
    assert editing.sheet().logo is None
    assert prove_all() == []


def test_the_preview_shows_what_is_not_saved(editing: BusinessEditing) -> None:
    entry = an_entry(editing, name="Rook & Daughter", legal_line="Ellen Rook trading as Rook",
                     bank_account="40961738", phone="01632 960 144")  # fmt: skip
    (page,) = drawn(preview(entry, None, TODAY, "en_GB"))
    said = texts(page)
    assert {"Rook & Daughter", "Ellen Rook trading as Rook", "40961738"} <= set(said)
    assert business() == BUSINESS
    assert preview(entry, None, TODAY, "en_GB") == preview(entry, None, TODAY, "en_GB")
    assert b"/Subtype /Image" in preview(entry, a_logo(), TODAY, "en_GB")


def test_the_preview_does_not_stumble_over_what_is_half_typed(editing: BusinessEditing) -> None:
    for accent in ("#1F4", "", "#FFFFFF"):
        assert preview(an_entry(editing, accent=accent, name=""), None, TODAY, "en_GB")
    assert checked(an_entry(editing)).accent == "#1F4B57"


def test_an_address_for_which_papers_have_no_room_is_doubted(editing: BusinessEditing) -> None:
    lines = tuple(f"A long line of an address, {number}" for number in range(12))
    assert [doubt.odd for doubt in editing.doubts(an_entry(editing, address=lines))] == [Odd.CUT]
    with pytest.raises(UserError) as error:
        editing.save(an_entry(editing, address=(*lines, "13")), editing.sheet().version, None)
    assert error.value.facts["field"] == "business.address"


def test_the_home_currency_stays_once_sums_were_recorded_in_it(
    office: Office, editing: BusinessEditing
) -> None:
    editing.save(an_entry(editing, currency="JPY"), editing.sheet().version, None)
    editing.save(an_entry(editing, currency="GBP"), editing.sheet().version, None)
    with office.gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing), "1", day(200), 1000)
    with pytest.raises(UserError) as error:
        editing.save(an_entry(editing, currency="JPY"), editing.sheet().version, None)
    assert (error.value.facts["field"], error.value.facts["why"]) == (
        "business.currency", "in-use",
    )  # fmt: skip
    editing.save(an_entry(editing, name="Rook"), editing.sheet().version, None)


def test_rates_and_settings_hold_the_home_currency_as_well(
    office: Office, editing: BusinessEditing
) -> None:
    BusinessSettings(office.gateway).save(Settings(contact_from_minor=500), 0)
    with pytest.raises(UserError):
        editing.save(an_entry(editing, currency="JPY"), editing.sheet().version, None)
