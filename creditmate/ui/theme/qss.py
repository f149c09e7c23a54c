"""The one style sheet, written from the tokens: what the palette cannot say to Qt's own widgets.

Widgets of the kit paint themselves; here are inputs, lists, menus, tabs and scroll bars. Inks and
grounds are set by properties: ``ink`` on labels, ``ground`` and ``rule`` on areas.
"""

from string import Template

from creditmate.ui.theme.tokens import RADIUS, SIZES, SPACE, Colours, Ground, Ink

_SHEET = Template("""
QWidget { outline: none; }
QToolTip {
    background: $surface; color: $text; border: ${hairline}px solid $line; padding: ${xs}px;
}

QLineEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: $surface; color: $text;
    border: ${hairline}px solid $edge; border-radius: ${m_radius}px;
    selection-background-color: $accent_soft; selection-color: $text;
}
QLineEdit, QComboBox, QAbstractSpinBox {
    min-height: ${control_inside}px; max-height: ${control_inside}px; padding: 0 ${field_pad}px;
}
QLineEdit[size="small"], QComboBox[size="small"] {
    min-height: ${small_inside}px; max-height: ${small_inside}px;
}
QTextEdit { padding: ${xs}px ${xs}px; }
QLineEdit[faulty="true"], QComboBox[faulty="true"], QTextEdit[faulty="true"] {
    border: ${focus}px solid $danger;
}
QLineEdit[faulty="true"], QComboBox[faulty="true"] {
    min-height: ${faulty_inside}px; max-height: ${faulty_inside}px; padding: 0 ${faulty_pad}px;
}
QComboBox QLineEdit { background: transparent; border: none; padding: 0; }
QLineEdit[quiet="true"] { border-color: $line; }
QLineEdit[cell="true"], QComboBox[cell="true"] { border-color: transparent; }
QLineEdit[cell="true"]:hover, QComboBox[cell="true"]:hover { border-color: $line; }
QLineEdit[cell="true"][faulty="true"], QComboBox[cell="true"][faulty="true"] {
    border-color: $danger;
}
QLineEdit:disabled, QLineEdit[readOnly="true"], QTextEdit:disabled, QComboBox:disabled {
    background: $hover; color: $faint; border-color: $line;
}
QComboBox::drop-down { border: none; width: ${control}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: $surface; border: ${hairline}px solid $line; padding: ${xs}px 0;
    selection-background-color: $accent_soft; selection-color: $text;
}

QAbstractScrollArea { background: transparent; border: none; }
QTextEdit { background: $surface; border: ${hairline}px solid $edge; }
QTextBrowser[reads="true"] { border: none; padding: 0; }
QTableView, QListView, QTreeView {
    background: transparent; border: none; gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $text;
}
QListWidget::item { padding: 0 ${s}px; border-radius: ${m_radius}px; color: $muted; }
QListWidget::item:hover { background: $hover; }
QListWidget::item:selected { background: $accent_soft; color: $accent; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
    background: $surface; color: $muted; border: none; padding: 0 ${s}px;
    border-bottom: ${hairline}px solid $line; height: ${table_head_inside}px;
}
QTableCornerButton::section { background: $surface; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QMenu {
    background: $surface; color: $text; border: ${hairline}px solid $line; padding: ${xs}px;
}
QMenu::item { padding: ${xs}px ${xl}px ${xs}px ${m}px; border-radius: ${s_radius}px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { background: $line; height: ${hairline}px; margin: ${xs}px 0; }
QMenu::icon { padding-left: ${s}px; padding-right: ${s}px; }

QTabBar { background: transparent; border: none; }
QTabBar::tab {
    background: transparent; color: $muted; border: none; padding: 0 ${m}px;
    height: ${tabs_inside}px; border-bottom: ${focus}px solid transparent;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }

QSplitter::handle { background: $line; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: ${scroll_bar}px; }
QScrollBar:horizontal { height: ${scroll_bar}px; }
QScrollBar::handle { background: $line; border-radius: ${xs}px; margin: ${hairline}px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::handle:vertical { min-height: ${scroll_handle}px; }
QScrollBar::handle:horizontal { min-width: ${scroll_handle}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QDialog { background: $surface; }
""")

_INK = Template('QLabel[ink="$name"] { color: $colour; }\n')
_GROUND = Template('QWidget[ground="$name"] { background: $colour; }\n')
_RULE = Template(
    'QWidget[rule="$edge"] { border: none; border-$edge: ${hairline}px solid $line; }\n'
)


def sheet(colours: Colours) -> str:
    """Return the style sheet of a theme."""
    names = _lengths() | {key: str(value) for key, value in colours._asdict().items()}
    inks = (_INK.substitute(name=ink.value, colour=colours.of(ink)) for ink in Ink)
    grounds = (_GROUND.substitute(name=g.value, colour=colours.of(g)) for g in Ground)
    rules = (_RULE.substitute(names, edge=edge) for edge in ("top", "bottom", "left", "right"))
    return _SHEET.substitute(names) + "".join((*inks, *grounds, *rules))


def _lengths() -> dict[str, str]:
    border, thick = 2 * SIZES.hairline, 2 * SIZES.focus
    pixels = SPACE._asdict() | {
        "s_radius": RADIUS.s,
        "m_radius": RADIUS.m,
        "hairline": SIZES.hairline,
        "focus": SIZES.focus,
        "control": SIZES.control,
        "control_inside": SIZES.control - border,
        "small_inside": SIZES.control_small - border,
        "faulty_inside": SIZES.control - thick,
        "field_pad": SPACE.s - SIZES.hairline,
        "faulty_pad": SPACE.s - SIZES.focus,
        "table_head_inside": SIZES.table_head - SIZES.hairline,
        "tabs_inside": SIZES.tabs - SIZES.focus,
        "scroll_bar": SIZES.scroll_bar,
        "scroll_handle": SIZES.scroll_handle,
    }
    return {name: str(length) for name, length in pixels.items()}
