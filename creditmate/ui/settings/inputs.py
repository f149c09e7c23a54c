"""What stands in a form as plain texts, whatever it is typed into or chosen with."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from creditmate.ui.customer_edit.terms_editor import TermsEditor
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.kit.segments import Segments


def text_of(widget: QWidget) -> str:
    """Return what an input holds."""
    match widget:
        case QLineEdit():
            return widget.text()
        case QTextEdit():
            return widget.toPlainText()
        case Choice():
            return str(widget.currentData() or "")
        case Segments():
            return widget.key or ""
        case TermsEditor():
            return widget.text()
    raise TypeError(f"nothing is typed into {widget}")


def show_text(widget: QWidget, text: str) -> None:
    """Let an input hold something else; one that holds it already keeps its cursor."""
    if text_of(widget) == text:
        return
    match widget:
        case QLineEdit():
            widget.setText(text)
            widget.setCursorPosition(0)  # the beginning of a long text is seen
        case QTextEdit():
            widget.setPlainText(text)
        case Choice():
            widget.setCurrentIndex(widget.findData(text))
        case Segments():
            widget.choose(text)
        case TermsEditor():
            widget.show_text(text)


def watch(widget: QWidget, changed: Callable[[], object]) -> None:
    """Call ``changed`` whenever an input holds something else."""
    match widget:
        case QLineEdit() | QTextEdit():
            widget.textChanged.connect(lambda *_text: changed())
        case Choice():
            widget.currentIndexChanged.connect(lambda _place: changed())
        case Segments():
            widget.chosen.connect(lambda _key: changed())
        case TermsEditor():
            widget.edited.connect(changed)
