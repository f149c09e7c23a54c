"""What a file shows, in a few words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.attachments import AttachmentRow
from creditmate.domain.changes import Touched
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.typed_dialog import TypedDialog
from creditmate.ui.surroundings import Surroundings


class NoteDialog(TypedDialog):
    """One line beside the file's name."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        file: AttachmentRow,
        saved: Callable[[Touched], object],
    ) -> None:
        _ = words(around.language).gettext
        super().__init__(around, window, file.name, _("Save"))
        self._file, self._saved = file, saved
        self.note = Field(around.theme, _("What it shows"), LineInput(around.theme, ""))
        self.note.input.setText(file.note)
        self.add("attachment.note", self.note)
        self.put(self.note)
        self.open_at(self.note)

    def on_verb(self) -> None:
        """Keep the note."""
        annotate = self.around.program.attachments.annotate
        work = partial(annotate, self._file.id, self._file.version, self.note.input.text())
        self.submit(work, self._saved)
