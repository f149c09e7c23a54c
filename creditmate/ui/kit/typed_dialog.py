"""A small form in which sentences are typed: Escape does not throw them away unasked."""

from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.question import Question
from creditmate.ui.kit.text_input import TextInput


class TypedDialog(EditDialog):
    """Leaves at once if nothing is lost by it; else the user decides.

    What the program has filled in is nothing that was typed.
    """

    _with_words: frozenset[TextInput] = frozenset()
    """Texts of several lines in which somebody has typed."""

    def open_at(self, first: QWidget) -> None:
        """Open with the focus in its first field, and know from then on what is typed."""
        for text in self.findChildren(TextInput):
            text.textChanged.connect(partial(self._on_words_typed, text))
        super().open_at(first)

    @property
    def is_typed_in(self) -> bool:
        """Whether anything stands in it that was typed."""
        lines = (one for one in self.findChildren(LineInput) if one.isModified())
        return any(one.text().strip() for one in lines) or any(
            one.toPlainText().strip() for one in self._with_words
        )

    def reject(self) -> None:
        """Leave, at once if nothing is lost by it; else the user decides."""
        if self._work.waiting or not self.is_typed_in:
            self._leave()
            return
        _ = words(self.around.language).gettext
        question = Question(self.around.theme, self, _("Go on typing"), _("Discard what I typed"))
        question.say(_("Leave without saving?"), _("What you typed here is not in the ledger yet."))
        question.decided.connect(self._leave)
        question.open()

    def _leave(self) -> None:
        super().reject()

    def _on_words_typed(self, text: TextInput) -> None:
        """Words that the program puts in come while the focus is elsewhere."""
        if text.hasFocus():
            self._with_words |= {text}
