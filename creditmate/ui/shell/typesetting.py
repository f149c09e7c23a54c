"""Sets a text that came as Markdown in the design's own type."""

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)

from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ground, Ink, Type

_TITLE, _HEADING = 1, 2
"""Levels of headings."""


def set_type(document: QTextDocument, theme: Theme) -> None:
    """Give every block its font, its line height and the space round it."""
    block = document.begin()
    while block.isValid():
        _set_block(block, theme)
        block = block.next()


def _after(block: QTextBlock, *, is_code: bool) -> int:
    """Space below a block: none between lines of code, little between the items of a list."""
    following = block.next().blockFormat()
    if is_code and following.hasProperty(QTextBlockFormat.Property.BlockCodeFence):
        return 0
    return SPACE.xs if block.textList() else SPACE.s


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    """The pieces of a block that are set alike; read before any of them is changed."""
    found = []
    place = block.begin()
    while not place.atEnd():
        found.append(place.fragment())
        place += 1
    return found


def _soften_bold(block: QTextBlock) -> None:
    """Write what is bold in the heaviest weight that the typeface has."""
    lightest = QTextCharFormat()
    lightest.setFontWeight(Type.BODY_STRONG.value.weight)
    for fragment in _fragments(block):
        if fragment.charFormat().fontWeight() > Type.BODY_STRONG.value.weight:
            cursor = QTextCursor(block)
            cursor.setPosition(fragment.position())
            end = fragment.position() + fragment.length()
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(lightest)


def _set_block(block: QTextBlock, theme: Theme) -> None:
    cursor = QTextCursor(block)
    shape = QTextBlockFormat(block.blockFormat())
    level = shape.headingLevel()
    style = {0: Type.BODY, _TITLE: Type.TITLE, _HEADING: Type.HEADING}.get(level, Type.BODY_STRONG)
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    shape.setLineHeight(theme.line(style), fixed)
    is_code = shape.hasProperty(QTextBlockFormat.Property.BlockCodeFence)
    shape.setNonBreakableLines(False)
    shape.setTopMargin(SPACE.xl if level == _HEADING else SPACE.m if level else 0)
    shape.setBottomMargin(_after(block, is_code=is_code))
    if is_code:
        shape.setBackground(theme.colour(Ground.SUNKEN))
    cursor.setBlockFormat(shape)
    _soften_bold(block)
    if level:
        letters = QTextCharFormat()
        letters.setFont(theme.font(style))
        letters.setForeground(theme.colour(Ink.TEXT))
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.setCharFormat(letters)
