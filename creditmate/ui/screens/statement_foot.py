"""The foot of the Statements place: what is chosen, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.feet import frame_foot
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class StatementFoot(QWidget):
    """Count and sum, then Save all, One file and Print all; or what was sent, to have again."""

    save_asked = Signal()
    bind_asked = Signal()
    print_asked = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        theme = around.theme
        _ = self._ = words(around.language).gettext
        frame_foot(self, sunken=True, grows=True)
        self.sum = Paragraph(theme, "", Type.BODY_STRONG)  # sums wrap, and are never cut
        self.rest = Elided(theme, "", Type.BODY, Ink.MUTED)
        self.save = Button(theme, _("Save all…"), glyph=Glyph.SAVE)
        self.bind = Button(theme, _("One file…"), glyph=Glyph.STATEMENT)
        self.print = Button(theme, _("Print all"), Kind.PRIMARY, glyph=Glyph.PRINT)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self.sum, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.rest, 1)
        for button in (self.save, self.bind, self.print):
            row.addWidget(button)
        self.save.clicked.connect(self.save_asked)
        self.bind.clicked.connect(self.bind_asked)
        self.print.clicked.connect(self.print_asked)

    def show_sum(self, said: tuple[str, str], statements: int) -> None:
        """Say what is ticked."""
        self._say(*said)
        self.save.rename(self._("Save…") if statements == 1 else self._("Save all…"))
        count = number(statements, self._around.locale)
        all_of_them = self._("Print all {count}").format(count=count)
        one = self._("Print") if statements == 1 else self._("Print all")
        self.print.rename(all_of_them if statements > 1 else one)
        self.bind.show()

    def show_sent(self, said: str) -> None:
        """Say which statement of those sent before is chosen."""
        self._say(said, "")
        self.save.rename(self._("Save…"))
        self.print.rename(self._("Print again"))
        self.bind.hide()

    def allow(self, why_not: str = "") -> None:
        """Let the buttons be pressed, or say why they cannot be."""
        for button in (self.save, self.bind, self.print):
            if why_not:
                button.refuse(why_not)
            else:
                button.allow()

    def _say(self, strong: str, rest: str) -> None:
        self.sum.set_text(strong)
        self.rest.show_text(rest)
