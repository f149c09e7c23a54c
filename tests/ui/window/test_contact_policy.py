"""The policy of contacts by keyboard: typed, its days said, refused, and for some otherwise."""

from datetime import date
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from creditmate.domain.contact_policy import DEFAULT_POLICY, ContactPolicy, rules_of
from creditmate.domain.contact_steps import Step
from creditmate.services.contact_policies import business_policy, policies_of
from creditmate.services.contact_policy_editing import Override
from creditmate.services.customers import require_customer
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.settings.policy_fields import name_of
from creditmate.ui.settings.policy_page import PolicyPage
from creditmate.ui.settings.policy_state import days_field, how_field
from creditmate.ui.wishes import OpenSettings
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_settings import asked, below, dialog, fill, page_of, put, screen_of, undo

_PLAIN = {0x2068: None, 0x2069: None, 0x200E: None, 0x200F: None, 0xA0: " "}
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(office: Office) -> PolicyPage:
    return page_of(office, "policy", PolicyPage)


def said(page: PolicyPage, name: str) -> str:
    return below(page, name).replace("\u00a0", " ")


def choose(inside: QWidget, name: str, letters: str) -> None:
    """Choose in a dialog by its letters."""
    (found,) = [w for w in inside.findChildren(QComboBox) if w.accessibleName() == name]
    found.setFocus()
    QTest.keyClicks(found, letters)


def overrides(office: Office) -> dict[str, dict[str, object]]:
    found: tuple[Override, ...] = asked(office, office.around.program.contact_policies.overrides)
    return {one.tag or one.code: dict(one.rules) for one in found}


def saved(office: Office) -> ContactPolicy:
    return asked(office, business_policy)


# ---------------------------------------------------------------- the form
def example(page: PolicyPage) -> str:
    """What is said of the invoice that is looked at."""
    return page.example.words.translate(_PLAIN)


def test_every_step_says_its_day_for_the_newest_invoice_that_is_open(
    office: Office, page: PolicyPage
) -> None:
    assert date(2026, 11, 23) == TODAY
    assert "invoice 2382 of Tarn & Daughters" in example(page)
    assert "of Friday 20 November 2026, due on Sunday 20 December 2026" in example(page)
    assert "For this customer other values count" in example(page)
    assert said(page, days_field(Step.WELCOME)) == "Mon 23 Nov"
    assert said(page, days_field(Step.COURTESY)) == "Fri 11 Dec"  # the 13th is a Sunday
    assert said(page, days_field(Step.CALL_1)) == "Mon 21 Dec"
    fill(office, page, days_field(Step.COURTESY), "16")
    assert said(page, days_field(Step.COURTESY)) == "Fri 4 Dec"
    page.fields[how_field(Step.FINAL)].setFocus()
    office.type("o")
    assert said(page, days_field(Step.FINAL)) == "off"


def test_another_invoice_is_looked_at_by_number_or_by_whose_it_is(
    office: Office, page: PolicyPage
) -> None:
    fill(office, page, "policy.week", "2")
    field = page.example.input
    field.setFocus()
    office.type("brin")
    office.until(lambda: field.is_offering)
    office.press(Qt.Key.Key_Return)
    office.until(lambda: "invoice 2366 of Brindle Row" in example(page))
    assert "other values count" not in example(page)
    assert said(page, days_field(Step.COURTESY)) == "Wed 9 Dec"
    assert page.texts["policy.week"] == "2"  # what is typed is not touched by it
    assert page.is_unsaved
    fill(office, page, days_field(Step.COURTESY), "30")
    assert said(page, days_field(Step.COURTESY)) == "no room for it"
    field.setFocus()
    office.press(Qt.Key.Key_A, CTRL)
    office.type("2064")
    office.until(lambda: field.is_offering)
    office.press(Qt.Key.Key_Return)
    office.until(lambda: "invoice 2064 of" in example(page))
    field.setFocus()
    office.press(Qt.Key.Key_A, CTRL)
    office.press(Qt.Key.Key_Delete)
    office.until(lambda: "invoice 2382 of" in example(page))


