"""The library of terms in the settings: written with a preview, published, withdrawn, attached."""

from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creditmate.domain.terms import ClauseKind
from creditmate.services.terms_library import LibraryRow
from creditmate.ui.agreed.terms_editor import TermsEditor
from creditmate.ui.screens.settings import SettingsScreen
from creditmate.ui.settings.sections import TERMS
from creditmate.ui.settings.terms_page import TermsPage
from creditmate.ui.wishes import OpenSettings
from tests.services.test_terms_library import a_pdf
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_customer_deeds import dialog, undo


@pytest.fixture
def page(office: Office) -> TermsPage:
    office.window.fulfil(OpenSettings(TERMS))
    screen = office.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    found = screen.page
    assert isinstance(found, TermsPage)
    office.until(found.versions.list.table.model().rowCount)
    return found


def rows(office: Office) -> list[LibraryRow]:
    program = office.around.program
    return program.ask(lambda: program.terms_library.rows(TODAY))


def test_the_versions_are_listed(office: Office, page: TermsPage) -> None:
    named = [(row.version.language, row.version.number, row.in_effect) for row in rows(office)]
    assert {("de", 1, True), ("en", 2, True), ("en", 1, False)} <= {*named}
    assert page.versions.list.table.model().rowCount() == len(named)


def test_a_version_is_written_kept_and_published(office: Office, page: TermsPage) -> None:
    before = len(rows(office))
    page.add.click()
    found = dialog(office, TermsEditor)
    found.title.input.setText("House rules")
    office.until(lambda: found.preview.view.pages == 2)  # an empty page, and the signatures
    found.wording.setFocus()
    QTest.keyClicks(found.wording.input, "# Payment")
    found.marks.buttons[1].click()  # a clause
    QTest.keyClicks(found.wording.input, "You pay at once.")
    office.until(lambda: found.preview.view.is_drawn)
    program = office.around.program
    office.until(lambda: program.ask(program.terms_library.drafts))
    (draft,) = program.ask(program.terms_library.drafts)
    assert draft.typed.wording == "# Payment\n\n1.1 You pay at once."
    interest = found.clauses.summaries[ClauseKind.INTEREST]
    found.clauses.numbers[ClauseKind.INTEREST].setText("9.9")
    QTest.keyClicks(interest, "1 % a month")
    found.verb.click()
    office.until(lambda: "no clause" in found._problem.words)
    found.clauses.numbers[ClauseKind.INTEREST].setText("1.1")
    QTest.keyClicks(found.clauses.rate, "1")
    found.verb.click()
    office.until(lambda: "version 1" in found.said.words)
    assert len(rows(office)) == before  # nothing is done before it was said
    found.verb.click()
    office.until(lambda: len(rows(office)) == before + 1)
    new = next(row for row in rows(office) if row.version.title == "House rules")
    assert new.version.clauses[0].rate == 1
    assert not program.ask(program.terms_library.drafts)
    undo(office)
    office.until(lambda: len(rows(office)) == before)


def test_what_was_being_written_is_there_again(office: Office, page: TermsPage) -> None:
    page.add.click()
    found = dialog(office, TermsEditor)
    QTest.keyClicks(found.wording.input, "One.")
    program = office.around.program
    office.until(lambda: program.ask(program.terms_library.drafts))
    found.reject()
    office.until(lambda: page.add.text() == "Go on writing")
    page.add.click()
    again = dialog(office, TermsEditor)
    assert again.wording.input.toPlainText() == "One."
    again.reject()


def test_the_next_version_begins_with_the_one_before(office: Office, page: TermsPage) -> None:
    page.versions.list.table.selectRow(1)
    office.until(lambda: page.versions.list.current is not None)
    page.versions.buttons[1].click()
    found = dialog(office, TermsEditor)
    assert found.wording.input.toPlainText().startswith("# 1.")
    assert found.clauses.numbers[ClauseKind.INTEREST].text()
    assert not page.versions.buttons[2].isEnabled() or page._no_withdraw(rows(office)[1])
    found.reject()


def test_keys_typed_while_the_next_version_is_fetched_do_nothing_behind(
    office: Office, page: TermsPage
) -> None:
    """``N`` writes other terms: whoever has asked for the next version did not mean that."""
    page.versions.list.table.selectRow(1)
    office.until(lambda: page.versions.list.current is not None)
    gate = Event()
    office.around.desk.ask(partial(gate.wait, 9), lambda _: None)  # the ledger has other work
    page.versions.buttons[1].click()
    page.versions.list.table.setFocus()
    office.type("n")
    assert QApplication.activeModalWidget() is None
    gate.set()
    found = dialog(office, TermsEditor)
    assert found.wording.input.toPlainText().startswith("# 1.")
    found.reject()


def test_a_pdf_is_attached(office: Office, page: TermsPage, tmp_path: Path) -> None:
    (tmp_path / "ours.pdf").write_bytes(a_pdf(2))
    page.take(tmp_path / "ours.pdf")
    found = dialog(office, TermsEditor)
    assert not found.wording.isVisible()
    office.until(lambda: found.preview.view.pages == 3)
    found.title.input.setText("Terms as printed")
    found.verb.click()
    office.until(lambda: "version 1" in found.said.words)
    found.verb.click()
    office.until(lambda: any(row.version.is_file for row in rows(office)))
    made = next(row for row in rows(office) if row.version.is_file)
    assert (made.version.pages, made.version.file_name) == (2, "ours.pdf")
