"""Escape throws nothing away that was typed: the dialogs in which sentences stand ask first."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from creditmate.ui.agreements.raise_dialog import RaiseDialog
from creditmate.ui.contacts.confirm_dialog import ConfirmDialog
from creditmate.ui.contacts.log_dialog import LogDialog
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.question import Question
from creditmate.ui.plans.plan_dialog import PlanDialog
from tests.ui.window.conftest import Office
from tests.ui.window.test_customer_deeds import dialog, keys, opened, press
from tests.ui.window.test_every_dialog import from_menu

CODE = "BRAC01"


@pytest.fixture(autouse=True)
def _no_dialog_stays(qapp: QApplication) -> Iterator[None]:
    """A dialog that a failure has left open would keep the office from closing."""
    yield
    while isinstance(left := QApplication.activeModalWidget(), QDialog):
        left.done(0)
        qapp.processEvents()


DIALOGS: list[tuple[str, type[EditDialog], Callable[..., QWidget]]] = [
    ("Raise a query…", RaiseDialog, lambda found: found.form.evidence.input),
    ("Log an e-mail, letter…", LogDialog, lambda found: found.notes.input),
    ("Confirm in writing…", ConfirmDialog, lambda found: found.text.input),
    ("Payment plan…", PlanDialog, lambda found: found.fields.first.input),
]


@pytest.mark.parametrize(("text", "kind", "field"), DIALOGS)
def test_what_was_typed_is_not_thrown_away_unasked(
    office: Office, text: str, kind: type[EditDialog], field: Callable[..., QWidget]
) -> None:
    from_menu(opened(office, CODE), text)
    found = dialog(office, kind)
    typed = field(found)
    typed.setFocus()
    keys(found, "4 dec, as she said")
    press(found, Qt.Key.Key_Escape)
    question = dialog(office, Question)
    assert question.said[0] == "Leave without saving?"
    press(question, Qt.Key.Key_Escape)
    office.until(lambda: QApplication.activeModalWidget() is found)
    assert found.isVisible()
    press(found, Qt.Key.Key_Escape)
    question = dialog(office, Question)
    question.other.setFocus()
    gone: list[None] = []
    found.destroyed.connect(lambda: gone.append(None))
    press(question, Qt.Key.Key_Return)
    office.until(lambda: bool(gone))


@pytest.mark.parametrize(("text", "kind", "field"), DIALOGS)
def test_who_has_typed_nothing_leaves_at_once(
    office: Office, text: str, kind: type[EditDialog], field: Callable[..., QWidget]
) -> None:
    from_menu(opened(office, CODE), text)
    found = dialog(office, kind)
    assert field(found).isVisible()
    gone: list[None] = []
    found.destroyed.connect(lambda: gone.append(None))
    press(found, Qt.Key.Key_Escape)
    office.until(lambda: bool(gone))
    assert QApplication.activeModalWidget() is None
