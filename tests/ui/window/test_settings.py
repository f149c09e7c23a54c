"""Settings by keyboard: what is typed is shown, refused in words, saved, taken back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from creditmate.db.proof.everything import prove_all
from creditmate.i18n.pseudo import PSEUDO
from creditmate.services.program import Program
from creditmate.services.visit_lists import VisitPick
from creditmate.ui.app import make_application
from creditmate.ui.customer_edit.terms_editor import TermsEditor
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.screens.settings import SettingsScreen
from creditmate.ui.settings.business_page import BusinessPage
from creditmate.ui.settings.computer_page import ComputerPage
from creditmate.ui.settings.contact_page import ContactPage
from creditmate.ui.settings.currencies_page import CurrenciesPage
from creditmate.ui.settings.form_page import FormPage
from creditmate.ui.settings.numbering_page import NumberingPage
from creditmate.ui.settings.page import SettingsPage
from creditmate.ui.settings.people_page import PeoplePage
from creditmate.ui.settings.sections import SECTIONS
from creditmate.ui.settings.taxes_page import TaxesPage
from creditmate.ui.theme.theme import Appearance, Theme
from creditmate.ui.wishes import OpenSettings
from tests.ui.window.conftest import TODAY, Office, make_office
from tests.ui.window.test_every_widget import settle
from tests.ui.window.walking import clipped, nameless, tabbed, unreached, watch_painting

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Page = TypeVar("Page", bound=SettingsPage)
Answer = TypeVar("Answer")
IBAN, WRONG_IBAN = "GB33BUKB20201555555555", "GB33BUKB20201555555556"


def screen_of(office: Office) -> SettingsScreen:
    screen = office.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    return screen


def page_of(office: Office, section: str, kind: type[Page]) -> Page:
    """Open a section and wait until what it shows is there."""
    office.window.fulfil(OpenSettings(section))
    page = screen_of(office).page
    assert isinstance(page, kind)
    if isinstance(page, FormPage):
        office.until(lambda: page.kept is not None)
    return page


def asked(office: Office, work: Callable[[], Answer]) -> Answer:
    return office.around.program.ask(work)


def fill(office: Office, page: FormPage[Any], name: str, text: str) -> None:
    """Type something else into a field, and leave it."""
    page.fields[name].setFocus()
    office.press(Qt.Key.Key_A, CTRL)
    office.type(text)
    office.press(Qt.Key.Key_Tab)


def below(page: FormPage[Any], name: str) -> str:
    """What is said below a field."""
    return str(page.fields[name].input.accessibleDescription())


def dialog(office: Office) -> EditDialog:
    """The dialog that is open."""
    office.until(lambda: isinstance(QApplication.activeModalWidget(), EditDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, EditDialog)
    return found


def put(inside: QWidget, name: str, text: str) -> None:
    """Type into the field of a dialog that is called so."""
    fields = [w for w in inside.findChildren(QLineEdit) if w.accessibleName() == name]
    (field,) = fields
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(field, text)


def undo(office: Office) -> None:
    """Press Undo in the toast."""
    toast = office.window.telling.toast
    office.until(toast.isVisible)
    toast.undone.emit()


# ----------------------------------------------------------------- the place
def test_ctrl_comma_opens_it_and_arrows_go_through_the_sections(office: Office) -> None:
    office.press(Qt.Key.Key_Comma, CTRL)
    screen = screen_of(office)
    assert screen.list.key == SECTIONS[0].key
    office.press(Qt.Key.Key_F6)  # out of the page, to the sidebar, and back
    screen.list.setFocus()
    for section in SECTIONS[1:]:
        office.press(Qt.Key.Key_Down)
        assert screen.page.section == section
        assert screen.list.hasFocus()
    settle(office)
    office.press(Qt.Key.Key_Return)
    assert screen.stack.isAncestorOf(office.window.focusWidget() or office.window)


def test_the_section_shown_last_is_shown_first_the_next_time(office: Office) -> None:
    page_of(office, "taxes", TaxesPage)
    kept = screen_of(office).keep()
    again = SettingsScreen(office.around, asked(office, office.around.program.ledgers.facts))
    again.restore(kept)
    assert isinstance(again.page, TaxesPage)


@pytest.fixture(params=["en_GB", PSEUDO, "large"])
def walker(  # noqa: PLR0917 - fixtures that it is made of
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    program: Program,
    theme: Theme,
    ledger: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Office]:
    """A user in the smallest window: plain, in longer words read leftwards, in large letters."""
    language = PSEUDO if request.param == PSEUDO else "en_GB"
    if language == PSEUDO:
        from creditmate.i18n.pseudo import PseudoWords, stretched  # noqa: PLC0415 - here alone

        def longer(_self: PseudoWords, message: str) -> str:
            return f"\u2066{stretched(message)}\u2069"

        monkeypatch.setattr(PseudoWords, "gettext", longer)
    if request.param == "large":
        theme.choose(Appearance.LIGHT, 1.3)
    office = make_office(qtbot, program, theme, language)
    office.window.resize(1024, 700)
    office.open(ledger)
    yield office
    office.window.stop()
    make_application("en_GB", "en_GB")


def test_every_section_is_named_reached_and_whole(
    walker: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for section in SECTIONS:
        walker.window.fulfil(OpenSettings(section.key))
        settle(walker)
        with monkeypatch.context() as patch:
            cuts = watch_painting(patch)
            walker.window.grab()
        reached = tabbed(walker.window)
        finds = [*nameless(walker.window), *unreached(walker.window, reached)]
        finds += [*clipped(walker.window), *(f"{cut.painter}: {cut.text}" for cut in cuts)]
        said += [f"{section.key}: {find}" for find in dict.fromkeys(finds)]
    assert not said, "\n" + "\n".join(said)


# ----------------------------------------------------------------- business and letterhead
def test_a_name_is_previewed_saved_and_taken_back(office: Office) -> None:
    page = page_of(office, "business", BusinessPage)
    assert office.window.focusWidget() is page.fields["business.name"].input
    office.until(lambda: page.preview.view.is_drawn)
    before = page.preview.view.grab().toImage()
    fill(office, page, "business.name", "Kestrel Lane Packaging")
    office.until(lambda: page.preview.view.grab().toImage() != before)
    assert page.is_unsaved
    assert "not saved yet" in screen_of(office).list.item(0).toolTip()
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: office.window.windowTitle() == "Kestrel Lane Packaging")
    assert office.window.sidebar.switch.text() == "Kestrel Lane Packaging"
    office.until(lambda: not page.is_unsaved)
    undo(office)
    office.until(lambda: office.window.windowTitle() == "Rookmere Joinery Supplies")
    office.until(lambda: page.texts["business.name"] == "Rookmere Joinery Supplies")
    assert not asked(office, prove_all)


def test_a_wrong_iban_is_refused_where_it_stands_and_kept(office: Office) -> None:
    page = page_of(office, "business", BusinessPage)
    sheet = asked(office, office.around.program.business_editing.sheet)
    fill(office, page, "business.iban", WRONG_IBAN)
    office.until(lambda: "check digits do not fit" in below(page, "business.iban"))
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: office.window.focusWidget() is page.fields["business.iban"].input)
    assert page.texts["business.iban"] == WRONG_IBAN
    assert asked(office, office.around.program.business_editing.sheet) == sheet
    fill(office, page, "business.iban", IBAN)
    office.until(lambda: below(page, "business.iban") == "Check digits fit")
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: page.texts["business.iban"] == "GB33 BUKB 2020 1555 5555 55")


def test_what_was_changed_meanwhile_is_not_run_over(office: Office) -> None:
    page = page_of(office, "business", BusinessPage)
    fill(office, page, "business.phone", "01632 960 999")
    editing = office.around.program.business_editing
    sheet = asked(office, editing.sheet)
    theirs = replace(sheet.entry, email="post@rookmere.example", phone="01632 960 111")
    asked(office, lambda: editing.save(theirs, sheet.version, sheet.logo))
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: page.texts["business.email"] == "post@rookmere.example")
    assert "01632 960 111" in below(page, "business.phone")
    assert page.texts["business.phone"] == "01632 960 999"
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: not page.is_unsaved)
    kept = asked(office, editing.sheet).entry
    assert (kept.email, kept.phone) == ("post@rookmere.example", "01632 960 999")


def test_whose_holidays_count_is_chosen_by_letters_and_goes_with_the_country(
    office: Office,
) -> None:
    page = page_of(office, "business", BusinessPage)
    region = page.fields["business.region"].input
    assert isinstance(region, Choice)
    office.until(region.isEnabled)
    region.setFocus()
    office.type("sco")
    assert region.currentText() == "Scotland"
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: not page.is_unsaved)
    editing = office.around.program.business_editing
    assert asked(office, editing.sheet).entry.region == "SCT"
    page.fields["business.country"].setFocus()
    office.type("ireland")
    office.until(lambda: region.findData("SCT") < 0)
    assert not region.currentData()
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: not page.is_unsaved)
    entry = asked(office, editing.sheet).entry
    assert (entry.country, entry.region) == ("IE", "")


def test_escape_puts_a_field_back_and_a_button_all_of_them(office: Office) -> None:
    page = page_of(office, "business", BusinessPage)
    fill(office, page, "business.name", "Other")
    fill(office, page, "business.phone", "1")
    page.fields["business.phone"].setFocus()
    office.press(Qt.Key.Key_Escape)
    assert page.texts["business.phone"] == "01632 960 144"
    assert page.is_unsaved
    page.back.setFocus()
    office.press(Qt.Key.Key_Return)
    assert page.texts["business.name"] == "Rookmere Joinery Supplies"


def test_a_logo_is_taken_from_a_file_and_what_is_none_is_said(
    office: Office, tmp_path: Path
) -> None:
    from PySide6.QtGui import QColor, QImage  # noqa: PLC0415 - a picture is made here alone

    page = page_of(office, "business", BusinessPage)
    good, bad = tmp_path / "mark.png", tmp_path / "mark.txt"
    image = QImage(200, 80, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.darkBlue))
    image.save(str(good))
    bad.write_text("no picture", encoding="utf-8")
    page.logo.read_file(bad)
    office.until(lambda: "no picture that can be printed" in _said(page.form.logo.input))
    page.logo.read_file(good)
    office.until(lambda: page.logo.picture is not None)
    assert page.is_unsaved
    page.save.click()
    office.until(lambda: not page.is_unsaved)
    assert asked(office, office.around.program.business_editing.sheet).logo == page.logo.picture


def _said(widget: QWidget) -> str:
    return widget.accessibleDescription()


# ----------------------------------------------------------------- people
def test_somebody_is_added_and_works_here_from_then_on(office: Office) -> None:
    page = page_of(office, "people", PeoplePage)
    office.until(lambda: len(page.people.list.items) == 2)
    office.press(Qt.Key.Key_N)
    form = dialog(office)
    put(form, "Name", "Tom Ash")
    put(form, "E-mail", "tom@")
    QTest.keyClick(form.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    office.until(lambda: "is not an e-mail address" in _described(form))
    put(form, "E-mail", "tom@rookmere.example")
    QTest.keyClick(form.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    office.until(lambda: len(page.people.list.items) == 3)
    tom = page.people.list.items[2]
    assert page.people.list.current == tom
    assert (tom.name, tom.initials) == ("Tom Ash", "TA")
    office.come_to_the_front()
    office.press(Qt.Key.Key_W, CTRL | SHIFT)
    menu = office.window.status.working.findChild(QMenu)
    assert menu is not None
    action = next(one for one in menu.actions() if one.text() == "Tom Ash")
    action.trigger()
    menu.close()
    office.until(lambda: office.window.status.working.text() == "Working as Tom Ash")
    assert asked(office, office.around.program.people.working_as) == tom
    office.until(lambda: page.people.list.table.model().index(2, 0).data() == "Tom Ash")


def _described(form: QWidget) -> str:
    return " ".join(w.accessibleDescription() for w in form.findChildren(QLineEdit))


def test_who_has_customers_cannot_leave_before_they_are_given(office: Office) -> None:
    page = page_of(office, "people", PeoplePage)
    office.until(lambda: page.people.list.items)
    leave = next(b for b in page.people.buttons if b.text() == "Has left")
    assert not leave.isEnabled()
    assert "Give their customers" in leave.toolTip()
    give = next(b for b in page.people.buttons if b.text() == "Give customers…")
    give.setFocus()
    office.press(Qt.Key.Key_Return)
    dialog(office).verb.click()
    office.until(lambda: "They stand in for" in leave.toolTip())
    page.covers.buttons[-1].click()  # taken back
    office.until(leave.isEnabled)
    leave.setFocus()
    office.press(Qt.Key.Key_Return)
    office.until(lambda: page.people.list.items[-1].archived_day == TODAY)
    undo(office)
    office.until(lambda: all(one.archived_day is None for one in page.people.list.items))


def test_a_cover_is_arranged_in_words_and_handed_over_on_paper(
    office: Office, tmp_path: Path
) -> None:
    page = page_of(office, "people", PeoplePage)
    office.until(lambda: page.covers.list.items)
    page.covers.arrange(page.people.list.items[0].id)
    form = dialog(office)
    put(form, "From", "mon")
    put(form, "Up to, included", "sun")  # before Monday: refused
    QTest.keyClick(form.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    office.until(lambda: "the last day is before the first" in _described(form))
    put(form, "Up to, included", "+11")
    QTest.keyClick(form.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    office.until(lambda: len(page.covers.list.items) == 2)
    made = next(row for row in page.covers.list.items if row.staff_id == 1)
    paper = tmp_path / "handover.pdf"
    page.covers.sheet.save(made, "Ellen Rook")
    office.until(lambda: office.window.findChildren(QFileDialog))
    (files,) = office.window.findChildren(QFileDialog)
    line = files.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText(str(paper))
    office.until(lambda: files.selectedFiles() == [str(paper)])
    files.accept()
    office.until(paper.exists)
    assert "Ellen Rook is away" in PdfReader(paper).pages[0].extract_text()


# ----------------------------------------------------------------- numbering
def test_the_next_numbers_are_shown_and_none_can_come_twice(office: Office) -> None:
    page = page_of(office, "numbering", NumberingPage)
    fill(office, page, "invoice.pattern", "INV-{yyyy}-{n:03}")
    wanted = "INV-2026-001 then INV-2026-002, INV-2026-003"
    office.until(lambda: below(page, "invoice.pattern") == wanted)
    fill(office, page, "invoice.start", "40")
    office.until(lambda: below(page, "invoice.pattern").startswith("INV-2026-040 "))
    fill(office, page, "credit_note.pattern", "INV-{yyyy}-{n:03}")
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: "twice" in below(page, "credit_note.pattern"))
    fill(office, page, "credit_note.pattern", "{n}-{n}")
    office.until(lambda: "is no pattern" in below(page, "credit_note.pattern"))
    office.press(Qt.Key.Key_S, CTRL)
    office.until(page.fields["credit_note.pattern"].input.hasFocus)
    numbering = office.around.program.numbering
    kept = {row.kind: row.pattern for row in asked(office, lambda: numbering.series(TODAY))}
    assert (kept["invoice"], kept["credit_note"]) == ("{n:04}", "CN-{n:03}")
    fill(office, page, "credit_note.pattern", "CR-{n:03}")
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: not page.is_unsaved)
    office.until(office.window.telling.toast.isVisible)
    undo(office)
    office.until(lambda: page.texts["invoice.pattern"] == "{n:04}")
    assert not asked(office, prove_all)


# ----------------------------------------------------------------- taxes and currencies
def test_a_rate_changes_from_a_day_on(office: Office) -> None:
    page = page_of(office, "taxes", TaxesPage)
    office.until(lambda: page.rates.list.items)
    before = list(page.rates.list.items)
    page.rates.buttons[1].click()
    form = dialog(office)
    put(form, "Rate in percent", "22,5 %")
    put(form, "Counts from", "1 jan 2026")
    QTest.keyClick(form.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    office.until(lambda: "is not a number" in _described(form))
    put(form, "Rate in percent", "22.5 %")
    QTest.keyClick(form.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    office.until(lambda: len(page.rates.list.items) == len(before) + 1)
    (now,) = [r for r in asked(office, lambda: office.around.program.taxes.on(TODAY))
              if r.code == "S"]  # fmt: skip
    assert f"{now.rate:f}" == "22.5"
    undo(office)
    office.until(lambda: len(page.rates.list.items) == len(before))
    assert page.rates.list.items == before


def test_an_exchange_rate_is_shown_the_other_way_round_and_put_back(office: Office) -> None:
    page = page_of(office, "currencies", CurrenciesPage)
    office.until(lambda: page.rates.list.items)
    before = [one.row.rate for one in page.rates.list.items]
    office.press(Qt.Key.Key_N)
    form = dialog(office)
    put(form, "One unit in GBP", "0.8")
    assert "1 GBP = 1.25 EUR" in _described(form)
    QTest.keyClick(form.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    rates = office.around.program.exchange_rates
    office.until(lambda: len(page.rates.list.items) == len(before) + 1)
    used = asked(office, lambda: rates.on("EUR", TODAY))
    assert used is not None
    assert f"{used.rate:f}" == "0.8"
    undo(office)
    office.until(lambda: [one.row.rate for one in page.rates.list.items] == before)


# ----------------------------------------------------------------- contact and printing
def test_thresholds_and_terms_say_what_they_mean(office: Office) -> None:
    page = page_of(office, "contact", ContactPage)
    fill(office, page, "settings.contact_from", "5")
    assert below(page, "settings.contact_from") == "£5.00 or more"
    terms = page.fields["settings.terms"].input
    assert isinstance(terms, TermsEditor)
    number = terms.rule.number
    number.setFocus()
    number.selectAll()
    office.type("14")
    assert below(page, "settings.terms").replace("\u00a0", " ") == (
        "14 days from invoice date (today's is due on Mon 7 Dec)"
    )
    fill(office, page, "settings.claim_card", "many")
    office.press(Qt.Key.Key_S, CTRL)
    office.until(page.fields["settings.claim_card"].input.hasFocus)
    assert below(page, "settings.claim_card").startswith("By card: “many” is not a number")
    fill(office, page, "settings.claim_card", "99")
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: "is not possible here" in below(page, "settings.claim_card"))
    fill(office, page, "settings.claim_card", "4")
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: not page.is_unsaved)
    kept = asked(office, office.around.program.settings.read)
    assert kept.contact_from.minor == 500
    assert kept.settings.claim_days.card == 4
    assert kept.settings.default_terms.to_parameters() == {"days": 14}
    undo(office)
    office.until(lambda: page.texts["settings.claim_card"] == "3")


def test_what_a_visit_costs_counts_from_when_it_is_saved(office: Office) -> None:
    program = office.around.program
    (row, *_more) = program.ask(lambda: program.visits.all(TODAY, VisitPick.UPCOMING))
    page = page_of(office, "contact", ContactPage)
    assert page.texts["settings.visit_hour"] == "32.00"
    fill(office, page, "settings.visit_hour", "100")
    fill(office, page, "settings.visit_distance", "0")
    assert below(page, "settings.visit_distance") == "Nothing is reckoned"
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: not page.is_unsaved)
    cost = program.ask(lambda: program.visits.show(row.number, TODAY).worth.cost)
    assert (cost.rates.hour.minor, cost.rates.distance.minor) == (10_000, 0)


# ----------------------------------------------------------------- this computer
def test_colours_change_at_once_and_another_language_makes_the_window_anew(office: Office) -> None:
    page = page_of(office, "computer", ComputerPage)
    office.press(Qt.Key.Key_Right)
    assert office.around.theme.appearance is Appearance.DARK
    assert not page.use.isEnabled()
    page.country.setCurrentIndex(page.country.findData("DE"))
    assert _said(page.country) == "1.234,50 €, Mo., 23. Nov. 2026".replace(" ", "\u00a0").replace(
        ",\u00a0M", ", M"
    )
    with office.qtbot.waitSignal(office.window.speech_changed):
        page.use.click()
