"""In the smallest window, with text half as large again, nothing is cut off."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from creditmate.i18n.formats import days_to_measure
from creditmate.i18n.pseudo import PSEUDO
from creditmate.services.program import Program
from creditmate.ui.app import make_application
from creditmate.ui.customer.story_delegate import date_room
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.paint import text_width
from creditmate.ui.look import TEXT_SIZES
from creditmate.ui.places import PLACES, Place
from creditmate.ui.screens.statement_page import StatementPage
from creditmate.ui.shell.about import About
from creditmate.ui.shell.keys_sheet import KeysSheet
from creditmate.ui.theme.theme import Appearance, Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Type
from creditmate.ui.wishes import OpenPayments, OpenStatements, RecordPayment
from tests.ui.window.conftest import Office, make_office
from tests.ui.window.figure_walk import cut_figures
from tests.ui.window.test_every_widget import settle, wish_for
from tests.ui.window.walking import clipped, named, watch_painting

SCALES = (1.3, 1.5)


@pytest.fixture(params=SCALES)
def reader(
    request: pytest.FixtureRequest, qtbot: QtBot, program: Program, theme: Theme
) -> Iterator[Office]:
    """A user who reads large letters in the smallest window, with no ledger open."""
    theme.choose(Appearance.LIGHT, request.param)
    office = make_office(qtbot, program, theme)
    office.window.resize(1024, 700)
    yield office
    office.window.stop()


def cut_off(office: Office, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is seen of the window with too little room."""
    cuts = watch_painting(monkeypatch)
    office.window.grab()
    return [*clipped(office.window), *(f"{cut.painter}: {cut.text}" for cut in cuts)]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.key)
