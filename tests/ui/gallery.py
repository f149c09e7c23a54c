"""The kit laid out like ``mockups/00-kit.png``, drawn in both themes: to be looked at.

``python -m tests.ui.gallery FOLDER`` writes ``kit-light.png``, ``kit-dark.png`` and
``parts-light.png``, ``parts-dark.png`` (what 00-kit has not: stair with figures, mood, notice,
toast, progress, sidebar, empty place).
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.chips import ChipRow, ChipText
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.empty_state import EmptyState, EmptyWords
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.focus_ring import FocusRing
from creditmate.ui.kit.inputs import Choice, LineInput, mark_faulty
from creditmate.ui.kit.key_cap import KeyCap
from creditmate.ui.kit.mood_line import MoodLine
from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.paint import box
from creditmate.ui.kit.panel import Hairline, SectionHead, SidePanel
from creditmate.ui.kit.portrait import Portrait
from creditmate.ui.kit.progress import ProgressLine
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.sidebar import NavEntry, Sidebar
from creditmate.ui.kit.stair import AgeingStair, Step
from creditmate.ui.kit.stair_legend import StairLegend
from creditmate.ui.kit.status_line import StatusItem, StatusLine
from creditmate.ui.kit.tag import Tag, Tone
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.kit.toast import Toast
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Appearance, Theme
from creditmate.ui.theme.tokens import RADIUS, SPACE, STAIR_SMALL, Ground, Ink, Type

STEPS = (
    Step(0, "Not due", "2,412.00", 241200),
    Step(1, "1–30", "3,144.00", 314400),
    Step(2, "31–60", "2,480.40", 248040),
    Step(3, "61–90", "1,212.00", 121200),
    Step(4, "91+", "–", 0),
)
EQUAL = tuple(step._replace(minor=1) for step in STEPS)


class Swatch(QWidget):
    """A colour of the theme."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self.setFixedHeight(32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill it."""
        colours = self._theme.colours
        fill = QColor(getattr(colours, self._name))
        box(QPainter(self), self.rect(), RADIUS.m, fill, QColor(colours.line))


def page(width: int) -> tuple[QWidget, QVBoxLayout]:
    """Return a surface with the design's gutters."""
    made = QWidget()
    made.setProperty("ground", Ground.SURFACE.value)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setFixedWidth(width)
    column = QVBoxLayout(made)
    column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
    column.setSpacing(SPACE.m)
    return made, column


def row(theme: Theme, label: str, parts: Sequence[QWidget]) -> QHBoxLayout:
    """Return a line of widgets after a label."""
    made = QHBoxLayout()
    made.setSpacing(SPACE.s)
    title = Text(theme, label, Type.SMALL, Ink.MUTED)
    title.setFixedWidth(72)
    made.addWidget(title)
    for part in parts:
        made.addWidget(part)
    made.addStretch()
    return made


