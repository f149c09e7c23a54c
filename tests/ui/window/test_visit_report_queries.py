"""A report may bring several queries, each with what shows it and what is refused of it."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from creditmate.domain.disputes import DisputeReason
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.visits.report_dialog import ReportDialog
from creditmate.ui.visits.report_query import ReportQuery
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_visit_report import (
    CODE,
    CONTROL,
    attach,
    opened,
    pick,
    say_how_it_ended,
    screen,  # noqa: F401 - a fixture
    tick,
    unfold,
)
from tests.ui.window.visiting import back_at_the_page, press_in, tagged, type_in, undo


def fill_in(dialog: ReportDialog, form: ReportQuery, place: int, amount: str) -> int:
    """Ask about one invoice; return which it is."""
    entry = list(form.items.rows)[place]
    tick(dialog, form.items.rows[entry])
    type_in(form.amount, amount)
    pick(form.reason.input, DisputeReason.QUANTITY.value)
    return entry


def two_queries(
    office: Office, dialog: ReportDialog, second: str
) -> tuple[list[ReportQuery], list[int]]:
    say_how_it_ended(dialog)
    unfold(office, dialog, "query")
    queries = dialog.parts.query
    assert queries is not None
    first = fill_in(dialog, queries.forms[0], 2, "10")
    queries.more.setFocus()
    press_in(dialog, Qt.Key.Key_Return)
    office.until(
        lambda: len(queries.forms) == 2 and queries.forms[1].isAncestorOf(dialog.focusWidget())
    )
    return queries.forms, [first, fill_in(dialog, queries.forms[1], 1, second)]


def save(dialog: ReportDialog) -> None:
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, CONTROL)


def test_each_query_is_put_down_with_what_shows_it(
    office: Office,
    screen: VisitScreen,  # noqa: F811
    tmp_path: Path,
) -> None:
    photo = tmp_path / "Pallets.jpg"
    photo.write_bytes(b"five pallets")
    dialog = opened(office, screen)
    forms, entries = two_queries(office, dialog, "20")
    attach(office, dialog, forms[1].files.attach, photo)
    assert dialog.parts.sections["query"].head.said == "2 told"
    save(dialog)
    tagged(office, screen, "Reported")
    back_at_the_page(office)
    program = office.around.program
    brief = program.ask(lambda: program.customers.brief(CODE, TODAY))
    found = {one.entry_id: one.amount.minor for one in brief.disputed if one.amount is not None}
    assert found == dict(zip(entries, (1000, 2000), strict=True))
    assert "Pallets.jpg" in {row.name for row in program.ask(lambda: program.attachments.of(CODE))}
    undo(office)
    office.until(lambda: screen.report.text() == "Go on with the report")
    again = opened(office, screen)
    assert again.parts.query is not None
    assert [form.items.chosen for form in again.parts.query.forms] == [(one,) for one in entries]
    assert [form.amount.input.text() for form in again.parts.query.forms] == ["10", "20"]
    assert again.parts.query.forms[1].files.paths == [photo]


def test_tab_goes_through_them_as_they_are_seen(office: Office, screen: VisitScreen) -> None:  # noqa: F811
    dialog = opened(office, screen)
    forms, _entries = two_queries(office, dialog, "20")
    queries = dialog.parts.query
    assert queries is not None
    forms[0].files.attach.setFocus()
    seen = list[int]()
    while (at := dialog.focusWidget()) is not queries.more:
        seen.append(at.mapTo(queries, at.rect().center()).y())
        press_in(dialog, Qt.Key.Key_Tab)
        assert len(seen) < 40, "Tab never leads to the button below"
    assert len(seen) > 8
    assert all(after >= before - 20 for before, after in pairwise(seen)), str(seen)


def test_what_is_refused_of_one_is_said_in_it(office: Office, screen: VisitScreen) -> None:  # noqa: F811
    dialog = opened(office, screen)
    forms, _entries = two_queries(office, dialog, "999999")
    save(dialog)
    office.until(lambda: "at most" in forms[1].amount.input.accessibleDescription())
    assert "at most" not in forms[0].amount.input.accessibleDescription()
    assert dialog.isVisible()


def test_an_invoice_is_under_one_of_them(office: Office, screen: VisitScreen) -> None:  # noqa: F811
    dialog = opened(office, screen)
    forms, entries = two_queries(office, dialog, "20")
    tick(dialog, forms[1].items.rows[entries[0]])
    save(dialog)
    assert "under the query above already" in forms[1].items.accessibleDescription()
    assert dialog.isVisible()