def test_no_place_cuts_anything_off(
    reader: Office, ledger: Path, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.open(ledger)
    reader.window.fulfil(wish_for(place, tmp_path))
    settle(reader)
    assert reader.window.screens.key == place.key
    assert (reader.window.width(), reader.window.height()) == (1024, 700)
    found = [one for one in cut_off(reader, monkeypatch) if not _may_shorten(one)]
    found += cut_figures(reader.window, reader.around.theme)
    assert not found, "\n".join(found)


def _an_invoice_beside(office: Office) -> None:
    office.window.go_to("invoices")
    settle(office)
    office.press(Qt.Key.Key_Return)


def _a_payment(office: Office) -> None:
    office.window.fulfil(RecordPayment("KEST01", "Kestrel Bay Leisure Ltd"))
    settle(office)
    office.type("1000")


FULL: dict[str, Callable[[Office], object]] = {
    "an invoice beside": _an_invoice_beside,
    "a payment beside": lambda office: office.window.go_to("payments"),
    "not matched": lambda office: office.window.fulfil(OpenPayments("")),
    "recording": _a_payment,
    "statements": lambda office: office.window.go_to("statements"),
}
"""Where figures have the least room: beside a panel, a form or a preview."""


@pytest.fixture(params=["en_GB", PSEUDO])
def clerk(
    request: pytest.FixtureRequest, qtbot: QtBot, program: Program, theme: Theme, ledger: Path
) -> Iterator[Office]:
    """A user at the largest text of the menu in the smallest window, also in longer words."""
    theme.choose(Appearance.LIGHT, max(TEXT_SIZES) / 100)
    office = make_office(qtbot, program, theme, request.param)
    office.window.resize(1024, 700)
    office.open(ledger)
    yield office
    office.window.stop()
    make_application("en_GB", "en_GB")


@pytest.mark.parametrize("state", FULL)
def test_no_figure_is_cut_where_there_is_the_least_room(
    clerk: Office, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    FULL[state](clerk)
    settle(clerk)
    window = clerk.window
    found = [*cut_figures(window, clerk.around.theme), *cut_off(clerk, monkeypatch)]
    assert not found, "\n".join(found)
    tables = [table for table in window.findChildren(QTableView) if table.isVisible()]
    assert tables
    for table in tables:
        assert table.horizontalScrollBar().maximum() == 0


def test_the_preview_says_whose_statement_it_is(clerk: Office) -> None:
    clerk.window.go_to("statements")
    settle(clerk)
    page = clerk.window.screen_shown
    assert isinstance(page, StatementPage)
    name = next(one for one in page.preview.findChildren(Elided) if one.text())
    assert name.width() >= min(name.sizeHint().width(), clerk.around.theme.wide(SIZES.short_name))


def test_nothing_touches_in_the_head_of_statements(clerk: Office) -> None:
    clerk.window.fulfil(OpenStatements(("BRIN01",)))
    settle(clerk)
    page = clerk.window.screen_shown
    assert isinstance(page, StatementPage)
    head = page.head
    assert head.everybody.isVisible()
    parts = [
        part
        for part in head.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if part.isVisible() and part.width()
    ]
    parts.sort(key=QWidget.x)
    assert len(parts) >= 4
    assert parts[0].x() >= 0
    assert parts[-1].geometry().right() < head.width()
    for left, right in pairwise(parts):
        assert left.geometry().right() + SPACE.s <= right.x(), (named(left), named(right))


def _may_shorten(found: str) -> bool:
    """Titles of sums give way to the amounts below them; all of it is in the tool tip."""
    return found.startswith("TotalsBar") and not any(sign in found for sign in "£€$")


def test_welcome_is_whole_and_its_button_in_sight(
    reader: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.window.open_ledger(None)
    welcome = reader.window.opening.welcome
    reader.until(welcome.beginnings.go.isVisible)
    reader.until(lambda: not cut_off(reader, monkeypatch))
    parts = (welcome.beginnings.go, welcome.beginnings.existing, welcome.foot.change)
    # the room of the sidebar that is hidden is given to it in a turn of its own
    reader.until(lambda: all(part.visibleRegion().boundingRect() == part.rect() for part in parts))
    reader.press(Qt.Key.Key_Up)
    reader.press(Qt.Key.Key_Return)  # the form of a new ledger
    reader.until(welcome.new.go.isVisible)
    reader.until(lambda: not cut_off(reader, monkeypatch))


@pytest.mark.parametrize("sheet", [KeysSheet, About])
def test_sheets_are_whole_and_no_larger_than_the_window(
    reader: Office, sheet: type[KeysSheet | About]
) -> None:
    made = sheet(reader.around, "statements", reader.window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.open()
    QApplication.sendPostedEvents()
    assert made.width() <= reader.window.width()
    assert made.height() <= reader.window.height()
    assert not clipped(made)
    made.close()


def test_the_list_of_statements_never_lies_over_the_preview(reader: Office, ledger: Path) -> None:
    reader.open(ledger)
    reader.window.go_to("statements")
    page = reader.window.screen_shown
    assert isinstance(page, StatementPage)
    settle(reader)
    preview, part = page.preview, page.list
    edge = part.mapTo(page, part.rect().topRight()).x()
    assert edge < preview.mapTo(page, preview.rect().topLeft()).x()


def test_the_sums_have_room_for_every_currency(reader: Office, ledger: Path) -> None:
    reader.open(ledger)
    reader.until(lambda: len(reader.customers.totals.figures) > 1)
    settle(reader)
    bar = reader.customers.totals
    lines = 1 + max(len(figure.lines) for figure in bar.figures)
    assert lines > 2
    assert bar.height() >= lines * reader.around.theme.line(Type.BODY) + SPACE.s


@pytest.mark.parametrize("locale", ["en_GB", "en_US", "de_DE", "fr_FR", "pt_PT", "pl_PL", "fi_FI"])
@pytest.mark.parametrize("scale", [1.0, 1.15, *SCALES])
def test_no_day_of_a_story_is_cut(theme: Theme, locale: str, scale: float) -> None:
    theme.choose(Appearance.LIGHT, scale)
    font, room = theme.font(Type.BODY), date_room(theme, locale)
    assert [day for day in days_to_measure(locale) if text_width(day, font) > room] == []