def colours(theme: Theme) -> QGridLayout:
    """Return the named swatches, six in a row."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE.s)
    grid.setVerticalSpacing(0)
    names = [name for name in theme.colours._fields if name not in {"ramp", "accent_hover"}]
    for index, name in enumerate(names):
        line, column = divmod(index, 6)
        shown = getattr(theme.colours, name)
        grid.addWidget(Swatch(theme, name), 4 * line, column)
        label = Text(theme, name.replace("_", "-"), Type.SMALL_MEDIUM)
        grid.addWidget(label, 4 * line + 1, column)
        grid.addWidget(Text(theme, shown, Type.SMALL, Ink.MUTED), 4 * line + 2, column)
        grid.setRowMinimumHeight(4 * line + 3, SPACE.m)
    return grid


def types(theme: Theme) -> QVBoxLayout:
    """Return the type scale."""
    column = QVBoxLayout()
    column.setSpacing(SPACE.xs)
    samples = (
        ("£6,836.40", Type.DISPLAY, "display 28/36, 600"),
        ("Brackenford Foods Ltd", Type.TITLE, "title 20/28, 600"),
        ("Aged debtors", Type.HEADING, "heading 15/24, 600"),
        ("A firm date for £6,424.40", Type.BODY, "body 13/20, 400 500 600"),
        ("Wed 11 Nov, 12 days ago", Type.SMALL, "small 12/16, 400 500 600"),
    )
    for sample, style, says in samples:
        line = QHBoxLayout()
        line.addWidget(Text(theme, sample, style))
        line.addStretch()
        line.addWidget(Text(theme, says, Type.SMALL, Ink.MUTED))
        column.addLayout(line)
    return column


def inputs(theme: Theme) -> list[QWidget]:
    """Return the states of an input."""
    made = []
    for text, width, amount in (
        ("6,424.40", 88, True),
        ("fri", 72, False),
        ("31/11/2026", 104, False),
    ):
        line = LineInput(theme, text, amount=amount)
        line.setText(text)
        line.setFixedWidth(width)
        made.append(line)
    mark_faulty(made[2], True)
    locked = LineInput(theme, "Locked")
    locked.setText("Locked")
    locked.setEnabled(False)
    locked.setFixedWidth(96)
    return [*made, locked]


def buttons(theme: Theme, column: QVBoxLayout) -> QWidget:
    """Add both rows of buttons; return the one that shall have the focus."""
    off, also_off = (Button(theme, "Disabled", kind) for kind in (Kind.PRIMARY, Kind.PLAIN))
    for button in (off, also_off):
        button.refuse("Nothing is chosen")
    focused = Button(theme, "Focus", Kind.PRIMARY)
    primary = [Button(theme, "Print all", Kind.PRIMARY), focused, off]
    primary.append(Button(theme, "Call Daniel Marsh", Kind.PRIMARY, glyph=Glyph.CALL, keys="Enter"))
    column.addLayout(row(theme, "Primary", primary))
    plain = [Button(theme, "Write"), also_off, Button(theme, "Quiet", Kind.QUIET)]
    plain += [IconButton(theme, Glyph.MORE, "More"), Button(theme, "Add", glyph=Glyph.ADD)]
    plain.append(Button(theme, "Look in all 61", Kind.LINK))
    column.addLayout(row(theme, "Secondary", plain))
    return focused


def kit_page(theme: Theme) -> tuple[QWidget, QWidget]:
    """Return 00-kit and the widget in it that has the focus."""
    made, column = page(640)
    head = QHBoxLayout()
    head.addWidget(Text(theme, "Dark" if theme.is_dark else "Light", Type.TITLE))
    head.addStretch()
    head.addWidget(Text(theme, "same tokens, same widgets", Type.SMALL, Ink.MUTED))
    for part in (head, colours(theme)):
        column.addLayout(part)
    column.addWidget(Hairline())
    column.addLayout(types(theme))
    column.addWidget(Hairline())
    focused = buttons(theme, column)
    column.addLayout(row(theme, "Field", inputs(theme)))
    chips = ChipRow(
        theme, "en", "Filter", [ChipText("o", "Overdue", "15"), ChipText("a", "All", "61")]
    )
    chips.setFixedWidth(chips.sizeHint().width())
    order = (Tone.DANGER, Tone.WARNING, Tone.POSITIVE, Tone.ACCENT, Tone.NEUTRAL)
    tags = zip(("Stop", "Under query", "Kept", "Visit", "Note"), order, strict=True)
    column.addLayout(row(theme, "Chip, tag", [chips, *(Tag(theme, *said) for said in tags)]))
    column.addLayout(row(theme, "Choice", choices(theme)))
    column.addWidget(Hairline())
    column.addLayout(row(theme, "As drawn", [wide(AgeingStair(theme, EQUAL), 288)]))
    column.addLayout(row(theme, "In a row", [wide(AgeingStair(theme, STEPS, STAIR_SMALL), 96)]))
    return made, focused


def wide(widget: QWidget, width: int) -> QWidget:
    """Give a widget a width."""
    widget.setFixedWidth(width)
    return widget


def choices(theme: Theme) -> list[QWidget]:
    """Return segments, the states of a tick box, and a key's cap."""
    segments = Segments(
        theme, "Span", [SegmentText(name, name) for name in ("Day", "Week", "Month")]
    )
    segments.choose("Week")
    boxes = [CheckRow(theme, "", name) for name in ("ticked", "empty", "in part")]
    boxes[0].setChecked(True)
    boxes[2].setTristate(True)
    boxes[2].setCheckState(Qt.CheckState.PartiallyChecked)
    return [segments, *boxes, KeyCap(theme, "Ctrl K"), Portrait(theme, "Kestrel Lane")]


def brief(theme: Theme) -> SidePanel:
    """Return a panel with stair, mood and pinned actions."""
    panel = SidePanel("Brief")
    panel.setFixedSize(376, 400)
    panel.body.addWidget(Text(theme, "Brackenford Foods Ltd", Type.HEADING))
    panel.body.addWidget(AgeingStair(theme, STEPS))
    panel.body.addWidget(StairLegend(theme, STEPS))
    panel.body.addWidget(Hairline())
    panel.body.addWidget(SectionHead(theme, "Goal of this call"))
    goal = (
        "A firm date for £6,424.40, the part not under query, and an answer on the short pallets."
    )
    panel.body.addWidget(Paragraph(theme, goal))
    panel.body.addWidget(Hairline())
    mood = MoodLine(theme, (3, 3, 2, 2, 1), 4, "Mood: cooling")
    panel.body.addWidget(SectionHead(theme, "Last three contacts", mood))
    call = Button(theme, "Call Daniel Marsh", Kind.PRIMARY, glyph=Glyph.CALL, keys="Enter")
    panel.add_action(call, leading=True)
    panel.add_action(IconButton(theme, Glyph.LETTER, "Write"))
    return panel


