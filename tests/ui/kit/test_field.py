from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import LIGHT, SIZES
from tests.ui.kit.looking import has_colour, shown


def test_what_was_understood_is_echoed_and_read_out(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme, "By", LineInput(theme, "By"))
    shown(qtbot, field)
    high = field.height()
    QTest.keyClicks(field.input, "fri")
    field.echo("Fri 27 Nov 2026, in 4 days.", "All but £412.00 under query")
    assert field.input.text() == "fri"
    described = field.input.accessibleDescription()
    assert described == "Fri 27 Nov 2026, in 4 days. All but £412.00 under query"
    assert has_colour(field, LIGHT.positive)
    assert field.height() == high


def test_an_error_stands_beside_what_was_typed(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme, "Day", LineInput(theme, "Day"))
    shown(qtbot, field)
    QTest.keyClicks(field.input, "31/11/2026")
    field.refuse("November has 30 days.")
    assert has_colour(field.input, LIGHT.danger)
    assert field.input.height() == SIZES.control
    assert field.input.text() == "31/11/2026"
    assert field.input.accessibleDescription() == "November has 30 days."
    field.clear()
    assert not has_colour(field.input, LIGHT.danger)
    assert field.input.height() == SIZES.control
    assert field.input.accessibleDescription() == ""


def test_where_nothing_is_echoed_only_a_refusal_takes_a_line(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme, "Reference", LineInput(theme, "Reference"), echoes=False)
    shown(qtbot, field)
    echoing = Field(theme, "Amount", LineInput(theme, "Amount"))
    high = field.sizeHint().height()
    assert high < echoing.sizeHint().height()
    field.refuse("A reference has up to 40 letters.")
    assert field.sizeHint().height() == echoing.sizeHint().height()
    field.clear()
    assert field.sizeHint().height() == high


def test_the_label_names_the_input_and_leads_to_it(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme, "&Currency", Choice(theme, ""))
    field.input.addItems(["GBP", "EUR"])
    shown(qtbot, field)
    assert field.input.accessibleName() == "Currency"
    assert field.findChildren(QLabel)[0].buddy() is field.input
    field.setFocus()
    assert field.input.hasFocus()
    QTest.keyClick(field.input, Qt.Key.Key_Down)
    assert field.input.currentText() == "EUR"


def test_a_long_error_wraps(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme, "Due date", LineInput(theme, ""))
    shown(qtbot, field, width=220)
    high = field.minimumSizeHint().height()
    field.refuse("Two columns fit, “Due” and “Pay by”. Which one is it? Choose the later one.")
    assert field.heightForWidth(200) > high