def test_what_is_typed_is_saved_and_taken_back(office: Office, page: PolicyPage) -> None:
    fill(office, page, days_field(Step.COURTESY), "5")
    fill(office, page, days_field(Step.FINAL), "35")
    fill(office, page, "policy.week", "2")
    fill(office, page, "policy.large_minor", "5000")
    fill(office, page, "policy.weekday_from", "8")
    page.fields[how_field(Step.MANAGER)].setFocus()
    office.type("o")
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: not page.is_unsaved)
    other = {
        "courtesy.offset": -5, "final.offset": 35, "week": 2, "large_minor": 500_000,
        "weekday_from": "08:00", "manager.on": False,
    }  # fmt: skip
    assert rules_of(saved(office)) == {**rules_of(DEFAULT_POLICY), **other}
    undo(office)
    office.until(lambda: page.texts["policy.week"] == "3")
    assert saved(office) == DEFAULT_POLICY


def test_before_it_is_there_it_says_so_and_saves_nothing(office: Office) -> None:
    told: list[str] = []
    gate = Event()
    office.around.desk.ask(partial(gate.wait, 9), lambda _: None)  # the machine is busy
    office.window.fulfil(OpenSettings("policy"))
    page = screen_of(office).page
    assert isinstance(page, PolicyPage)
    page.told.connect(told.append)
    office.until(page._coming.isVisible)
    assert not page.save.isEnabled()
    page.fields[name_of("week")].input.setFocus()
    office.type("2")
    office.press(Qt.Key.Key_S, CTRL)
    assert told == ["This is still loading: nothing was saved."]
    gate.set()
    office.until(page.save.isEnabled)
    assert not page._coming.isVisible()
    shown = page.texts
    assert (shown[name_of("week")], shown[name_of("month")]) == ("2", "10")  # typed, and read
    assert page.is_unsaved


def test_what_cannot_be_is_refused_where_it_is_typed(office: Office, page: PolicyPage) -> None:
    for name, text, why in (
        ("policy.week", "9", "From 1 to 7"),
        ("policy.week", "often", "is not a number"),
        ("policy.month", "", "fill this in"),
        ("policy.weekday_to", "dusk", "is not an hour"),
        ("policy.weekday_to", "6", "no later than when it begins"),
        (days_field(Step.FINAL), "21", "no later than the step before it"),
        (days_field(Step.CALL_1), "0", "From 1 to 365"),
    ):
        before = page.texts[name]
        fill(office, page, name, text)
        if not text:
            page.fields[name].setFocus()
            office.press(Qt.Key.Key_A, CTRL)
            office.press(Qt.Key.Key_Delete)
        office.press(Qt.Key.Key_S, CTRL)
        office.until(lambda: why in said(page, name))  # noqa: B023 - looked at within the turn
        office.until(page.fields[name].input.hasFocus)
        fill(office, page, name, before)
    assert not page.is_unsaved
    assert saved(office) == DEFAULT_POLICY


# ---------------------------------------------------------------- for some otherwise
def test_somebody_is_added_changed_and_as_everybody_again(office: Office, page: PolicyPage) -> None:
    assert list(overrides(office)) == ["public", "trade", "KEST01"]  # as the sample has them
    page.others.block.list.table.setFocus()
    office.press(Qt.Key.Key_N)
    shown = dialog(office)
    put(shown, "Tag", "school")
    put(shown, "Contacts in 7 days", "1")
    put(shown, "Friendly call, days after it was due", "5")
    choose(shown, "Final notice: how", "o")
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    office.until(lambda: "school" in overrides(office))
    assert overrides(office)["school"] == {"week": 1, "call_1.offset": 5, "final.on": False}
    block = page.others.block
    office.until(lambda: any(one.tag == "school" for one in block.list.items))
    block.list.go_to(lambda one: one.tag == "school")
    block.list.table.setFocus()
    office.press(Qt.Key.Key_Return)
    shown = dialog(office)
    fields = {w.accessibleName(): w.text() for w in shown.findChildren(QLineEdit)}
    assert (fields["Contacts in 7 days"], fields["Contacts in 30 days"]) == ("1", "")
    put(shown, "Contacts in 7 days", "2")
    choose(shown, "Final notice: how", "a")
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    office.until(lambda: overrides(office)["school"] == {"week": 2, "call_1.offset": 5})
    office.until(lambda: any(one.rules.get("week") == 2 for one in block.list.items[-3:]))
    undo(office)
    office.until(lambda: overrides(office)["school"].get("week") == 1)


