"""Where the 14 groups of a recovery sheet are typed: it says which one is wrong as one types."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent

from creditmate.domain.data_key import GROUP_LENGTH, GROUPS, read_recovery_code
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.surroundings import Surroundings

_LINES = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WHOLE = GROUPS * GROUP_LENGTH


class SheetInput(TextInput):
    """Enter goes on, and what stands here is given to nobody: it opens the ledger for ever."""

    entered = Signal()

    def _renew(self) -> None:
        """Write as on the sheet: in capitals, and no ``4x`` becomes a sign of multiplication."""
        super()._renew()
        font = QFont(self.font())
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setFeature(QFont.Tag("calt"), 0)
        self.setFont(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is no new line."""
        if event.key() in _ENTER:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Nothing is copied, cut or dragged out of here."""
        return QMimeData()


class SheetField(Field[SheetInput]):
    """The groups under their label; below it how far one is, or which group to look at again."""

    def __init__(self, around: Surroundings) -> None:
        self._ = words(around.language).gettext
        label = self._("The 14 groups of the recovery sheet")
        super().__init__(around.theme, label, SheetInput(around.theme, "", _LINES))
        self._around = around
        self.input.setAcceptDrops(True)
        self.input.textChanged.connect(self._on_typed)
        self._on_typed()

    @property
    def typed(self) -> str:
        """What was typed."""
        return self.input.toPlainText()

    def say(self, error: UserError) -> None:
        """Say what is wrong, and let it be typed again."""
        self.refuse(problem_words(error, self._around.language, self._around.locale))

    def _on_typed(self) -> None:
        try:
            read_recovery_code(self.typed)
        except UserError as error:
            self._say_so_far(error)
        else:
            self.echo(self._("All groups fit together"))

    def _say_so_far(self, error: UserError) -> None:
        """What is not whole yet is no fault, unless it is a group before the last."""
        facts = error.facts
        found = int(str(facts.get("found", 0))) if facts["fault"] == "length" else _WHOLE
        if (
            error.problem is Problem.RECOVERY_CODE
            and found < _WHOLE
            and facts.get("group")
            in {
                None,
                GROUPS,
            }
        ):
            so_far = self._("{count} of 14 groups. Small letters and spaces do not matter.")
            self.note(so_far.format(count=found // GROUP_LENGTH))
        else:
            self.say(error)