def fields_row(theme: Theme) -> QHBoxLayout:
    """Return fields with an echo, an error and nothing to say."""
    said = Field(theme, "They promise", LineInput(theme, ""))
    said.input.setText("fri")
    said.echo("Fri 27 Nov 2026, in 4 days.", "All but £412 under query")
    wrong = Field(theme, "Currency", Choice(theme, ""))
    wrong.input.addItem("Choose one")
    wrong.refuse("The file names none. Which currency are the amounts in?")
    calm = Field(theme, "Next step", Choice(theme, ""))
    calm.input.addItem("Check that the money came")
    line = QHBoxLayout()
    line.setSpacing(SPACE.l)
    for field in (said, wrong, calm):
        line.addWidget(field, 1)
    return line


def feeling(theme: Theme) -> Segments:
    """Return segments with icons."""
    glyphs = ("warm", "calm", "strained", "upset", "angry")
    texts = [SegmentText(n, n.capitalize(), Glyph(f"mood-{n}")) for n in glyphs]
    made = Segments(theme, "How did it feel?", texts, is_input=True)
    made.choose("strained")
    return made


def sidebar(theme: Theme) -> QWidget:
    """Return the places on the window's ground."""
    ground = QWidget()
    ground.setProperty("ground", Ground.WINDOW.value)
    ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    ground.setFixedSize(208, 400)
    bar = Sidebar(theme, "Places")
    bar.show_entries(
        [
            NavEntry("today", Glyph.TODAY, "Today", "12"),
            NavEntry("customers", Glyph.CUSTOMERS, "Customers"),
            NavEntry("diary", Glyph.DIARY, "Diary"),
            NavEntry("visits", Glyph.VISIT, "Visits", "3"),
            NavEntry("invoices", Glyph.INVOICE, "Invoices", begins_group=True),
            NavEntry("payments", Glyph.PAYMENT, "Payments", "4"),
            NavEntry("statements", Glyph.STATEMENT, "Statements"),
            NavEntry("reports", Glyph.REPORTS, "Reports", begins_group=True),
        ]
    )
    bar.choose("today")
    column = QVBoxLayout(ground)
    column.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
    column.addWidget(bar)
    return ground


def status(theme: Theme) -> StatusLine:
    """Return the status line while statements are printed."""
    line = StatusLine()
    line.add(StatusItem(theme, Glyph.LEDGER, "Kestrel Lane.ledger"))
    line.add(StatusItem(theme, Glyph.BANK, "Cash posted up to Fri 20 Nov"))
    line.add(StatusItem(theme, Glyph.SAFE, "Backed up today 08:02"))
    progress = ProgressLine(theme, "en")
    line.add_at_end(progress)
    progress.begin(Glyph.PRINT, "Printing statements")
    progress.report("Printing statements, 24 of 38", 24, 38)
    return line


def parts_page(theme: Theme) -> QWidget:
    """Return what 00-kit has not."""
    made, column = page(1280)
    column.addLayout(fields_row(theme))
    column.addWidget(feeling(theme))
    title = "Two answers and four rows are needed. Nothing has been brought in."
    detail = "The ledger is as it was. Mend the rows in the file and drop it here again."
    save = Button(theme, "Save the list", glyph=Glyph.EXPORT, small=True)
    column.addWidget(Notice(theme, Tone.DANGER, title, detail, save))
    middle = QHBoxLayout()
    middle.addWidget(sidebar(theme))
    says = EmptyWords(
        "Nothing more today",
        "Everyone on the list was reached, written to or put off with a reason. "
        "Tomorrow begins with Tansy Court at 09:30.",
        "Look at tomorrow",
        "4 courtesy calls could be made early",
    )
    middle.addWidget(EmptyState(theme, Picture.ALL_DONE, says), 1)
    middle.addWidget(brief(theme))
    column.addLayout(middle)
    pictures = QHBoxLayout()
    for picture in (Picture.NOTHING_YET, Picture.NO_MATCH, Picture.WENT_WRONG):
        pictures.addWidget(
            EmptyState(theme, picture, EmptyWords(picture.value, "What comes next."))
        )
    column.addLayout(pictures)
    column.addWidget(status(theme))
    return made


def draw(theme: Theme, folder: Path) -> None:
    """Draw both pages in a theme."""
    name = "dark" if theme.is_dark else "light"
    kit, focused = kit_page(theme)
    ring = FocusRing(theme, kit)
    kit.show()
    kit.activateWindow()
    QTest.qWaitForWindowActive(kit)
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    kit.grab().save(str(folder / f"kit-{name}.png"))
    parts = parts_page(theme)
    toast = Toast(theme, "en", parts)
    parts.show()
    QTest.qWaitForWindowExposed(parts)
    toast.tell("Saved. The call with Daniel Marsh is on record.", can_undo=True)
    parts.grab().save(str(folder / f"parts-{name}.png"))
    for widget in (ring, kit, parts):
        widget.close()


def main(folder: Path) -> None:
    """Draw everything into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if isinstance(app, QApplication):
        app.setStyle("Fusion")
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        theme = Theme(appearance)
        theme.dress()
        draw(theme, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
