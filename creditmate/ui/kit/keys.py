"""Keys as people know them on the system at hand: ``Ctrl K``, ``⌘K``."""

from PySide6.QtGui import QKeySequence

from creditmate.i18n.bidi import isolated

_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def shown_keys(keys: str) -> str:
    """Return what stands on the caps of a shortcut such as ``Ctrl+K``."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    for name, arrow in _ARROWS.items():
        if text.endswith(name):
            # an arrow has no direction of its own and would change sides with the window's
            text = isolated(text.removesuffix(name) + arrow)
    return text if text.endswith("++") else text.replace("+", " ")
