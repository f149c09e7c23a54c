"""What has come of something large: a title, facts below one another, and on with the work."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.fact_rows import FactRows
from creditmate.ui.kit.links import view
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE


class ToldDialog(EditDialog):
    """Nothing is decided here: Enter and Escape go on.

    Attributes:
        facts: Titles and sentences.
        folder: Shows where the old file lies; hidden where there is none.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        title: str,
        facts: Sequence[tuple[str, str]],
        folder: Path | None = None,
    ) -> None:
        _ = words(around.language).gettext
        super().__init__(around, window, title, _("Go on working"), width=SIZES.damage_dialog)
        self.facts, self._old = dict(facts), folder
        rows = FactRows(around.theme)
        for name, said in facts:
            rows.add(name).set_text(said)
        self.put(rows)
        self.body.addSpacing(SPACE.s)
        self.cancel.hide()
        self.folder = Button(around.theme, _("Show the folder"), Kind.QUIET)
        self.folder.setVisible(folder is not None)
        self.folder.clicked.connect(self._on_folder)
        self.put_at_foot(self.folder, 1)

    def begin(self) -> None:
        """Open it."""
        self.open_at(self.verb)

    def on_verb(self) -> None:
        """Go on."""
        self.accept()

    def _on_folder(self) -> None:
        if self._old is not None:
            view(self._old)