def test_one_customer_is_named_by_code_and_can_be_as_everybody_again(
    office: Office, page: PolicyPage
) -> None:
    page.add_one()
    shown = dialog(office)
    choose(shown, "For whom", "o")
    put(shown, "Code of the customer", "nobody")
    put(shown, "Contacts in 7 days", "1")
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    office.until(lambda: "nobody" in _problem(shown) and not shown._work.waiting)
    put(shown, "Code of the customer", "brin01")
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    office.until(lambda: "BRIN01" in overrides(office))

    def week() -> int:
        id_ = require_customer("BRIN01").id
        return policies_of([id_])[id_].limits.week

    assert asked(office, week) == 1
    block = page.others.block
    office.until(lambda: any(one.code == "BRIN01" for one in block.list.items))
    block.list.go_to(lambda one: one.code == "BRIN01")
    block.buttons[1].click()  # as for everybody
    office.until(lambda: "BRIN01" not in overrides(office))
    assert asked(office, week) == 3
    office.until(lambda: not any(one.code == "BRIN01" for one in block.list.items))
    undo(office)
    office.until(lambda: "BRIN01" in overrides(office))


def test_what_cannot_be_is_refused_in_the_dialog_too(office: Office, page: PolicyPage) -> None:
    page.add_one()
    shown = dialog(office)
    put(shown, "Contacts in 7 days", "9")
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    (tag,) = [w for w in shown.findChildren(QLineEdit) if w.accessibleName() == "Tag"]
    office.until(lambda: "fill this in" in tag.accessibleDescription())
    put(shown, "Tag", "school")
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    (week,) = [
        w for w in shown.findChildren(QLineEdit) if w.accessibleName() == "Contacts in 7 days"
    ]
    office.until(lambda: "From 1 to 7" in week.accessibleDescription())
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert "school" not in overrides(office)


def days_in(shown: QWidget) -> dict[str, str]:
    """What is said below the days of the steps in a dialog."""
    return {
        w.accessibleName(): w.accessibleDescription().replace("\u00a0", " ")
        for w in shown.findChildren(QLineEdit)
        if ", days" in w.accessibleName()
    }


def in_words(shown: QWidget) -> str:
    return " ".join(w.text() for w in shown.findChildren(Paragraph)).translate(_PLAIN)


_FRIENDLY = "Friendly call, days after it was due"


def test_for_one_customer_the_days_are_of_an_invoice_of_theirs(
    office: Office, page: PolicyPage
) -> None:
    page.add_one()
    shown = dialog(office)
    assert "invoice 2382 of" in in_words(shown)  # until it is known whom it is for
    assert "of tags (of several the strictest)" in in_words(shown)
    choose(shown, "For whom", "o")
    put(shown, "Code of the customer", "brin01")
    office.until(lambda: "invoice 2366 of Brindle Row" in in_words(shown))
    assert days_in(shown)[_FRIENDLY] == "Thu 17 Dec"  # as for everybody
    put(shown, _FRIENDLY, "5")
    assert days_in(shown)[_FRIENDLY] == "Mon 21 Dec"
    put(shown, "Contacts in 7 days", "7")
    put(shown, "Days between two contacts", "6")
    assert "there can be 2 at most" in _described(shown, "Contacts in 7 days")
    QTest.keyClick(shown, Qt.Key.Key_Escape)


def test_what_a_customer_has_by_a_tag_stands_there_faintly(
    office: Office, page: PolicyPage
) -> None:
    office.around.program.ask(
        lambda: office.around.program.contact_policies.set_for_tag("merchant", {"week": 1})
    )
    page.add_one()
    shown = dialog(office)
    put(shown, "Tag", "PUBLIC")
    office.until(lambda: "invoice 2382 of" not in in_words(shown))
    assert _faint(shown, "Contacts in 7 days") == "3"  # a tag stands over everybody's alone
    choose(shown, "For whom", "o")
    put(shown, "Code of the customer", "tarn01")
    office.until(lambda: _faint(shown, "Contacts in 7 days") == "1")
    QTest.keyClick(shown, Qt.Key.Key_Escape)


def _faint(shown: QWidget, name: str) -> str:
    (found,) = [w for w in shown.findChildren(QLineEdit) if w.accessibleName() == name]
    return found.placeholderText()


def _described(shown: QWidget, name: str) -> str:
    (found,) = [w for w in shown.findChildren(QLineEdit) if w.accessibleName() == name]
    return found.accessibleDescription()


def _problem(shown: QWidget) -> str:
    return " ".join(w.words for w in shown.findChildren(QWidget) if hasattr(w, "words"))
