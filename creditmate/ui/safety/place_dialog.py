"""A ledger that lies where it comes to harm: why, and the better place in one click."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.place_problems import place_reason
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.fact_rows import FactRows
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE


class PlaceDialog(EditDialog):
    """Its verb moves the ledger, or opens the one it was moved to before."""

    move_wanted = Signal(Path)
    open_wanted = Signal(Path)

    def __init__(self, around: Surroundings, window: QWidget, error: UserError) -> None:
        _ = words(around.language).gettext
        self.path = Path(str(error.facts["path"]))
        folder, moved = error.facts.get("folder"), error.facts.get("moved")
        self._moved = Path(str(moved)) if moved else None
        super().__init__(
            around,
            window,
            (
                _("“{name}” lies on this computer now")
                if moved
                else _("“{name}” is safer in another place")
            ).format(name=self.path.stem),
            _("Open the moved one") if moved else _("Move it here"),
            detail=place_reason(error, around.language),
            leave=_("Not now"),
            width=SIZES.damage_dialog,
        )
        self._fill(folder, moved)

    def _fill(self, folder: object, moved: object) -> None:
        """Say which place is better, and what becomes of the old file."""
        _ = words(self.around.language).gettext
        rows = FactRows(self.around.theme)
        if moved:
            rows.add(_("It was moved")).set_text(
                _("{path} is the same ledger, moved to this computer before. What was entered"
                  " since then is there.").format(path=moved)
            )  # fmt: skip
        elif folder:
            rows.add(_("Better")).set_text(
                _("{folder}, on this computer. Every figure of the copy is compared before it is"
                  " opened.").format(folder=folder)
            )  # fmt: skip
            rows.add(_("The old file")).set_text(
                _("It stays as it is until you delete it; opened by mistake, it leads to the new"
                  " one.")
            )  # fmt: skip
            rows.add(_("Elsewhere too")).set_text(
                _("Backups may go to that folder: they are whole files that nothing breaks. You"
                  " choose it under Backups.")
            )  # fmt: skip
        else:
            rows.add(_("What to do")).set_text(
                _("The program's own folder is no better place. Let CREDITMATE_HOME name a folder"
                  " on this computer's own disk, then open the ledger again.")
            )  # fmt: skip
            self.verb.hide()
        self.put(rows)
        self.body.addSpacing(SPACE.s)

    def begin(self) -> None:
        """Open it."""
        self.open_at(self.cancel if self.verb.isHidden() else self.verb)

    def on_verb(self) -> None:
        """Move it, or open what it was moved to."""
        if self.verb.isHidden():
            return
        self.accept()
        if self._moved is not None:
            self.open_wanted.emit(self._moved)
        else:
            self.move_wanted.emit(self.path)
