"""What a call is closed with is in sight, though a bar stands above it and much is told below."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt

from creditmate.domain.call_extras import Besides
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.services.call_notes import CallNote
from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CallOffice, plain
from tests.ui.window.test_call_next_seen import is_whole

LAST_WEEK, FRIDAY, STEP = date(2026, 11, 20), date(2026, 11, 27), date(2026, 12, 2)


@pytest.fixture
def call(office: Office) -> Iterator[CallOffice]:
    """A form under the bar of the policy: they promised on Friday, and are rung on Monday."""
    office.window.resize(1280, 800)
    made = CallOffice(office)
    promised = CallNote(
        "Nigel Pybus",
        Outcome.WILL_PAY,
        "all of it",
        STEP,
        promised=Money(3905_00, "GBP"),
        promised_by=FRIDAY,
        day=LAST_WEEK,
    )
    made.program.ask(lambda: made.program.calls.record("ASHL01", promised))
    made.open("ASHL01")
    assert made.screen.page.warning.isVisible()
    assert made.form.agreed.replaces.isVisible()
    yield made
    made.screen.in_hand.keeper.end()


def test_the_notes_are_seen_while_a_day_is_promised(call: CallOffice) -> None:
    call.keys.type("p")
    call.office.until(call.form.agreed.theirs.what.hasFocus)
    call.keys.type("3905")
    call.keys.press(Qt.Key.Key_Tab)
    call.keys.type("11/12")
    call.office.until(lambda: "takes the place of" in call.form.next.before.text())
    parts = (call.form.agreed.theirs.by, call.form.agreed.replaces, call.form.notes)
    call.office.until(lambda: all(map(is_whole, parts)))


def test_what_is_in_the_way_is_seen_with_the_notes(call: CallOffice) -> None:
    call.keys.type("x")
    barrier = call.form.extras.barrier
    call.office.until(barrier.isVisible)
    parts = (*barrier.chips.chips, call.form.notes, call.form.read_back)
    call.office.until(lambda: all(map(is_whole, parts)))
    grid = call.form.outcomes.grid
    call.office.until(lambda: grid.visibleRegion().contains(grid.focus_outline()[0].center()))


def test_escape_brings_all_outcomes_back_into_sight(call: CallOffice) -> None:
    call.keys.type("x")
    call.office.until(lambda: is_whole(call.form.notes))
    call.keys.press(Qt.Key.Key_Escape)
    call.office.until(lambda: is_whole(call.form.outcomes.grid))


def test_what_it_takes_the_place_of_is_a_sentence_on_a_line_of_its_own(call: CallOffice) -> None:
    call.keys.type("p")
    call.office.until(call.form.agreed.theirs.what.hasFocus)
    call.keys.type("3905")
    call.keys.press(Qt.Key.Key_Tab)
    call.keys.type("11/12")
    step = call.form.next
    call.office.until(step.before.text)
    assert not step.rest.isVisible()
    said = "No reminder until then. It takes the place of: Look for the money (Nigel Pybus), "
    assert plain(step.before.text()).startswith(said)
    assert step.before.text().endswith(".")
    call.office.until(lambda: step.before.width() > step.width() * 3 // 4)
    call.office.until(lambda: step.height() < 100)


def test_a_query_is_seen_whole_with_the_notes(call: CallOffice) -> None:
    call.keys.type("d")
    query = call.form.extras.parts[Besides.QUERY]
    call.office.until(query.isVisible)
    call.office.until(lambda: is_whole(query) and is_whole(call.form.notes))
