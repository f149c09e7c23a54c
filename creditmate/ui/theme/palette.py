"""What Qt's own drawing uses: every role of the palette, filled from the tokens."""

from PySide6.QtGui import QColor, QPalette

from creditmate.ui.theme.tokens import Colours

_Role = QPalette.ColorRole


def _roles(colours: Colours) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: colours.surface,
        _Role.WindowText: colours.text,
        _Role.Base: colours.surface,
        _Role.AlternateBase: colours.sunken,
        _Role.Text: colours.text,
        _Role.PlaceholderText: colours.faint,
        _Role.Button: colours.surface,
        _Role.ButtonText: colours.text,
        _Role.BrightText: colours.danger,
        _Role.ToolTipBase: colours.surface,
        _Role.ToolTipText: colours.text,
        _Role.Highlight: colours.accent_soft,
        _Role.HighlightedText: colours.text,
        _Role.Accent: colours.accent,
        _Role.Link: colours.accent,
        _Role.LinkVisited: colours.accent,
        _Role.Light: colours.surface,
        _Role.Midlight: colours.hover,
        _Role.Mid: colours.line,
        _Role.Dark: colours.edge,
        _Role.Shadow: colours.line,
    }


_TEXTS = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText, _Role.Link)


def palette(colours: Colours) -> QPalette:
    """Return the palette of a theme; inactive looks like active, disabled is faint on hover."""
    made = QPalette()
    for role, colour in _roles(colours).items():
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            made.setColor(group, role, QColor(colour))
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colour))
    for role in _TEXTS:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    for role in (_Role.Base, _Role.Button, _Role.Highlight):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.hover))
    return made
