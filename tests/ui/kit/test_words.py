"""Words 40 % longer still fit, from right to left as well, and larger text grows everything."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.chips import Chip, ChipText
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.key_cap import KeyCap
from creditmate.ui.kit.paint import text_width
from creditmate.ui.kit.panel import SidePanel
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.status_line import StatusItem
from creditmate.ui.kit.tag import Tag, Tone
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Appearance, Theme
from creditmate.ui.theme.tokens import SPACE, Type
from tests.ui.kit.looking import picture, shown, spoken_name

Maker = Callable[[Theme, str], QWidget]
MAKERS: dict[str, tuple[Maker, Type]] = {
    "primary": (
        lambda t, s: Button(t, s, Kind.PRIMARY, glyph=Glyph.ADD, keys="F1"),
        Type.BODY_STRONG,
    ),
    "link": (lambda t, s: Button(t, s, Kind.LINK), Type.SMALL_MEDIUM),
    "chip": (lambda t, s: Chip(t, ChipText("k", s, "15")), Type.SMALL_STRONG),
    "segments": (lambda t, s: Segments(t, "n", [SegmentText("k", s)]), Type.BODY_STRONG),
    "tick": (CheckRow, Type.BODY),
    "tag": (lambda t, s: Tag(t, s, Tone.WARNING), Type.SMALL_MEDIUM),
    "cap": (KeyCap, Type.SMALL_MEDIUM),
    "text": (lambda t, s: Text(t, s, Type.HEADING), Type.HEADING),
    "status": (lambda t, s: StatusItem(t, Glyph.SAFE, s), Type.SMALL),
}
SHORT = "Promise open"
LONGER = SHORT + " ›››››"


@pytest.mark.parametrize("kind", MAKERS)
def test_longer_words_are_not_cut(kind: str, theme: Theme, qtbot: QtBot) -> None:
    make, style = MAKERS[kind]
    font = theme.font(style)
    short, longer = make(theme, SHORT), make(theme, LONGER)
    shown(qtbot, short, longer)
    grown = longer.sizeHint().width() - short.sizeHint().width()
    assert abs(grown - text_width(LONGER, font) + text_width(SHORT, font)) <= 1
    assert longer.width() >= text_width(LONGER, font)


@pytest.mark.parametrize("kind", MAKERS)
def test_larger_text_grows_its_widget(kind: str, theme: Theme, qtbot: QtBot) -> None:
    widget = MAKERS[kind][0](theme, SHORT)
    shown(qtbot, widget)
    before = widget.sizeHint()
    theme.choose(Appearance.LIGHT, text_scale=2)
    after = widget.sizeHint()
    assert after.width() > before.width() + SPACE.xl
    assert after.height() >= theme.line(MAKERS[kind][1])


@pytest.mark.parametrize("kind", MAKERS)
def test_it_is_named_by_its_words(kind: str, theme: Theme, qtbot: QtBot) -> None:
    widget = MAKERS[kind][0](theme, SHORT)
    shown(qtbot, widget)
    assert spoken_name(widget).startswith(SHORT) or kind == "segments"


def test_a_button_is_mirrored(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "", Kind.PRIMARY, glyph=Glyph.CALL, keys="F1")
    shown(qtbot, button)
    rightwards = picture(button)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert picture(button) != rightwards


@pytest.mark.parametrize(
    "text", ["Move the visit", "Cancel the visit", "Plan a visit", "Confirm visit"]
)
def test_a_short_paragraph_asks_for_one_line(theme: Theme, text: str) -> None:
    paragraph = Paragraph(theme, text, Type.HEADING)
    assert paragraph.sizeHint().height() == theme.line(Type.HEADING)


def test_paragraphs_keep_the_designs_pitch(theme: Theme, qtbot: QtBot) -> None:
    paragraph = Paragraph(theme, "A firm date for the part not under query. " * 4)
    shown(qtbot, paragraph, width=240)
    lines, rest = divmod(paragraph.heightForWidth(200), theme.line(Type.BODY))
    assert (rest, lines >= 3) == (0, True)
    assert paragraph.heightForWidth(100) > paragraph.heightForWidth(200)
    paragraph.set_text("Short.")
    assert paragraph.heightForWidth(200) == theme.line(Type.BODY)
    assert spoken_name(paragraph) == paragraph.text() == "Short."


def test_paragraphs_are_whole_wherever_they_stand(theme: Theme, qtbot: QtBot) -> None:
    panel = SidePanel("Brief")
    paragraphs = [Paragraph(theme, "A firm date for the part not under query. " * 6) for _ in "ab"]
    for paragraph in paragraphs:
        panel.body.addWidget(paragraph)
    shown(qtbot, panel, width=240)
    theme.choose(Appearance.LIGHT, text_scale=1.5)
    qtbot.waitUntil(lambda: all(p.height() >= p.heightForWidth(p.width()) for p in paragraphs))


def test_words_of_any_script_stand_where_reading_begins(theme: Theme, qtbot: QtBot) -> None:
    text = Text(theme, "Kestrel Lane")
    shown(qtbot, text).setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = picture(text)
    empty = image.pixelColor(0, 0)
    half = image.width() // 2
    left = [(x, y) for x in range(half) for y in range(image.height())]
    assert all(image.pixelColor(x, y) == empty for x, y in left)


def test_shorter_words_come_before_an_ellipsis(theme: Theme, qtbot: QtBot) -> None:
    said = ("23 to 29 November 2026, week 48", "23–29 Nov 2026, week 48", "week 48")
    line = Elided(theme, "")
    qtbot.addWidget(line)
    line.show_text(*said)
    wide = [text_width(one, theme.font(Type.BODY)) for one in said]
    found = []
    for width in (*wide, wide[1] - 1, 5):
        line.resize(width, line.sizeHint().height())
        found.append(line.shown)
    assert found == [*said, said[2], said[2]]
    assert (line.text(), line.accessibleName(), line.toolTip()) == (said[0],) * 3
    alone = Elided(theme, said[1])
    qtbot.addWidget(alone)
    for one in (line, alone):
        one.resize(wide[1], line.height())
    assert picture(line) == picture(alone)  # it is painted, too


def test_lines_that_were_written_below_one_another_are_drawn_so(theme: Theme) -> None:
    """Names, numbers and addresses to read out: each on its own line, as it was given."""
    paragraph = Paragraph(theme, "Helper\nof businesses\n0800 000 0000")
    assert paragraph.heightForWidth(600) == 3 * theme.line(Type.BODY)
    assert paragraph.text() == "Helper\nof businesses\n0800 000 0000"
