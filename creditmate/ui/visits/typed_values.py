"""What stands in the fields of a form, to be compared: whether leaving it would lose anything."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit, QWidget


def typed_values(form: QWidget) -> tuple[object, ...]:
    """Return what every field of a form holds, in the order in which the fields were made."""
    lines = [line.text().strip() for line in form.findChildren(QLineEdit)]
    texts = [text.toPlainText().strip() for text in form.findChildren(QTextEdit)]
    choices = [choice.currentData() for choice in form.findChildren(QComboBox)]
    return (*lines, *texts, *choices)
