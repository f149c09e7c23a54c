"""The recovery sheet: one page with the 14 groups that open a ledger without its password.

It is printed once and read years later by somebody who fears that everything is lost. So it says
first that nothing is, then shows what is to be typed, large and in a face in which no two signs
look alike, and then what to do, step by step. In the manner of the other internal papers, between
black bands, so that nobody takes it for waste.

There is no QR code of the groups: they are only ever typed into the program on a computer, which
has nothing to scan with, and a code would have people take a picture of it, which then lies in
their telephone and wherever that sends its pictures.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from creditmate.documents.fonts import (
    BODY,
    CAPTION,
    HEADING,
    LABEL,
    LETTER,
    SMALL,
    STRONG,
    SUBJECT,
    TITLE,
    Face,
    Style,
    width,
)
from creditmate.documents.page import (
    BOX_RULE,
    LEFT,
    MUTED,
    RIGHT,
    ROW_RULE,
    ROW_RULE_INK,
    TABLE_RULE,
    TEXT,
    WHITE,
    Page,
    PageSize,
    ink,
    page,
)
from creditmate.documents.papers import DrawnPaper
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice

_BAND, _BAND_HIGH = 8.5, 7.0
_NAME, _TITLE, _FACTS = 24.0, 32.0, 39.5
_FACT_PITCH, _FACT_X = 5.0, 52.0
_GROUP = Style(Face.FIXED, 22)
_COLUMNS, _ROW_HIGH, _PADDING = 2, 10.6, 4.0
_NUMBER_ROOM = 12.0
_STYLES = (LETTER, BODY, SMALL)
"""For the advice: the largest in which all of it fits, whatever the language."""
_STEP_GAP = 1.3
_HEAD_GAP, _AFTER_HEAD = 8.2, 5.8
_LINES_HIGH = 13.0
"""What the lines to write on take at the foot."""
_INDENT = 7.0

_ROOM = RIGHT - LEFT
_HALF = _ROOM / 2


@dataclass(frozen=True, slots=True)
class RecoverySheetPaper:
    """A recovery sheet ready to be drawn.

    Attributes:
        business: Whose ledger it is.
        ledger: The ledger's file name.
        made_on: The day.
        groups: What is typed, as ``domain.data_key`` writes it; they stay out of ``repr``.
        mark: Names the key and tells nothing of it, so that of several sheets the right one is
            found.
        accent: The business's colour.
        locale: Of the words and the day.
        size: Of the paper.
    """

    business: str
    ledger: str
    made_on: date
    groups: tuple[str, ...] = field(repr=False)
    mark: str
    accent: str = "#1F4B57"
    locale: str = "en_GB"
    size: PageSize = PageSize.A4


def draw_recovery_sheet(paper: RecoverySheetPaper) -> DrawnPaper:
    """Return the PDF of a recovery sheet, one page; the same one gives the same bytes."""
    from creditmate.documents.press import About, print_sheets  # noqa: PLC0415 - reportlab is slow

    voice = Voice(paper.locale, paper.made_on)
    title = voice.gettext("Recovery sheet")
    about = About(title, paper.business, paper.locale.replace("_", "-"), paper.made_on)
    sheet = lay_out_recovery_sheet(paper)
    return DrawnPaper(print_sheets([sheet], page(paper.size), about), 1)


def lay_out_recovery_sheet(paper: RecoverySheetPaper) -> Sheet:
    """Return the one page of a recovery sheet."""
    form, voice = page(paper.size), Voice(paper.locale, paper.made_on)
    sheet = Sheet(form.shift)
    _draw_bands(sheet, form, voice)
    y = _draw_head(sheet, paper, voice)
    y = _draw_groups(sheet, y, paper.groups)
    y += _HEAD_GAP
    lowest = form.body_bottom - _LINES_HIGH
    style = next((each for each in _STYLES if _height(voice, each) <= lowest - y), _STYLES[-1])
    _draw_advice(sheet, y, voice, style)
    _draw_lines(sheet, form, voice)
    return sheet


def _draw_bands(sheet: Sheet, form: Page, voice: Voice) -> None:
    """Draw the black bands by which it is known among other papers."""
    _ = voice.gettext
    wide = form.width - 10.0
    for top in (_BAND, form.height - 5.0 - _BAND_HIGH):
        sheet.box(5.0 - form.shift, top, wide, _BAND_HIGH, 0, fill=TEXT)
        sheet.text(LEFT, top + 4.7, _("KEEP SAFE"), STRONG, WHITE)
        after = LEFT + width(_("KEEP SAFE"), STRONG) + 3
        sheet.text(after, top + 4.7, _("opens the ledger without its password"), STRONG, WHITE)


def _draw_head(sheet: Sheet, paper: RecoverySheetPaper, voice: Voice) -> float:
    """Draw whose sheet it is and that nothing is lost; return the baseline below."""
    _ = voice.gettext
    name = sheet.fitted(paper.business, HEADING, _ROOM, 1)
    if name:
        sheet.text(LEFT, _NAME, name[0], HEADING, ink(paper.accent))
    sheet.text(LEFT, _TITLE, _("Recovery sheet"), TITLE)
    y = _FACTS
    for label, value in (
        (_("Ledger"), paper.ledger),
        (_("Made on"), voice.day(paper.made_on)),
        (_("Sheet"), paper.mark),
    ):
        sheet.text(LEFT, y, label, LABEL, MUTED)
        for line in sheet.fitted(value, BODY, RIGHT - _FACT_X, 1):
            sheet.text(_FACT_X, y, line, BODY)
        y += _FACT_PITCH
    sheet.rule(LEFT, RIGHT, y - 1.5, TABLE_RULE)
    y += _AFTER_HEAD
    calm = _(
        "With these 14 groups the ledger and its backups can always be opened: when the password is"
        " forgotten, when the computer is gone, when nobody is there who knew it."
    )
    return _draw_text(sheet, y, calm, Style(SUBJECT.face, 11), LEFT, 5.2)


def _draw_groups(sheet: Sheet, y: float, groups: tuple[str, ...]) -> float:
    """Draw the groups in their order, line by line, and return the bottom of their box."""
    rows = -(-len(groups) // _COLUMNS)
    high = rows * _ROW_HIGH
    sheet.box(LEFT, y, _ROOM, high, BOX_RULE)
    for row in range(1, rows):
        sheet.rule(LEFT, RIGHT, y + row * _ROW_HIGH, ROW_RULE, ROW_RULE_INK)
    for place, group in enumerate(groups):
        row, column = divmod(place, _COLUMNS)
        x = LEFT + column * _HALF + _PADDING
        baseline = y + row * _ROW_HIGH + 7.6
        sheet.text_right(x + _NUMBER_ROOM - 4.0, baseline, f"{place + 1}", LETTER, MUTED)
        sheet.text(x + _NUMBER_ROOM, baseline, group, _GROUP)
    return y + high


def _height(voice: Voice, style: Style) -> float:
    """Return how much room the advice takes, in mm."""
    return _draw_advice(Sheet(), 0.0, voice, style)


def _draw_advice(sheet: Sheet, y: float, voice: Voice, style: Style) -> float:
    """Draw what to do when it is needed and how to keep it; return the baseline below."""
    pitch = style.size * 0.49
    heading = voice.gettext("When you need it")
    steps = [(f"{number}.", step) for number, step in enumerate(_steps(voice), start=1)]
    for title, points in (
        (heading, steps),
        (voice.gettext("Until then"), [("–", text) for text in _keeping(voice)]),
    ):
        sheet.text(LEFT, y, title, SUBJECT)
        y += _AFTER_HEAD
        for mark, text in points:
            sheet.text(LEFT, y, mark, Style(STRONG.face, style.size))
            y = _draw_text(sheet, y, text, style, LEFT + _INDENT, pitch) + _STEP_GAP
        y += _HEAD_GAP - pitch
    return y - _HEAD_GAP


def _steps(voice: Voice) -> Iterator[str]:
    _ = voice.gettext
    yield _(
        "Take your time: nothing runs out, and nothing you do here can harm the ledger. Start"
        " CreditMate on any computer; its folder can be copied there, and no account and no"
        " internet is needed."
    )
    yield _(
        "Find the ledger (its name is above), or its newest backup: a file whose name ends in"
        " .creditmate-backup, in the folder Backups, on a stick, or wherever else they were sent."
    )
    yield _(
        "Open it. Where the password is asked for, choose the recovery sheet and type the 14 groups"
        " from left to right, line by line. Capitals and blanks do not matter; 0 and 1 are always"
        " figures. If a group is mistyped, you are told which."
    )
    yield _("Choose a new password. This sheet stays valid.")


def _keeping(voice: Voice) -> Iterator[str]:
    _ = voice.gettext
    yield _(
        "Whoever has this sheet and a copy of the ledger can read everything in it. Keep it like"
        " money: in a safe, at the bank, with your solicitor; not in the desk with the computer."
        " Take no picture of it, and send it to nobody."
    )
    yield _(
        "Nobody can print it anew once ledger and passwords are lost, so keep a second one"
        " elsewhere, and tell one person you trust where they are."
    )
    yield _(
        "If somebody may have seen it, make a new sheet in CreditMate. Of several sheets the newest"
        " opens the ledger; an older one opens nothing but the backups of its time."
    )


def _draw_text(  # noqa: PLR0913, PLR0917 - a text, how it looks and where it stands
    sheet: Sheet, y: float, text: str, style: Style, x: float, pitch: float
) -> float:
    """Draw a running text and return the baseline below it."""
    for line in wrap(text, style, RIGHT - x):
        sheet.text(x, y, line, style)
        y += pitch
    return y


def _draw_lines(sheet: Sheet, form: Page, voice: Voice) -> None:
    """Draw where to write by hand what only its keeper knows."""
    _ = voice.gettext
    y = form.body_bottom - 4.0
    for x, label in ((LEFT, _("The second sheet is kept")), (LEFT + _HALF + 2, _("Who knows it"))):
        sheet.rule(x, x + _HALF - 2, y, ROW_RULE, TEXT)
        sheet.text(x, y + 3.4, label, CAPTION, MUTED)
