from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.panel import Hairline, SectionHead, SidePanel
from creditmate.ui.kit.portrait import Portrait, initials
from creditmate.ui.kit.sidebar import NavEntry, Sidebar
from creditmate.ui.kit.status_line import StatusItem, StatusLine
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import LIGHT, SIZES
from tests.ui.kit.looking import has_colour, shown, spoken_name

PLACES = [
    NavEntry("today", Glyph.TODAY, "Today", "12"),
    NavEntry("customers", Glyph.CUSTOMERS, "Customers"),
    NavEntry("invoices", Glyph.INVOICE, "Invoices", begins_group=True),
]


def made(theme: Theme, qtbot: QtBot) -> Sidebar:
    """Return a sidebar with the focus, at Today."""
    bar = Sidebar(theme, "Places")
    bar.show_entries(PLACES)
    bar.choose("today")
    shown(qtbot, bar)
    bar.setFocus()
    return bar


def test_arrows_choose_a_place(theme: Theme, qtbot: QtBot) -> None:
    bar = made(theme, qtbot)
    with qtbot.waitSignal(bar.chosen) as told:
        QTest.keyClick(bar, Qt.Key.Key_Down)
    assert told.args == ["customers"]
    assert has_colour(bar.viewport(), LIGHT.accent_soft)


def test_the_window_moves_it_in_silence(theme: Theme, qtbot: QtBot) -> None:
    bar = made(theme, qtbot)
    with qtbot.assertNotEmitted(bar.chosen):
        bar.choose("invoices")
        bar.show_entries([*PLACES[1:], PLACES[0]])
    assert bar.currentIndex().row() == 1


def test_lines_are_read_out_with_their_counts(theme: Theme, qtbot: QtBot) -> None:
    bar = made(theme, qtbot)
    model = bar.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [model.data(model.index(row, 0), role) for row in range(3)] == [
        "Today 12",
        "Customers",
        "Invoices",
    ]
    assert spoken_name(bar) == "Places"


def test_on_the_rail_the_names_are_tool_tips(theme: Theme, qtbot: QtBot) -> None:
    bar = made(theme, qtbot)
    wide, high = bar.sizeHint().width(), bar.sizeHint().height()
    bar.become_rail(True)
    assert bar.sizeHint().width() == wide - SIZES.sidebar + SIZES.rail
    assert high == 3 * SIZES.nav_line + SIZES.nav_gap
    assert bar.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Today"
    assert has_colour(bar.viewport(), LIGHT.accent_soft)


def test_a_panel_keeps_its_actions_in_reach(theme: Theme, qtbot: QtBot) -> None:
    panel = SidePanel("Brief")
    for _ in range(30):
        panel.body.addWidget(Paragraph(theme, "A firm date."))
    panel.body.addWidget(Hairline())
    panel.body.addWidget(SectionHead(theme, "Why it is here", Portrait(theme, "Ann Lee")))
    call = Button(theme, "Call", Kind.PRIMARY)
    panel.add_action(call, leading=True)
    window = shown(qtbot, panel)
    assert window.rect().contains(call.mapTo(window, call.rect().bottomRight()))
    assert has_colour(panel, LIGHT.sunken)


def test_the_status_line_fills_from_both_ends(theme: Theme, qtbot: QtBot) -> None:
    line = StatusLine()
    ledger, saved = (StatusItem(theme, Glyph.SAFE, name) for name in ("Ledger", "Saved"))
    hours = StatusItem(theme, None, "Contact hours 09:00 to 17:30")
    line.add_at_end(hours)
    line.add(ledger)
    line.add(saved)
    shown(qtbot, line)
    assert ledger.x() < saved.x() < hours.x()
    assert line.height() == SIZES.status_line
    saved.say("Backed up today")
    assert spoken_name(saved) == saved.findChildren(QLabel)[0].text() == "Backed up today"


def test_initials() -> None:
    assert [initials(name) for name in ("Kestrel Lane Ltd", "ann", "")] == ["KL", "A", ""]
